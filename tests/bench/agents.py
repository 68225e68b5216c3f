"""What a coding agent waits for: the tools of a running `reread mcp`, and a hook with nothing running before."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.day import commit

MOST_TOOL = 300
MOST_ADDED = 50
MOST_HOOK = 300
_FILES = ("calendar", "cmd", "code", "copy", "csv", "fnmatch", "glob", "gzip", "shelve", "string")
_RUNS = 15


class Waits(NamedTuple):
    """Medians in milliseconds, over ten files: `check_files` after an edit of all, again, and `review_changes` then.

    Processor time of whole processes, which other programs on the machine disturb less: a hook after an edit of one file
    and before the agent stops, and `reread check` of the one.
    """

    edited: float
    check: float
    review: float
    hook: float
    stop: float
    one: float


def measure(folder: Path, reread: str) -> Waits:
    workspace = folder / "agents"
    workspace.mkdir()
    for name in _FILES:
        text = Path(os.__file__).with_name(f"{name}.py").read_text("utf-8")
        (workspace / f"{name}.py").write_text(text, "utf-8")
    subprocess.run(["git", "init", "-q", str(workspace)], check=True)
    commit(workspace)
    environment = {**os.environ, **{f"REREAD_{name}_DIR": str(folder / name) for name in ("CACHE", "STATE")}}
    tools = asyncio.run(_tools(workspace, reread, environment))
    return Waits(*tools, *_processes(workspace, reread, environment))


async def _tools(workspace: Path, reread: str, environment: dict[str, str]) -> Sequence[float]:
    from mcp import Client, StdioServerParameters

    process = StdioServerParameters(command=reread, args=["mcp"], env=environment, cwd=str(workspace))
    paths = [f"{name}.py" for name in _FILES]
    check = ("check_files", {"paths": paths})
    questions: Sequence[tuple[str, dict[str, Any]]] = (check, check, ("review_changes", {"use_model": False}))
    times: list[list[float]] = [[] for _ in questions]
    async with Client(process) as client:
        for number in range(_RUNS + 2):
            for path in paths:
                _edit(workspace / path, f"{number}")
            for place, (tool, arguments) in enumerate(questions):
                began = time.perf_counter()
                answer = await client.call_tool(tool, arguments)
                if number >= 2:
                    times[place].append(1000 * (time.perf_counter() - began))
                found = answer.structured_content or {}
                if answer.is_error or found["files"] != len(paths):
                    raise RuntimeError(f"{tool} failed: {answer.content}")
    return [statistics.median(each) for each in times]


def _processes(workspace: Path, reread: str, environment: dict[str, str]) -> Sequence[float]:
    path = workspace / "calendar.py"
    about = {"cwd": str(workspace), "session_id": "bench"}
    edited = {**about, "hook_event_name": "PostToolUse", "tool_name": "Edit", "tool_input": {"file_path": str(path)}}
    stop = {**about, "hook_event_name": "Stop", "stop_hook_active": False}
    hook = [reread, "hook", "claude-code"]
    commands = ((hook, edited), (hook, stop), ([reread, "check", "--exit-zero", str(path)], {}))
    times: list[list[float]] = [[] for _ in commands]
    for number in range(_RUNS + 2):
        for place, (command, said) in enumerate(commands):
            _edit(path, f"{place} {number}")
            began = _processor_time()
            subprocess.run(
                command,
                input=json.dumps(said).encode(),
                cwd=workspace,
                env=environment,
                capture_output=True,
                check=True,
            )
            if number >= 2:
                times[place].append(1000 * (_processor_time() - began))
    return [statistics.median(each) for each in times]


def _processor_time() -> float:
    """Seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _edit(path: Path, note: str) -> None:
    """A line more at the end, in place of the one before."""
    text = path.read_text("utf-8").partition("\nNOTE = ")[0]
    path.write_text(f"{text}\nNOTE = {note!r}\n", "utf-8")
