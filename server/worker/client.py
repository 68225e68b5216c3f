"""`Worker`: the language server's and the command line's end of the pipes. Imports nothing heavy.

All methods belong to one event loop. Cancelling the task that awaits an answer cancels the work in the worker.
"""

from __future__ import annotations

import asyncio
import enum
import itertools
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import UNSET, Raw

from reread.analyzers.findings import Finding
from reread.analyzers.places import cache_folder
from reread.rag.results import IndexProgress, IndexReport, IndexStatus, Piece
from reread.server.processes import until_ended
from reread.server.settings import Settings
from reread.server.worker import protocol

if TYPE_CHECKING:
    from reread.server.reviewing import (
        FixOutcome,
        FixRequest,
        OnFinding,
        OnProgress,
        ReviewOutcome,
        ReviewPlan,
        ReviewRequest,
    )

Value = TypeVar("Value")
_log = logging.getLogger(__name__)

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_STEADY = 60.0
"""Seconds after which a worker counts as healthy, so that the next death starts with the first pause again."""
_ATTEMPTS = 6
_KILLED = 5.0
"""Seconds that a process may take to be gone once it was killed. It takes milliseconds, but not on a busy machine."""

if sys.platform == "win32":
    _LOW_PRIORITY = subprocess.BELOW_NORMAL_PRIORITY_CLASS
else:
    _LOW_PRIORITY = 0  # The worker lowers it itself.


class WorkerState(enum.Enum):
    """What has become of the process. RESTARTING waits for the next attempt; FAILED has given up until `start`."""

    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    RESTARTING = "restarting"
    FAILED = "failed"


class WorkerGoneError(Exception):
    """There is no worker to answer: it died, was stopped, or was never started. The message is one line."""


class RequestFailedError(Exception):
    """The worker answered that it cannot. `actionable` says that the message tells the person what to do."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code

    @property
    def actionable(self) -> bool:
        return self.code == protocol.REQUEST_FAILED


def worker_command() -> list[str]:
    """How to start the worker. `-P` keeps the modules of the current folder, a repository's, from being imported."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "worker"]
    return [sys.executable, "-P", "-m", "reread.server.worker"]


