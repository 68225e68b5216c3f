"""The embedder that was the default before one was learned: what the learned one is compared with.

Each identifier is a fixed pseudo-random direction made of its words and their character n-grams; a text is the sum of
its identifiers, rare words weighing more than common ones.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from reread.rag import words
from reread.rag.embed import Vectors

_DIMENSIONS = 384
_NGRAM = 4
_WHOLE_WEIGHT = 0.5
_ENTRIES = 6
"""Non-zero entries of the direction of one feature: few are fast, and so many hide collisions."""


class HashedEmbedder:
    name = "hashed-1"
    dimensions = _DIMENSIONS

    def embed(self, texts: Sequence[str]) -> Vectors:
        result = np.zeros((len(texts), _DIMENSIONS), dtype=np.float32)
        for row, text in enumerate(texts):
            counted = Counter(words.identifiers(_with_name_repeated(text)))
            for word, count in counted.items():
                result[row] += (1.0 + math.log(count)) * _direction(word)
        lengths = np.linalg.norm(result, axis=1, keepdims=True)
        return result / np.where(lengths == 0, 1.0, lengths)


def _with_name_repeated(text: str) -> str:
    """The head of a text as this embedder had it: the name counts twice, and its last part twice more."""
    lines = text.split("\n", 2)
    if len(lines) < 3:
        return text
    last = lines[1].rpartition(".")[2]
    return f"{lines[0]} {lines[1]} {lines[1]} {last} {last}\n{lines[2]}"


@lru_cache(maxsize=200_000)
def _direction(word: str) -> Vectors:
    parts = words.parts(word)
    vector = np.zeros(_DIMENSIONS, dtype=np.float32)
    for part in parts:
        vector += _part(part)
    if len(parts) > 1:
        heaviest = max(words.rarity(part) for part in parts)
        vector += _sum(["=" + "".join(parts)], [heaviest * _WHOLE_WEIGHT])
    return vector


@lru_cache(maxsize=50_000)
def _part(part: str) -> Vectors:
    """The direction of one word: its own, and those of the pieces that it shares with its other forms."""
    weight = words.rarity(part)
    marked = f"^{part}$"
    grams = ["#" + marked[start : start + _NGRAM] for start in range(max(1, len(marked) - _NGRAM + 1))]
    return _sum([part, *grams], [weight] + [weight / math.sqrt(len(grams))] * len(grams))


def _sum(features: Sequence[str], weights: Sequence[float]) -> Vectors:
    """The weighted sum of the directions of features, each of which has a few entries of either sign."""
    digests = b"".join(blake2b(feature.encode(), digest_size=4 * _ENTRIES).digest() for feature in features)
    values = np.frombuffer(digests, dtype="<u4")
    amounts = np.repeat(np.array(weights) / math.sqrt(_ENTRIES), _ENTRIES)
    signed = np.where(values & 1, amounts, -amounts)
    return np.bincount((values >> 1) % _DIMENSIONS, weights=signed, minlength=_DIMENSIONS).astype(np.float32)
