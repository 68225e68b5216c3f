"""Sequences of statements: matches the blocks of patterns with consecutive statements of the code."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise

from reread.analyzers.constants.unwrapping import only_child, strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.nodes import see_through, statements
from reread.analyzers.pattern.patterns.pattern import Ellipsis, ManyMetavariable, Pattern
from reread.analyzers.pattern.patterns.sequences import Items, Subset
from reread.analyzers.syntax import Node


class Statements(Pattern):
    """The statements of a block, all of them; or with `members` some of them, in any order.

    `only` where nothing but a node of its kinds is such a block; else one statement stands for a block of it. With
    `deep` the members may be in blocks inside it. `has_value` says whether the case of a `switch` has one.
    """

    __slots__ = ("deep", "has_value", "items", "kinds", "members", "only")
    kinds: frozenset[str]

    def __init__(
        self,
        items: Items,
        kinds: frozenset[str],
        *,
        only: bool = False,
        members: Subset | None = None,
        deep: bool = False,
        has_value: bool | None = None,
    ) -> None:
        self.deep = deep
        self.has_value = has_value
        self.items = items
        self.kinds = kinds
        self.only = only
        self.members = members

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        items = self.items
        if self.only and node.type not in self.kinds:
            return
        if self.has_value is not None and (node.child_by_field_name("value") is not None) != self.has_value:
            return
        if self.members is None and len(items) == 1 and isinstance(items[0], Ellipsis):
            yield bindings
            return
        inner = strip(node, context.language)
        if inner.type in context.language.statements.blocks:
            node = inner
        is_block = self.only or node.type in context.language.statements.blocks
        if not is_block and len(items) > 1 and _is_branch(node):
            return  # Without braces it is one statement, and the pattern is about more.
        nodes = context.statements(node) if is_block else _alone(_without_else(node), context.language)
        if self.members is not None:
            yield from self.members(list(flattened(nodes, context)) if self.deep else nodes, bindings, context)
            return
        for _, found in follow(items, nodes, bindings, context, whole=True):
            yield found

    def __call__(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if len(nodes) == 1:
            yield from self.match(nodes[0], bindings, context)
        elif not nodes and all(isinstance(item, Ellipsis) for item in self.items):
            yield bindings


def block(items: Items, node: Node, language: Matching) -> Statements:
    """A block of statements; one with a handler in it, Ruby's `begin ... rescue ... end`, is no other block."""
    if any(child.type in language.leeway.apart for child in node.named_children):
        return Statements(items, frozenset({node.type}), only=True)
    return Statements(items, language.statements.blocks)


def case(items: Items, node: Node) -> Statements:
    """The content of a `switch` case: in some grammars its value and its statements."""
    return Statements(items, frozenset({node.type}), only=True, has_value=node.child_by_field_name("value") is not None)


def cases(items: Items, kind: str) -> Statements:
    """The cases of a `switch`, in any order, possibly among others."""
    return Statements(items, frozenset({kind}), only=True, members=Subset(items))


def members(items: Items, language: Matching) -> Statements:
    """The members of a class, in any order, possibly among others."""
    return Statements(items, language.statements.blocks, members=Subset(items))


def settings(items: Items, language: Matching) -> Statements:
    """The settings in a block of a configuration, in any order and possibly among others; with `...` also those in
    nested blocks.
    """
    return Statements(items, language.statements.blocks, members=Subset(items), deep=any(map(goes_deeper, items)))


def goes_deeper(item: Pattern) -> bool:
    """True for a `...` that also stands for what is inside statements."""
    return isinstance(item, Ellipsis) and item.deeper


def follow(
    items: Items,
    nodes: list[Node],
    bindings: Bindings,
    context: MatchContext,
    *,
    whole: bool,
    possible: Set[int] | None = None,
) -> Iterator[tuple[Node | None, Bindings]]:
    """All ways in which the items match statements in order, with the last statement matched (None: no statement).

    With `whole` no statement may be left over, unless there is a `...` before. After `...` the next one is right in the
    block; statements nested in later ones, and those of inner functions and classes, count too, as if each of `nodes`
    from there on stood for itself and, after it, for what it holds. Where a `...` comes first, `possible` are the ids
    of the statements that may be next.
    """
    yield from _follow(items, 0, nodes, 0, bindings, context, whole, None, deep=False, possible=possible)
    if any(map(goes_deeper, items[:-1])):
        yield from _follow(items, 0, nodes, 0, bindings, context, whole, None, deep=True, possible=possible)


