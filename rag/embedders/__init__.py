"""Embedders, one module each."""

from __future__ import annotations

from reread.rag.embed import Embedder
from reread.rag.embedders.static import StaticEmbedder


def default() -> Embedder:
    """The embedder that needs no model, no network and no setting."""
    return StaticEmbedder()
