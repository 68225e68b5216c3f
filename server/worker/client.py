"""`Worker`: the client side of the worker, for the language server and the command line. Imports nothing heavy.

All methods belong to one event loop. Cancelling the task that awaits an answer cancels the work in the worker.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import UNSET, Raw

from reread.analyzers import correlation, spans
from reread.analyzers.findings import Finding
from reread.rag.results import IndexProgress, IndexReport, IndexStatus, NamedPlace, Piece
from reread.server.rpc import protocol
from reread.server.rpc.errors import RequestFailedError, WorkerGoneError, error_of
from reread.server.settings import Settings
from reread.server.worker.process import WorkerProcess, WorkerState, call, worker_command

if TYPE_CHECKING:
    from reread.analyzers.review.client_model import AskClient
    from reread.server.generation.values import GeneratedText, GenerationRequest, OnText
    from reread.server.report.review import (
        FixOutcome,
        FixRequest,
        OnFinding,
        OnProgress,
        ReviewOutcome,
        ReviewPlan,
        ReviewRequest,
    )

Value = TypeVar("Value")


class Worker:
    """The worker: its process is kept running, and answers requests.

    `on_progress` gets the progress of all index runs. `on_state` gets each change of state once, with one line for
    people. After a restart all open folders are open again, and RUNNING is reported again: index then what changed.
    `environment` are variables that the process has besides those of this one.
    """

    def __init__(
        self,
        *,
        on_progress: Callable[[IndexProgress], None],
        on_state: Callable[[WorkerState, str], None],
        command: Sequence[str] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._on_progress = on_progress
        self._folders: dict[str, Settings] = {}
        self._identifiers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Raw]] = {}
        self._partials: dict[int, dict[str, Callable[[Raw], None]]] = {}
        self._process = WorkerProcess(
            worker_command() if command is None else command,
            on_start=self._open_folders,
            on_message=self._receive,
            on_end=self._fail_all,
            on_state=on_state,
            environment=environment,
        )

    @property
    def state(self) -> WorkerState:
        return self._process.state

    @property
    def process_id(self) -> int | None:
        return self._process.identifier

    async def start(self) -> None:
        """Start the process, unless it is there already. Returns at once; requests wait until it is up."""
        await self._process.start()

    async def stop(self, timeout: float = 1.0) -> None:  # noqa: ASYNC109 - a limit, not a cancellation
        """End the process: politely first, by force after `timeout` seconds. Never raises, never hangs."""
        await self._process.stop(timeout)

    async def open_folder(self, folder: str, settings: Settings) -> None:
        """Open the index of a folder; again with other settings to change them. Kept over restarts."""
        self._folders[folder] = settings
        await self._ask("openFolder", protocol.OpenFolder(folder, settings), object)

    async def close_folder(self, folder: str) -> None:
        self._folders.pop(folder, None)
        await self._ask("closeFolder", protocol.FolderPath(folder), object)

    async def index(self, folder: str, paths: Sequence[str] | None = None) -> IndexReport:
        """Bring the index of the folder up to date: all of it, or these absolute paths (changed, new or gone)."""
        changed = tuple(paths) if paths is not None else None
        return await self._ask("index", protocol.IndexFiles(folder, changed), IndexReport)

    async def status(self, folder: str) -> IndexStatus:
        return await self._ask("status", protocol.FolderPath(folder), IndexStatus)

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
        """The context for judging a change of `text[start:end]` (code points) in the file `path` (absolute)."""
        params = protocol.Context(folder, path, text, start, end, limit_tokens, language, source, changed)
        return await self._ask("context", params, list[Piece])

    async def findings(self, request: protocol.LookAtChange) -> list[protocol.FileFindingsMessage]:
        """The findings of the index about a change, by file."""
        return await self._ask("findings", request, list[protocol.FileFindingsMessage])

    async def review(
        self,
        request: ReviewRequest,
        on_finding: OnFinding,
        on_progress: OnProgress,
        ask_client: AskClient | None = None,
    ) -> ReviewOutcome:
        """Review with the model; findings are passed on one by one, ahead of the outcome.

        `ask_client` asks the models of whoever started this process, here and in `fix` and `generate`.
        """
        from reread.server.report.review import ReviewOutcome

        partials: dict[str, Callable[[Raw], None]] = {
            "finding": lambda raw: on_finding(*protocol.decode(raw, tuple[str, Finding])),
            "reviewProgress": lambda raw: on_progress(*protocol.decode(raw, tuple[str, int, int])),
        }
        return await self._ask_model("review", request, ReviewOutcome, partials, ask_client)

    async def plan(self, request: ReviewRequest) -> ReviewPlan:
        """The plan for a review of the request; nothing is sent."""
        from reread.server.report.review import ReviewPlan

        return await self._ask("plan", request, ReviewPlan)

    async def fix(self, request: FixRequest, ask_client: AskClient | None = None) -> FixOutcome:
        from reread.server.report.review import FixOutcome

        return await self._ask_model("fix", request, FixOutcome, {}, ask_client)

    async def generate(
        self, request: GenerationRequest, on_words: OnText, ask_client: AskClient | None = None
    ) -> GeneratedText:
        """The model's text; the words of an answer are passed on as they arrive."""
        from reread.server.generation.values import GeneratedText, GenerationParams

        partials: dict[str, Callable[[Raw], None]] = {"generatedText": lambda raw: on_words(protocol.decode(raw, str))}
        return await self._ask_model("generate", GenerationParams(request), GeneratedText, partials, ask_client)

    async def look_up(self, folder: str, name: str, what: protocol.NameQuestion) -> list[NamedPlace]:
        """Where what has this name is defined, called or imported."""
        return await self._ask("lookUp", protocol.LookUp(folder, name, what), list[NamedPlace])

    async def _ask_model(
        self,
        method: str,
        params: Any,
        kind: type[Value],
        partials: dict[str, Callable[[Raw], None]],
        ask_client: AskClient | None,
    ) -> Value:
        """The answer to a request during which the client's models may be asked."""
        from reread.server.worker.client_questions import AnsweredQuestions

        questions = AnsweredQuestions(ask_client, self._process.write)
        try:
            return await self._ask(method, params, kind, {**partials, **questions.handlers})
        finally:
            questions.end()

    async def _ask(
        self, method: str, params: Any, kind: type[Value], partials: dict[str, Callable[[Raw], None]] | None = None
    ) -> Value:
        await self._process.until_ready()
        identifier = next(self._identifiers)
        answer = self._answers[identifier] = asyncio.get_running_loop().create_future()
        self._partials[identifier] = partials or {}
        job = correlation.current() or correlation.fresh()
        try:
            with correlation.within(job), spans.span(f"asked worker {method}", logging.DEBUG):
                self._process.write(protocol.request(identifier, method, params, job, spans.identity()))
                return protocol.decode(await answer, kind)
        except asyncio.CancelledError:
            self._process.write(protocol.notification("$/cancelRequest", protocol.Cancel(identifier)))
            raise
        except msgspec.MsgspecError as error:
            raise RequestFailedError(f"the worker's answer to {method} is not valid: {error}", -32603) from error
        finally:
            self._answers.pop(identifier, None)
            self._partials.pop(identifier, None)

    def _open_folders(self) -> None:
        for folder, settings in self._folders.items():
            message = protocol.request(next(self._identifiers), "openFolder", protocol.OpenFolder(folder, settings))
            self._process.write(message)

    def _receive(self, message: protocol.Message) -> None:
        if message.method == "progress":
            progress = protocol.decode(message.params, IndexProgress)
            call(lambda: self._on_progress(progress))
        elif message.method is not UNSET:
            partial = protocol.decode(message.params, protocol.Partial)
            handler = self._partials.get(partial.id, {}).get(str(message.method))
            if handler is not None:
                call(lambda: handler(partial.value))
        elif message.id is not UNSET:
            answer = self._answers.get(message.id)
            if answer is None or answer.done():
                return
            if isinstance(message.error, protocol.ResponseError):
                answer.set_exception(error_of(message.error))
            else:
                answer.set_result(message.result if isinstance(message.result, Raw) else Raw(b"null"))

    def _fail_all(self, reason: str) -> None:
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(WorkerGoneError(reason))
