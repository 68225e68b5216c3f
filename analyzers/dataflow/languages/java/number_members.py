"""The enums of a file of Java, and the members of its classes that are numbers wherever their names are declared."""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.dataflow.declarations.scalar_types import numbers, plain_type
from reread.analyzers.syntax import Node, SyntaxTree

_LIBRARY = "java"
_NUMBERS = numbers(_LIBRARY)
_BODIES = frozenset({"class_body", "interface_body", "enum_body", "enum_body_declarations"})
_CLASSES = frozenset({"class_declaration", "interface_declaration", "enum_declaration", "record_declaration"})


def number_members(tree: SyntaxTree) -> frozenset[str]:
    """The enums of a file of Java, and the members of its classes that are numbers wherever their names are declared.

    A field also stands for the method that reads it, which is often generated.
    """
    found: set[str] = set()
    types: list[tuple[str, str]] = []
    stack = list(tree.root.named_children)
    while stack:
        node = stack.pop()
        if node.type in _CLASSES:
            if node.type == "enum_declaration":
                found.add(_text(tree, node, "name"))
            stack += [child for child in node.named_children if child.type in _BODIES]
            types += _components(tree, node)
        elif node.type in _BODIES:
            stack += node.named_children
        else:
            types += _members(tree, node)
    safe = _NUMBERS | found
    others = {name for name, typed in types if plain_type(typed, _LIBRARY) not in safe}
    return frozenset(found | {name for name, _ in types if name not in others})


def _components(tree: SyntaxTree, node: Node) -> Iterator[tuple[str, str]]:
    """The names of a record's components with their types."""
    listed = node.child_by_field_name("parameters")
    for each in listed.named_children if listed is not None else ():
        if each.type == "formal_parameter":
            yield _text(tree, each, "name"), _text(tree, each, "type")


def _members(tree: SyntaxTree, node: Node) -> Iterator[tuple[str, str]]:
    typed = _text(tree, node, "type")
    if node.type == "method_declaration":
        yield _text(tree, node, "name"), typed
    elif node.type == "field_declaration":
        for declarator in node.children_by_field_name("declarator"):
            name = _text(tree, declarator, "name")
            yield from ((each, typed) for each in (name, f"get{name[:1].upper()}{name[1:]}"))


def _text(tree: SyntaxTree, node: Node, field: str) -> str:
    found = node.child_by_field_name(field)
    return "" if found is None else tree.text(found)