class Worker:
    """The worker process: started when asked, restarted with growing pauses when it dies, killed when it hangs.

    `on_progress` gets the progress of all index runs. `on_state` gets each change of state once, with one line for
    people. After a restart all open folders are open again, and RUNNING is reported anew: index then what changed.
    """

    def __init__(
        self,
        *,
        on_progress: Callable[[IndexProgress], None],
        on_state: Callable[[WorkerState, str], None],
        command: Sequence[str] | None = None,
    ) -> None:
        self.state = WorkerState.STOPPED
        self._on_progress = on_progress
        self._on_state = on_state
        self._command = list(command) if command is not None else worker_command()
        self._folders: dict[str, Settings] = {}
        self._process: asyncio.subprocess.Process | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()
        self._stopping = False
        self._identifiers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Raw]] = {}
        self._partials: dict[int, dict[str, Callable[[Raw], None]]] = {}

    @property
    def process_id(self) -> int | None:
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
            self._write(protocol.Message(jsonrpc="2.0", method="exit"))
            try:
                await asyncio.wait_for(process.wait(), timeout)
            except TimeoutError:
                _kill(process)
        if keeper is not None:
            keeper.cancel()
            await asyncio.wait([keeper], timeout=_KILLED)
        self._fail_all("the worker was stopped")
        self._set_state(WorkerState.STOPPED, "the worker was stopped")

    async def open_folder(self, folder: str, settings: Settings) -> None:
        """Open the index of a folder; again with other settings to change them. Kept over restarts."""
        self._folders[folder] = settings
        await self._ask("openFolder", protocol.OpenFolder(folder, settings), object)

    async def close_folder(self, folder: str) -> None:
        self._folders.pop(folder, None)
        await self._ask("closeFolder", protocol.Folder(folder), object)

    async def index(self, folder: str, paths: Sequence[str] | None = None) -> IndexReport:
        """Bring the index of the folder up to date: all of it, or these absolute paths (changed, new or gone)."""
        changed = tuple(paths) if paths is not None else None
        return await self._ask("index", protocol.IndexFiles(folder, changed), IndexReport)

    async def status(self, folder: str) -> IndexStatus:
        return await self._ask("status", protocol.Folder(folder), IndexStatus)

    async def search(self, folder: str, words: str, limit: int = 20, source: str = "all") -> list[Piece]:
        """Pieces that define, mention or resemble the words; `source` is one of `rag.results.SOURCES`."""
        return await self._ask("search", protocol.Search(folder, words, limit, source), list[Piece])

    async def context(
        self,
        folder: str,
        path: str,
        text: str,
        start: int,
        end: int,
        *,
        limit_tokens: int = 2_000,
        language: str = "",
        source: str = "all",
        changed: tuple[tuple[int, int], ...] = (),
    ) -> list[Piece]:
        """What to read before judging a change of `text[start:end]` (code points) in the file `path` (absolute)."""
        params = protocol.Context(folder, path, text, start, end, limit_tokens, language, source, changed)
        return await self._ask("context", params, list[Piece])

    async def findings(self, request: protocol.LookAtChange) -> list[protocol.FileFindings]:
        """What the index says about a change, by file."""
        return await self._ask("findings", request, list[protocol.FileFindings])

    async def review(
        self,
        request: ReviewRequest,
        on_finding: OnFinding,
        on_progress: OnProgress,
    ) -> ReviewOutcome:
        """Review with the model; findings are handed over one by one, ahead of the outcome."""
        from reread.server.reviewing import ReviewOutcome

        partials: dict[str, Callable[[Raw], None]] = {
            "finding": lambda raw: on_finding(*protocol.decode(raw, tuple[str, Finding])),
            "reviewProgress": lambda raw: on_progress(*protocol.decode(raw, tuple[str, int, int])),
        }
        return await self._ask("review", request, ReviewOutcome, partials)

    async def plan(self, request: ReviewRequest) -> ReviewPlan:
        """What a review of the request would ask; nothing is sent."""
        from reread.server.reviewing import ReviewPlan

        return await self._ask("plan", request, ReviewPlan)

    async def fix(self, request: FixRequest) -> FixOutcome:
        from reread.server.reviewing import FixOutcome

        return await self._ask("fix", request, FixOutcome)

    async def _ask(
        self, method: str, params: Any, kind: type[Value], partials: dict[str, Callable[[Raw], None]] | None = None
    ) -> Value:
        await self._until_ready()
        identifier = next(self._identifiers)
        answer = self._answers[identifier] = asyncio.get_running_loop().create_future()
        self._partials[identifier] = partials or {}
        self._write(protocol.request(identifier, method, params))
        try:
            return protocol.decode(await answer, kind)
        except asyncio.CancelledError:
            self._write(protocol.notification("$/cancelRequest", protocol.Cancel(identifier)))
            raise
        except msgspec.MsgspecError as error:
            raise RequestFailedError(f"the worker's answer to {method} is not valid: {error}", -32603) from error
        finally:
            self._answers.pop(identifier, None)
            self._partials.pop(identifier, None)

    async def _until_ready(self) -> None:
        if self.state is WorkerState.STARTING:
            await self._ready.wait()
        if self.state is not WorkerState.RUNNING:
            raise WorkerGoneError(f"the worker is not running ({self.state.value})")

    async def _keep(self) -> None:
        """Runs the process, and runs it again when it dies, with growing pauses, until there were too many deaths."""
        deaths = 0
        while True:
            began = time.monotonic()
            reason = await self._run_once()
            self._fail_all(reason)
            if self._stopping:
                return
            deaths = 1 if time.monotonic() - began > _STEADY else deaths + 1
            if deaths >= _ATTEMPTS:
                self._set_state(WorkerState.FAILED, f"{reason}; it died {deaths} times in a row, so it stays off")
                return
            self._set_state(WorkerState.RESTARTING, reason + "; it is being restarted")
            await asyncio.sleep(min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** (deaths - 1)))

    async def _run_once(self) -> str:
        """Starts the process and reads from it until it ends; says in one line why it ended."""
        try:
            process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                cwd=_neutral_folder(),
                creationflags=_LOW_PRIORITY,
            )
        except OSError as error:
            return f"the worker cannot be started ({self._command[0]}: {error.strerror or error})"
        self._process = process
        try:
            await self._read_all(process)
            code = await process.wait()
            return f"the worker ended with exit code {code}"
        except (ValueError, msgspec.MsgspecError) as error:
            _log.error("the worker wrote something else than protocol: %s", error)
            return "the worker wrote something that is not protocol"
        finally:
            _kill(process)
            try:
                await until_ended(process)
            finally:
                self._process = None

    async def _read_all(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        for folder, settings in self._folders.items():
            self._write(protocol.request(next(self._identifiers), "openFolder", protocol.OpenFolder(folder, settings)))
        while True:
            try:
                header = await process.stdout.readuntil(b"\r\n\r\n")
                body = await process.stdout.readexactly(protocol.length_of(header))
            except (asyncio.IncompleteReadError, ConnectionError):
                return
            except asyncio.LimitOverrunError as error:
                raise ValueError(str(error)) from error
            self._receive(protocol.parse(body))

    def _receive(self, message: protocol.Message) -> None:
        if message.method == "ready":
            self._set_state(WorkerState.RUNNING, "the worker is running")
        elif message.method == "progress":
            progress = protocol.decode(message.params, IndexProgress)
            _call(lambda: self._on_progress(progress))
        elif message.method is not UNSET:
            partial = protocol.decode(message.params, protocol.Partial)
            handler = self._partials.get(partial.id, {}).get(str(message.method))
            if handler is not None:
                _call(lambda: handler(partial.value))
        elif message.id is not UNSET:
            answer = self._answers.get(message.id)
            if answer is None or answer.done():
                return
            if isinstance(message.error, protocol.ResponseError):
                answer.set_exception(_failure(message.error))
            else:
                answer.set_result(message.result if isinstance(message.result, Raw) else Raw(b"null"))

    def _write(self, message: protocol.Message) -> None:
        process = self._process
        if process is not None and process.stdin is not None and not process.stdin.is_closing():
            process.stdin.write(protocol.frame(message))

    def _fail_all(self, reason: str) -> None:
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(WorkerGoneError(reason))

    def _set_state(self, state: WorkerState, message: str) -> None:
        if state is not WorkerState.STARTING:
            self._ready.set()
        if state is self.state:
            return
        self.state = state
        _call(lambda: self._on_state(state, message))


def _failure(error: protocol.ResponseError) -> Exception:
    if error.code == protocol.REQUEST_CANCELLED:
        # Whoever cancelled it does not wait any more; so the worker did, because it ends.
        return WorkerGoneError("the worker was stopped")
    return RequestFailedError(error.message, error.code)


def _call(callback: Callable[[], None]) -> None:
    """Hand something over; a bug of the receiver's is not the worker's end."""
    try:
        callback()
    except Exception:
        _log.exception("a callback of the worker failed")


def _neutral_folder() -> str | None:
    """Where the worker runs: not in a repository, whose `.env` and the like libraries would read."""
    folder = cache_folder("worker")
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError:
        return os.path.dirname(sys.executable) or None
    return folder


def _kill(process: asyncio.subprocess.Process) -> None:
    """End the process and close its pipes, also those with something in them that nobody reads any more."""
    transport: asyncio.SubprocessTransport = process._transport  # type: ignore[attr-defined]
    transport.close()
