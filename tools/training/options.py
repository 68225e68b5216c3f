"""How the embedder is learned."""

from __future__ import annotations

from typing import NamedTuple


class Options(NamedTuple):
    """How to learn; `batch` and `group` are numbers of pairs, `rate` is the learning rate of Adam at its highest.

    `dropout` is the share of a text's features that are left out each time it is seen, so that no text is learned by
    heart.
    """

    dimensions: int = 256
    steps: int = 1_500
    batch: int = 1_024
    group: int = 256
    rate: float = 2e-3
    dropout: float = 0.3
    seed: int = 1
