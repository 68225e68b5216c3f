"""How the embedder is learned."""

from __future__ import annotations

from typing import NamedTuple


class Options(NamedTuple):
    """How to learn; `batch` and `group` are numbers of pairs, `rate` is the learning rate of Adam at its highest."""

    dimensions: int = 256
    steps: int = 4_000
    batch: int = 1_024
    group: int = 256
    rate: float = 2e-3
    seed: int = 1
