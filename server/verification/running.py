"""Runs a command without a shell, with limits on time and output; no process that it starts outlives it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reread.server.processes import until_ended

MARK = "REREAD_VERIFICATION"
"""The variable by which the processes of a copy are known; its value is the copy's folder."""

_HEAD, _TAIL = 2_000, 6_000
"""Bytes of the output that are kept; what matters most is at its end."""

_ROUNDS = 20
_FAREWELL = 2.0
"""Seconds that the output may take to end after its last writer."""


class NotStartedError(Exception):
    """The command cannot be started. The message is a few words for people."""


class Ran(NamedTuple):
    """How a command ended: its exit code, None if its time ran out, and the stored part of its output."""

    code: int | None
    output: str

    @property
    def passed(self) -> bool:
        return self.code == 0


async def run(arguments: Sequence[str], folder: str, environment: Mapping[str, str], timeout: float) -> Ran:  # noqa: ASYNC109 - part of the answer
    """Run a command in a folder for at most `timeout` seconds; raises NotStartedError.

    However this ends, by itself, by the time limit or by being cancelled, the processes that it started are killed.
    """
    program = located(arguments[0], folder, environment)
    reading, writing = os.pipe()
    output = _Output(reading)
    try:
        process = await asyncio.create_subprocess_exec(
            program,
            *arguments[1:],
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=writing,
            **_of_its_own(),
        )
    except OSError as error:
        raise NotStartedError(f"cannot be started ({(error.strerror or str(error)).lower()})") from error
    finally:
        os.close(writing)
        output.start()
    code: int | None = None
    try:
        with contextlib.suppress(TimeoutError):
            code = await asyncio.wait_for(process.wait(), timeout)
    finally:
        _kill_group(process.pid)
        end_marked(environment.get(MARK, ""))
        await until_ended(process)
    return Ran(code, await asyncio.to_thread(output.text))


def located(program: str, folder: str, environment: Mapping[str, str]) -> str:
    """The absolute path of a program; raises NotStartedError.

    A name is looked up in PATH and nowhere else, so that no file of the workspace stands in for it; a relative path is
    one of the workspace's own programs.
    """
    if os.path.dirname(program):
        path = os.path.normpath(os.path.join(folder, program))
        if not os.access(path, os.X_OK) or os.path.isdir(path):
            raise NotStartedError("is not there")
        return path
    places = filter(os.path.isabs, environment.get("PATH", os.defpath).split(os.pathsep))
    found = shutil.which(program, path=os.pathsep.join(places) or os.devnull)
    if found is None:
        raise NotStartedError("is not installed")
    return found


def end_marked(mark: str) -> None:
    """Kill what carries this mark in its environment, also processes that left the group of their command (Linux)."""
    for _ in range(_ROUNDS if mark else 0):
        left = [number for number in _processes() if _has_mark(number, mark)]
        if not left:
            return
        for number in left:
            with contextlib.suppress(OSError):
                os.kill(number, signal.SIGKILL)


def _of_its_own() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    # The files of this process are for the user alone; those of a tool are as it is used to.
    return {"start_new_session": True, "umask": 0o022}


def _kill_group(leader: int) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(leader)], capture_output=True, check=False)
        return
    with contextlib.suppress(OSError):
        os.killpg(leader, signal.SIGKILL)


def _processes() -> list[int]:
    try:
        return [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) != os.getpid()]
    except OSError:
        return []


def _has_mark(number: int, mark: str) -> bool:
    try:
        with open(f"/proc/{number}/environ", "rb") as file:
            return os.fsencode(f"{MARK}={mark}") in file.read().split(b"\0")
    except OSError:
        return False


class _Output:
    """The beginning and the end of what comes out of a pipe, read by a thread so that no writer has to wait."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._head = b""
        self._tail = b""
        self._cut = False
        self._thread = threading.Thread(target=self._read, name="output", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def text(self) -> str:
        """The stored output, once the pipe has ended. Waits for that, but not for ever."""
        self._thread.join(_FAREWELL)
        middle = b"\n...\n" if self._cut else b""
        return (self._head + middle + self._tail).decode(errors="replace")

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while data := os.read(self._descriptor, 65_536):
                room = _HEAD - len(self._head)
                self._head += data[:room]
                tail = self._tail + data[room:]
                self._cut = self._cut or len(tail) > _TAIL
                self._tail = tail[-_TAIL:]
        os.close(self._descriptor)
