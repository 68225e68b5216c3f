"""How files of package managers and compilers map names in imports to paths: `go.mod`, `tsconfig.json`.

One file per format, found by its `FILE` pattern. Their mappings are stored with the imports of their own file:
`MAPPING` as the local name, then what an import writes, then the path that this means.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module

from reread.rag.imports.table import Import, joined
from reread.rag.mappings.table import Format

MAPPING = "="
"""No name of any language."""
_SHARED = ("__init__.py", "table.py", "paths.py")
_MOST = 500
"""Mappings of one file."""


def read(path: str, text: str) -> tuple[Import, ...]:
    """The mappings of a file; none of one that has none, or that cannot be read."""
    found = format_of(path)
    if found is None:
        return ()
    return tuple(_imports(path, text, found))[:_MOST]


def format_of(path: str) -> Format | None:
    name = path.rpartition("/")[2]
    return next((each for each in formats() if fnmatchcase(name, each.file)), None)


@cache
def formats() -> tuple[Format, ...]:
    files = sorted(os.listdir(os.path.dirname(__file__)))
    names = [
        name[:-3] for name in files if name.endswith(".py") and name not in ("__init__.py", "table.py", "paths.py")
    ]
    return tuple(import_module(f"{__name__}.{name}").FORMAT for name in names)


def _imports(path: str, text: str, found: Format) -> Iterator[Import]:
    folder = path.rpartition("/")[0]
    for written, meant in found.read(text):
        target = joined(folder, meant)
        if written and target is not None:
            yield Import(MAPPING, written, target)
