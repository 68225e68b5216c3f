"""Splits text into words, for prefilters and for finding names."""

from __future__ import annotations

import re

_WORD = re.compile(rb"[A-Za-z0-9_$\x80-\xff]+")
_IN_WORDS = [_WORD.fullmatch(bytes([byte])) is not None for byte in range(256)]
SEPARATORS = bytes(
    byte if _IN_WORDS[byte] else 32  # a space
    for byte in range(256)
)


def words_of(data: bytes) -> set[bytes]:
    """All words of a text in UTF-8."""
    return set(data.translate(SEPARATORS).split())


def is_in_a_word(text: bytes) -> bool:
    """True for a text that can only stand within one word, and not between words."""
    return _WORD.fullmatch(text) is not None


def places_of_word(word: bytes, data: bytes) -> list[int]:
    """Where a word, which is not empty, stands by itself in a text in UTF-8: offsets in bytes, ascending."""
    found = []
    end, start = len(data), data.find(word)
    while start >= 0:
        after = start + len(word)
        if not (start and _IN_WORDS[data[start - 1]]) and not (after < end and _IN_WORDS[data[after]]):
            found.append(start)
        start = data.find(word, after)
    return found


def places_by_word(data: bytes) -> dict[bytes, list[int]]:
    """`places_of_word` of all words of a text."""
    found: dict[bytes, list[int]] = {}
    for match in _WORD.finditer(data):
        found.setdefault(match[0], []).append(match.start())
    return found
