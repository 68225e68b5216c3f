"""Java and Kotlin: files declare their package, and see all of it without importing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reread.rag.imports.table import EVERYTHING, Import, ImportRules, Shared, Text, same_namespace

LANGUAGES = ("java", "kotlin")


def _read(node: Any, text: Text) -> Iterator[Import]:
    children = node.named_children
    path = next((text(child) for child in children if child.type in ("scoped_identifier", "identifier")), "")
    path = "".join(path.split())
    if children and children[-1].type in ("asterisk", "wildcard_import"):
        yield Import(EVERYTHING, path, EVERYTHING)
        return
    module, _, name = path.rpartition(".")
    alias = next((text(child.named_children[0]) for child in children if child.type == "import_alias"), "")
    if name:
        yield Import(alias or name, module, name)


RULES = ImportRules(
    kinds=frozenset({"import_declaration", "import_header"}),
    read=_read,
    reach=same_namespace,
    namespaces=frozenset({"package_declaration", "package_header"}),
    shared=Shared.NAMESPACE,
    own_members=True,
    declarations={
        "class_parameter": ("simple_identifier", "user_type", ""),
        "parameter": ("simple_identifier", "user_type", ""),
        "property_declaration": ("variable_declaration", "user_type", "call_expression"),
    },
)
