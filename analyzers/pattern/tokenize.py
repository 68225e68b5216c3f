"""Splits text into words for the prefilter."""

from __future__ import annotations

import re

_WORD = re.compile(rb"[A-Za-z0-9_$\x80-\xff]+")
SEPARATORS = bytes(
    byte if _WORD.fullmatch(bytes([byte])) else 32  # a space
    for byte in range(256)
)


def words_of(data: bytes) -> set[bytes]:
    """All words of a text in UTF-8."""
    return set(data.translate(SEPARATORS).split())


def is_in_a_word(text: bytes) -> bool:
    """True for a text that can only stand within one word, and not between words."""
    return _WORD.fullmatch(text) is not None
