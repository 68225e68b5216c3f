"""Runs a user's program for one answer: no shell, no secrets in its environment, nothing left behind."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

_PASSED_ON = ("PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "SHELL", "TERM")
_OF_WINDOWS = ("SYSTEMROOT", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA")
_PREFIXES = ("LC_", "XDG_")
_LARGEST = 4 * 1024 * 1024
"""Bytes of an answer that are read."""

_MOST_ERROR_OUTPUT = 2_000
"""Bytes of what the program complains about that are read."""


_LOOK = 0.05
"""Seconds between two looks at whether the program has ended."""


class NotStartedError(Exception):
    """The program cannot be started; the message is a few words for people."""


class Ended(NamedTuple):
    """How the program ended: its exit code, standard output and standard error. `cut` says that it wrote too much."""

    code: int
    output: bytes
    complaint: str
    cut: bool


async def answer_of(arguments: Sequence[str], prompt: str) -> Ended:
    """Run a program that reads the prompt on its standard input; raises NotStartedError.

    It works in an empty folder. However this ends, also by being cancelled, its group of processes is killed.
    """
    with tempfile.TemporaryDirectory(prefix="reread-", ignore_cleanup_errors=True) as folder:
        process = await _started(arguments, folder)
        try:
            return await _talk(process, prompt.encode())
        finally:
            _kill_group(process.pid)
            await _until_ended(process)


def environment(outside: Mapping[str, str], temporary: str) -> dict[str, str]:
    """The variables that a program needs to find itself and its user's files; none that could contain a key."""
    kept = {
        name: value
        for name, value in outside.items()
        if name.upper() in (*_PASSED_ON, *_OF_WINDOWS) or name.startswith(_PREFIXES)
    }
    return {**kept, "TMPDIR": temporary, "TEMP": temporary, "TMP": temporary, "NO_COLOR": "1"}


async def _started(arguments: Sequence[str], folder: str) -> asyncio.subprocess.Process:
    variables = environment(os.environ, folder)
    program = _located(arguments[0], variables)
    try:
        return await asyncio.create_subprocess_exec(
            program,
            *arguments[1:],
            cwd=folder,
            env=variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **_of_its_own(),
        )
    except OSError as error:
        raise NotStartedError(f"cannot be started ({(error.strerror or str(error)).lower()})") from error


def _located(program: str, variables: Mapping[str, str]) -> str:
    """An absolute path as it is; a name is looked up in PATH, in absolute folders alone."""
    if os.path.dirname(program):
        if os.path.isabs(program) and os.access(program, os.X_OK):
            return program
        raise NotStartedError("is no program by its absolute path")
    places = filter(os.path.isabs, variables.get("PATH", os.defpath).split(os.pathsep))
    found = shutil.which(program, path=os.pathsep.join(places) or os.devnull)
    if found is None:
        raise NotStartedError("is not installed")
    return found


async def _talk(process: asyncio.subprocess.Process, prompt: bytes) -> Ended:
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None
    async with asyncio.TaskGroup() as group:
        group.create_task(_tell(process.stdin, prompt))
        group.create_task(_end_others(process))
        complaint = group.create_task(_read(process.stderr, _MOST_ERROR_OUTPUT))
        # One that never stops writing is not waited for: there is no answer of such a length.
        said = group.create_task(_read(process.stdout, _LARGEST, lambda: _kill_group(process.pid)))
    output, cut = said.result()
    return Ended(await process.wait(), output, complaint.result()[0].decode(errors="replace"), cut)


async def _end_others(process: asyncio.subprocess.Process) -> None:
    """End what a program leaves behind when it has ended: that would hold its output open."""
    while process.returncode is None:  # noqa: ASYNC110 - there is no event for it
        await asyncio.sleep(_LOOK)  # `wait` would wait for the output as well.
    _kill_group(process.pid)


async def _tell(stream: asyncio.StreamWriter, data: bytes) -> None:
    # A program need not read all of it.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        stream.write(data)
        await stream.drain()
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        stream.close()
        await stream.wait_closed()


async def _read(
    stream: asyncio.StreamReader, most: int, when_cut: Callable[[], None] = lambda: None
) -> tuple[bytes, bool]:
    """The beginning of what is written, read to its end so that nobody has to wait, and whether there was more."""
    kept, cut = bytearray(), False
    while piece := await stream.read(65_536):
        room = most - len(kept)
        kept += piece[:room]
        if len(piece) > room and not cut:
            cut = True
            when_cut()
    return bytes(kept), cut


def _of_its_own() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _kill_group(leader: int) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(leader)], capture_output=True, check=False)
        return
    with contextlib.suppress(OSError):
        os.killpg(leader, signal.SIGKILL)


async def _until_ended(process: asyncio.subprocess.Process) -> None:
    """Wait for a process that was killed, however often this is cancelled meanwhile."""
    cancelled = False
    while process.returncode is None:
        try:
            await process.wait()
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        raise asyncio.CancelledError
