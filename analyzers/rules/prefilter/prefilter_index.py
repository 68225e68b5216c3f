"""What a text may meet, told by one look at each word that is asked for, instead of one at each that asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable


class WordIndex:
    """Numbers of rules or of their entries, each with words of which a text must have one, or none (see `some_of`)."""

    __slots__ = ("_always", "_by_word", "_words")

    def __init__(self, items: Iterable[tuple[int, Collection[bytes]]]) -> None:
        self._always: set[int] = set()
        self._by_word: dict[bytes, set[int]] = {}
        for number, some in items:
            for word in some:
                self._by_word.setdefault(word, set()).add(number)
            if not some:
                self._always.add(number)
        self._words = frozenset(self._by_word)

    def possible(self, words: set[bytes]) -> set[int]:
        """The numbers whose words a text with these words may have."""
        return self._always.union(*(self._by_word[word] for word in self._words & words))
