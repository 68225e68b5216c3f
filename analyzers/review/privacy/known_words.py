"""Finds any of many words in a text, in time independent of the number of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reread.analyzers.text import Span

_START = 5
"""Code points by which words are looked up first; none may be shorter."""


class KnownWords:
    """Words of at least five code points. One of fewer than `whole` is not found within a longer word."""

    def __init__(self, words: Iterable[str], whole: int = 0) -> None:
        self._words = frozenset(word for word in words if len(word) >= _START)
        self._whole = whole
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[:_START], set()).add(len(word))
        self._lengths = {start: sorted(found, reverse=True) for start, found in lengths.items()}

    def found(self, text: str) -> Iterator[Span]:
        """Where the words are, from left to right: the longest at each place, and none over another (code points)."""
        position, last = 0, len(text) - _START
        lengths = self._lengths
        while lengths and position <= last:
            candidates = lengths.get(text[position : position + _START])
            end = self._longest(text, position, candidates) if candidates else 0
            if end:
                yield Span(position, end)
            position = end or position + 1

    def _longest(self, text: str, start: int, lengths: list[int]) -> int:
        """The end of the longest word at a place, 0 where there is none."""
        for length in lengths:
            end = start + length
            if (
                end <= len(text)
                and text[start:end] in self._words
                and (length >= self._whole or _stands_alone(text, start, end))
            ):
                return end
        return 0


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (start and _is_of_word(text[start - 1])) and not (end < len(text) and _is_of_word(text[end]))


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
