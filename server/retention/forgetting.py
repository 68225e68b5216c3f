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

from reread.analyzers import databases, owned_files, retention
from reread.analyzers.retention import Retention
from reread.analyzers.review.privacy import audit, consent
from reread.rag.index import location, removal
from reread.server.logs import removal as logs

_PATIENCE = 5.0
"""Seconds to wait for another process that writes."""


class StoredPart(NamedTuple):
    """One kind of what is kept about a folder: how many files, answers or lines, with their bytes where known."""

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
    parts = [
        _files(retention.INDEXES, _below(os.path.dirname(location.index_folder(folder)))),
        *(_files(each, _named(each, own)) for each in (retention.FINDINGS, retention.REVIEWS)),
        _files(retention.RULES, _mentioning(retention.RULES, folder)),
        _answers(own),
        *(_files(each, _named(each, own)) for each in (retention.HISTORY, retention.LOOPS, retention.COMMENTS)),
        _files(retention.CONSENT, filter(os.path.isfile, (consent.file_of(folder),))),
        _files(retention.EVALUATIONS, _below(os.path.join(retention.EVALUATIONS.place, own))),
        _files(retention.CALIBRATIONS, _mentioning(retention.CALIBRATIONS, folder)),
        _audited(folder),
        _logged(folder),
    ]
    return [part for part in parts if part.number]


def remote_store(folder: str) -> str:
    """The address of the Chroma server that has the folder's vectors, "" where they are on this machine."""
    try:
        with open(os.path.join(location.index_folder(folder), "store"), encoding="utf-8", errors="replace") as file:
            return file.read()
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
        with closing(databases.connect(path, patience=_PATIENCE)) as database:
            asked = "SELECT count(*), coalesce(sum(length(value)), 0) FROM Cache WHERE tag = ?"
            count, size = database.execute(asked, (own,)).fetchone()
    return StoredPart(retention.ANSWERS.name, count, "answer", size, partial(_remove_answers, path, own))


def _remove_answers(path: str, own: str) -> None:
    with closing(databases.connect(path, patience=_PATIENCE)) as database:
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
