"""The settings of the index."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct


class IndexSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What is indexed. `exclude` has patterns as in .gitignore; `max_files` of 0 means no limit."""

    enable: bool = True
    exclude: tuple[str, ...] = ()
    max_files: Annotated[int, Meta(ge=0)] = 50_000
