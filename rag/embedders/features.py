"""The features of a text for the static embedder: the words inside identifiers, and pieces of unknown words."""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import TypeAlias

from reread.rag import words

FIELDS = 4
GRAM = 4
"""Characters of the pieces of an unknown word."""
_CACHED = 30_000
"""Identifiers whose features are kept; 15 MB at most."""
_WHOLE = 0.7
"""Weight of each of the two rows that stand for an unknown word as such: two, so that words rarely share both."""

Features: TypeAlias = tuple[tuple[int, float], ...]


class Field(IntEnum):
    """Where in a text a word is: the same word says more in a name than in a body."""

    PATH = 0
    NAME = 1
    BODY = 2
    QUESTION = 3


def sections(text: str) -> list[tuple[Field, str]]:
    """The parts of a text as `embedded_text` writes it; a text of one or two lines is a question in words."""
    lines = text.split("\n", 2)
    if len(lines) < 3:
        return [(Field.QUESTION, text)]
    return list(zip((Field.PATH, Field.NAME, Field.BODY), lines, strict=True))


class Vocabulary:
    """Numbers the features: known words come first, then buckets that all other features are hashed into."""

    def __init__(self, known: Sequence[str], buckets: int) -> None:
        self._rows = {word: row for row, word in enumerate(known)}
        self._buckets = buckets
        self._cache: dict[str, Features] = {}
        self.size = len(known) + buckets

    def features(self, text: str) -> dict[int, float]:
        """The rows of a text with their weights, damped: a word that is there eight times weighs 3.2, not 8."""
        found: dict[int, float] = {}
        if len(self._cache) > _CACHED:
            self._cache.clear()
        for identifier, count in Counter(words.identifiers(text)).items():
            for row, weight in self._cache.get(identifier) or self._identifier(identifier):
                found[row] = found.get(row, 0.0) + weight * count
        return {row: math.log2(1.0 + weight) for row, weight in found.items()}

    def _identifier(self, identifier: str) -> Features:
        parts = (part for part in words.parts(identifier) if len(part) > 1 and not part.isdigit())
        found = tuple(feature for part in parts for feature in self._word(part))
        self._cache[identifier] = found
        return found

    def _word(self, word: str) -> Features:
        row = self._rows.get(word)
        if row is not None:
            return ((row, 1.0),)
        marked = f"^{word}$"
        pieces = [marked[start : start + GRAM] for start in range(max(1, len(marked) - GRAM + 1))]
        share = 1.0 / math.sqrt(len(pieces))
        whole = ((self._bucket("=" + word), _WHOLE), (self._bucket("~" + word), _WHOLE))
        return (*whole, *((self._bucket("#" + piece), share) for piece in pieces))

    def _bucket(self, feature: str) -> int:
        return len(self._rows) + zlib.crc32(feature.encode()) % self._buckets


def weighted(vocabulary: Vocabulary, text: str) -> Mapping[Field, dict[int, float]]:
    """The features of each section of a text."""
    return {field: vocabulary.features(part) for field, part in sections(text)}
