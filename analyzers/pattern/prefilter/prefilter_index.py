"""Finds the requirements that a text can meet by looking up each required word once."""

from __future__ import annotations

from collections.abc import Collection, Iterable


class WordIndex:
    """Numbers of rules or of their entries, each with words of which a text must have one, or none (see `some_of`).

    Most words belong to one number alone, which is kept by itself, the numbers of others in a tuple: there are tens of
    thousands of words in all.
    """

    __slots__ = ("_always", "_by_word")

    def __init__(self, items: Iterable[tuple[int, Collection[bytes]]]) -> None:
        always: list[int] = []
        self._by_word: dict[bytes, int | tuple[int, ...]] = {}
        several: dict[bytes, dict[int, None]] = {}
        for number, some in items:
            for word in some:
                known = self._by_word.setdefault(word, number)
                if known != number:
                    several.setdefault(word, {known: None})[number] = None  # type: ignore[dict-item]
            if not some:
                always.append(number)
        self._by_word.update({word: tuple(numbers) for word, numbers in several.items()})
        self._always = tuple(always)

    def possible(self, words: set[bytes]) -> set[int]:
        """The numbers whose words a text with these words may have."""
        found = set(self._always)
        for word in self._by_word.keys() & words:
            numbers = self._by_word[word]
            if isinstance(numbers, int):
                found.add(numbers)
            else:
                found.update(numbers)
        return found
