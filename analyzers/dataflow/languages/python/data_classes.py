"""Classes that are their fields: data classes, named tuples, models, mere namespaces."""

from __future__ import annotations

import re

from reread.analyzers.dataflow.models.library_names import bytes_pattern_with, names
from reread.analyzers.syntax import Node, SyntaxTree

_CLASS = re.compile(rb"^[ \t]*(class)[ \t]+([A-Z_]\w*)", re.MULTILINE)
_LIBRARY = "python"
_MADE = bytes_pattern_with(r"(?m)^[ \t]*([A-Z_]\w*)[ \t]*=[ \t]*(?:\w+\.)?{class-maker}\(", _LIBRARY)
_BETWEEN = re.compile(r"[\s,]+")


def classes(tree: SyntaxTree) -> dict[str, int]:
    """Where the classes of a file stand, and what is made a class there, any of which may be records."""
    found = {each[2].decode(): each.start(1) for each in _CLASS.finditer(tree.document.data)}
    found.update((each[1].decode(), each.start(1)) for each in _MADE.finditer(tree.document.data))
    return found


def declared_fields(tree: SyntaxTree, start: int) -> tuple[str, ...] | None:
    """The fields that the class at a place declares, in the order of the arguments of its constructor.

    None where no class stands there; none of them where a class that it builds on may have declared some before.
    """
    word = tree.root.descendant_for_byte_range(start, start + 1)
    node = None if word is None else word.parent
    if node is not None and node.type == "assignment":
        return _listed(node, tree)
    if node is None or node.type != "class_definition":
        return None
    bases = node.child_by_field_name("superclasses")
    if bases is not None and any(
        tree.text(base) not in names("base-without-fields", _LIBRARY) for base in bases.named_children
    ):
        return ()
    body = node.child_by_field_name("body")
    return () if body is None else tuple(field for child in body.named_children if (field := _field(child, tree)))


def _listed(node: Node, tree: SyntaxTree) -> tuple[str, ...] | None:
    """The fields in `namedtuple("Pair", "left right")` and its like."""
    call = node.child_by_field_name("right")
    arguments = None if call is None else call.child_by_field_name("arguments")
    given = [] if arguments is None else [each for each in arguments.named_children if not each.is_extra]
    if len(given) < 2 or given[1].type not in ("string", "list", "tuple"):
        return None
    if given[1].type == "string":
        return tuple(name for name in _BETWEEN.split(_plain(given[1], tree)) if name)
    # A name, or one with its type
    fields = (
        each.named_children[0] if each.type in ("tuple", "list") and each.named_children else each
        for each in given[1].named_children
    )
    return tuple(_plain(each, tree) for each in fields if each.type == "string")


def _plain(node: Node, tree: SyntaxTree) -> str:
    return tree.text(node).strip("rbuRBU").strip("'\"")


def _field(statement: Node, tree: SyntaxTree) -> str:
    """The name that an annotated assignment of a class declares; "" for all else."""
    if statement.type != "assignment":
        return ""
    annotation, left = statement.child_by_field_name("type"), statement.child_by_field_name("left")
    if annotation is None or left is None:
        return ""
    of_class = names("class-variable-type", _LIBRARY)
    if any(each in tree.text(annotation) for each in of_class):
        return ""
    return tree.text(left)
