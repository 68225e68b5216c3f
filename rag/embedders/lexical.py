"""Similarity of words by their letters alone.

Each identifier is a fixed pseudo-random direction made of its words and their character n-grams, so that
`parse_headers` and `headerParser` have similar directions, and two equal words have the same one even if they are new.
A text is the sum of its identifiers, rare words weighing more than common ones.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from reread.rag import words
from reread.rag.embed import Vectors

_WORD_CACHE = 20_000
"""Identifiers whose directions are kept; with 128 dimensions 10 MB at most."""
_PART_CACHE = 10_000
_NGRAM = 4
_WHOLE_WEIGHT = 0.5
_ENTRIES = 6
"""Non-zero entries of the direction of one feature: few are fast, and so many hide collisions."""


class Directions:
    """Sums of directions, of any number of dimensions; without state that would change an answer."""

    def __init__(self, dimensions: int) -> None:
        self._dimensions = dimensions
        self._places: dict[str, int] = {}
        self._parts: dict[str, Vectors] = {}
        self._directions: Vectors = np.zeros((1_024, dimensions), dtype=np.float32)

    def sum(self, text: str) -> Vectors:
        """The sum of a text as `embedded_text` writes it; its name counts twice, the last part of it four times."""
        counted = Counter(words.identifiers(_with_name_repeated(text)))
        if not counted:
            return np.zeros(self._dimensions, dtype=np.float32)
        if len(self._places) + len(counted) > _WORD_CACHE:
            self._places.clear()
        places = [self._place(word) for word in counted]
        weights = np.array([1.0 + math.log(count) for count in counted.values()], dtype=np.float32)
        found: Vectors = weights @ self._directions[places]
        return found

    def _place(self, word: str) -> int:
        place = self._places.get(word)
        if place is None:
            place = self._places[word] = len(self._places)
            if place >= len(self._directions):
                self._directions = np.concatenate([self._directions, np.zeros_like(self._directions)])
            self._directions[place] = self._direction(word)
        return place

    def _direction(self, word: str) -> Vectors:
        parts = words.parts(word)
        vector = np.zeros(self._dimensions, dtype=np.float32)
        for part in parts:
            vector += self._part(part)
        if len(parts) > 1:
            heaviest = max(words.rarity(part) for part in parts)
            vector += self._mixed(["=" + "".join(parts)], [heaviest * _WHOLE_WEIGHT])
        return vector

    def _part(self, part: str) -> Vectors:
        """The direction of one word: its own, and those of the pieces that it shares with its other forms."""
        vector = self._parts.get(part)
        if vector is None:
            weight = words.rarity(part)
            marked = f"^{part}$"
            grams = ["#" + marked[start : start + _NGRAM] for start in range(max(1, len(marked) - _NGRAM + 1))]
            vector = self._mixed([part, *grams], [weight] + [weight / math.sqrt(len(grams))] * len(grams))
            if len(self._parts) >= _PART_CACHE:
                self._parts.clear()
            self._parts[part] = vector
        return vector

    def _mixed(self, features: Sequence[str], weights: Sequence[float]) -> Vectors:
        """The weighted sum of the directions of features, each of which has a few entries of either sign."""
        digests = b"".join(blake2b(feature.encode(), digest_size=4 * _ENTRIES).digest() for feature in features)
        values = np.frombuffer(digests, dtype="<u4")
        amounts = np.repeat(np.array(weights) / math.sqrt(_ENTRIES), _ENTRIES)
        signed = np.where(values & 1, amounts, -amounts)
        sums = np.bincount((values >> 1) % self._dimensions, weights=signed, minlength=self._dimensions)
        return sums.astype(np.float32)


def _with_name_repeated(text: str) -> str:
    lines = text.split("\n", 2)
    if len(lines) < 3:
        return text
    last = lines[1].rpartition(".")[2]
    return f"{lines[0]} {lines[1]} {lines[1]} {last} {last}\n{lines[2]}"
