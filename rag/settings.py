"""The settings of the index."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct


class IndexSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What is indexed, and by which embedder. `exclude` has patterns as in .gitignore; `max_files` of 0 means no limit.

    `embedder_model` is a name, or for "onnx" the folder of its files; "" is the usual one. `embedder_dimensions` of 0
    are the model's own. `store_url` is that of a Chroma server or cluster for the vectors, "" for this machine.
    """

    enable: bool = True
    exclude: tuple[str, ...] = ()
    max_files: Annotated[int, Meta(ge=0)] = 50_000
    embedder: Literal["static", "ollama", "openai", "onnx"] = "static"
    embedder_model: str = ""
    embedder_base_url: str = ""
    embedder_dimensions: Annotated[int, Meta(ge=0, le=4_096)] = 0
    store_url: Annotated[str, Meta(pattern=r"^(https?://[^/]+/?)?$")] = ""