def _follow(
    items: Items,
    index: int,
    nodes: list[Node],
    at: int,
    bindings: Bindings,
    context: MatchContext,
    whole: bool,
    last: Node | None,
    *,
    deep: bool,
    possible: Set[int] | None = None,
) -> Iterator[tuple[Node | None, Bindings]]:
    """With `deep` what is inside of `nodes` is tried after the first `...`, too."""
    if index == len(items):
        if not whole or at >= len(nodes):
            yield last, bindings
        return
    item = items[index]
    if isinstance(item, ManyMetavariable):
        yield from _follow_many(item, items, index, nodes, at, bindings, context, whole, last, deep=deep)
        return
    if isinstance(item, Ellipsis):
        if index + 1 == len(items):
            yield (nodes[-1] if nodes else last), bindings
            return
        goes_in = deep and item.deeper
        later = list(flattened(nodes[at:], context)) if goes_in else nodes[at:]
        # From here on what is inside of a statement stands after it already.
        deep = deep and not goes_in
        following = items[index + 1]
        for place in range(len(later)):
            if (possible is None or later[place].id in possible) and _may_be(following, later[place], context):
                context.step()
                yield from _follow(items, index + 1, later, place, bindings, context, False, last, deep=deep)
        if all(isinstance(rest, Ellipsis) for rest in items[index + 1 :]):
            yield last, bindings
        return
    if at < len(nodes):
        context.step()
        for found in match_statement(item, nodes[at], bindings, context):
            yield from _follow(items, index + 1, nodes, at + 1, found, context, whole, nodes[at], deep=deep)


def _follow_many(
    item: ManyMetavariable,
    items: Items,
    index: int,
    nodes: list[Node],
    at: int,
    bindings: Bindings,
    context: MatchContext,
    whole: bool,
    last: Node | None,
    *,
    deep: bool,
) -> Iterator[tuple[Node | None, Bindings]]:
    """The same with a metavariable for several statements first: for as few as possible, at the end for all."""
    is_last = index + 1 == len(items)
    for following in range(len(nodes) if is_last else at, len(nodes) + 1):
        context.step()
        reached = nodes[following - 1] if following > at else last
        for found in item.match_many(nodes[at:following], bindings, context):
            yield from _follow(items, index + 1, nodes, following, found, context, whole, reached, deep=deep)


def is_statement(item: Pattern, node: Node, statement: Node, context: MatchContext) -> bool:
    """True when a pattern that matches at a node of a statement counts as matching the statement.

    Calls and the like do where the expressions of it are looked into; everything else must be the statement itself.
    """
    language = context.language
    top = see_through(statement, frozenset({node.type}), language)
    if top == node:
        return True
    if not is_called(item, context):
        return False
    return not _is_closed(statement, language) and _is_part(node, statement, language)


def _is_part(node: Node, statement: Node, language: Matching) -> bool:
    """Whether `_looked_into` gives a node of a statement."""
    path = [node]
    while path[-1] != statement and (around := path[-1].parent) is not None:
        path.append(around)
    is_whole = statement.type in language.sequences.whole
    for around, inner in pairwise(reversed(path)):
        if not _is_looked_into(inner, around, statement, language, is_whole=is_whole):
            return False
        is_whole = is_whole or _is_returning(inner, language)
    return True


def is_called(item: Pattern, context: MatchContext) -> bool:
    """True for patterns of calls, members, operations and the like, awaited or not, which count wherever they are in a
    statement.
    """
    kinds, names = item.kinds, context.language.names
    inner = context.language.sequences.inner | context.language.leeway.awaits
    return kinds is not None and any(
        kind in names.callees or kind in names.members or kind in names.operators or kind in inner for kind in kinds
    )


def _may_be(item: Pattern, statement: Node, context: MatchContext) -> bool:
    """False if a statement is certainly not of the kind that a pattern is about."""
    if item.kinds is None or is_called(item, context):
        return True
    return see_through(statement, item.kinds, context.language).type in item.kinds


