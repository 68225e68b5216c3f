"""PHP: `use` imports names from namespaces, which files declare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reread.rag.imports.table import Import, ImportRules, Shared, Text, same_namespace

LANGUAGES = ("php",)


def _read(node: Any, text: Text) -> Iterator[Import]:
    group = next((child for child in node.named_children if child.type == "namespace_use_group"), None)
    prefix = ""
    clauses = node.named_children
    if group is not None:
        prefix = text(node.named_children[0]).strip("\\") + "\\"
        clauses = group.named_children
    for clause in clauses:
        if clause.type not in ("namespace_use_clause", "namespace_use_group_clause"):
            continue
        words = text(clause).split()
        if words[:1] in (["function"], ["const"]):
            words = words[1:]
        path = (prefix + words[0].strip("\\")).split("\\")
        alias = words[-1] if len(words) > 2 else path[-1]
        yield Import(alias, "\\".join(path[:-1]), path[-1])


def _mixed(node: Any, text: Text) -> Iterator[str]:
    """The traits of `use A, B;` in a class."""
    yield from (text(child).rpartition("\\")[2] for child in node.named_children if child.type.endswith("name"))


RULES = ImportRules(
    kinds=frozenset({"namespace_use_declaration"}),
    read=_read,
    reach=same_namespace,
    namespaces=frozenset({"namespace_definition"}),
    shared=Shared.NAMESPACE,
    selves=frozenset({"this", "self", "static"}),
    bases=frozenset({"parent"}),
    separator="\\",
    mixing=frozenset({"use_declaration"}),
    mixed=_mixed,
    declarations={
        "simple_parameter": ("name", "type", ""),
        "property_promotion_parameter": ("name", "type", ""),
        "assignment_expression": ("left", "", "right"),
    },
)
