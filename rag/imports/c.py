"""C and C++: an include imports all of a header, and with it the implementation file of the same name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reread.rag.imports.table import EVERYTHING, Import, ImportRules, ModulePlace, Shared, Text, joined, tail

LANGUAGES = ("c", "cpp")


def _read(node: Any, text: Text) -> Iterator[Import]:
    path = node.child_by_field_name("path")
    if path is not None and len(text(path)) > 2:
        yield Import(EVERYTHING, text(path)[1:-1], EVERYTHING)


def _reach(module: str, importer: ModulePlace, candidate: ModulePlace) -> float:
    if joined(importer.folder, module) == candidate.path:
        return 1.0
    parts = tuple(part for part in module.split("/") if part not in ("..", "."))
    if tail(tuple(candidate.path.split("/")), parts) == len(parts):
        return 0.95
    stem = parts[-1].partition(".")[0]
    return 0.9 if candidate.stem.rpartition("/")[2] == stem and not candidate.path.endswith((".h", ".hpp")) else 0.0


RULES = ImportRules(
    kinds=frozenset({"preproc_include"}),
    read=_read,
    reach=_reach,
    shared=Shared.ALL,
    own_members=True,
    bases=frozenset(),
    separator="::",
    declarations={
        "parameter_declaration": ("declarator", "type", ""),
        "declaration": ("declarator", "type", ""),
        "field_declaration": ("declarator", "type", ""),
    },
)
