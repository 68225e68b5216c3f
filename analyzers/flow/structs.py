"""The structs and interfaces that a file of Go declares: which class a value has by its declared type.

Types are kept as a file can name them: `T` or `package.T`, without `*` and parameters; "" for all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.syntax import Node, SyntaxTree

_NAMED = re.compile(r"[*&]*((?:\w+\.)?\w+)(?:\[[^\]]*\])?")


class Struct(NamedTuple):
    """The fields of a struct with their types, in their order, and the types that it embeds."""

    fields: Mapping[str, str]
    embedded: tuple[str, ...] = ()


class Declared(NamedTuple):
    """What a file declares: structs, and interfaces with the names of their methods."""

    structs: Mapping[str, Struct]
    interfaces: Mapping[str, frozenset[str]]


NOTHING = Declared({}, {})


@cache
def _query() -> syntax.Query:
    return syntax.query("go", "(type_spec type: (struct_type)) @struct (type_spec type: (interface_type)) @interface")


def declared(tree: SyntaxTree) -> Declared:
    """What a file of Go declares; nothing for other languages."""
    if tree.language.name != "go":
        return NOTHING
    found = syntax.captures(_query(), tree.root)
    structs = {_name(node, tree): _struct(node, tree) for node in found.get("struct", ())}
    interfaces = {_name(node, tree): _methods(node, tree) for node in found.get("interface", ())}
    return Declared(structs, {name: methods for name, methods in interfaces.items() if methods})


def named_type(text: str) -> str:
    """The name in a type as it is written; "" for types that are no names."""
    found = _NAMED.fullmatch(text)
    return "" if found is None else found[1]


def implementing(methods: frozenset[str], having: Iterable[tuple[str, str]]) -> str:
    """The one class that has all methods of an interface; "" where none has, or several."""
    found: dict[str, set[str]] = {}
    for owner, name in having:
        if owner and name in methods:
            found.setdefault(owner, set()).add(name)
    classes = [owner for owner, names in found.items() if len(names) == len(methods)]
    return classes[0] if len(classes) == 1 else ""


def _name(node: Node, tree: SyntaxTree) -> str:
    name = node.child_by_field_name("name")
    return "" if name is None else tree.text(name)


def _struct(node: Node, tree: SyntaxTree) -> Struct:
    body = node.child_by_field_name("type")
    listed = None if body is None else body.named_child(0)
    fields: dict[str, str] = {}
    embedded: list[str] = []
    for field in () if listed is None else listed.named_children:
        typed = field.child_by_field_name("type")
        if field.type != "field_declaration" or typed is None:
            continue
        names = [tree.text(name) for name in field.children_by_field_name("name") if name.is_named]
        kind = named_type(tree.text(typed))
        if not names and kind:
            embedded.append(kind)
            names = [kind.rpartition(".")[2]]
        fields.update(dict.fromkeys(names, kind))
    return Struct(fields, tuple(embedded))


def _methods(node: Node, tree: SyntaxTree) -> frozenset[str]:
    body = node.child_by_field_name("type")
    elements = () if body is None else body.named_children
    return frozenset(_name(each, tree) for each in elements if each.type in ("method_elem", "method_spec"))
