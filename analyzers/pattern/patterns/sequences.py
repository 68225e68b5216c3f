"""Lists in patterns: arguments, elements, fields in any order."""

from __future__ import annotations

from collections.abc import Sequence

from reread.analyzers.constants.unwrapping import last_word, only_child
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns.pattern import Branch, Ellipsis, ManyMetavariable, Metavariable, Pattern
from reread.analyzers.syntax import Node

Items = tuple[Pattern, ...]


class OneItem:
    """A field with one element; if `optional`, the pattern says only `...`, and matches anything or nothing."""

    __slots__ = ("optional", "pattern")

    def __init__(self, pattern: Pattern, *, optional: bool = False) -> None:
        self.pattern = pattern
        self.optional = optional

    def __call__(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if self.optional and (not nodes or isinstance(self.pattern, Branch)):
            yield bindings
        elif len(nodes) == 1:
            yield from self.pattern.match(nodes[0], bindings, context)


class ArgumentList(OneItem):
    """The arguments of a call, which may also be one argument without brackets of its own, of the kinds `alone`."""

    __slots__ = ("alone",)

    def __init__(self, pattern: Pattern, alone: frozenset[str], *, optional: bool) -> None:
        super().__init__(pattern, optional=optional)
        self.alone = alone

    def __call__(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        pattern = self.pattern
        if len(nodes) != 1 or not isinstance(pattern, Branch):
            yield from super().__call__(nodes, bindings, context)
        elif not pattern.kinds.isdisjoint(self.alone):
            inner = nodes[0] if nodes[0].type in pattern.kinds else only_child(nodes[0])
            if inner is not None:
                yield from pattern.match(inner, bindings, context)
        elif nodes[0].type in self.alone:
            for group in pattern.groups:
                yield from group.match(nodes, bindings, context)
        else:
            yield from super().__call__(nodes, bindings, context)


class Conditions(OneItem):
    """The condition of a statement that may have several, for all of which a metavariable stands."""

    __slots__ = ()

    def __call__(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if len(nodes) > 1 and isinstance(self.pattern, Metavariable):
            yield from ManyMetavariable(self.pattern.variable).match_many(nodes, bindings, context)
        else:
            yield from super().__call__(nodes, bindings, context)


class NoArguments:
    """A list of arguments with nothing in it, or no list."""

    __slots__ = ()

    def __call__(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if all(child.is_extra for node in nodes for child in node.named_children):
            yield bindings


class OneOfMany:
    """A field of which any may be meant: `b` of Go's parameters `a, b string`."""

    __slots__ = ("pattern",)

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern

    def __call__(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        for node in nodes:
            yield from self.pattern.match(node, bindings, context)


class Ordered:
    """All items one after the other, `...` matching any number."""

    __slots__ = ("fixed", "items", "particular")

    def __init__(self, items: Items) -> None:
        # A second `...` right after another one stands for nothing more, in as many ways as there are nodes.
        self.items = items = tuple(
            item
            for place, item in enumerate(items)
            if not (place and isinstance(item, Ellipsis) and isinstance(items[place - 1], Ellipsis))
        )
        self.fixed = not any(isinstance(item, (Ellipsis, ManyMetavariable)) for item in items)
        self.particular = tuple(item for item in items if item.kinds is not None)

    def __call__(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if self.fixed and len(nodes) != len(self.items):
            return iter(())
        for item in self.particular:
            if not any(_may_match(item, node, context) for node in nodes):
                return iter(())
        return self._from(0, nodes, 0, bindings, context)

    def _from(self, index: int, nodes: list[Node], at: int, bindings: Bindings, context: MatchContext) -> AllBindings:
        items = self.items
        if index == len(items):
            if at == len(nodes):
                yield bindings
            return
        item = items[index]
        if isinstance(item, Ellipsis):
            if index + 1 == len(items):
                yield bindings
                return
            for following in range(at, len(nodes) + 1):
                context.step()
                yield from self._from(index + 1, nodes, following, bindings, context)
        elif isinstance(item, ManyMetavariable):
            last = index + 1 == len(items)
            for following in range(len(nodes) if last else at, len(nodes) + 1):
                context.step()
                for found in item.match_many(nodes[at:following], bindings, context):
                    yield from self._from(index + 1, nodes, following, found, context)
        elif at < len(nodes) and _may_match(item, nodes[at], context):
            context.step()
            for found in item.match(nodes[at], bindings, context):
                yield from self._from(index + 1, nodes, at + 1, found, context)


def _may_match(item: Pattern, node: Node, context: MatchContext) -> bool:
    kinds = item.kinds
    if kinds is None and is_keyword(node, context.language):
        return False  # The value of a keyword is something else than the keyword with its value.
    return (
        kinds is None
        or node.type in kinds
        or node.type in context.language.leeway.transparent
        or (node.type == context.language.statements.decorated)
    )


class Subset:
    """Each item somewhere in the list, which may have more elements."""

    __slots__ = ("items",)

    def __init__(self, items: Items) -> None:
        self.items = tuple(item for item in items if not isinstance(item, Ellipsis))

    def __call__(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        return self._from(0, nodes, bindings, context)

    def _from(self, index: int, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if index == len(self.items):
            yield bindings
            return
        item = self.items[index]
        for place, node in enumerate(nodes):
            if not _may_match(item, node, context):
                continue
            context.step()
            for found in item.match(node, bindings, context):
                yield from self._from(index + 1, nodes[:place] + nodes[place + 1 :], found, context)


class Unordered(Subset):
    """Each item somewhere in the list, which has no further elements except those that `...` matches."""

    __slots__ = ("more",)

    def __init__(self, items: Items) -> None:
        super().__init__(items)
        self.more = len(self.items) < len(items)

    def __call__(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if self.more or len(nodes) == len(self.items):
            yield from super().__call__(nodes, bindings, context)


def is_keyword(node: Node, language: Matching) -> bool:
    """True for an argument with a name; in some grammars those without one are of the same kind."""
    if node.type not in language.leeway.keywords:
        return False
    return node.named_child_count + (last_word(node, language) is not None) > 1


class Arguments:
    """Arguments: positional ones in order, keyword arguments in any order, further ones only for `...`."""

    __slots__ = ("keywords", "more", "positional")

    def __init__(self, items: Items, keyword: Sequence[bool]) -> None:
        self.positional = Ordered(tuple(item for item, named in zip(items, keyword, strict=True) if not named))
        self.keywords = tuple(item for item, named in zip(items, keyword, strict=True) if named)
        self.more = any(isinstance(item, (Ellipsis, ManyMetavariable)) for item in items)

    def without_last(self) -> Arguments:
        """The arguments but the last of those without a name."""
        positional = self.positional.items[:-1]
        return Arguments((*positional, *self.keywords), [False] * len(positional) + [True] * len(self.keywords))

    def __call__(self, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        named = sum(is_keyword(node, context.language) for node in nodes)
        if named >= len(self.keywords) and (named == len(self.keywords) or self.more):
            yield from self._keywords(0, nodes, bindings, context)

    def _keywords(self, index: int, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        """What is left when the keywords of the pattern are found stays in its order, for `...` to stand for."""
        if index == len(self.keywords):
            yield from self.positional(nodes, bindings, context)
            return
        for place, node in enumerate(nodes):
            if is_keyword(node, context.language):
                context.step()
                for found in self.keywords[index].match(node, bindings, context):
                    yield from self._keywords(index + 1, nodes[:place] + nodes[place + 1 :], found, context)
