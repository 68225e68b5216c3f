"""The slower phase of the rules: data-flow analysis across the files that a document imports.

It begins when the text has been analysed and nothing was typed for a moment, runs in a thread, one document at a time,
and its answer counts only while the document is the same. Open documents come before what is on disk. One look at a
time, however many documents wait for one: the threads are there for analyses.

When a text becomes another, typed or on disk, the open documents that import it are looked at again. Whoever goes on
typing comes first: such a look ends there and then, and what is left waits for the next pause.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, NamedTuple

from reread.analyzers.findings import Finding, with_fingerprints
from reread.analyzers.text import Document
from reread.server.lsp.analysis import publish

if TYPE_CHECKING:
    from reread.analyzers.engine.analysis import Analysis
    from reread.analyzers.engine.cross_file import CrossFileAnalysis
    from reread.server.imports.files import WorkspaceFiles
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument

logger = logging.getLogger(__name__)

PAUSE = 0.7
"""Seconds without an edit after which other files are asked."""
SOON = 0.1
"""Seconds after a change on disk, which seldom comes alone."""
MOST_CACHED = 60
"""Files that are kept from one look to the next."""
MOST_TEXT = 300_000
"""Code points of all of them. What is known of a file takes some forty times as much."""


class Linked(NamedTuple):
    """An analysis in the light of other files, and its findings."""

    analysis: Analysis
    findings: tuple[Finding, ...]


class InterruptedLookError(Exception):
    """Somebody types, so that a look at other files ended before it had found anything."""


class _Interruptible:
    """The files of a workspace, as long as nobody types."""

    def __init__(self, files: WorkspaceFiles) -> None:
        self._files = files
        self.is_interrupted = _never

    def find(self, document: Document, module: str) -> tuple[Document, ...]:
        if self.is_interrupted():
            raise InterruptedLookError
        return self._files.find(document, module)

    def same(self, document: Document) -> Document | None:
        return self._files.same(document)


def _never() -> bool:
    return False


class Others:
    """The other files of one folder, as the rules of one generation know them. Used by one thread at a time."""

    def __init__(self, folder: Folder) -> None:
        self.generation = folder.generation
        self._root = folder.path
        self._engine = folder.engine
        self._maximum = folder.settings.max_file_size
        self._open: dict[str, Document] = {}
        self._changed: set[str] = set()
        self._known: tuple[WorkspaceFiles, _Interruptible, CrossFileAnalysis] | None = None

    def linked(
        self,
        analysis: Analysis,
        path: str,
        open_: dict[str, Document],
        is_interrupted: Callable[[], bool] = _never,
    ) -> Linked | None:
        """The changes to an analysis from other files; None if there are none, or on an error, which is logged. Raises
        InterruptedLookError.
        """
        assert self._engine is not None
        try:
            _, across = self._refreshed(open_, is_interrupted)
            linked = self._engine.linked(analysis, across)
            across.trim(MOST_CACHED, MOST_TEXT)
        except InterruptedLookError:
            across.forget()  # What was found out by halves is wrong.
            raise
        except Exception:
            logger.exception("data-flow analysis across files failed on %s", analysis.document.uri)
            return None
        if linked is analysis:
            return None
        return Linked(linked, tuple(with_fingerprints(linked.findings, linked.document, path)))

    def outdated(self, open_: dict[str, Document]) -> set[str]:
        """The paths of the files that changed since the last time, and of those that import them."""
        try:
            files, across = self._refreshed(open_)
            changed, self._changed = self._changed, set()
            outdated = files.importers(changed)
            if outdated:
                across.forget()
            return outdated
        except Exception:
            logger.exception("no look at what imports the files that changed in %s", self._root)
            return set()

    def _refreshed(
        self, open_: dict[str, Document], is_interrupted: Callable[[], bool] = _never
    ) -> tuple[WorkspaceFiles, CrossFileAnalysis]:
        self._open = open_
        files, interruptible, across = self._files()
        interruptible.is_interrupted = is_interrupted
        if changed := files.refresh():
            across.forget()
            self._changed |= changed
        return files, across

    def _files(self) -> tuple[WorkspaceFiles, _Interruptible, CrossFileAnalysis]:
        if self._known is None:
            from reread.server.imports.files import WorkspaceFiles

            assert self._engine is not None
            files = WorkspaceFiles(self._root, self._maximum, lambda path: self._open.get(path))
            interruptible = _Interruptible(files)
            self._known = (files, interruptible, self._engine.across(interruptible))
        return self._known


class AcrossFiles:
    """Decides when other files are analysed, and reports it. It belongs to the event loop."""

    def __init__(
        self,
        client: Client,
        in_thread: Callable[..., Coroutine[Any, Any, Any]],
        on_asked: Callable[[], None],
    ) -> None:
        self._client = client
        self._on_complete = on_asked
        self._session = client.session
        self._in_thread = in_thread
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._pending: set[str] = set()
        self._others: dict[str, Others] = {}
        self._outdated: set[str] = set()
        self._next_look: asyncio.TimerHandle | None = None
        self._lock = asyncio.Lock()

    def request(self, opened: OpenDocument) -> None:
        """Ask other files once nothing has been typed for a moment."""
        self.cancel(opened.key)
        if opened.folder.path and opened.analysis is not None and opened.analysis.state is not None:
            self._timers[opened.key] = asyncio.get_running_loop().call_later(PAUSE, self._begin, opened)

    def texts_changed(self) -> None:
        """What is open changed: once nothing has been typed for a moment, look again at the documents it matters to."""
        self._stop_waiting()
        self._next_look = asyncio.get_running_loop().call_later(PAUSE, self._begin_look)

    def files_changed(self) -> None:
        """Files changed on disk, which is no reason to disturb somebody who types."""
        if self._next_look is None:
            self._next_look = asyncio.get_running_loop().call_later(SOON, self._begin_look)

    def is_pending(self, opened: OpenDocument) -> bool:
        """True while other files are to be asked about the document."""
        return opened.key in self._timers or opened.key in self._pending

    def cancel(self, key: str) -> None:
        timer = self._timers.pop(key, None)
        if timer is not None:
            timer.cancel()

    def close(self) -> None:
        self._stop_waiting()
        for timer in self._timers.values():
            timer.cancel()

    def _stop_waiting(self) -> None:
        if self._next_look is not None:
            self._next_look.cancel()
            self._next_look = None

    def _begin_look(self) -> None:
        self._next_look = None
        self._session.tasks.start(self._look_again(), "data-flow analysis of what imports changed files")

    async def _look_again(self) -> None:
        for folder in self._session.all_folders():
            others = self._others.get(folder.path)
            if others is None or others.generation != folder.generation:
                continue
            async with self._lock:
                paths = await self._in_thread(others.outdated, self._texts())
            self._outdated.update(
                each.key
                for each in self._session.documents.values()
                if each.folder is folder and each.document.path in paths
            )
        for key in sorted(self._outdated, key=self._urgency):
            if self._next_look is not None:
                return  # Somebody types.
            if key not in self._outdated:
                continue
            self._outdated.discard(key)
            opened = self._session.documents.get(key)
            if opened is not None and key not in self._timers and self._is_ready(opened):
                try:
                    await self._link(opened, lambda: self._next_look is not None)
                except InterruptedLookError:
                    self._outdated.add(key)

    def _urgency(self, key: str) -> tuple[bool, bool]:
        """Where findings come from other files they may be wrong now, and the document in use is looked at most."""
        opened = self._session.documents.get(key)
        delta = None if opened is None or opened.analysis is None else opened.analysis.delta
        return not (delta and any(delta)), key != self._session.latest

    def _texts(self) -> dict[str, Document]:
        """The documents that are open, by path."""
        documents = (each.document for each in self._session.documents.values())
        return {each.path: each for each in documents if each.path}

    def _begin(self, opened: OpenDocument) -> None:
        self._timers.pop(opened.key, None)
        if self._is_ready(opened):
            self._session.tasks.start(self._link(opened), "data-flow analysis across files")

    def _is_ready(self, opened: OpenDocument) -> bool:
        """True for a document that is analysed as it is now; others ask again when they are."""
        session, analysis = self._session, opened.analysis
        is_open = session.documents.get(opened.key) is opened
        return is_open and opened.current and analysis is not None and not analysis.pending

    async def _link(self, opened: OpenDocument, is_interrupted: Callable[[], bool] = _never) -> None:
        self._pending.add(opened.key)
        try:
            await self._linked(opened, is_interrupted)
        finally:
            self._pending.discard(opened.key)
            self._on_complete()

    async def _linked(self, opened: OpenDocument, is_interrupted: Callable[[], bool]) -> None:
        folder, analysis = opened.folder, opened.analysis
        others = self._others.get(folder.path)
        if others is None or others.generation != folder.generation:
            others = self._others[folder.path] = Others(folder)
        path = folder.relative(opened.document.path)
        async with self._lock:
            if opened.analysis is not analysis:
                return
            linked: Linked | None = await self._in_thread(others.linked, analysis, path, self._texts(), is_interrupted)
        if linked is None or opened.analysis is not analysis or not self._is_ready(opened):
            return
        opened.take_analysis(linked.analysis, linked.findings, 0, folder.generation)
        publish.publish(self._client, opened)
