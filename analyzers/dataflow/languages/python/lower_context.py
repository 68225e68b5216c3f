"""What is known while the functions of a document of Python are lowered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from reread.analyzers.dataflow.ir.nodes import (
    Block,
    Evaluate,
    Expression,
    Leave,
    Name,
    Parts,
    Statement,
)
from reread.analyzers.syntax import Node

_NEVER_RETURN = frozenset(
    {"abort", "flask.abort", "bottle.abort", "quart.abort", "sys.exit", "exit", "quit", "os._exit", "os.abort"}
)
_MOST_BLOCKS = 60
_DEEPEST = 120


class Tables(NamedTuple):
    """What lowers each kind of node."""

    expressions: Mapping[str, Callable[[PythonLowering, Node], Expression]]
    statements: Mapping[str, Callable[[PythonLowering, Node], Iterator[Statement]]]


class PythonLowering:
    """Lowers the functions of a document, whose places count from `base`.

    In the code of a module, functions and methods are left out: they have sites of their own, as `lambdas` have that a
    module gives names, by where they start.
    """

    def __init__(self, data: bytes, base: int, tables: Tables) -> None:
        self.data = data
        self.base = base
        self.tables = tables
        self.depth = 0
        self.lambdas: dict[int, str] = {}
        self.in_module = self.in_class = False
        self.blocks = 0
        self.shared: list[str] = []

    def of(self, node: Node | None) -> Expression:
        """The expression that a node is; something without parts where there is none or it is too deep."""
        if node is None:
            return Parts(0, 0, ())
        if self.depth > _DEEPEST:
            return Parts(node.start_byte - self.base, node.end_byte - self.base, ())
        self.depth += 1
        try:
            lower = self.tables.expressions.get(node.type)
            return self.parts(node) if lower is None else lower(self, node)
        finally:
            self.depth -= 1

    def text(self, node: Node) -> str:
        return self.data[node.start_byte : node.end_byte].decode(errors="replace")

    def place(self, node: Node) -> tuple[int, int]:
        return node.start_byte - self.base, node.end_byte - self.base

    def all_of(self, nodes: list[Node]) -> tuple[Expression, ...]:
        return tuple(self.of(node) for node in nodes if not node.is_extra)

    def parts(self, node: Node) -> Expression:
        return Parts(*self.place(node), self.all_of(node.named_children))

    def name(self, node: Node) -> Expression:
        return Name(*self.place(node), self.text(node))

    def operator(self, node: Node) -> str:
        operator = node.child_by_field_name("operator")
        return "" if operator is None else self.text(operator)

    def nothing(self, node: Node) -> Expression:
        return Parts(*self.place(node), ())

    def effect(self, node: Node) -> Evaluate:
        return Evaluate(*self.place(node), self.of(node))

    def block(self, node: Node | None) -> Block:
        """The statements of a block; none of one that is nested too deep."""
        if node is None or self.blocks > _MOST_BLOCKS:
            return ()
        self.blocks += 1
        found = tuple(
            statement for child in node.named_children if not child.is_extra for statement in self.statement(child)
        )
        self.blocks -= 1
        return found

    def statement(self, node: Node) -> Iterator[Statement]:
        lower = self.tables.statements.get(node.type)
        if lower is not None:
            yield from lower(self, node)
        elif node.named_child_count:
            yield from self.evaluated(node)

    def evaluated(self, node: Node) -> Iterator[Statement]:
        """An expression for its effect. Well-known functions never return: `abort(404)`, `sys.exit()`."""
        yield self.effect(node)
        function = node.child_by_field_name("function") if node.type == "call" else None
        if function is not None and self.text(function) in _NEVER_RETURN:
            yield Leave(*self.place(node), "raise")
