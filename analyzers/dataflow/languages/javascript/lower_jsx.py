"""JSX in the IR: an element is the values of its attributes and its children."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import Lowering
from reread.analyzers.dataflow.ir.nodes import Expression, Parts
from reread.analyzers.syntax import Node

ELEMENTS = frozenset({"jsx_element", "jsx_self_closing_element", "jsx_fragment"})


def lower_element(lowering: Lowering, node: Node) -> Expression:
    """A JSX element: the values of its attributes, and its children."""
    start, end = lowering.place(node)
    parts: list[Expression] = []
    for child in node.named_children:
        kind = child.type
        if kind == "jsx_opening_element":
            opening = lower_element(lowering, child)
            assert isinstance(opening, Parts)
            parts += opening.parts
        elif kind == "jsx_attribute":
            parts += lowering.many(lowering.named(child)[1:])
        elif kind == "jsx_expression":
            parts += lowering.many(lowering.named(child))
        elif kind in ELEMENTS:
            parts.append(lowering.expression(child))
    return Parts(start, end, tuple(parts))


def lower_braces(lowering: Lowering, node: Node) -> Expression:
    inner = lowering.named(node)
    return lowering.expression(inner[0]) if len(inner) == 1 else lowering.nothing(node)
