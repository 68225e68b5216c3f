"""One document while its functions are lowered by the table of its grammar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from reread.analyzers.dataflow.ir.common import MOST_LEVELS, Grammar, Lowering
from reread.analyzers.dataflow.ir.nodes import Expression, Function, Parts
from reread.analyzers.dataflow.ir.syntax_table import FunctionForm, Part, SyntaxTable, part_of
from reread.analyzers.syntax import Node

LowerExpression: TypeAlias = "Callable[[Tabled, Node], Expression]"


class Tabled(Lowering):
    """What the table does not know depends on all that is in it.

    With `names_only` functions that stand in no other one are only named: each has a site of its own.
    """

    __slots__ = ("lowered", "names_only", "table")

    def __init__(
        self, data: bytes, grammar: Grammar, table: SyntaxTable, lowered: LowerExpression, *, names_only: bool = False
    ) -> None:
        super().__init__(data, grammar)
        self.table = table
        self.lowered = lowered
        self.names_only = names_only

    def part(self, node: Node, part: Part) -> Node | None:
        """The node that plays a part in another one; None where there is none."""
        found: Node | None = part_of(node, part, self.named)
        return found

    def expression(self, node: Node | None) -> Expression:
        if node is None:
            return Parts(0, 0, ())
        node = self.strip(node)
        if self.depth >= MOST_LEVELS:
            return self.flat(node)
        self.depth += 1
        result = self.lowered(self, node)
        self.depth -= 1
        return result

    def lower_function(self, node: Node, form: FunctionForm, owner: str) -> Function:
        """The function that a node defines, which is a value."""
        return self.grammar.function(self, node, form, owner)
