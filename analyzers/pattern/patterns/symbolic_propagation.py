"""`symbolic_propagation`: a variable stands for the one expression assigned to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.pattern.bindings import AllBindings, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns.pattern import Metavariable, Pattern

if TYPE_CHECKING:
    from reread.analyzers.languages.table import Matching
    from reread.analyzers.syntax import Node

_TARGETS = ("left", "name")
"""Fields of what gets a value, in assignments and parameters."""


class Symbolic(Pattern):
    """A pattern of an expression, which also matches a variable that certainly has its value from such a one.

    With `only_names` that has to be another variable.
    """

    __slots__ = ("inner", "items", "kinds", "only_names")
    kinds: frozenset[str] | None
    folds = True

    def __init__(self, inner: Pattern, names: frozenset[str], *, only_names: bool = False) -> None:
        self.inner = inner
        self.only_names = only_names
        self.items = (inner,)
        self.kinds = None if inner.kinds is None else inner.kinds | names

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        yield from self.inner.match(node, bindings, context)
        node = strip(node, context.language)
        if node.type in context.language.names.leaves:
            value = context.symbol(node)
            if value is not None and (not self.only_names or value.type in context.language.names.leaves):
                yield from self.inner.match(value, bindings, context)


def symbolic(pattern: Pattern, node: Node, language: Matching) -> Pattern:
    """The pattern of a node of a pattern, as one of a variable's value too where the node is a use of a variable.

    What is assigned to, a parameter and the name of a member are none.
    """
    around = node.parent
    if around is not None:
        if "parameters" in around.type:
            return pattern
        fields = language.names.members.get(around.type, ())[1:] or (
            () if around.type in language.names.operators else _TARGETS
        )
        if any(around.child_by_field_name(field) == node for field in fields):
            return pattern
    return Symbolic(pattern, language.names.leaves, only_names=isinstance(pattern, Metavariable))
