"""The classes of the objects that Python's classes and modules hold: what is injected, made or declared.

A field has the class that its annotation names, that of the annotated parameter of the constructor that it is given, or
that of the object that is made for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from reread.analyzers import syntax
from reread.analyzers.dataflow.declarations.structs import GIVEN_BY, Declared, Struct
from reread.analyzers.syntax import Node, SyntaxTree

_CLASS = re.compile(
    r"[\"']?(?:Optional\[\s*|Annotated\[\s*)?((?:\w+\.)*_?[A-Z]\w*)(?:\[\w+\])?(?:\s*\|\s*None|\s*\]|\s*,.*\])?[\"']?",
    re.DOTALL,
)

_FUNCTION = re.compile(r"(?:\w+\.)*\w+")


@cache
def _query() -> syntax.Query:
    return syntax.query("python", "(class_definition) @class")


def class_name(annotation: str) -> str:
    """The one class that an annotation names; "" for all others."""
    found = _CLASS.fullmatch(annotation.strip())
    return "" if found is None else found[1]


@syntax.once_per_tree
def held_objects(tree: SyntaxTree) -> Declared:
    """The classes of a file with the classes of their fields."""
    structs = {}
    for node in syntax.captures(_query(), tree.root).get("class", ()):
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        if name is not None and body is not None and (fields := dict(_fields(body, tree))):
            structs[tree.text(name)] = Struct(fields)
    return Declared(structs, {})


def instances(tree: SyntaxTree) -> Mapping[str, str]:
    """The variables of a module that hold one object for good, with its class as written: `users = Users(engine)`."""
    found: dict[str, list[str]] = {}
    for statement in tree.root.named_children:
        each = _assignment(statement)
        if each is not None:
            target = each.child_by_field_name("left")
            if target is not None and target.type == "identifier":
                found.setdefault(tree.text(target), []).append(_made(each.child_by_field_name("right"), tree))
    return {name: made[0] for name, made in found.items() if len(made) == 1 and made[0]}


def _fields(body: Node, tree: SyntaxTree) -> Iterator[tuple[str, str]]:
    for statement in body.named_children:
        member = statement.child_by_field_name("definition") or statement
        inner = _assignment(member)
        if inner is not None:
            target = inner.child_by_field_name("left")
            held = _annotated(inner, tree) or _made(inner.child_by_field_name("right"), tree)
            if held and target is not None and target.type == "identifier":
                yield tree.text(target), held
        elif member.type == "function_definition" and _text(member, "name", tree) == "__init__":
            yield from _of_constructor(member, tree)


def _of_constructor(function: Node, tree: SyntaxTree) -> Iterator[tuple[str, str]]:
    """Fields that are given an annotated parameter or a new object."""
    listed = function.child_by_field_name("parameters")
    types = {}
    for parameter in () if listed is None else listed.named_children:
        if parameter.type in ("typed_parameter", "typed_default_parameter"):
            name = parameter.child_by_field_name("name") or parameter.named_children[0]
            types[tree.text(name)] = _annotated(parameter, tree)
    body = function.child_by_field_name("body")
    for statement in () if body is None else body.named_children:
        each = _assignment(statement)
        if each is None:
            continue
        target, _, field = _text(each, "left", tree).rpartition(".")
        value = each.child_by_field_name("right")
        if target != "self" or value is None:
            continue
        given = types.get(tree.text(value), "") if value.type == "identifier" else _made(value, tree)
        if held := _annotated(each, tree) or given:
            yield field, held


def _assignment(statement: Node) -> Node | None:
    """The assignment that a statement is; grammars differ in whether it stands in another node."""
    inner = statement.named_children[:1] if statement.type == "expression_statement" else [statement]
    return inner[0] if inner and inner[0].type == "assignment" else None


def _annotated(node: Node, tree: SyntaxTree) -> str:
    return class_name(_text(node, "type", tree))


def _made(value: Node | None, tree: SyntaxTree) -> str:
    """The class of `Users(...)`, also as a default: `users or Users()`; else the function that gives an object."""
    if value is not None and value.type == "boolean_operator":
        value = value.child_by_field_name("right")
    called = _text(value, "function", tree) if value is not None and value.type == "call" else ""
    return class_name(called) or (called + GIVEN_BY if _FUNCTION.fullmatch(called) else "")


def _text(node: Node, field: str, tree: SyntaxTree) -> str:
    found = node.child_by_field_name(field)
    return "" if found is None else tree.text(found)
