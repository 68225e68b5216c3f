"""Embedders: one module for each value of the setting, with a function `connect(address, redact)`."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from reread.rag.embed import Address, Embedder
from reread.rag.embedders.static import StaticEmbedder


def default() -> Embedder:
    """The embedder that needs no model, no network and no setting."""
    return StaticEmbedder()


def connect(kind: str, address: Address, redact: Callable[[str], str]) -> Embedder:
    """The embedder of a kind. What leaves this process goes through `redact` first. Raises EmbeddingError."""
    embedder: Embedder = importlib.import_module(f"reread.rag.embedders.{kind}").connect(address, redact)
    return embedder
