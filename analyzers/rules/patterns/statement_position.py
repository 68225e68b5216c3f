"""Patterns that look at where a match stands: a statement of its own, and not in a decorator."""

from __future__ import annotations

from reread.analyzers.rules.matching.bindings import Environment, Environments
from reread.analyzers.rules.matching.match_context import Scan
from reread.analyzers.rules.patterns.pattern import Pattern
from reread.analyzers.syntax import Node

_ATTRIBUTES = frozenset({"decorator", "annotation", "attribute", "attribute_list"})


class Alone(Pattern):
    """An expression that is a statement, or maybe what a variable is declared with (`declared`), and no part of another
    expression (`go_deeper_expr: false`, `implicit_deep_exprstmt: false`).
    """

    __slots__ = ("around", "items", "kinds", "name", "twins", "variable")

    def __init__(self, inner: Pattern, *, declared: bool = False) -> None:
        self.around = ("_statement", "_declarator") if declared else ("_statement",)
        self.items = (inner,)
        self.kinds = inner.kinds
        self.name = inner.name
        self.twins = inner.twins
        self.variable = inner.variable

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        if self.is_in_place(node, scan):
            yield from self.items[0].match(node, environment, scan)

    def is_in_place(self, node: Node, scan: Scan) -> bool:
        around = node.parent
        while around is not None and around.type == "parenthesized_expression":
            around = around.parent
        scan.touch(node if around is None else around)
        return node.type.endswith("_statement") or around is None or around.type.endswith(self.around)


class OutsideAttributes(Alone):
    """An expression that is no decorator (`attr_expr: false`)."""

    __slots__ = ()

    def is_in_place(self, node: Node, scan: Scan) -> bool:
        around = node.parent
        if around is not None:
            scan.touch(around)
        return around is None or around.type not in _ATTRIBUTES
