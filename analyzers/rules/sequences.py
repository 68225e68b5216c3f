"""Lists in patterns: arguments, elements, statements, fields in any order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reread.analyzers.languages.table import Matching
from reread.analyzers.rules.nodes import see_through, strip
from reread.analyzers.rules.nodes import statements as statements
from reread.analyzers.rules.pattern import Branch, Ellipsis, Here, ManyMetavariable, Pattern
from reread.analyzers.rules.scan import Environment, Environments, Scan
from reread.analyzers.syntax import Node

Items = tuple[Pattern, ...]


class OneItem:
    """A field that holds one thing; when `optional`, the pattern says only `...`, and anything or nothing will do."""

    __slots__ = ("optional", "pattern")

    def __init__(self, pattern: Pattern, *, optional: bool = False) -> None:
        self.pattern = pattern
        self.optional = optional

    def __call__(self, nodes: list[Node], environment: Environment, scan: Scan) -> Environments:
        if self.optional and (not nodes or isinstance(self.pattern, Branch)):
            yield environment
        elif len(nodes) == 1:
            yield from self.pattern.match(nodes[0], environment, scan)


class ArgumentList(OneItem):
    """The arguments of a call, which may also be one argument without brackets of its own, of the kinds `alone`."""

    __slots__ = ("alone",)

    def __init__(self, pattern: Pattern, alone: frozenset[str], *, optional: bool) -> None:
        super().__init__(pattern, optional=optional)
        self.alone = alone

    def __call__(self, nodes: list[Node], environment: Environment, scan: Scan) -> Environments:
        if len(nodes) == 1 and nodes[0].type in self.alone and isinstance(self.pattern, Branch):
            for group in self.pattern.groups:
                yield from group.match(nodes, environment, scan)
        else:
            yield from super().__call__(nodes, environment, scan)


class OneOfMany:
    """A field of which any may be meant: `b` of Go's parameters `a, b string`."""

    __slots__ = ("pattern",)

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern

    def __call__(self, nodes: list[Node], environment: Environment, scan: Scan) -> Environments:
        for node in nodes:
            yield from self.pattern.match(node, environment, scan)


class Ordered:
    """All items one after the other, `...` standing for any number."""

    __slots__ = ("fixed", "items", "particular")

    def __init__(self, items: Items) -> None:
        self.items = items
        self.fixed = not any(isinstance(item, (Ellipsis, ManyMetavariable)) for item in items)
        self.particular = tuple(item for item in items if item.kinds is not None)

    def __call__(self, nodes: list[Node], environment: Environment, scan: Scan) -> Environments:
        if self.fixed and len(nodes) != len(self.items):
            return iter(())
        for item in self.particular:
            if not any(_may_match(item, node, scan) for node in nodes):
                return iter(())
        return self._from(0, nodes, 0, environment, scan)

    def _from(self, index: int, nodes: list[Node], at: int, environment: Environment, scan: Scan) -> Environments:
        items = self.items
        if index == len(items):
            if at == len(nodes):
                yield environment
            return
        item = items[index]
        if isinstance(item, Ellipsis):
            if index + 1 == len(items):
                yield environment
                return
            for following in range(at, len(nodes) + 1):
                scan.step()
                yield from self._from(index + 1, nodes, following, environment, scan)
        elif isinstance(item, ManyMetavariable):
            last = index + 1 == len(items)
            for following in range(len(nodes) if last else at, len(nodes) + 1):
                scan.step()
                for found in item.match_many(nodes[at:following], environment, scan):
                    yield from self._from(index + 1, nodes, following, found, scan)
        elif at < len(nodes) and _may_match(item, nodes[at], scan):
            scan.step()
            for found in item.match(nodes[at], environment, scan):
                yield from self._from(index + 1, nodes, at + 1, found, scan)


def _may_match(item: Pattern, node: Node, scan: Scan) -> bool:
    kinds = item.kinds
    if kinds is None and is_keyword(node, scan.language):
        return False  # The value of a keyword is something else than the keyword with its value.
    return (
        kinds is None
        or node.type in kinds
        or node.type in scan.language.transparent
        or (node.type == scan.language.decorated)
    )


class Subset:
    """Each item somewhere in the list, which may hold more."""

    __slots__ = ("items",)

    def __init__(self, items: Items) -> None:
        self.items = tuple(item for item in items if not isinstance(item, Ellipsis))

    def __call__(self, nodes: list[Node], environment: Environment, scan: Scan) -> Environments:
        return self._from(0, nodes, environment, scan)

    def _from(self, index: int, nodes: list[Node], environment: Environment, scan: Scan) -> Environments:
        if index == len(self.items):
            yield environment
            return
        item = self.items[index]
        for place, node in enumerate(nodes):
            if not _may_match(item, node, scan):
                continue
            scan.step()
            for found in item.match(node, environment, scan):
                yield from self._from(index + 1, nodes[:place] + nodes[place + 1 :], found, scan)


class Unordered(Subset):
    """Each item somewhere in the list, which holds nothing more but where `...` stands."""

    __slots__ = ("more",)

    def __init__(self, items: Items) -> None:
        super().__init__(items)
        self.more = len(self.items) < len(items)

    def __call__(self, nodes: list[Node], environment: Environment, scan: Scan) -> Environments:
        if self.more or len(nodes) == len(self.items):
            yield from super().__call__(nodes, environment, scan)


def is_keyword(node: Node, language: Matching) -> bool:
    """True for an argument with a name; in some grammars those without one are of the same kind."""
    return node.type in language.keywords and node.named_child_count > 1


class Arguments:
    """Arguments: the positional ones in order, those with a keyword in any order, more only where `...` stands."""

    __slots__ = ("keywords", "more", "positional")

    def __init__(self, items: Items, keyword: Sequence[bool]) -> None:
        self.positional = Ordered(tuple(item for item, named in zip(items, keyword, strict=True) if not named))
        self.keywords = tuple(item for item, named in zip(items, keyword, strict=True) if named)
        self.more = any(isinstance(item, (Ellipsis, ManyMetavariable)) for item in items)

    def __call__(self, nodes: list[Node], environment: Environment, scan: Scan) -> Environments:
        named = sum(is_keyword(node, scan.language) for node in nodes)
        if named >= len(self.keywords) and (named == len(self.keywords) or self.more):
            yield from self._keywords(0, nodes, environment, scan)

    def _keywords(self, index: int, nodes: list[Node], environment: Environment, scan: Scan) -> Environments:
        """What is left when the keywords of the pattern are found stays in its order, for `...` to stand for."""
        if index == len(self.keywords):
            yield from self.positional(nodes, environment, scan)
            return
        for place, node in enumerate(nodes):
            if is_keyword(node, scan.language):
                scan.step()
                for found in self.keywords[index].match(node, environment, scan):
                    yield from self._keywords(index + 1, nodes[:place] + nodes[place + 1 :], found, scan)


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
    return see_through(statement, kinds, scan.language) == node or _is_called(item, scan)


def _is_called(item: Pattern, scan: Scan) -> bool:
    return item.kinds is not None and bool(item.kinds & (scan.language.callees.keys() | scan.language.members.keys()))


def match_statement(item: Pattern, statement: Node, environment: Environment, scan: Scan) -> Environments:
    """A pattern at a statement: the statement itself, or for a call or the like, one in the expressions of it."""
    yield from item.match(statement, environment, scan)
    kinds = item.kinds
    if kinds is None or not _is_called(item, scan):
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
