"""Statements in a row: the blocks of patterns, and which statements of the code follow each other as they say."""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.rules.matching.bindings import Environment, Environments
from reread.analyzers.rules.matching.match_context import Scan
from reread.analyzers.rules.matching.nodes import see_through, statements
from reread.analyzers.rules.patterns.pattern import Ellipsis, Here, ManyMetavariable, Pattern
from reread.analyzers.rules.patterns.sequences import Items, Subset
from reread.analyzers.syntax import Node


class Statements(Pattern):
    """The statements of a block, all of them."""

    __slots__ = ("items", "kinds")
    kinds: frozenset[str]

    def __init__(self, items: Items, language: Matching) -> None:
        self.items = items
        self.kinds = language.blocks

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        items = self.items
        if len(items) == 1 and isinstance(items[0], Ellipsis):
            yield environment
            return
        nodes = scan.statements(node) if node.type in scan.language.blocks else [node]
        for _, found in follow(items, nodes, environment, scan, whole=True):
            yield found

    def __call__(self, nodes: list[Node], environment: Environment, scan: Scan) -> Environments:
        if len(nodes) == 1:
            yield from self.match(nodes[0], environment, scan)
        elif not nodes and all(isinstance(item, Ellipsis) for item in self.items):
            yield environment


class Case(Statements):
    """What a case of a `switch` holds: in some grammars its value and its statements."""

    __slots__ = ()

    def __init__(self, items: Items, kind: str) -> None:
        self.items = items
        self.kinds = frozenset({kind})

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        if node.type in self.kinds:
            yield from super().match(node, environment, scan)


class Members(Statements):
    """What a class holds, in any order, and maybe more."""

    __slots__ = ("wanted",)

    def __init__(self, items: Items, language: Matching) -> None:
        super().__init__(items, language)
        self.wanted = Subset(items)

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        nodes = scan.statements(node) if node.type in scan.language.blocks else [node]
        yield from self.wanted(nodes, environment, scan)


def follow(
    items: Items, nodes: list[Node], environment: Environment, scan: Scan, *, whole: bool
) -> Iterator[tuple[Node | None, Environment]]:
    """All ways in which the items match statements in order, with the last statement matched (None: no statement).

    With `whole` no statement may be left over, unless there is a `...` before. After `...`, statements nested in later
    ones count too: each of `nodes` from there on stands for itself and, after it, for what it holds.
    """
    return _follow(items, 0, nodes, 0, environment, scan, whole, None)


def _follow(
    items: Items,
    index: int,
    nodes: list[Node],
    at: int,
    environment: Environment,
    scan: Scan,
    whole: bool,
    last: Node | None,
) -> Iterator[tuple[Node | None, Environment]]:
    if index == len(items):
        if not whole or at >= len(nodes):
            yield last, environment
        return
    item = items[index]
    if isinstance(item, ManyMetavariable):
        yield from _follow_many(item, items, index, nodes, at, environment, scan, whole, last)
        return
    if isinstance(item, Ellipsis):
        if index + 1 == len(items):
            yield (nodes[-1] if nodes else last), environment
            return
        deep = nodes[at:] if isinstance(item, Here) else list(_flattened(nodes[at:], scan))
        for place in range(len(deep)):
            scan.step()
            yield from _follow(items, index + 1, deep, place, environment, scan, False, last)
        if all(isinstance(rest, Ellipsis) for rest in items[index + 1 :]):
            yield last, environment
        return
    if at < len(nodes):
        scan.step()
        for found in match_statement(item, nodes[at], environment, scan):
            yield from _follow(items, index + 1, nodes, at + 1, found, scan, whole, nodes[at])


def _follow_many(
    item: ManyMetavariable,
    items: Items,
    index: int,
    nodes: list[Node],
    at: int,
    environment: Environment,
    scan: Scan,
    whole: bool,
    last: Node | None,
) -> Iterator[tuple[Node | None, Environment]]:
    """The same with a metavariable for several statements first: for as few as possible, at the end for all."""
    is_last = index + 1 == len(items)
    for following in range(len(nodes) if is_last else at, len(nodes) + 1):
        scan.step()
        reached = nodes[following - 1] if following > at else last
        for found in item.match_many(nodes[at:following], environment, scan):
            yield from _follow(items, index + 1, nodes, following, found, scan, whole, reached)


def is_statement(item: Pattern, node: Node, statement: Node, scan: Scan) -> bool:
    """True when a pattern that matches at a node of a statement counts as matching the statement.

    Calls and the like do wherever they are in it; all else must be the statement itself.
    """
    kinds = frozenset({node.type})
    return see_through(statement, kinds, scan.language) == node or is_called(item, scan)


def is_called(item: Pattern, scan: Scan) -> bool:
    """True for patterns of calls and the like, which count wherever they are in a statement."""
    return item.kinds is not None and bool(item.kinds & (scan.language.callees.keys() | scan.language.members.keys()))


def match_statement(item: Pattern, statement: Node, environment: Environment, scan: Scan) -> Environments:
    """A pattern at a statement: the statement itself, or for a call or the like, one in the expressions of it."""
    yield from item.match(statement, environment, scan)
    kinds = item.kinds
    if kinds is None or not is_called(item, scan):
        return
    top = see_through(strip(statement, scan.language), kinds, scan.language)
    stack = list(reversed(statement.named_children))
    while stack:
        node = stack.pop()
        if node.type in scan.language.blocks or node.type in scan.language.definitions:
            continue
        if node.type.endswith("_statement") and node.parent == statement:
            continue
        if node.type in kinds and node != top:
            scan.step()
            yield from item.match(node, environment, scan)
        stack.extend(reversed(node.named_children))


def _flattened(nodes: list[Node], scan: Scan) -> Iterator[Node]:
    """Statements and, after each, the statements inside of it, without those of inner functions and classes."""
    language = scan.language
    stack = list(reversed(nodes))
    while stack:
        statement = stack.pop()
        scan.step()
        yield statement
        if statement.type in language.definitions:
            continue
        inner: list[Node] = []
        search = list(reversed(statement.named_children))
        while search:
            node = search.pop()
            if node.type in language.blocks:
                inner += statements(node, language)
            elif node.type not in language.definitions:
                search.extend(reversed(node.named_children))
        stack.extend(reversed(inner))
