"""The embedder interface: text to vectors. The embedders are in `embedders/`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]


class EmbeddingError(Exception):
    """No vectors are available; the message says why, on one line, for the person who chose the embedder."""


class Address(NamedTuple):
    """Where a model is asked and which, "" being the usual one; for models on disk `model` is their folder.

    `dimensions` of 0 are the model's own.
    """

    base_url: str = ""
    model: str = ""
    key: str = ""
    dimensions: int = 0


class Embedder(Protocol):
    """Turns texts into vectors of length 1.

    `name` changes whenever the vectors of a text would, and can be part of a file name; `dimensions` is their size.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each text. Raises EmbeddingError; the default embedder never does."""
        ...


def embedded_text(path: str, name: str, text: str) -> str:
    """The text to embed for a chunk: its path, its name, and its text from the third line on.

    Questions in words are embedded as they are, on one line.
    """
    return f"{path}\n{name}\n{text}"
