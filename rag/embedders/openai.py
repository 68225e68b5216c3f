"""OpenAI, and every endpoint that implements its `/embeddings` API."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reread.rag.embed import Address
from reread.rag.embedders.remote import RemoteEmbedder

MODEL = "text-embedding-3-small"
BASE_URL = "https://api.openai.com/v1"


class OpenAI:
    kind = "openai"
    path = "/embeddings"

    def body(self, address: Address, texts: Sequence[str]) -> Mapping[str, Any]:
        body: dict[str, Any] = {"model": address.model, "input": list(texts), "encoding_format": "float"}
        return {**body, "dimensions": address.dimensions} if address.dimensions else body

    def vectors(self, answer: Any) -> Sequence[Sequence[float]]:
        entries = sorted(answer["data"], key=lambda entry: entry["index"])
        return [entry["embedding"] for entry in entries]


def connect(address: Address, redact: Callable[[str], str]) -> RemoteEmbedder:
    address = address._replace(base_url=address.base_url or BASE_URL, model=address.model or MODEL)
    return RemoteEmbedder(OpenAI(), address, redact)
