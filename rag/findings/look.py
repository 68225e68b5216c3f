"""Looks at a change with the index on disk: for the worker, and for the command line without starting a worker."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from typing import NamedTuple

from reread.rag.findings import registry
from reread.rag.findings.change import WorkspaceChange
from reread.rag.findings.kind import IndexFinding
from reread.rag.findings.workspace import Workspace
from reread.rag.index import location
from reread.rag.index.catalogue import Catalogue, StoredFile
from reread.rag.index.damage import DamagedCatalogueError
from reread.rag.source import walk

_MOST_STALE = 500
"""Files that may differ from what is in the index; they are read each time."""

_MOST_CHANGED = 200
"""Files of a change. One of more files is a merge, a move or a new formatter, and no look at callers is worth it."""


class Look(NamedTuple):
    """The findings of a look.

    `problem` says in a few words why there was no search; "" if there was one, or if there is no index.
    """

    findings: list[IndexFinding]
    problem: str = ""


def has_index(folder: str) -> bool:
    """Whether there is an index of the folder at all."""
    return os.path.exists(_file(folder))


def look(
    folder: str,
    change: WorkspaceChange,
    read: Callable[[str], str | None],
    chosen: Iterable[str],
    options: Mapping[str, Mapping[str, int]] = {},
    exclude: Sequence[str] = (),
    max_file_size: int = 1_000_000,
) -> Look:
    """The findings of the kinds with the ids `chosen` about a change of the folder; `read` has the texts of the other
    files, by their relative paths.
    """
    if len(change.files) > _MOST_CHANGED:
        return Look([], f"the change has more than {_MOST_CHANGED} files")
    try:
        catalogue = Catalogue(_file(folder), writer=False)
    except DamagedCatalogueError:
        return Look([])
    with closing(catalogue):
        try:
            stale = _stale(folder, catalogue, exclude, max_file_size)
            if len(stale) > _MOST_STALE:
                return Look([], "the index is not up to date; `reread index` mends that")
            return Look(registry.find(change, Workspace(catalogue, change, read, stale), chosen, options))
        except sqlite3.DatabaseError as error:
            return Look([], f"the index cannot be read: {error}")


def _stale(folder: str, catalogue: Catalogue, exclude: Sequence[str], max_file_size: int) -> list[str]:
    """The files that are not in the catalogue as they are on disk. What is not in it and older was left out
    on purpose: pictures, data, minified code.
    """
    known = catalogue.files()
    newest = max((stored.checked for stored in known.values()), default=0)
    listing = walk.walk(folder, exclude=exclude, max_file_size=max_file_size)
    there = {found.path for found in listing.files}
    changed = [found.path for found in listing.files if _differs(found, known.get(found.path), newest)]
    return [*changed, *(path for path in known if path not in there)]


def _differs(found: walk.FoundFile, stored: StoredFile | None, newest: int) -> bool:
    if stored is None:
        return found.modified > newest
    return (stored.size, stored.modified) != (found.size, found.modified)


def _file(folder: str) -> str:
    return os.path.join(location.index_folder(folder), "catalogue.sqlite")
