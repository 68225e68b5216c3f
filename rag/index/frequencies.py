"""The number of chunks that contain a word, cached because SQLite needs long to count common words."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import NamedTuple, Protocol

_MOST = 100_000
"""Words that are kept."""


class Countable(Protocol):
    """The part of a catalogue needed for counting."""

    def state(self) -> str:
        """Another text after each change."""

    def count(self, table: str, /) -> int:
        """The rows of a table."""

    def query(self, statement: str, values: Sequence[object], /) -> Sequence[tuple[object, ...]]:
        """The rows that a statement of SQL reads."""


class Counted(NamedTuple):
    """`having` maps words to the number of chunks with them; words in no chunk are missing.

    `total` is the number of all chunks.
    """

    total: int
    having: dict[str, int]


class Frequencies:
    """Caches counts as long as the catalogue is unchanged. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state = ""
        self._total = 0
        self._known: dict[str, int] = {}

    def of(self, catalogue: Countable, words: Sequence[str]) -> Counted:
        """Count these words, as the keyword index has them."""
        state = catalogue.state()
        with self._lock:
            same = state == self._state
            total = self._total if same else 0
            known = {word: self._known[word] for word in words if word in self._known} if same else {}
        new = [word for word in words if word not in known]
        if new:
            known.update(_counted(catalogue, new))
        total = total or max(1, catalogue.count("chunk"))
        with self._lock:
            if state != self._state or len(self._known) > _MOST:
                self._known = {}
            self._state, self._total = state, total
            self._known.update(known)
        return Counted(total, {word: count for word, count in known.items() if count})


def _counted(catalogue: Countable, words: Sequence[str]) -> dict[str, int]:
    catalogue.query("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'words', 'row')", ())
    marks = ",".join("?" * len(words))
    rows = catalogue.query(f"SELECT term, doc FROM vocabulary WHERE term IN ({marks})", words)
    return dict.fromkeys(words, 0) | {str(word): int(str(count)) for word, count in rows}
