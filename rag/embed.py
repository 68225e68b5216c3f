"""Text to vectors.

The default embedder needs no model and no network: each identifier is a fixed pseudo-random direction made of its
words and their character n-grams, so that `parse_headers`, `headerParser` and "parses a header" point alike; a text is
the sum of its identifiers, rare words weighing more than common ones.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reread.rag import words

Vectors: TypeAlias = NDArray[np.float32]

_DIMENSIONS = 384
_WORD_CACHE = 40_000
"""Identifiers whose directions are kept; 60 MB at most."""

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
        vector = np.zeros(_DIMENSIONS, dtype=np.float32)
        parts = words.parts(word)
        heaviest = 0.0
        for part in parts:
            weight = words.rarity(part)
            heaviest = max(heaviest, weight)
            _add(vector, part, weight)
            marked = f"^{part}$"
            grams = [marked[start : start + _NGRAM] for start in range(max(1, len(marked) - _NGRAM + 1))]
            for gram in grams:
                _add(vector, "#" + gram, weight * _NGRAM_WEIGHT / math.sqrt(len(grams)))
        if len(parts) > 1:
            _add(vector, "=" + "".join(parts), heaviest * _WHOLE_WEIGHT)
        return vector


def _add(vector: Vectors, feature: str, weight: float) -> None:
    data = feature.encode()
    amount = weight / math.sqrt(_ENTRIES)
    for seed in range(_ENTRIES):
        value = zlib.crc32(data, seed * 0x9E3779B1 & 0xFFFFFFFF)
        vector[(value >> 1) % _DIMENSIONS] += amount if value & 1 else -amount
