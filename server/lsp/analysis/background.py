"""The worker process from the editor's side: started late, with progress of indexing; its absence is reported once.

Nothing here is on the way of typing. Without the worker everything else works.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from reread.analyzers import parts
from reread.rag.index import pause
from reread.server.lsp.analysis.missing_parts import MissingParts
from reread.server.lsp.analysis.paused_indexing import PausedIndexing, paused
from reread.server.lsp.client.progress import Progress, duration

if TYPE_CHECKING:
    from reread.rag.results import IndexProgress, IndexReport
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.folders import Folder
    from reread.server.settings import Settings
    from reread.server.worker.client import Worker
    from reread.server.worker.process import WorkerState

logger = logging.getLogger(__name__)


class Background:
    """Owns the worker and its indexing requests.

    `on_indexed` is called when the index of a folder is up to date, `on_closed` when it is no longer kept.
    """

    def __init__(
        self,
        client: Client,
        schedule: Schedule,
        *,
        on_indexed: Callable[[Folder], None],
        on_closed: Callable[[Folder], None],
    ) -> None:
        self._client = client
        self._session = client.session
        self._schedule = schedule
        self._on_indexed = on_indexed
        self._on_closed = on_closed
        self._worker: Worker | None = None
        self._ready = False
        self._opened: dict[str, Settings] = {}
        self._waiting: dict[str, set[str] | None] = {}
        self._indexing: dict[str, asyncio.Task[None]] = {}
        self._progress: dict[str, Progress] = {}
        self._paused = PausedIndexing(client, self.index)
        self.missing = MissingParts(client, schedule, on_installed=self.ready)
        # A pause and a resumption that come one right after the other end as the last of them says.
        self._pausing = asyncio.Lock()

    @property
    def state(self) -> str:
        """The worker's state in one word."""
        return self._worker.state.value if self._worker is not None else "not started"

    def ready(self) -> None:
        """The first diagnostics are out: from now on the worker may start."""
        self._ready = True
        for folder in self._session.folders.values():
            self.settings_changed(folder)

    async def worker(self) -> Worker:
        """The running worker; starts it if necessary. Raises WorkerGoneError when it cannot run."""
        if self._worker is None:
            from reread.server.worker.client import Worker

            self._worker = Worker(on_progress=self._show_progress, on_state=self._tell_state)
        await self._worker.start()
        return self._worker

    async def worker_for(self, folder: Folder) -> Worker:
        """The running worker, with this folder open."""
        worker = await self.worker()
        await self._open(worker, folder)
        return worker

    def settings_changed(self, folder: Folder) -> None:
        """Open the folder in the worker or tell it the new settings, and index, where the settings say so."""
        session, settings = self._session, folder.settings
        if not self._ready or not folder.configured:
            return
        if not folder.path or folder not in session.folders.values() or self._opened.get(folder.path) == settings:
            return
        if settings.enable and settings.index.enable:
            if parts.is_installed("index"):
                self.index(folder)
            else:
                self.missing.offer("index")
        elif folder.path in self._opened:
            self.close_folder(folder)

    def index(self, folder: Folder, paths: Sequence[str] | None = None) -> None:
        """Bring the index of the folder up to date, all of it or these files, after what is being indexed now."""
        waiting = self._waiting.get(folder.path, set())
        self._waiting[folder.path] = None if paths is None or waiting is None else waiting | set(paths)
        running = self._indexing.get(folder.path)
        if running is None or running.done():
            name = f"indexing {folder.path}"
            self._indexing[folder.path] = self._session.tasks.start(self._index(folder), name)

    def files_changed(self, paths: Sequence[str], *, everything: bool = False) -> None:
        """Files of the workspace were made, changed or deleted on disk."""
        for folder in self._session.folders.values():
            own = [path for path in paths if self._session.folder_of(path) is folder]
            if own and folder.path in self._opened and folder.settings.index.enable:
                self.index(folder, None if everything else own)

    def is_indexing(self, folder: Folder) -> bool:
        running = self._indexing.get(folder.path)
        return running is not None and not running.done()

    async def pause(self, folder: Folder) -> None:
        """Stop indexing the folder until it is resumed, here or anywhere. Raises OSError."""
        async with self._pausing:
            await self._schedule.in_thread(pause.pause, folder.path)
            self._client.show_once(paused(folder), types.MessageType.Info)

    async def resume(self, folder: Folder) -> None:
        """End the pause and bring the index up to date. Raises OSError."""
        async with self._pausing:
            await self._schedule.in_thread(pause.resume, folder.path)
            self._session.shown.discard(paused(folder))
            self._paused.forget(folder)
            self.index(folder)

    def close_folder(self, folder: Folder) -> None:
        """The folder is no longer part of the workspace."""
        self._on_closed(folder)
        self._paused.forget(folder)
        self._waiting.pop(folder.path, None)
        running = self._indexing.pop(folder.path, None)
        if running is not None:
            running.cancel()
        if self._opened.pop(folder.path, None) is not None and self._worker is not None:
            self._session.tasks.start(self._close_folder(self._worker, folder.path), "closing a folder")

    async def close(self) -> None:
        """End the worker. Never takes longer than a second."""
        if self._worker is not None:
            await self._worker.stop(timeout=0.5)

    def clear_cache(self) -> None:
        """Delete the kept answers of models."""
        self._session.tasks.start(self._clear_answers(), "clearing the cache")

    def rebuild_index(self) -> None:
        """Delete the index of every folder, then index again."""
        self._session.tasks.start(self._rebuild_index(), "rebuilding the index")

    async def _clear_answers(self) -> None:
        from reread.server.lsp.analysis.clearing import clear_answers

        problem = await self._schedule.in_thread(clear_answers)
        said = problem or "the cached model answers were deleted; the index was kept"
        self._client.show(said, types.MessageType.Warning if problem else types.MessageType.Info)

    async def _rebuild_index(self) -> None:
        from reread.server.lsp.analysis.clearing import clear_indexes

        folders = [folder for folder in self._session.folders.values() if folder.path]
        worker, self._worker = self._worker, None
        self._opened.clear()
        if worker is not None:
            await worker.stop()
        problems = await self._schedule.in_thread(clear_indexes, [folder.path for folder in folders])
        for problem in problems:
            self._client.show(problem)
        if not problems:
            self._client.show("the index was deleted and is being rebuilt", types.MessageType.Info)
        for folder in folders:
            self.settings_changed(folder)

    def place_of(self, folder: Folder) -> str:
        """The folder that the worker knows it by: for documents outside all folders one that stays empty."""
        if folder.path:
            return folder.path
        from reread.analyzers import owned_files
        from reread.analyzers.data_directories import cache_folder

        place = cache_folder("no-folder")
        owned_files.make_folder(place)
        return place

    async def _open(self, worker: Worker, folder: Folder) -> None:
        place = self.place_of(folder)
        if self._opened.get(place) != folder.settings:
            settings = self._opened[place] = folder.settings
            try:
                await worker.open_folder(place, settings)
            except BaseException:
                self._opened.pop(place, None)
                raise

    async def _index(self, folder: Folder) -> None:
        from reread.server.rpc.errors import RequestFailedError, WorkerGoneError

        try:
            worker = await self.worker_for(folder)
            while folder.path in self._waiting:
                waiting = self._waiting.pop(folder.path)
                paths = sorted(waiting) if waiting is not None else None
                if paths is not None:
                    report = await worker.index(folder.path, paths)
                else:
                    async with Progress(self._client, "Reread: indexing") as self._progress[folder.path]:
                        report = await worker.index(folder.path)
                    self._report(report)
                self._paused.note(folder, worker, report)
            self._on_indexed(folder)
        except WorkerGoneError as error:
            logger.info("indexing %s: %s", folder.path, error)
        except RequestFailedError as error:
            self._client.show_once(f"{folder.path} is not indexed: {error}")
        finally:
            self._progress.pop(folder.path, None)

    async def _close_folder(self, worker: Worker, path: str) -> None:
        from reread.server.rpc.errors import RequestFailedError, WorkerGoneError

        try:
            await worker.close_folder(path)
        except (WorkerGoneError, RequestFailedError) as error:
            logger.info("closing %s: %s", path, error)

    def _report(self, report: IndexReport) -> None:
        for note in report.notes:
            logger.warning("%s: %s", report.folder, note)
        logger.info("indexed %s: %d files, %d unchanged", report.folder, report.indexed, report.unchanged)

    def _show_progress(self, progress: IndexProgress) -> None:
        shown = self._progress.get(progress.folder)
        if shown is not None and progress.total:
            share = 100 * progress.done // progress.total
            left = f"{progress.rate:,.0f} chunks/s, {duration(progress.seconds_left)} left"
            shown.report(f"{progress.done} of {progress.total} files, {left}", share)

    def _tell_state(self, state: WorkerState, message: str) -> None:
        from reread.server.worker.process import WorkerState

        logger.info("worker: %s", message)
        if state in (WorkerState.RESTARTING, WorkerState.FAILED):
            # What it had open is open again after a restart, but what it was sent meanwhile is lost.
            self._client.show_once(
                "the worker process for index and model review ended. Rules keep running without it; "
                f"see the log. ({message})"
                if state is WorkerState.FAILED
                else "the worker process for index and model review ended and is being restarted."
            )
        elif state is WorkerState.RUNNING and self._opened:
            for folder in self._session.folders.values():
                if folder.path in self._opened and folder.settings.index.enable:
                    self.index(folder)
