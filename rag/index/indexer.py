"""Brings the index of a folder up to date: reads changed files and removes deleted ones."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing

import msgspec

from reread.analyzers import owned_files
from reread.rag import history
from reread.rag.embed import Embedder
from reread.rag.index import pause
from reread.rag.index.damage import DamagedStoreError, unavailable
from reread.rag.index.directory import IndexDirectory
from reread.rag.index.run import IndexLimits, IndexRun, behind
from reread.rag.index.write_queue import WriteQueue
from reread.rag.results import IndexProgress, IndexReport

_PATIENCE = 10.0
"""Seconds that closing waits for runs to end; killed then, the index is safe too."""


class Indexer:
    """Runs in threads of the process that holds the lock: a long run for all of the folder, short ones for changes."""

    def __init__(self, directory: IndexDirectory, embedder: Embedder, limits: IndexLimits) -> None:
        self.limits = limits
        self._directory = directory
        self._embedder = embedder
        self._writes = WriteQueue()
        self._closed = threading.Event()
        self._running = 0
        self._ended = threading.Condition()

    def run(
        self,
        paths: Sequence[str] | None = None,
        on_progress: Callable[[IndexProgress], None] = lambda progress: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> IndexReport:
        """Index all of the folder, or these absolute paths. Safe to stop at any moment, by any means.

        A damaged index is recreated, once. While indexing is paused nothing is done. Raises IndexUnavailableError if
        no index can be kept.
        """
        started = time.monotonic()
        if self._is_paused():
            return IndexReport(folder=self._directory.folder, paused=True, behind=self._behind(paths))
        with self._ended:
            begun = not self._closed.is_set() and self._directory.become_writer()
            self._running += begun
        if not begun:
            return IndexReport(folder=self._directory.folder, read_only=True, behind=self._behind(paths))
        try:
            report = self._run(paths, on_progress, lambda: self._closed.is_set() or cancelled() or self._is_paused())
        finally:
            with self._ended:
                self._running -= 1
                self._ended.notify_all()
        notes, self._directory.notes = tuple(self._directory.notes), []
        paused = report.cancelled and self._is_paused()
        return msgspec.structs.replace(report, seconds=time.monotonic() - started, notes=notes, paused=paused)

    def close(self) -> None:
        """Stop the runs after their batch, and close the index in good order if they do so soon."""
        self._closed.set()
        with self._ended:
            if self._ended.wait_for(lambda: not self._running, _PATIENCE):
                self._directory.close()

    def _is_paused(self) -> bool:
        return pause.is_paused(self._directory.folder)

    def _behind(self, paths: Sequence[str] | None) -> int:
        """How far the index is behind the folder, for whoever may not write it but reads all of it."""
        catalogue = self._directory.reader() if paths is None and not self._closed.is_set() else None
        if catalogue is None:
            return 0
        with closing(catalogue):
            try:
                return behind(self._directory.folder, catalogue, self.limits)
            except sqlite3.DatabaseError as error:
                self._directory.catalogue_damage = str(error)
                return 0

    def _run(
        self,
        paths: Sequence[str] | None,
        on_progress: Callable[[IndexProgress], None],
        stop: Callable[[], bool],
    ) -> IndexReport:
        try:
            self._require_repair()
            report = IndexRun(self._directory, self._embedder, self._writes, on_progress, stop).run(self.limits, paths)
            if not report.cancelled:
                history.refresh(self._directory.folder, self._directory.path)
            return report
        except Exception as error:
            self._repair(error)
            return self._again(on_progress, stop)

    def _again(self, on_progress: Callable[[IndexProgress], None], stop: Callable[[], bool]) -> IndexReport:
        """The whole folder, after a repair; what is broken now is not the index."""
        try:
            return IndexRun(self._directory, self._embedder, self._writes, on_progress, stop).run(self.limits, None)
        except (sqlite3.Error, DamagedStoreError, OSError) as error:
            raise unavailable(self._directory.path, error) from error

    def _require_repair(self) -> None:
        """Raise for the damage that readers have met, to have it repaired."""
        if self._directory.catalogue_damage:
            raise sqlite3.DatabaseError(self._directory.catalogue_damage)
        if self._directory.store_damage:
            raise DamagedStoreError(self._directory.store_damage)

    def _repair(self, error: Exception) -> None:
        """Make the damaged part again; raises what is no damage."""
        with self._writes.take(urgent=True):
            path = self._directory.path
            if isinstance(error, OSError | sqlite3.OperationalError) or owned_files.is_disk_full(path, error):
                raise unavailable(path, error) from error
            if isinstance(error, sqlite3.DatabaseError):
                self._directory.catalogue_damage = ""
                self._directory.rebuild_catalogue(str(error))
            elif isinstance(error, DamagedStoreError):
                self._directory.store_damage = ""
                self._directory.rebuild_store(self._embedder.name, str(error))
            else:
                raise error
