"""Embedding models that Ollama runs: `/api/embed`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reread.rag.embed import Address
from reread.rag.embedders.remote import RemoteEmbedder

MODEL = "nomic-embed-text"
BASE_URL = "http://127.0.0.1:11434"


class Ollama:
    kind = "ollama"
    path = "/api/embed"

    def body(self, address: Address, texts: Sequence[str]) -> Mapping[str, Any]:
        body: dict[str, Any] = {"model": address.model, "input": list(texts), "truncate": True}
        return {**body, "dimensions": address.dimensions} if address.dimensions else body

    def vectors(self, answer: Any) -> Sequence[Sequence[float]]:
        vectors: Sequence[Sequence[float]] = answer["embeddings"]
        return vectors


def connect(address: Address, redact: Callable[[str], str]) -> RemoteEmbedder:
    address = address._replace(base_url=address.base_url or BASE_URL, model=address.model or MODEL)
    return RemoteEmbedder(Ollama(), address, redact)
