"""Shell commands: pipelines, and commands embedded in files of another language."""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.constants.string_content import content
from reread.analyzers.pattern.bindings import PLACE, AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns.pattern import Ellipsis, Pattern
from reread.analyzers.pattern.patterns.statements import follow
from reread.analyzers.syntax import Node, walk


class Pipeline(Pattern):
    """A pipeline that begins one, `a | b` of `a | b | c` as well: shells group them from the left.

    `...` in the first place stands for any number of commands. Only a pattern by itself finds a part of a pipeline,
    and says where that part is.
    """

    __slots__ = ("items", "kinds", "partial")
    kinds: frozenset[str]

    def __init__(self, kind: str, items: tuple[Pattern, ...], *, partial: bool) -> None:
        self.kinds = frozenset({kind})
        self.items = items
        self.partial = partial

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        commands = [child for child in node.named_children if not child.is_extra]
        rest = len(self.items) - 1
        for end in range(len(self.items) if self.partial else len(commands), len(commands) + 1):
            first = commands[: end - rest]
            if not first or (len(first) > 1 and not isinstance(self.items[0], Ellipsis)):
                continue
            for found in self._following(0, [first[0], *commands[end - rest : end]], bindings, context):
                yield found if end == len(commands) else {**found, **_place(commands[:end], context)}

    def _following(self, index: int, commands: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if index == len(self.items):
            yield bindings
            return
        context.step()
        for found in self.items[index].match(commands[index], bindings, context):
            yield from self._following(index + 1, commands, found, context)


def _place(commands: list[Node], context: MatchContext) -> Bindings:
    start, end = commands[0].start_byte, commands[-1].end_byte
    return {PLACE: Binding(start, end, context.data[start:end], commands[0])}


class Embedded(Pattern):
    """Code of another language in a node of `kinds`: one match somewhere in it, or, if the pattern has several items,
    its statements. Unless it goes `deeper`, the match must be the whole content.
    """

    __slots__ = ("deeper", "items", "kinds")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], items: tuple[Pattern, ...], *, deeper: bool = True) -> None:
        self.kinds = kinds
        self.items = items
        self.deeper = deeper

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        inner = context.embedded(node) if node.type in self.kinds else None
        if inner is None:
            return
        for _, found in _counted(self._found(bindings, inner), inner, context):
            yield {name: each for name, each in found.items() if name != PLACE}

    def _found(self, bindings: Bindings, inner: MatchContext) -> Iterator[tuple[Node, Bindings]]:
        nodes = inner.statements(inner.root)
        if len(self.items) > 1:
            for last, found in follow(self.items, nodes, bindings, inner, whole=True):
                yield last or inner.root, found
        elif len(nodes) == 1:
            yield from _anywhere(self.items[0], nodes[0], bindings, inner, deeper=self.deeper)


class EmbeddedPiece(Pattern):
    """A piece of such code, wherever it is. One word is also the text of a node of the file's own."""

    __slots__ = ("embedded", "items", "kinds", "word")
    kinds: frozenset[str]

    def __init__(self, embedded: frozenset[str], item: Pattern, word: bytes, texts: frozenset[str]) -> None:
        self.embedded = embedded
        self.kinds = embedded | texts if word else embedded
        self.items = (item,)
        self.word = word

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in self.embedded:
            if node.type in self.kinds and content(node, context.data)[2] == self.word:
                yield bindings
            return
        inner = context.embedded(node)
        if inner is None:
            return
        found = _anywhere(self.items[0], inner.root, bindings, inner, deeper=True)
        for place, bound in _counted(found, inner, context):
            known = bound.get(PLACE)
            start, end = (place.start_byte, place.end_byte) if known is None else (known.start, known.end)
            yield {**bound, PLACE: Binding(start, end, context.data[start:end], node)}


def _anywhere(
    item: Pattern, top: Node, bindings: Bindings, inner: MatchContext, *, deeper: bool
) -> Iterator[tuple[Node, Bindings]]:
    """The nodes that a pattern matches at or below one."""
    for node in walk(top) if deeper else (top,):
        if node.is_named:
            inner.step()
            for found in item.match(node, bindings, inner):
                yield node, found


def _counted(
    found: Iterator[tuple[Node, Bindings]], inner: MatchContext, outer: MatchContext
) -> Iterator[tuple[Node, Bindings]]:
    """The same, with the steps counted for the candidate that is looked at in the file."""
    inner.steps = outer.steps
    try:
        yield from found
    finally:
        outer.steps = inner.steps
