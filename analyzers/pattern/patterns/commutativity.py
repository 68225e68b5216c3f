"""Operations that match in any grouping, order or number: `a && (b && c)`, `b | a` for `a | b`, `a << ... << b`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.patterns.pattern import Branch, Ellipsis, Metavariable, Pattern
from reread.analyzers.pattern.patterns.sequences import OneItem, Ordered

if TYPE_CHECKING:
    from reread.analyzers.languages.table import Matching
    from reread.analyzers.syntax import Node

ASSOCIATIVE = frozenset({"&&", "||", "and", "or", "|", "&", "^"})
COMMUTATIVE = frozenset({"|", "&", "^"})
_MOST_OPERANDS = 50
_LONGEST = 200


class Operands(Pattern):
    """Applies `branch`, written for one operation, to all operands of a chain of it.

    In order, a metavariable stands for one operand or several that follow each other, `...` for any number. Where the
    operator `commutes`, the operands of the pattern are any of those of the code, the last metavariable also stands for
    all that are left, and the code may have more. With `is_whole` a chain is one operation, so that no part of it by
    itself is a match; without `regroups` it has just the operands of the pattern.
    """

    __slots__ = ("branch", "commutes", "is_whole", "items", "kinds", "more", "name", "regroups")
    kinds: frozenset[str]

    def __init__(
        self, branch: Branch, items: tuple[Pattern, ...], *, commutes: bool, is_whole: bool, regroups: bool
    ) -> None:
        self.branch = branch
        self.kinds = branch.kinds
        self.name = branch.name
        self.commutes = commutes
        self.is_whole = is_whole
        self.regroups = regroups
        self.more = any(isinstance(item, Ellipsis) for item in items)
        # Those that say most are looked for first where the order is free.
        self.items = (
            tuple(sorted(items, key=lambda item: isinstance(item, (Metavariable, Ellipsis)))) if commutes else items
        )

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if self.is_whole and not self._is_whole(node, context):
            return
        if not self.regroups:
            yield from self._as_written(node, bindings, context)
            return
        found = False
        for each in self.branch.match(node, bindings, context):
            found = True
            yield each
        node = strip(node, context.language)
        if found or node.type not in self.kinds:
            return
        operands = operands_of(node, self.name or "", context.language)
        if self.commutes:
            yield from self._any_order(0, operands, bindings, context)
        elif len(operands) >= len(self.items) - 1 and (len(operands) > 2 or self.more):
            yield from self._in_order(0, operands, bindings, context)

    def _is_whole(self, node: Node, context: MatchContext) -> bool:
        """False for the beginning of a longer chain."""
        operation = strip(node, context.language)
        around = operation.parent
        if around is None or around.type != operation.type or around.named_child(0) != operation:
            return True
        context.touch(around)
        return _sign_of(around, context.language) != self.name

    def _as_written(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        operation = strip(node, context.language)
        if operation.type in self.kinds:
            yield from Ordered(self.items)(_chain(operation, self.name, context.language), bindings, context)

    def _in_order(self, index: int, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if index == len(self.items):
            if not nodes:
                yield bindings
            return
        item = self.items[index]
        if isinstance(item, Ellipsis):
            for skipped in range(len(nodes) + 1):
                context.step()
                yield from self._in_order(index + 1, nodes[skipped:], bindings, context)
        elif isinstance(item, Metavariable):
            for taken in range(1, len(nodes) + 1):
                context.step()
                for found in self._bound(item, nodes[:taken], bindings, context):
                    yield from self._in_order(index + 1, nodes[taken:], found, context)
        elif nodes:
            context.step()
            for found in item.match(nodes[0], bindings, context):
                yield from self._in_order(index + 1, nodes[1:], found, context)

    def _any_order(self, index: int, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if index == len(self.items):
            yield bindings
            return
        item = self.items[index]
        if isinstance(item, Ellipsis):
            yield from self._any_order(index + 1, nodes, bindings, context)
            return
        for place, node in enumerate(nodes):
            context.step()
            for found in item.match(node, bindings, context):
                yield from self._any_order(index + 1, nodes[:place] + nodes[place + 1 :], found, context)
        last = isinstance(item, Metavariable) and index + 1 == len(self.items)
        if last and len(nodes) > 1 and self._is_run(nodes, context):
            assert isinstance(item, Metavariable)
            yield from self._bound(item, nodes, bindings, context)

    def _is_run(self, nodes: list[Node], context: MatchContext) -> bool:
        """True for operands that follow each other in the code."""
        sign = (self.name or "").encode()
        gaps = pairwise(nodes)
        return all(context.data[one.end_byte : other.start_byte].strip(b" \t\r\n()") == sign for one, other in gaps)

    def _bound(self, item: Metavariable, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        """The metavariable standing for an operand, or for several with the operator between."""
        if len(nodes) == 1:
            yield from item.match(nodes[0], bindings, context)
            return
        between = f" {self.name} ".encode()
        text = between.join(context.data[node.start_byte : node.end_byte] for node in nodes)
        found = Binding(nodes[0].start_byte, nodes[-1].end_byte, text, None)
        bound = bind(item.variable, found, bindings, context)
        if bound is not None:
            yield bound


def operands_of(node: Node, operator: str, language: Matching) -> list[Node]:
    """The operands of a chain of one operator, in the order of the text, whatever the brackets say."""
    operands: list[Node] = []
    stack = [node]
    while stack:
        current = strip(stack.pop(), language)
        is_same = current.type == node.type and _sign_of(current, language) == operator
        if is_same and len(operands) < _MOST_OPERANDS:
            stack.extend(child for child in reversed(current.named_children) if not child.is_extra)
        else:
            operands.append(current)
    return operands


def _chain(node: Node, operator: str | None, language: Matching) -> list[Node]:
    """The operands of a chain as it is written, so that what is in brackets is one."""
    operands: list[Node] = []
    while _sign_of(node, language) == operator and len(operands) < _MOST_OPERANDS:
        left, *_, right = (child for child in node.named_children if not child.is_extra)
        operands.append(right)
        node = left
    return [node, *reversed(operands)]


def _sign_of(node: Node, language: Matching) -> str | None:
    """The operator of an operation; None for everything else."""
    field = language.names.operators.get(node.type)
    sign = node.child_by_field_name(field) if field else None
    return None if sign is None else sign.type


class MoreOperands(Pattern):
    """The `a << ...` of `a << ... << b`, which in code has one operand for the `...`, or more."""

    __slots__ = ("inner", "kinds", "name")
    kinds: frozenset[str]

    def __init__(self, inner: Branch) -> None:
        self.inner = inner
        self.kinds = inner.kinds
        self.name = inner.name

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        left: Node | None = strip(node, context.language)
        for _ in range(_LONGEST):
            if left is None or left.type not in self.kinds:
                return
            yield from self.inner.match(left, bindings, context)
            operator = left.child_by_field_name(context.language.names.operators.get(left.type, ""))
            if operator is None or operator.type != self.name:
                return
            left = left.child_by_field_name("left")
            context.step()


def with_more_operands(operand: Pattern) -> Pattern:
    """An operand on the left; one that ends with `...` stands for chains of the operator, too."""
    if not isinstance(operand, Branch) or not operand.name or operand.name in ASSOCIATIVE:
        return operand
    right = next((group.match for group in operand.groups if group.field == "right"), None)
    is_chain = isinstance(right, OneItem) and isinstance(right.pattern, Ellipsis)
    return MoreOperands(operand) if is_chain or _asks_for_no_right(operand) else operand


def _asks_for_no_right(operand: Branch) -> bool:
    return operand.open and all(group.field != "right" for group in operand.groups)
