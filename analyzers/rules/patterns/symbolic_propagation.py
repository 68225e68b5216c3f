"""`symbolic_propagation`: a variable stands for the one expression that it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.rules.matching.bindings import AllBindings, Bindings
from reread.analyzers.rules.matching.match_context import MatchContext
from reread.analyzers.rules.patterns.pattern import Pattern

if TYPE_CHECKING:
    from reread.analyzers.syntax import Node


class Symbolic(Pattern):
    """A pattern of an expression, which also matches a variable that certainly has its value from such a one."""

    __slots__ = ("inner", "items", "kinds")
    kinds: frozenset[str] | None
    folds = True

    def __init__(self, inner: Pattern, names: frozenset[str]) -> None:
        self.inner = inner
        self.items = (inner,)
        self.kinds = None if inner.kinds is None else inner.kinds | names

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        yield from self.inner.match(node, bindings, scan)
        node = strip(node, scan.language)
        if node.type in scan.language.names:
            value = scan.symbol(node)
            if value is not None:
                yield from self.inner.match(value, bindings, scan)
