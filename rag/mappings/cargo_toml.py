"""`Cargo.toml`: the crates of a repository by name, which may differ from the names of their folders."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from reread.rag.mappings.table import Format


def _read(text: str) -> Iterator[tuple[str, str]]:
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    package, library = found.get("package"), found.get("lib")
    names = [each.get("name") for each in (library, package) if isinstance(each, dict)]
    for name in names:
        if isinstance(name, str):
            yield name.replace("-", "_"), "src"
            yield f"{name.replace('-', '_')}::*", "src::*"


FORMAT = Format(file="Cargo.toml", languages=frozenset({"rust"}), read=_read, everywhere=True, separator="::")
