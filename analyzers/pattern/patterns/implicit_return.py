"""`return $X` for implicit returns: the body of a lambda, the last expression of a function."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.pattern.bindings import PLACE, AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns.pattern import Branch, Group, Pattern
from reread.analyzers.pattern.patterns.sequences import OneItem

if TYPE_CHECKING:
    from reread.analyzers.languages.table import Matching
    from reread.analyzers.syntax import Node

RETURNS = frozenset({"return_statement", "return_expression", "return", "jump_expression"})
_BRANCHES = ("consequence", "alternative")


class Returned(Pattern):
    """A `return` with a value, or the value that a function returns implicitly at its end."""

    __slots__ = ("explicit", "groups", "items", "kinds")
    kinds: frozenset[str]

    def __init__(self, said: Branch, functions: frozenset[str], arguments: frozenset[str]) -> None:
        self.explicit = said
        self.items = (said,)
        self.kinds = said.kinds | functions
        self.groups = tuple(group for outer in said.groups for group in _values(outer, arguments))

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in context.language.statements.results:
            yield from self.explicit.match(node, bindings, context)
            return
        for given in results_of(node, context.language):
            start, end = given.start_byte, given.end_byte
            place = {PLACE: Binding(start, end, context.data[start:end], given)}
            if self.explicit.open:
                yield {**bindings, **place}
            for group in self.groups:
                for found in group.match([given], bindings, context):
                    yield {**found, **place}


def _values(group: Group, arguments: frozenset[str]) -> tuple[Group, ...]:
    """What is asked of the value, which some grammars have in a list of its own."""
    inner = group.match.pattern if isinstance(group.match, OneItem) else None
    if isinstance(inner, Branch) and not inner.kinds.isdisjoint(arguments):
        return inner.groups
    return (group,)


def results_of(function: Node, language: Matching) -> Iterator[Node]:
    """The expressions that a function gives back by standing last in it, in each branch of a condition that does."""
    field = language.statements.results[function.type]
    body = function.child_by_field_name(field) if field else _last(function)
    if body is None or (body.type in language.statements.blocks and function.type in language.statements.lambdas):
        return
    stack = [body]
    while stack:
        node = stack.pop()
        if node.type == "expression_statement" and node.children[-1].type == ";":
            continue  # Its value is dropped.
        inner = strip(node, language)
        if inner.type in language.statements.no_results:
            continue
        branches = [each for name in _BRANCHES if (each := inner.child_by_field_name(name)) is not None]
        if branches:
            stack += reversed(branches)
        elif inner.type in language.statements.blocks or inner.type in ("else_clause", "else"):
            last = _last(inner)
            stack += () if last is None else (last,)
        elif inner.type not in RETURNS and not inner.type.endswith(("_statement", "_declaration")):
            yield inner


def _last(node: Node) -> Node | None:
    return next((child for child in reversed(node.named_children) if not child.is_extra), None)
