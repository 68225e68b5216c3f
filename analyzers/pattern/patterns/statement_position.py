"""Patterns that depend on the position of a match: a complete statement, outside a decorator."""

from __future__ import annotations

from collections.abc import Callable

from reread.analyzers.pattern.bindings import PLACE, AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns.pattern import Pattern
from reread.analyzers.syntax import Node

_ATTRIBUTES = frozenset({"decorator", "annotation", "attribute", "attribute_list"})


class Placed(Pattern):
    """An expression that matches only where `is_in_place` accepts the node, of one of `kinds` if there are any.

    `place` gives another place of what matches, or nothing.
    """

    __slots__ = ("is_in_place", "items", "kinds", "name", "place", "twins", "variable")

    def __init__(
        self,
        inner: Pattern,
        is_in_place: Callable[[Node, MatchContext], bool],
        kinds: frozenset[str] | None = None,
        place: Callable[[Node, MatchContext], Bindings] | None = None,
    ) -> None:
        self.place = place
        self.is_in_place = is_in_place
        self.items = (inner,)
        self.kinds = kinds or inner.kinds
        self.name = inner.name
        self.twins = inner.twins
        self.variable = inner.variable

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        for number, found in enumerate(self.items[0].match(node, bindings, context)):
            if not number and not self.is_in_place(node, context):
                return  # Most nodes fail by what they are, and what is around them takes longer to look at.
            yield found if self.place is None else {**found, **self.place(node, context)}


def is_anywhere(node: Node, context: MatchContext) -> bool:
    """True: for what is found in every place."""
    return True


def around_alone(node: Node, context: MatchContext) -> Bindings:
    """For a variable or type, the place of the whole declaration where that has nothing else in it."""
    around = node.parent
    if around is None or around.named_child_count > 1 or around.type not in context.language.statements.declared:
        return {}
    context.touch(around)
    start, end = around.start_byte, node.end_byte
    return {PLACE: Binding(start, end, context.data[start:end], node)}


def is_statement(node: Node, context: MatchContext) -> bool:
    """True for an expression that is a statement, and no part of another expression (`go_deeper_expr: false`)."""
    return _is_right_inside(node, context, ("_statement",))


def is_statement_or_declared(node: Node, context: MatchContext) -> bool:
    """The same, or for what a variable is declared with (`implicit_deep_exprstmt: false`)."""
    return _is_right_inside(node, context, ("_statement", "_declarator"))


def _is_right_inside(node: Node, context: MatchContext, endings: tuple[str, ...]) -> bool:
    around = node.parent
    while around is not None and around.type == "parenthesized_expression":
        around = around.parent
    context.touch(node if around is None else around)
    return node.type.endswith("_statement") or around is None or around.type.endswith(endings)


def is_without_body(node: Node, context: MatchContext) -> bool:
    """True for a method that is only declared."""
    return node.child_by_field_name("body") is None


def is_no_loop_declaration(node: Node, context: MatchContext) -> bool:
    """True for a declaration that is a statement, not what a loop begins with."""
    around = node.parent
    if around is not None:
        context.touch(around)
    return around is None or (around.type, node.type) not in context.language.statements.loop_declarations


def is_no_argument(node: Node, context: MatchContext) -> bool:
    """True for a key with its value that is in a collection, and no argument with a name."""
    around = node.parent
    if around is not None:
        context.touch(around)
    return around is None or around.type not in context.language.leeway.arguments


def is_outside_calls(node: Node, context: MatchContext) -> bool:
    """True for an assignment that is not for one command only, `A=1` and not `A=1 run`."""
    around = node.parent
    if around is not None:
        context.touch(around)
    return around is None or around.type not in context.table.calls


def is_outside_attributes(node: Node, context: MatchContext) -> bool:
    """True for an expression that is not a decorator (`attr_expr: false`)."""
    around = node.parent
    if around is not None:
        context.touch(around)
    return around is None or around.type not in _ATTRIBUTES
