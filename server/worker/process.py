"""The worker process: started on demand, restarted with growing pauses when it dies, killed when it hangs."""

from __future__ import annotations

import asyncio
import enum
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence

import msgspec

from reread.analyzers import owned_files
from reread.analyzers.data_directories import cache_folder
from reread.server.processes import until_ended
from reread.server.rpc import protocol
from reread.server.rpc.errors import WorkerGoneError

_log = logging.getLogger(__name__)

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_STEADY = 20.0
"""Seconds after which a worker counts as healthy, so that the next death starts with the first pause again."""
_ATTEMPTS = 6
_KILLED = 5.0
"""Seconds that a process may take to be gone once it was killed. It takes milliseconds, but not on a busy machine."""

_FROM_OUTSIDE = frozenset(
    number for name in ("SIGKILL", "SIGTERM", "SIGINT", "SIGHUP") if (number := getattr(signal, name, None)) is not None
)
"""Signals that a person or the system sends. Those of a crash (SIGSEGV, SIGABRT, ...) are our own."""

if sys.platform == "win32":
    _LOW_PRIORITY = subprocess.BELOW_NORMAL_PRIORITY_CLASS
else:
    _LOW_PRIORITY = 0  # The worker lowers it itself.


class WorkerState(enum.Enum):
    """The state of the process. RESTARTING waits for the next attempt; FAILED has given up until `start`."""

    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    RESTARTING = "restarting"
    FAILED = "failed"


def worker_command() -> list[str]:
    """How to start the worker. `-P` keeps the modules of the current folder, a repository's, from being imported."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "worker"]
    return [sys.executable, "-P", "-m", "reread.server.worker"]


class WorkerProcess:
    """Keeps the process running. All methods belong to one event loop.

    `on_start` is called each time there is a new process, which can be written to from then on; `on_message` gets what
    it writes, `on_end` why it cannot answer any more, in one line, and `on_state` each change of state once.
    `environment` are variables that it has besides those of this process.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        on_start: Callable[[], None],
        on_message: Callable[[protocol.Message], None],
        on_end: Callable[[str], None],
        on_state: Callable[[WorkerState, str], None],
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.state = WorkerState.STOPPED
        self._command = list(command)
        self._environment = {**os.environ, **environment} if environment else None
        self._on_start = on_start
        self._on_message = on_message
        self._on_end = on_end
        self._on_state = on_state
        self._process: asyncio.subprocess.Process | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()
        self._stopping = False

    @property
    def identifier(self) -> int | None:
        """The number that the system gives the process; None without one."""
        return self._process.pid if self._process is not None else None

    async def start(self) -> None:
        """Start the process, unless it is there already. Returns at once; requests wait until it is up."""
        if self._keeper is None or self._keeper.done():
            self._ready.clear()
            self._stopping = False
            self._set_state(WorkerState.STARTING, "starting the worker")
            self._keeper = asyncio.create_task(self._keep())

    async def stop(self, timeout: float = 1.0) -> None:  # noqa: ASYNC109 - a limit, not a cancellation
        """End the process: politely first, by force after `timeout` seconds. Never raises, never hangs.

        The process is gone when this returns, so that the loop can be closed next.
        """
        self._stopping = True
        keeper, self._keeper = self._keeper, None
        process = self._process
        if process is not None and process.returncode is None:
            self.write(protocol.Message(jsonrpc="2.0", method="exit"))
            try:
                await asyncio.wait_for(process.wait(), timeout)
            except TimeoutError:
                _kill(process)
        if keeper is not None:
            keeper.cancel()
            await asyncio.wait([keeper], timeout=_KILLED)
        self._on_end("the worker was stopped")
        self._set_state(WorkerState.STOPPED, "the worker was stopped")

    async def until_ready(self) -> None:
        """Wait for a process that is being started. Raises WorkerGoneError if there is none afterwards."""
        if self.state is WorkerState.STARTING:
            await self._ready.wait()
        if self.state is not WorkerState.RUNNING:
            raise WorkerGoneError(f"the worker is not running ({self.state.value})")

    def write(self, message: protocol.Message) -> None:
        """Hand a message to the process; without one it goes nowhere."""
        process = self._process
        if process is not None and process.stdin is not None and not process.stdin.is_closing():
            process.stdin.write(protocol.frame(message))

    async def _keep(self) -> None:
        """Runs the process, and runs it again when it dies, with growing pauses, until there were too many deaths."""
        deaths = ends = 0
        while True:
            began = time.monotonic()
            reason, killed = await self._run_once()
            self._on_end(reason)
            if self._stopping:
                return
            if time.monotonic() - began > _STEADY:
                deaths = ends = 0
            # Whoever ended it from outside meant this process, not all that come after it. The pauses grow all the
            # same: it may be the system, which is short of memory.
            deaths, ends = deaths + (not killed), ends + 1
            if deaths >= _ATTEMPTS:
                self._set_state(WorkerState.FAILED, f"{reason}; it died {deaths} times in a row, so it stays off")
                return
            self._set_state(WorkerState.RESTARTING, reason + "; it is being restarted")
            await asyncio.sleep(min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(ends - 1, 10)))

    async def _run_once(self) -> tuple[str, bool]:
        """Starts the process and reads from it until it ends; says in one line why it ended, and whether that was done
        from outside.
        """
        try:
            process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                cwd=_neutral_folder(),
                env=self._environment,
                creationflags=_LOW_PRIORITY,
            )
        except OSError as error:
            return f"the worker cannot be started ({self._command[0]}: {error.strerror or error})", False
        self._process = process
        try:
            await self._read_all(process)
            code = await process.wait()
            if -code in _FROM_OUTSIDE:
                return f"the worker was ended from outside ({signal.Signals(-code).name})", True
            return f"the worker ended with exit code {code}", False
        except (ValueError, msgspec.MsgspecError) as error:
            _log.error("the worker wrote something else than protocol: %s", error)
            return "the worker wrote something that is not protocol", False
        finally:
            _kill(process)
            try:
                await until_ended(process)
            finally:
                self._process = None

    async def _read_all(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        self._on_start()
        while True:
            try:
                header = await process.stdout.readuntil(b"\r\n\r\n")
                body = await process.stdout.readexactly(protocol.length_of(header))
            except (asyncio.IncompleteReadError, ConnectionError):
                return
            except asyncio.LimitOverrunError as error:
                raise ValueError(str(error)) from error
            message = protocol.parse(body)
            if message.method == "ready":
                self._set_state(WorkerState.RUNNING, "the worker is running")
            else:
                self._on_message(message)

    def _set_state(self, state: WorkerState, message: str) -> None:
        if state is not WorkerState.STARTING:
            self._ready.set()
        if state is self.state:
            return
        self.state = state
        call(lambda: self._on_state(state, message))


def call(callback: Callable[[], None]) -> None:
    """Hand something over; a bug of the receiver's is not the worker's end."""
    try:
        callback()
    except Exception:
        _log.exception("a callback of the worker failed")


def _neutral_folder() -> str | None:
    """Where the worker runs: not in a repository, whose `.env` and the like libraries would read."""
    folder = cache_folder("worker")
    try:
        owned_files.make_folder(folder)
    except OSError:
        return os.path.dirname(sys.executable) or None
    return folder


def _kill(process: asyncio.subprocess.Process) -> None:
    """End the process and close its pipes, also those with something in them that nobody reads any more."""
    transport: asyncio.SubprocessTransport = process._transport  # type: ignore[attr-defined]
    transport.close()
