"""One document of Java while its functions are lowered."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import Grammar, Lowering
from reread.analyzers.syntax import Node


class JavaLowering(Lowering):
    """One document of Java; `yields` within a `switch` whose cases give back a value."""

    __slots__ = ("yields",)

    def text_of(self, node: Node, field: str) -> str:
        """The text of a field of a node, or ""."""
        found = node.child_by_field_name(field)
        return "" if found is None else self.text(found)

    def type(self, node: Node | None) -> str:
        """A type as it is written, without its arguments."""
        if node is None:
            return ""
        if node.type == "generic_type":
            node = node.named_children[0]
        return "".join(self.text(node).split())

    def __init__(self, data: bytes, grammar: Grammar) -> None:
        super().__init__(data, grammar)
        self.yields = False
