"""The requests that the worker answers."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Raw, UnsetType

from reread.analyzers import correlation
from reread.analyzers.findings import Finding
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.text import Span
from reread.rag.results import IndexProgress, IndexReport, IndexStatus, NamedPlace, Piece
from reread.server.generation.values import GeneratedText, GenerationParams, GenerationRequest
from reread.server.report.review import (
    FixOutcome,
    FixRequest,
    Retrieve,
    ReviewDocument,
    ReviewOutcome,
    ReviewPlan,
    ReviewRequest,
)
from reread.server.review import reviewing
from reread.server.rpc import protocol
from reread.server.worker.folders import IndexedFolder

if TYPE_CHECKING:
    from reread.analyzers.review.ask.pool import Pool

Value = TypeVar("Value")

_CALLED = "called by the change"
_CALLS = "calls the change"
_LONGEST_HEAD = 10
"""Lines of a definition that are looked at for its signature."""

_PIECES = 30
"""Pieces that are looked up for a question."""

_PROGRESS_INTERVAL = 0.1
"""Seconds between two reports of progress."""


class CannotAnswerError(Exception):
    """The request cannot be answered; the message gives the reason in one line."""

    def __init__(self, message: str, code: int = protocol.REQUEST_FAILED) -> None:
        super().__init__(message)
        self.code = code


class Requests:
    """Answers requests, each a coroutine on the worker's loop with its slow parts in threads."""

    def __init__(self, send: Callable[[protocol.Message], None]) -> None:
        self._send = send
        self._folders: dict[str, IndexedFolder] = {}
        self._whole_runs: dict[str, asyncio.Lock] = {}
        # Two pools, so that a lookup never waits for long runs of the indexer.
        self._indexing = ThreadPoolExecutor(8, thread_name_prefix="index")
        self._looking_up = ThreadPoolExecutor(4, thread_name_prefix="lookup")
        self._pool: Pool | None = None

    async def answer(self, identifier: int, method: str, params: Raw | UnsetType) -> Any:
        """The result of a request. Raises CannotAnswerError, or anything else for a bug."""
        if method == "openFolder":
            return await self._open(protocol.decode(params, protocol.OpenFolder))
        if method == "closeFolder":
            return await self._close(protocol.decode(params, protocol.FolderPath))
        if method == "index":
            return await self._index(protocol.decode(params, protocol.IndexFiles))
        if method == "status":
            return await self._status(protocol.decode(params, protocol.FolderPath))
        if method == "search":
            return await self._search(protocol.decode(params, protocol.Search))
        if method == "context":
            return await self._context(protocol.decode(params, protocol.Context))
        if method == "review":
            return await self._review(identifier, protocol.decode(params, ReviewRequest))
        if method == "plan":
            return await self._plan(protocol.decode(params, ReviewRequest))
        if method == "findings":
            return await self._findings(protocol.decode(params, protocol.LookAtChange))
        if method == "fix":
            return await self._fix(protocol.decode(params, FixRequest))
        if method == "generate":
            return await self._generate(identifier, protocol.decode(params, GenerationParams).request)
        if method == "lookUp":
            return await self._look_up(protocol.decode(params, protocol.LookUp))
        raise CannotAnswerError(f"there is no request {method!r}", protocol.METHOD_NOT_FOUND)

    async def close(self) -> None:
        """Close all folders in good order."""
        loop = asyncio.get_running_loop()
        folders = list(self._folders.values())
        for folder in folders:
            folder.expect_end()
        if self._pool is not None:
            await self._pool.close()
        await asyncio.gather(
            *(loop.run_in_executor(self._looking_up, folder.close) for folder in folders), return_exceptions=True
        )

    async def _open(self, params: protocol.OpenFolder) -> None:
        folder = self._folders.get(params.folder)
        if folder is None:
            self._folders[params.folder] = IndexedFolder(params.folder, params.settings)
        else:
            await self._in_thread(lambda: folder.configure(params.settings))

    async def _close(self, params: protocol.FolderPath) -> None:
        folder = self._folders.pop(params.folder, None)
        if folder is not None:
            await self._in_thread(folder.close)

    async def _index(self, params: protocol.IndexFiles) -> IndexReport:
        folder = self._folder(params.folder)
        stop = threading.Event()
        report = self._reporter()

        def run() -> IndexReport:
            index = folder.index()
            if index is None:
                return IndexReport(folder=folder.path)
            return index.run(params.paths, report, stop.is_set)

        if params.paths is not None:
            return await self._in_thread(run, stop, self._indexing)
        # A second run over all of the folder has nothing to do but what the first did not see.
        async with self._whole_runs.setdefault(folder.path, asyncio.Lock()):
            return await self._in_thread(run, stop, self._indexing)

    async def _status(self, params: protocol.FolderPath) -> IndexStatus:
        folder = self._folder(params.folder)

        def status() -> IndexStatus:
            index = folder.index()
            return index.status() if index is not None else IndexStatus(folder=folder.path, directory="")

        return await self._in_thread(status)

    async def _search(self, params: protocol.Search) -> list[Piece]:
        folder = self._folder(params.folder)

        def search() -> list[Piece]:
            index = folder.index()
            return index.search(params.words, params.limit, params.source) if index is not None else []

        return await self._in_thread(search)

    async def _context(self, params: protocol.Context) -> list[Piece]:
        folder = self._folder(params.folder)

        def context() -> list[Piece]:
            index = folder.index()
            if index is None:
                return []
            return index.context(
                params.path,
                params.text,
                params.start,
                params.end,
                params.limit_tokens,
                params.language,
                params.source,
                [Span(*each) for each in params.changed],
            )

        return await self._in_thread(context)

    async def _review(self, identifier: int, request: ReviewRequest) -> ReviewOutcome:
        folder = self._folder(request.folder)

        def on_finding(uri: str, finding: Finding) -> None:
            self._partial("finding", identifier, (uri, finding))

        def on_progress(line: str, done: int, total: int) -> None:
            self._partial("reviewProgress", identifier, (line, done, total))

        return await reviewing.review(
            request, folder.settings, self._retrieve(folder), on_finding, on_progress, self._models(), folder.index
        )

    async def _plan(self, request: ReviewRequest) -> ReviewPlan:
        folder = self._folder(request.folder)
        return await reviewing.plan(request, folder.settings, self._retrieve(folder), folder.index)

    async def _fix(self, request: FixRequest) -> FixOutcome:
        folder = self._folder(request.folder)
        return await reviewing.fix(request, folder.settings, self._retrieve(folder), self._models())

    async def _generate(self, identifier: int, request: GenerationRequest) -> GeneratedText:
        from reread.server.generation import generate

        folder = self._folder(request.folder)

        async def search(text: str) -> Sequence[ContextPiece]:
            pieces = await self._search(protocol.Search(folder.path, text, _PIECES))
            return list(map(as_context, pieces))

        def on_words(text: str) -> None:
            self._partial("generatedText", identifier, text)

        retrieve = self._retrieve(folder)
        return await generate.generated(request, folder.settings, search, retrieve, on_words, self._models())

    async def _look_up(self, params: protocol.LookUp) -> list[NamedPlace]:
        folder = self._folder(params.folder)

        def found() -> list[NamedPlace]:
            index = folder.index()
            if index is None:
                return []
            asked = {"definitions": index.definitions, "callers": index.callers, "importers": index.importers}
            return asked[params.what](params.name)

        return await self._in_thread(found)

    def _models(self) -> Pool:
        """The connections to the models, for as long as this process lives."""
        if self._pool is None:
            self._pool = reviewing.open_pool()
        return self._pool

    async def _findings(self, params: protocol.LookAtChange) -> list[protocol.FileFindingsMessage]:
        folder = self._folder(params.folder)

        def looked() -> list[protocol.FileFindingsMessage]:
            from reread.server.worker import looking

            return looking.looked(params, folder.settings)

        return await self._in_thread(looked)

    def _retrieve(self, folder: IndexedFolder) -> Retrieve:
        async def retrieve(document: ReviewDocument, span: Span, changed: Sequence[Span]) -> Sequence[ContextPiece]:
            params = protocol.Context(
                folder.path,
                document.path,
                document.text,
                span.start,
                span.end,
                limit_tokens=folder.settings.review.context_tokens,
                language=document.language,
                changed=tuple((each.start, each.end) for each in changed),
            )
            pieces = await self._context(params)
            return list(map(as_context, pieces))

        return retrieve

    def _folder(self, path: str) -> IndexedFolder:
        folder = self._folders.get(path)
        if folder is None:
            raise CannotAnswerError(f"the folder {path!r} is not open")
        return folder

    def _partial(self, method: str, identifier: int, value: Any) -> None:
        self._send(protocol.notification(method, protocol.Partial(identifier, protocol.encode(value))))

    def _reporter(self) -> Callable[[IndexProgress], None]:
        """Sends progress on, but not more often than anyone can see; the last report always."""
        last = 0.0

        def report(progress: IndexProgress) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _PROGRESS_INTERVAL or progress.done == progress.total:
                last = now
                self._send(protocol.notification("progress", progress))

        return report

    async def _in_thread(
        self,
        function: Callable[[], Value],
        stop: threading.Event | None = None,
        pool: ThreadPoolExecutor | None = None,
    ) -> Value:
        """The result of a slow function. When the request is cancelled, `stop` tells the thread so."""
        future: Awaitable[Value] = asyncio.get_running_loop().run_in_executor(
            pool or self._looking_up, correlation.carried(function)
        )
        try:
            return await future
        except asyncio.CancelledError:
            if stop is not None:
                stop.set()
            raise


def as_context(piece: Piece) -> ContextPiece:
    """A piece as the reviewer takes it. What the change calls counts by its signature, guidance as a whole."""
    identity = piece.text if piece.kind == "guidance" else ""
    if piece.reason == _CALLED:
        identity = _head(piece.text)
    is_guidance, is_caller = piece.kind == "guidance", piece.reason.startswith(_CALLS)
    return ContextPiece(
        piece.path, piece.start_line, piece.text, piece.reason, identity, guidance=is_guidance, caller=is_caller
    )


def _head(text: str) -> str:
    """The beginning of a definition, up to the end of the line on which its parameters end."""
    lines: list[str] = []
    for line in text.splitlines()[:_LONGEST_HEAD]:
        lines.append(line)
        so_far = "\n".join(lines)
        if "(" in so_far and so_far.count("(") == so_far.count(")") and not line.lstrip().startswith("@"):
            break
    return "\n".join(lines)
