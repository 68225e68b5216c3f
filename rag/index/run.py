"""A run of the indexer, in batches, each of which leaves a complete index."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reread.rag.embed import Embedder
from reread.rag.index import preparing
from reread.rag.index.catalogue import Catalogue, LeftOut, NewFile, StoredFile
from reread.rag.index.damage import IndexUnavailableError
from reread.rag.index.directory import IndexDirectory
from reread.rag.index.preparation_process import PreparationProcess
from reread.rag.index.preparing import Batch, PendingFile, Prepared, prepare_all
from reread.rag.index.vectors import VectorWriter, agree
from reread.rag.index.write_queue import WriteQueue
from reread.rag.results import IndexProgress, IndexReport, SkippedFile
from reread.rag.source import walk

_BATCH_CHUNKS = 400
_BATCH_FILES = 50
_WORTH_HELP = 200
"""Files from which on starting another process pays."""
_RACY = 2_000_000_000
"""Nanoseconds. A file read so shortly after it was changed may have changed again within the same time stamp."""
_IGNORE_FILES = frozenset({".gitignore", ".rereadignore"})


class IndexLimits(NamedTuple):
    """The files of a folder to index; see the settings of the same names."""

    exclude: tuple[str, ...] = ()
    max_file_size: int = 1_000_000
    max_files: int = 50_000


class Plan(NamedTuple):
    """The work of a run. `unchanged` counts files; `whole` says that it is about all of the folder."""

    todo: list[PendingFile]
    removed: list[str]
    unchanged: int
    skipped: list[walk.Skipped]
    whole: bool


class _Known(NamedTuple):
    """Files on disk, and what the catalogue has of them: in it, and left out for their content."""

    listing: walk.Listing
    files: Mapping[str, StoredFile]
    left_out: Mapping[str, LeftOut]


def plan(folder: str, catalogue: Catalogue, limits: IndexLimits, paths: Sequence[str] | None) -> Plan:
    """Compare the folder, or these absolute paths, with the catalogue."""
    if paths is not None and any(os.path.basename(path) in _IGNORE_FILES for path in paths):
        paths = None
    if paths is None or any(os.path.isdir(path) for path in paths):
        listing, known, left_out = _whole(folder, catalogue, limits)
    else:
        listing, known, left_out = _some(folder, catalogue, limits, paths)
    present = {found.path for found in listing.files}
    todo = [
        PendingFile(found, stored.hash if (stored := known.get(found.path)) else None)
        for found in listing.files
        if not preparing.is_data(found.path)
        and not _same(found, known.get(found.path))
        and not _same(found, left_out.get(found.path))
    ]
    # What was worked on last is what a review will ask about first.
    todo.sort(key=lambda entry: -entry.found.modified)
    anew = {entry.found.path for entry in todo}
    skipped = [
        walk.Skipped(path, left_out[path].reason) for path in sorted(left_out) if path in present and path not in anew
    ]
    removed = sorted(path for path in {*known, *left_out} if path not in present)
    unchanged = len(present) - len(todo) - len(skipped)
    return Plan(todo, removed, unchanged, [*listing.skipped, *skipped], paths is None)


def behind(folder: str, catalogue: Catalogue, limits: IndexLimits) -> int:
    """How many files of a folder were changed, added or removed since they were indexed; nothing is written."""
    work = plan(folder, catalogue, limits, None)
    known = catalogue.files()

    def is_other(found: walk.FoundFile) -> bool:
        stored = known.get(found.path)
        return stored is None or (stored.size, stored.modified) != (found.size, found.modified)

    return sum(is_other(entry.found) for entry in work.todo) + len(work.removed)


def _whole(folder: str, catalogue: Catalogue, limits: IndexLimits) -> _Known:
    listing = walk.walk(folder, exclude=limits.exclude, max_file_size=limits.max_file_size, max_files=limits.max_files)
    return _Known(listing, catalogue.files(), catalogue.left_out())


def _some(folder: str, catalogue: Catalogue, limits: IndexLimits, paths: Sequence[str]) -> _Known:
    listing = walk.select(folder, paths, exclude=limits.exclude, max_file_size=limits.max_file_size)
    names = {name for path in paths if (name := walk.relative(folder, path))}
    touched = {below for name in names for below in catalogue.paths_under(name)}
    known = {name: stored for name in touched if (stored := catalogue.file(name)) is not None}
    return _Known(listing, known, {name: each for name, each in catalogue.left_out().items() if name in names})


def _same(found: walk.FoundFile, stored: StoredFile | LeftOut | None) -> bool:
    return (
        stored is not None
        and (stored.size, stored.modified) == (found.size, found.modified)
        and stored.checked - stored.modified > _RACY
    )


class IndexRun:
    """Carries out one plan. Stopped at any moment, what was done stays and the next run does the rest."""

    def __init__(
        self,
        directory: IndexDirectory,
        embedder: Embedder,
        turns: WriteQueue,
        on_progress: Callable[[IndexProgress], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self._directory = directory
        self._embedder = embedder
        self._writes = turns
        self._on_progress = on_progress
        self._cancelled = cancelled
        self._indexed = self._chunks = self._done = self._bytes = 0
        self._skipped: list[walk.Skipped] = []

    def run(self, limits: IndexLimits, paths: Sequence[str] | None) -> IndexReport:
        """Plan and do it. Raises DamagedStoreError and sqlite3.Error for an index that is broken."""
        urgent = paths is not None
        with self._writes.take(urgent=urgent):
            work = plan(self._directory.folder, self._catalogue(), limits, paths)
            if work.whole and not work.todo and not work.removed and self._is_all_there():
                return self._reported(work)
            if work.whole:
                self._catalogue().set_meta("complete", "")
            if work.removed:
                self._catalogue().replace((), work.removed)
        started = time.monotonic()
        vectors = VectorWriter(self._directory, self._embedder)
        try:
            for batch, done in self._prepared(work):
                with self._writes.take(urgent=urgent):
                    self._put_in(batch, done, vectors)
                self._report(work, time.monotonic() - started, batch[-1].found.path)
            with self._writes.take(urgent=urgent):
                vectors.finish(self._catalogue(), self._cancelled, sweep=work.whole)
                if work.whole and not self._cancelled():
                    self._catalogue().set_meta("complete", "1")
        finally:
            vectors.close()
        return self._reported(work)

    def _is_all_there(self) -> bool:
        """Whether an unchanged folder needs nothing more. Then the store is only opened for those who ask it."""
        catalogue, embedder = self._catalogue(), self._embedder.name
        if not catalogue.meta("complete") or not agree(self._directory, catalogue, embedder):
            return False
        self._directory.open_store_later(embedder)
        return True

    def _reported(self, work: Plan) -> IndexReport:
        skipped = (*work.skipped, *self._skipped)
        cancelled = self._cancelled()
        return IndexReport(
            folder=self._directory.folder,
            indexed=self._indexed,
            unchanged=work.unchanged + self._done - self._indexed - len(self._skipped),
            removed=len(work.removed),
            chunks=self._chunks,
            skipped=tuple(SkippedFile(path=path, reason=reason) for path, reason in skipped),
            cancelled=cancelled,
            without_vectors=self._catalogue().without_vectors() if work.whole and not cancelled else 0,
        )

    def _prepared(self, work: Plan) -> Iterator[tuple[list[PendingFile], Batch]]:
        """The files of the plan in batches, read and cut up: with a process to help when there are many."""
        folder, name = self._directory.folder, self._embedder.name
        batches = self._batches(work)
        if len(work.todo) >= _WORTH_HELP and PreparationProcess.available():
            process = PreparationProcess(folder, name, self._directory.catalogue_file)
            try:
                yield from process.prepared(batches)
            finally:
                process.close()
        # All of them, or what is left when the process died.
        for batch in batches:
            yield batch, prepare_all(folder, batch, name, None)

    def _batches(self, work: Plan) -> Iterator[list[PendingFile]]:
        """Files in groups of about equal work, until the run is cancelled."""
        batch: list[PendingFile] = []
        size = 0
        for todo in work.todo:
            batch.append(todo)
            size += todo.found.size
            if size > _BATCH_CHUNKS * 500 or len(batch) >= _BATCH_FILES:
                if self._cancelled():
                    return
                yield batch
                batch, size = [], 0
        if batch and not self._cancelled():
            yield batch

    def _put_in(self, batch: Sequence[PendingFile], done: Batch, vectors: VectorWriter) -> None:
        catalogue = self._catalogue()
        new: list[NewFile] = []
        touched: list[tuple[str, int, int, int]] = []
        gone: list[str] = []
        left_out: list[LeftOut] = []
        texts: dict[str, str] = {}
        for (found, _), result in zip(batch, done.results, strict=True):
            if result is None:
                touched.append((found.path, found.size, found.modified, time.time_ns()))
            elif isinstance(result, Prepared):
                new.append(result.file)
                texts.update(zip(result.file.vectors, result.texts, strict=True))
            else:
                self._skipped.append(result)
                gone.append(found.path)
                left_out.append(LeftOut(found.path, found.size, found.modified, time.time_ns(), result.reason))
        catalogue.replace(new, gone)
        catalogue.leave_out(each for each in left_out if each.reason != preparing.UNREADABLE)
        catalogue.touch(touched)
        vectors.add(catalogue, texts, done.vectors)
        self._done += len(batch)
        self._bytes += sum(found.size for found, _ in batch)
        self._indexed += len(new)
        self._chunks += sum(len(file.content.chunks) for file in new)

    def _report(self, work: Plan, seconds: float, path: str) -> None:
        left = sum(found.size for found, _ in work.todo[self._done :])
        self._on_progress(
            IndexProgress(
                folder=self._directory.folder,
                done=self._done,
                total=len(work.todo),
                rate=self._chunks / max(1e-6, seconds),
                seconds_left=seconds * left / max(1, self._bytes),
                path=path,
            )
        )

    def _catalogue(self) -> Catalogue:
        catalogue = self._directory.catalogue
        if catalogue is None:
            raise IndexUnavailableError("the index is closed")
        return catalogue
