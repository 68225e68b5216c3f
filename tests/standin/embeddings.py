"""Vectors as the vendors' servers answer with them: the same for the same text, and different for others."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from tests.standin.protocols import Ollama, OpenAI

DIMENSIONS = 16


def vector(text: str, dimensions: int) -> list[float]:
    """Numbers between -1 and 1."""
    digest = hashlib.shake_128(text.encode(errors="replace")).digest(dimensions)
    return [byte / 127.5 - 1 for byte in digest]


def vectors(asked: dict[str, Any]) -> list[list[float]]:
    texts = asked["input"] if isinstance(asked["input"], list) else [asked["input"]]
    return [vector(text, asked.get("dimensions", DIMENSIONS)) for text in texts]


class OpenAIEmbeddings(OpenAI):
    def whole(self, request, text, reply, usage):
        entries = [
            {"object": "embedding", "index": place, "embedding": found}
            for place, found in enumerate(vectors(request.json))
        ]
        return json.dumps(
            {"object": "list", "data": entries, "model": "stand-in", "usage": self._usage(request, usage)}
        ).encode()


class OllamaEmbeddings(Ollama):
    name = "ollama-embeddings"

    def whole(self, request, text, reply, usage):
        return json.dumps({"model": "stand-in", "embeddings": vectors(request.json)}).encode()


WIRES = {
    "/v1/embeddings": OpenAIEmbeddings(),
    "/embeddings": OpenAIEmbeddings(),
    "/api/embed": OllamaEmbeddings(),
}
