"""C#: `using` opens a namespace, `global using` for a whole project; a namespace sees its outer ones without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reread.rag.imports.table import EVERYTHING, GLOBAL, Import, ImportRules, Shared, Text, same_namespace

LANGUAGES = ("csharp",)


def _read(node: Any, text: Text) -> Iterator[Import]:
    names = ["".join(text(child).split()) for child in node.named_children]
    prefix = GLOBAL if node.children[0].type == "global" else ""
    if len(names) == 1:
        yield Import(prefix + EVERYTHING, names[0], EVERYTHING)
    elif len(names) == 2:
        module, _, member = names[1].rpartition(".")
        yield Import(prefix + names[0], module or names[1], member if module else "")


RULES = ImportRules(
    kinds=frozenset({"using_directive"}),
    read=_read,
    reach=same_namespace,
    namespaces=frozenset({"namespace_declaration", "file_scoped_namespace_declaration"}),
    shared=Shared.NAMESPACE,
    own_members=True,
    bases=frozenset({"base"}),
    declarations={
        "parameter": ("name", "type", ""),
        "variable_declaration": ("variable_declarator", "type", ""),
        "property_declaration": ("name", "type", ""),
    },
)