def match_statement(item: Pattern, statement: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
    """A pattern at a statement: the statement itself, or for a call or the like, one in the expressions of it."""
    yield from item.match(statement, bindings, context)
    kinds = item.kinds
    if kinds is None or not is_called(item, context):
        return
    top = see_through(strip(statement, context.language), kinds, context.language)
    while statement.type in context.language.leeway.transparent:
        inner = only_child(statement)
        if inner is None or not inner.type.endswith("_statement"):
            break
        statement = inner
    for node in _looked_into(statement, context.language):
        if node.type in kinds and node != top:
            context.step()
            yield from item.match(node, bindings, context)


def _looked_into(statement: Node, language: Matching) -> Iterator[Node]:
    """What is inside of a statement and may be what an item stands for, in order."""
    if _is_closed(statement, language):
        return
    is_whole = statement.type in language.sequences.whole
    stack = [(node, statement, is_whole) for node in reversed(statement.named_children)]
    while stack:
        node, around, is_whole = stack.pop()
        if _is_looked_into(node, around, statement, language, is_whole=is_whole):
            yield node
            is_whole = is_whole or _is_returning(node, language)
            stack.extend((child, node, is_whole) for child in reversed(node.named_children))


def _is_returning(node: Node, language: Matching) -> bool:
    """Whether a node is a function of one expression that is looked into as one that is returned."""
    return node.type in language.statements.results and node.type not in language.sequences.passed


def _is_closed(statement: Node, language: Matching) -> bool:
    return statement.type in language.sequences.closed or statement.type in language.statements.definitions


def _is_looked_into(node: Node, around: Node, statement: Node, language: Matching, *, is_whole: bool) -> bool:
    """Whether a node right inside of another, in a statement, belongs to the expressions of the statement."""
    if node.type in language.statements.blocks or node.type in language.statements.definitions:
        return False
    sequences = language.sequences
    if sequences.is_sealed(node.type, around.type):
        return False
    if not is_whole and around.type in sequences.passed:
        return False
    target = None if is_whole else sequences.targets.get(around.type)
    if target is not None and around.child_by_field_name(target) == node:
        return False
    is_inner = node.type.endswith("_statement") and around == statement
    return not is_inner or statement.type in language.leeway.equivalents.get(node.type, ())


def all_within(block: Node, context: MatchContext) -> list[Node]:
    """The statements in a block and, after each, those inside it, as often as they are asked for."""
    known = context.nested.get(-block.id)
    if known is None:
        known = context.nested[-block.id] = list(flattened(context.statements(block), context))
    return known


def _alone(node: Node, language: Matching) -> list[Node]:
    """A statement that stands where a block could: in Go's `else if x := f(); x > 0 {...}` these are two."""
    first = held_before(node, language)
    return [node] if first is None else [first, node]


def _without_else(node: Node) -> Node:
    inner = only_child(node) if node.type == "else_clause" else None
    return node if inner is None else inner


def held_before(node: Node, language: Matching) -> Node | None:
    """The statement in the head of another that runs before it: Go's `x := f()` in `if x := f(); x > 0 {...}`."""
    field = language.sequences.held.get(node.type)
    return node.child_by_field_name(field) if field else None


def flattened(nodes: list[Node], context: MatchContext) -> Iterator[Node]:
    """Statements and, after each, the statements inside it, also those of inner functions and classes."""
    for node in nodes:
        known = context.nested.get(node.id)
        if known is None:
            known = context.nested[node.id] = list(_nested(node, context.language))
        yield from known


def _nested(top: Node, language: Matching) -> Iterator[Node]:
    kinds = language.statements
    stack = [top]
    while stack:
        statement = stack.pop()
        yield statement
        inner: list[Node] = []
        if statement.type in kinds.blocks:
            inner += statements(statement, language)
            search = []
        else:
            search = _searched(statement, inner, language)
        while search:
            # Asking a node for what is around it takes time that grows with its depth.
            node, around = search.pop()
            if language.sequences.is_sealed(node.type, around.type):
                continue
            if node.type in kinds.blocks:
                inner += statements(node, language)
            elif is_held(node, around, language):
                inner.append(node)
            else:
                search += _searched(node, inner, language)
        stack.extend(reversed(inner))


def _searched(node: Node, inner: list[Node], language: Matching) -> list[tuple[Node, Node]]:
    """Where to look for further statements inside of a node; those that it holds itself are added to `inner`."""
    held = statements(node, language) if node.type in language.statements.holders else []
    inner += held
    known = {child.id for child in held}
    return [(child, node) for child in reversed(node.named_children) if child.id not in known]


def is_held(node: Node, around: Node, language: Matching) -> bool:
    """Whether a node is a statement that is in no block: the body of an `if` without braces, what comes before its
    condition.
    """
    if node.type.endswith("_statement"):
        return around.type.endswith(("_statement", "_clause", "_rule", "_block"))
    held = language.sequences.held.get(around.type)
    return held is not None and around.child_by_field_name(held) == node


def _is_branch(statement: Node) -> bool:
    """True for a statement without braces behind a condition, not in a loop."""
    around = statement.parent
    return (
        around is not None and around.type in ("else_clause", "if_statement") and statement.type.endswith("_statement")
    )
