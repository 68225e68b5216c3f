"""Finds and removes all that is kept about a workspace folder in the user's cache and state folders."""

from __future__ import annotations

import glob
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import NamedTuple

from reread.analyzers import databases, owned_files, parts, retention
from reread.analyzers.retention import Retention
from reread.analyzers.review.privacy import audit, consent
from reread.rag.index import location, removal
from reread.rag.index.damage import DamagedStoreError
from reread.server.logs import removal as logs

_PATIENCE = 5.0
"""Seconds to wait for another process that writes."""


UNKNOWN = -1
"""The number of what cannot be counted: a database on a full disk, before the files are removed."""


class StoredPart(NamedTuple):
    """One kind of what is kept about a folder: how many files, answers or lines (or UNKNOWN), with their bytes where
    known.
    """

    name: str
    number: int
    unit: str
    size: int
    remove: Callable[[], None]


def is_used(folder: str) -> bool:
    """Whether a server or a worker uses the index of the folder."""
    return removal.is_used(location.index_folder(folder))


def parts_of(folder: str) -> list[StoredPart]:
    """What there is, without what there is nothing of. Raises OSError and sqlite3.Error."""
    own = owned_files.name_of(folder)
    remote = remote_vectors(folder)
    found = [
        *([remote.part] if remote is not None else ()),
        _files(retention.INDEXES, _below(os.path.dirname(location.index_folder(folder)))),
        *(_files(each, _named(each, own)) for each in (retention.FINDINGS, retention.OPENED, retention.REVIEWS)),
        _files(retention.RULES, _mentioning(retention.RULES, folder)),
        _answers(own),
        *(_files(each, _named(each, own)) for each in (retention.HISTORY, retention.LOOPS, retention.COMMENTS)),
        _files(retention.CONSENT, filter(os.path.isfile, (consent.file_of(folder),))),
        _files(retention.EVALUATIONS, _below(os.path.join(retention.EVALUATIONS.place, own))),
        _files(retention.CALIBRATIONS, _mentioning(retention.CALIBRATIONS, folder)),
        _audited(folder),
        _logged(folder),
    ]
    return [part for part in found if part.number]


class RemoteVectors(NamedTuple):
    """The vectors of a folder at a Chroma server, in the `collections` whose names begin so. `shared` ones are those of
    several machines and stay; `problem` says why the server cannot be asked, "" where it answers.
    """

    url: str
    folder: str
    collections: str
    shared: bool
    number: int = 0
    problem: str = ""

    @property
    def part(self) -> StoredPart:
        return StoredPart("vectors at the Chroma server", self.number, "vector", 0, self._remove)

    def _remove(self) -> None:
        from reread.rag.index import store

        try:
            store.delete(self.url, self.folder)
        except DamagedStoreError as error:
            raise OSError(f"{self.collections}* at {self.url}: {error}") from error


def remote_vectors(folder: str) -> RemoteVectors | None:
    """The folder's vectors at a server; None where they are on this machine."""
    url, known = (_line(folder, name) for name in ("store", "folder"))
    if not url:
        return None
    address = location.address_of(url)
    found = RemoteVectors(url, known or folder, address.family_of(known or folder), bool(address.shared))
    if found.shared:
        return found
    if not parts.is_installed("index"):
        return found._replace(problem="the part of the index is not installed")
    from reread.rag.index import store

    try:
        return found._replace(number=sum(store.counted(url, found.folder).values()))
    except DamagedStoreError as error:
        return found._replace(problem=str(error))


def _line(folder: str, name: str) -> str:
    """What a file in the directory of the index says, "" where there is none."""
    try:
        place = os.path.join(location.index_folder(folder), name)
        with open(place, encoding="utf-8", errors="surrogateescape") as file:
            return file.read().strip("\n")
    except OSError:
        return ""


def _files(kind: Retention, paths: Iterator[str]) -> StoredPart:
    found = sorted(paths)
    count, size = retention.size_of(iter(found))
    return StoredPart(kind.name, count, "file", size, partial(_remove, found, kind.place))


def _remove(paths: Sequence[str], place: str) -> None:
    for path in paths:
        try:
            os.unlink(path)
        except FileNotFoundError:
            continue
    for folder in {os.path.dirname(path) for path in paths} - {place}:
        # Of a folder below the place, everything belongs to the workspace.
        first = os.path.relpath(folder, place).split(os.sep)[0]
        shutil.rmtree(os.path.join(place, first), ignore_errors=True)


def _below(folder: str) -> Iterator[str]:
    return (os.path.join(inside, name) for inside, _, names in os.walk(folder) for name in names)


def _named(kind: Retention, own: str) -> Iterator[str]:
    """The files whose names begin with that of the workspace folder."""
    return iter(glob.glob(os.path.join(glob.escape(kind.place), f"{own}*")))


def _mentioning(kind: Retention, folder: str) -> Iterator[str]:
    """The files that name the folder or something in it."""
    names = {os.fsencode(each) for each in (folder, os.path.realpath(folder))}
    for path in kind.paths():
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError:
            continue
        if any(name + end in data for name in names for end in (b"/", b"\\", b'"')):
            yield path


def _answers(own: str) -> StoredPart:
    path = os.path.join(retention.ANSWERS.place, "cache.db")
    count = size = 0
    if os.path.exists(path):
        asked = "SELECT count(*), coalesce(sum(length(value)), 0) FROM Cache WHERE tag = ?"
        try:
            with closing(databases.connect(path, patience=_PATIENCE)) as database:
                # A full disk may have left a file without the table.
                if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'Cache'").fetchone():
                    count, size = database.execute(asked, (own,)).fetchone()
        except sqlite3.Error as error:
            if not owned_files.is_disk_full(path, error):
                raise
            count = UNKNOWN
    return StoredPart(retention.ANSWERS.name, count, "answer", size, partial(_remove_answers, path, own))


def _remove_answers(path: str, own: str) -> None:
    with closing(databases.connect(path, patience=_PATIENCE)) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'Cache'").fetchone():
            return
        database.execute("DELETE FROM Cache WHERE tag = ?", (own,))
        # What was deleted stays readable in pages that are free, and in the write-ahead log.
        database.execute("VACUUM")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _audited(folder: str) -> StoredPart:
    log = audit.AuditLog(retention.AUDIT.place)
    count = sum(audit.is_about(entry, folder) for entry in log.entries())
    return StoredPart(retention.AUDIT.name, count, "line", 0, partial(log.forget, folder))


def _logged(folder: str) -> StoredPart:
    return StoredPart(retention.LOGS.name, logs.lines_about(folder), "line", 0, partial(logs.forget, folder))


PROBLEMS = (OSError, sqlite3.Error)
"""What finding and removing can fail with."""


def remove_all(found: Sequence[StoredPart]) -> list[str]:
    """Remove the parts, and say what could not be. Files go first: on a full disk they make room for what is written
    anew.
    """
    problems = []
    for part in sorted(found, key=lambda part: part.unit != "file"):
        try:
            part.remove()
        except PROBLEMS as error:
            problems.append(f"{part.name}: {problem(error)}")
    return problems


def problem(error: Exception) -> str:
    """What went wrong, in a line."""
    place = getattr(error, "filename", None) or retention.ANSWERS.place
    is_named = getattr(error, "filename", None) is not None or isinstance(error, sqlite3.Error)
    return owned_files.problem(os.fsdecode(place), error) if is_named else str(error)
