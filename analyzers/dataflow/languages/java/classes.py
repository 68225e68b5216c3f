"""The classes that a file of Java declares: which of them a value is of by the type that it is declared with.

Names are those without packages and outer classes, as methods have their owners.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.dataflow.declarations.structs import JUDGED_TYPE
from reread.analyzers.dataflow.domain.facets import PathElement
from reread.analyzers.dataflow.domain.type_ref import TypeRef, any_of, class_type
from reread.analyzers.syntax import Node, SyntaxTree

_NAMED = re.compile(r"(?:\w+\.)*(\w+)\s*(?:<.*>)?", re.DOTALL)
_TYPES = frozenset({"type_identifier", "scoped_type_identifier", "generic_type"})

_BY_OTHERS = frozenset({"public", "protected"})
_NOT_CALLED_FOR = frozenset(
    {"Async", "Deprecated", "Nullable", "SuppressWarnings", "Transactional", "VisibleForTesting"}
)
"""Annotations of methods that no framework calls for them."""


class Class(NamedTuple):
    """The fields of a class with their types, the names of what it builds on, and whether there are objects of it."""

    fields: Mapping[str, str]
    bases: frozenset[str]
    is_abstract: bool


@cache
def _query() -> syntax.Query:
    return syntax.query(
        "java",
        "[(class_declaration) (record_declaration) (interface_declaration) (enum_declaration)] @class "
        "(object_creation_expression type: (_) @made (class_body))",
    )


class Classes:
    """The classes of one file. Of two with the same name nothing is said.

    `functional` are the names of methods that are the only one of their interface, so that a lambda may be behind them.
    """

    def __init__(self, tree: SyntaxTree) -> None:
        found = syntax.captures(_query(), tree.root)
        self.by_name: dict[str, Class | None] = {}
        for node in found.get("class", ()):
            name = _name(node, tree)
            self.by_name[name] = None if name in self.by_name else _class(node, tree)
        interfaces = [node for node in found.get("class", ()) if node.type == "interface_declaration"]
        self.functional = frozenset(name for node in interfaces if (name := _only_method(node, tree)))
        self._made_on_the_spot = frozenset(map(plain, map(tree.text, found.get("made", ()))))

    def class_of(self, type_: str) -> TypeRef | None:
        """The classes that values of a type are of; None where it may be too many, or one of other files."""
        name = plain(type_)
        known = self.by_name.get(name)
        if known is None or name in self._made_on_the_spot:
            return None
        below = list(self._below(name))
        whole = [each for each in (name, *below) if not self._is_abstract(each)]
        return any_of([*map(class_type, whole)]) if self._made_on_the_spot.isdisjoint(below) else None

    def field_type(self, type_: TypeRef, field: PathElement) -> str:
        """The type of a field as it is written; "" where it is not known."""
        known = self.by_name.get(type_.first.class_name)
        return "" if known is None or not isinstance(field, str) else known.fields.get(field, "")

    def _is_abstract(self, name: str) -> bool:
        known = self.by_name[name]
        return known is not None and known.is_abstract

    def _below(self, name: str) -> Iterator[str]:
        """The classes of the file that build on one, directly or not."""
        seen = {name}
        stack = [name]
        while stack:
            current = stack.pop()
            for each, known in self.by_name.items():
                if known is not None and current in known.bases and each not in seen:
                    seen.add(each)
                    stack.append(each)
                    yield each


def plain(type_: str) -> str:
    """The name of a type without what it is in and what it is of; "" for arrays and the like."""
    found = _NAMED.fullmatch(type_.removeprefix("final ").strip())
    return "" if found is None else found[1]


def _name(node: Node, tree: SyntaxTree) -> str:
    name = node.child_by_field_name("name")
    return "" if name is None else tree.text(name)


def _class(node: Node, tree: SyntaxTree) -> Class | None:
    if node.type == "enum_declaration":
        return None
    modifiers = next((child for child in node.children if child.type == "modifiers"), None)
    words = () if modifiers is None else [child.type for child in modifiers.children]
    is_abstract = node.type == "interface_declaration" or "abstract" in words
    return Class(dict(_fields(node, tree)), frozenset(_bases(node, tree)), is_abstract)


def _only_method(node: Node, tree: SyntaxTree) -> str:
    """The name of the one method of an interface that has no body; "" where there are none or several."""
    body = node.child_by_field_name("body")
    children = () if body is None else body.named_children
    methods = [each for each in children if each.type == "method_declaration"]
    found = [each for each in methods if each.child_by_field_name("body") is None]
    return _name(found[0], tree) if len(found) == 1 else ""


def _bases(node: Node, tree: SyntaxTree) -> Iterator[str]:
    heads = [child for child in node.named_children if child.type in ("superclass", "super_interfaces")]
    heads += [child for child in node.named_children if child.type == "extends_interfaces"]
    while heads:
        head = heads.pop()
        if head.type in _TYPES:
            yield plain(tree.text(head))
        else:
            heads += head.named_children


def _fields(node: Node, tree: SyntaxTree) -> Iterator[tuple[str, str]]:
    """The fields of a class, and the components of a record, with their types as written."""
    body = node.child_by_field_name("body")
    listed = node.child_by_field_name("parameters") if node.type == "record_declaration" else None
    for each in listed.named_children if listed is not None else ():
        if each.type == "formal_parameter":
            yield _name(each, tree), _type(each, tree)
    for each in body.named_children if body is not None else ():
        if each.type == "field_declaration":
            for declarator in each.children_by_field_name("declarator"):
                yield _name(declarator, tree), _type(each, tree)


def _type(node: Node, tree: SyntaxTree) -> str:
    """The type of a field or a component; of one that Bean Validation judges, that it does."""
    if any(map(judges, _modifiers(node))):
        return JUDGED_TYPE
    typed = node.child_by_field_name("type")
    return "" if typed is None else tree.text(typed)


def judges(annotation: str) -> bool:
    """Whether an annotation is a constraint on the content of a text."""
    return annotation.lstrip("@").partition("(")[0].strip().rpartition(".")[2] in _CONSTRAINTS


_CONSTRAINTS = frozenset(
    {"CreditCardNumber", "Digits", "EAN", "Email", "ISBN", "LuhnCheck", "Pattern", "SafeHtml", "URL", "UUID"}
)
"""Of Jakarta Bean Validation and of Hibernate Validator"""


def is_of_its_file(method: Node) -> bool:
    """True for a method that hardly anything but its file calls: it is not public, or its class is not."""
    if method.type not in ("method_declaration", "constructor_declaration"):
        return False
    words = _modifiers(method)
    if any(word.startswith("@") and word[1:] not in _NOT_CALLED_FOR for word in words):
        return False
    around = method.parent
    while around is not None and not _BY_OTHERS.isdisjoint(words):
        if around.type in ("interface_declaration", "enum_declaration", "object_creation_expression"):
            return False
        if around.type in ("class_declaration", "record_declaration"):
            if any(child.type in ("superclass", "super_interfaces") for child in around.named_children):
                return False
            words = _modifiers(around)
        around = around.parent
    return around is not None


def _modifiers(node: Node) -> frozenset[str]:
    """The words before a declaration; annotations by their names, without what they are given."""
    found = next((child for child in node.children if child.type == "modifiers"), None)
    children = () if found is None else found.children
    return frozenset(
        (child.text or b"").decode().partition("(")[0].strip() if child.is_named else child.type for child in children
    )


_RECORD = re.compile(rb"\b(record)[ \t]+([A-Z_]\w*)[ \t\r\n]*[(<]")


def record_places(tree: SyntaxTree) -> dict[str, int]:
    return {each[2].decode(): each.start(1) for each in _RECORD.finditer(tree.document.data)}
