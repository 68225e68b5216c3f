"""Opens the vectors of an index: the newest store of an embedder on disk, or a collection at a server."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers import owned_files, retention
from reread.analyzers.network.health import Health
from reread.rag.index.damage import DamagedStoreError

if TYPE_CHECKING:
    from reread.rag.index.store import Store

_FAMILY = "vectors-"
_SLOW = 1.0
"""Seconds. A server that fails faster can be asked each time."""
_RETENTION = 60.0
"""Seconds for which a server that failed slowly is not asked again."""


class Opened(NamedTuple):
    """`store` is None if there can be none. `doubtful` says that it may not agree with the catalogue; `notes` are
    for people.
    """

    store: Store | None
    doubtful: bool
    notes: tuple[str, ...] = ()


def on_disk(path: str, folder: str, embedder: str) -> Opened:
    """The newest store for this embedder in the directory `path`; if it is damaged, a new one under another name.

    Another name, because what is left of a damaged store may still be open in this process.
    """
    from reread.rag.index import store

    current = newest(path, embedder)
    others = [name for name in os.listdir(path) if name.startswith(_FAMILY) and name != current]
    foreign = any(not name.startswith(_prefix(embedder)) for name in others)
    notes = [f"the vectors of {folder} are of another embedder; they are being made anew"] if foreign else []
    for name in others:
        store.remove(os.path.join(path, name))
    number = int(current.removeprefix(_prefix(embedder)))
    reason = ""
    for attempt in (number, number + 1):
        directory = os.path.join(path, f"{_prefix(embedder)}{attempt}")
        try:
            return Opened(store.Store(directory), bool(reason), tuple(notes))
        except DamagedStoreError as error:
            if owned_files.is_disk_full(directory, error):
                # What is there may be whole, and is read again when there is room.
                return Opened(None, True, (*notes, _no_store(owned_files.problem(directory, error))))
            reason = str(error)
            notes.append(f"the vectors of {folder} were damaged ({reason}); they are being rebuilt")
            store.remove(directory)
    return Opened(None, True, (*notes, _no_store(reason)))


def _no_store(reason: str) -> str:
    return f"there is no vector store ({reason}); symbols and keywords still work"


def at_server(url: str, folder: str, embedder: str) -> Opened:
    """The collection at a server. Whoever else may have changed it: it is compared with the catalogue each time."""
    if known := _health(url).trouble():
        return Opened(None, True, (_failed_before(url, known),))
    from reread.rag.index import store

    try:
        with _watched(url):
            return Opened(store.RemoteStore(url, folder, embedder), True)
    except DamagedStoreError as error:
        return Opened(None, True, (failure(url, str(error)),))


def problem_of(url: str) -> str:
    """Why a server has no vectors for anybody now, in a line; "" where it answers. Changes nothing there."""
    if known := _health(url).trouble():
        return _failed_before(url, known)
    from reread.rag.index import store

    try:
        with _watched(url):
            store.reach(url)
    except DamagedStoreError as error:
        return failure(url, str(error))
    return ""


def is_about_server(note: str, url: str) -> bool:
    """Whether a note for people says that the server of a URL failed."""
    return note.startswith(f"Chroma at {url} ")


@contextmanager
def _watched(url: str) -> Iterator[None]:
    """Has the next processes know when a server fails slowly, so that each need not wait for it."""
    began = time.monotonic()
    try:
        yield
    except DamagedStoreError as error:
        if time.monotonic() - began > _SLOW:
            _health(url).failed(str(error))
        raise
    _health(url).answered()


def _health(url: str) -> Health:
    return Health(retention.HEALTH.place, "chroma", url, _RETENTION)


def _failed_before(url: str, reason: str) -> str:
    return failure(url, f"{reason}, less than a minute ago")


def failure(url: str, reason: str) -> str:
    """The message when there are no vectors until the index is opened again."""
    return f"Chroma at {url} failed ({reason}); symbols and keywords still work"


def newest(path: str, embedder: str) -> str:
    """The name of the newest store for this embedder, which need not be there."""
    prefix = _prefix(embedder)
    numbers = [int(number) for name in os.listdir(path) if (number := name.removeprefix(prefix)).isdigit()]
    return f"{prefix}{max(numbers, default=0)}"


def _prefix(embedder: str) -> str:
    return f"{_FAMILY}{embedder}-"
