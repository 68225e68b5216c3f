"""Text to vectors.

The default embedder needs no model and no network: each identifier is a fixed pseudo-random direction made of its
words and their character n-grams, so that `parse_headers`, `headerParser` and "parses a header" point alike; a text is
the sum of its identifiers, rare words weighing more than common ones.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reread.rag import words

Vectors: TypeAlias = NDArray[np.float32]

_DIMENSIONS = 384
_WORD_CACHE = 20_000
"""Identifiers whose directions are kept; 30 MB at most."""
_PART_CACHE = 10_000
"""The same for words inside identifiers; 15 MB at most."""

_NGRAM = 4
_NGRAM_WEIGHT = 1.0
_WHOLE_WEIGHT = 0.5
_ENTRIES = 6
"""Non-zero entries of the direction of one feature: few are fast, and so many hide collisions."""


class Embedder(Protocol):
    """Turns texts into vectors of length 1.

    `name` changes whenever the vectors of a text would; `dimensions` is their size.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each text."""
        ...


def embedded_text(path: str, name: str, text: str) -> str:
    """What is embedded of a chunk: its text, with path and name, and the last part of the name above all."""
    last = name.rpartition(".")[2]
    return f"{path} {name} {name} {last} {last}\n{text}"


class HashedEmbedder:
    """The default `Embedder`: deterministic, offline, without state that would change an answer."""

    name = "hashed-1"
    dimensions = _DIMENSIONS

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._parts: dict[str, Vectors] = {}
        self._directions: Vectors = np.zeros((1_024, _DIMENSIONS), dtype=np.float32)

    def embed(self, texts: Sequence[str]) -> Vectors:
        result = np.zeros((len(texts), _DIMENSIONS), dtype=np.float32)
        for row, text in enumerate(texts):
            counted = Counter(words.identifiers(text))
            if not counted:
                continue
            if len(self._places) + len(counted) > _WORD_CACHE:
                self._places.clear()
            places = [self._place(word) for word in counted]
            weights = np.array([1.0 + math.log(count) for count in counted.values()], dtype=np.float32)
            result[row] = weights @ self._directions[places]
        lengths = np.linalg.norm(result, axis=1, keepdims=True)
        result[lengths[:, 0] == 0, 0] = 1.0
        result /= np.where(lengths == 0, 1.0, lengths)
        return result

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
        vector = np.zeros(_DIMENSIONS, dtype=np.float32)
        for part in parts:
            vector += self._part(part)
        if len(parts) > 1:
            heaviest = max(words.rarity(part) for part in parts)
            vector += _sum(["=" + "".join(parts)], [heaviest * _WHOLE_WEIGHT])
        return vector

    def _part(self, part: str) -> Vectors:
        """The direction of one word: its own, and those of the pieces that it shares with its other forms."""
        vector = self._parts.get(part)
        if vector is None:
            weight = words.rarity(part)
            marked = f"^{part}$"
            grams = ["#" + marked[start : start + _NGRAM] for start in range(max(1, len(marked) - _NGRAM + 1))]
            share = weight * _NGRAM_WEIGHT / math.sqrt(len(grams))
            vector = _sum([part, *grams], [weight] + [share] * len(grams))
            if len(self._parts) >= _PART_CACHE:
                self._parts.clear()
            self._parts[part] = vector
        return vector


def _sum(features: Sequence[str], weights: Sequence[float]) -> Vectors:
    """The weighted sum of the directions of features, each of which has a few entries of either sign."""
    digests = b"".join(blake2b(feature.encode(), digest_size=4 * _ENTRIES).digest() for feature in features)
    values = np.frombuffer(digests, dtype="<u4")
    amounts = np.repeat(np.array(weights) / math.sqrt(_ENTRIES), _ENTRIES)
    signed = np.where(values & 1, amounts, -amounts)
    return np.bincount((values >> 1) % _DIMENSIONS, weights=signed, minlength=_DIMENSIONS).astype(np.float32)
