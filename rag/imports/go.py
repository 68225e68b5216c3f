"""Go: a package is a folder, whose path ends in the last names of the import path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reread.analyzers.languages.go import imports_of
from reread.rag.imports.table import ROOT, Import, ImportRules, ModulePlace, Shared, Text, tail

LANGUAGES = ("go",)

_VERSION = re.compile(r"^v\d+$")


def _read(node: Any, text: Text) -> Iterator[Import]:
    return (Import(local, path, name) for local, path, name, _ in imports_of(node, text) if local != "_")


def _embedded(node: Any, text: Text) -> Iterator[str]:
    """The type whose methods a struct has for its own, since it is there without a name of a field."""
    kind = node.child_by_field_name("type")
    if kind is not None and node.child_by_field_name("name") is None:
        yield text(kind).partition("[")[0].rpartition(".")[2]


def _reach(module: str, importer: ModulePlace, candidate: ModulePlace) -> float:
    if module.startswith(ROOT):
        return 1.0 if module[len(ROOT) :] == candidate.folder else 0.0
    wanted = tuple(part for part in module.split("/") if not _VERSION.match(part))
    folder = tuple(candidate.folder.split("/")) if candidate.folder else ()
    if not folder:
        # The package at the root of the repository goes by the repository's name.
        alike = wanted and candidate.namespace in (wanted[-1], wanted[-1].removeprefix("go-").removesuffix("-go"))
        return 0.8 if alike and len(wanted) <= 3 else 0.0
    same = tail(folder, wanted)
    if same == len(folder):
        return 0.95 if same > 1 or "." in wanted[0] or len(wanted) <= 2 else 0.8
    return 0.8 if same > 1 else 0.0


RULES = ImportRules(
    kinds=frozenset({"import_spec"}),
    read=_read,
    reach=_reach,
    namespaces=frozenset({"package_clause"}),
    shared=Shared.FOLDER,
    selves=frozenset(),
    bases=frozenset(),
    mixing=frozenset({"field_declaration"}),
    mixed=_embedded,
    demands=frozenset({"method_elem", "method_spec"}),
)
