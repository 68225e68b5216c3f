"""Keeps the vectors in the store in step with the catalogue, in parallel to the thread that reads and parses."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np

from reread.rag.embed import Embedder, EmbeddingError, Vectors, embedded_text
from reread.rag.index.catalogue import Catalogue
from reread.rag.index.directory import IndexDirectory

_WAITING = 6
"""Batches that may wait for the store, which takes a while to open, before the run waits too."""
_HEALED = 1_000
_MOST_UNUSED = 5_000
_UNUSED_SHARE = 0.3
"""How many vectors that no chunk has any more are kept, in all and of those in the store."""


_SWEPT = "swept"
"""The state of the catalogue when store and catalogue last agreed altogether."""


def agree(directory: IndexDirectory, catalogue: Catalogue, embedder: str) -> bool:
    """Whether the store has exactly the vectors of the catalogue, as far as that can be known without opening it."""
    return catalogue.meta(_SWEPT) == catalogue.state() != "" and directory.is_settled(embedder)


class VectorWriter:
    """Writes vectors for one run of the indexer, and makes those that are not made yet, in a thread of its own.

    The catalogue learns of a vector only after the store has it: killed in between, the vector is written once more.
    When no vectors can be had, the run continues without them and the next one tries again.
    """

    def __init__(self, directory: IndexDirectory, embedder: Embedder) -> None:
        self._directory = directory
        self._embedder = embedder
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="vectors")
        self._waiting: deque[tuple[list[str], Future[bool]]] = deque()
        self._pending: set[str] = set()
        self._failed = False
        self._opened = self._executor.submit(directory.open_store, embedder.name)

    def add(self, catalogue: Catalogue, texts: Mapping[str, str], made: Mapping[str, Vectors] | None = None) -> None:
        """Send the vectors of those texts, by key, that the store does not have on their way; `made` are there."""
        new = [key for key in catalogue.unknown_vectors(list(texts)) if key not in self._pending]
        if new:
            vectors = np.stack([made[key] for key in new]) if made and all(key in made for key in new) else None
            self._pending.update(new)
            self._waiting.append((new, self._executor.submit(self._write, new, texts, vectors)))
        self.settle(catalogue, _WAITING)

    def settle(self, catalogue: Catalogue, waiting: int = 0) -> None:
        """Note what the store has by now; wait until at most that many batches are on their way."""
        while self._waiting and (len(self._waiting) > waiting or self._waiting[0][1].done()):
            keys, future = self._waiting.popleft()
            if future.result():
                catalogue.add_vectors(keys)
            self._pending.difference_update(keys)

    def finish(self, catalogue: Catalogue, cancelled: Callable[[], bool], *, sweep: bool) -> None:
        """See the vectors of this run home. With `sweep`, make store and catalogue agree altogether.

        Then what is missing is added, and of what nothing refers to any more only the newest part is kept: another
        branch may ask for it again.
        """
        store = self._opened.result()
        self.settle(catalogue)
        if store is None or not sweep:
            return
        if self._directory.store_doubtful or store.count() != catalogue.count("vector"):
            catalogue.set_vectors(store.keys())
        while not cancelled() and not self._failed and (missing := catalogue.missing_vectors(_HEALED)):
            texts = {key: embedded_text(path, name, text) for key, path, name, text in missing}
            self.add(catalogue, texts)
            self.settle(catalogue)
        if not cancelled():
            catalogue.note_unused(int(time.time()))
            unused = catalogue.unused_vectors(max(_MOST_UNUSED, int(_UNUSED_SHARE * catalogue.count("vector"))))
            catalogue.drop_vectors(unused)
            store.delete(unused)
            self._directory.store_doubtful = False
            if not self._failed:
                catalogue.set_meta(_SWEPT, catalogue.state())

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _write(self, keys: Sequence[str], texts: Mapping[str, str], vectors: Vectors | None) -> bool:
        """Whether the store has them now."""
        store = self._directory.store
        if store is None or self._failed:
            return False
        wanted = store.missing(keys)
        if vectors is not None:
            vectors = vectors if len(wanted) == len(keys) else vectors[[keys.index(key) for key in wanted]]
        elif wanted:
            try:
                vectors = self._embedder.embed([texts[key] for key in wanted])
            except EmbeddingError as error:
                self._failed = True
                self._directory.notes.append(f"{error}; symbols and keywords still work")
                return False
        if vectors is not None and wanted:
            store.upsert(wanted, vectors)
        return True
