"""The embedder that was the default before one was learned: what the learned one is compared with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reread.rag.embed import Vectors
from reread.rag.embedders.lexical import Directions

_DIMENSIONS = 384


class HashedEmbedder:
    """Directions of words by their letters, and nothing that was learned."""

    name = "hashed-1"
    dimensions = _DIMENSIONS

    def __init__(self) -> None:
        self._directions = Directions(_DIMENSIONS)

    def embed(self, texts: Sequence[str]) -> Vectors:
        sums = np.array([self._directions.sum(text) for text in texts], dtype=np.float32)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.where(lengths == 0, 1.0, lengths), dtype=np.float32)
