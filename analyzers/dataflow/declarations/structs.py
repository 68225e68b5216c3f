"""The structs and interfaces that a file of Go declares: which class a value has by its declared type.

Types are kept as a file can name them: `T` or `package.T`, without `*` and parameters, and lists and maps of them as
`[]T` and `map[K]T`; "" for all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.dataflow.declarations.scalar_types import NUMBERS
from reread.analyzers.dataflow.domain.class_names import MOST_TYPES, OR
from reread.analyzers.syntax import Node, SyntaxTree

_NAMED = re.compile(r"[*&]*((?:\w+\.)?\w+)(?:\[[^\]]*\])?")
_CONTAINER = re.compile(r"[*&]*((?:map)?\[[^\[\]]*\]|\.\.\.)(\S.*)")
_CHECKED = re.compile(
    r'\b(binding|validate):"(?:[^"]*,)?'
    r'(?:oneof=|numeric|number|boolean|alpha|alphanum|hexadecimal|uuid\w*|datetime|eq=)[^"]*"'
)
_VALIDATES = re.compile(rb"\.(?:Struct|StructCtx|Validate)\(")

KEYS = "\0keys"
"""As a field of a map: what keys it was given that are not written in the code."""

ELEMENT = "\0element"
"""As a field of a list or a map: any of what is in it."""

CHECKED = "\0checked"
"""The type of a field that has one of a few values, or only harmless characters: its tag has it checked."""


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
    """What a file of Go declares."""
    found = syntax.captures(_query(), tree.root)
    structs = {_name(node, tree): _struct(node, tree) for node in found.get("struct", ())}
    interfaces = {_name(node, tree): _methods(node, tree) for node in found.get("interface", ())}
    return Declared(structs, {name: methods for name, methods in interfaces.items() if methods})


def named_type(text: str) -> str:
    """The name in a type as it is written; "" for types that are no names."""
    found = _NAMED.fullmatch(text)
    return "" if found is None else found[1]


def container_type(text: str) -> str:
    """`[]T` or `map[K]T` for the type of a list or a map as it is written, the values of a parameter too; else ""."""
    found = _CONTAINER.fullmatch(text)
    return "" if found is None else f"{found[1]}{found[2]}" if found[1] != "..." else f"[]{found[2]}"


def element_type(owner: str) -> str:
    """The type of what is in a list or a map of this type; "" for other types."""
    found = _CONTAINER.fullmatch(owner)
    return "" if found is None else found[2]


def is_list(owner: str) -> bool:
    return owner[:1] == "["


def is_textless(type_: str) -> bool:
    """True for a type of what carries no text of an attacker."""
    return type_ in NUMBERS or type_ == CHECKED


def implementing(methods: frozenset[str], having: Iterable[tuple[str, str]]) -> list[str]:
    """The classes that have all methods of an interface."""
    found: dict[str, set[str]] = {}
    for owner, name in having:
        if owner and name in methods:
            found.setdefault(owner, set()).add(name)
    return [owner for owner, names in found.items() if len(names) == len(methods)]


def any_of(owners: list[str]) -> str:
    """What stands for an object of one of these classes; "" where there is none, or too many to analyze them all."""
    return OR.join(owners) if len(owners) <= MOST_TYPES else ""


def each_of(owner: str) -> list[str]:
    """The classes that an object may have."""
    return owner.split(OR)


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
        kind = CHECKED if _is_checked(field, tree) else named_type(tree.text(typed)) or container_type(tree.text(typed))
        if not names and kind:
            embedded.append(kind)
            names = [kind.rpartition(".")[2]]
        fields.update(dict.fromkeys(names, kind))
    return Struct(fields, tuple(embedded))


def _is_checked(field: Node, tree: SyntaxTree) -> bool:
    """True where reading a request, or a validator that the file calls, refuses all but harmless values."""
    tag = field.child_by_field_name("tag")
    found = None if tag is None else _CHECKED.search(tree.text(tag))
    return found is not None and (found[1] == "binding" or _VALIDATES.search(tree.document.data) is not None)


def _methods(node: Node, tree: SyntaxTree) -> frozenset[str]:
    body = node.child_by_field_name("type")
    elements = () if body is None else body.named_children
    return frozenset(_name(each, tree) for each in elements if each.type in ("method_elem", "method_spec"))
