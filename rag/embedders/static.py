"""The default embedder: a table of learned vectors, one for each word, without a network to run.

A text is the weighted sum of the vectors of its words; `tools/training` is how the table was learned. Without a network
to run, it is a hundred times faster than a small transformer, and needs no download: the table is in the package. A
smaller part of each vector was not learned: it makes equal words similar, whatever they mean.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reread.rag.embed import Address, Vectors
from reread.rag.embedders.features import Vocabulary, weighted
from reread.rag.embedders.lexical import Directions

FOLDER = os.path.join(os.path.dirname(__file__), "model")
TABLE, SCALES, WORDS, ABOUT = "table.npy", "scales.npy", "words.txt", "model.json"

_REVISION = 1
"""Counts up whenever the same files would give other vectors."""
_LEXICAL = 128
"""Dimensions that are not learned."""
_SHARE = 0.17
"""What they make of the likeness of two texts."""


class Model(NamedTuple):
    """The learned table.

    `table` has one row of int8 for each feature, mapped from the file rather than read. `scales` has for each field
    and feature how much it weighs, and how large its row is: float16, of shape (fields, features).
    """

    vocabulary: Vocabulary
    table: NDArray[np.int8]
    scales: NDArray[np.float16]


def load(folder: str) -> Model:
    """The model in the files of a folder."""
    with open(os.path.join(folder, WORDS), encoding="utf-8") as file:
        known = file.read().split()
    table = np.load(os.path.join(folder, TABLE), mmap_mode="r")
    scales = np.load(os.path.join(folder, SCALES))
    return Model(Vocabulary(known, len(table) - len(known)), table, scales)


def connect(address: Address, redact: Callable[[str], str]) -> StaticEmbedder:
    return StaticEmbedder(address.model or FOLDER)


class StaticEmbedder:
    """An `Embedder`: deterministic, offline, without state that would change an answer. Loads at the first text."""

    def __init__(self, folder: str = FOLDER) -> None:
        self._folder = folder
        with open(os.path.join(folder, ABOUT), encoding="utf-8") as file:
            about = json.load(file)
        self.name = f"{about['name']}-{_REVISION}"
        self._learned: int = about["dimensions"]
        self.dimensions = self._learned + _LEXICAL
        self._lexical = Directions(_LEXICAL)

    @cached_property
    def _model(self) -> Model:
        return load(self._folder)

    def embed(self, texts: Sequence[str]) -> Vectors:
        result = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for vector, text in zip(result, texts, strict=True):
            vector[: self._learned] = self._sum(text)
            vector[self._learned :] = self._lexical.sum(text)
        result[:, : self._learned] *= math.sqrt(1 - _SHARE) / _lengths(result[:, : self._learned])
        result[:, self._learned :] *= math.sqrt(_SHARE) / _lengths(result[:, self._learned :])
        result[~result.any(axis=1), 0] = 1.0
        return np.asarray(result / _lengths(result), dtype=np.float32)

    def _sum(self, text: str) -> Vectors:
        vocabulary, table, scales = self._model
        found = [
            (row, weight, field)
            for field, features in weighted(vocabulary, text).items()
            for row, weight in features.items()
        ]
        if not found:
            return np.zeros(self._learned, dtype=np.float32)
        rows, amounts, fields = zip(*found, strict=True)
        weights = np.array(amounts, dtype=np.float32) * scales[np.array(fields), np.array(rows)]
        total: Vectors = weights.astype(np.float32) @ table[np.array(rows)].astype(np.float32)
        return total


def _lengths(vectors: Vectors) -> Vectors:
    """Of each row, and 1 of an empty one, to divide by."""
    lengths: Vectors = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.where(lengths == 0, np.float32(1.0), lengths)
