"""Patterns for words that are written in several ways.

Symbols have a colon before them as values and behind them as keys: `:name => 1`, `name: 1`. Some languages have several
words for one value: `true` and `yes`.
"""

from __future__ import annotations

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.patterns.metavariable_encoding import bare, is_encoded, metavariable
from reread.analyzers.pattern.patterns.pattern import Pattern
from reread.analyzers.syntax import Node


class AnyType(Pattern):
    """`var` where a type may stand: any type, and none."""

    __slots__ = ()

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        yield bindings


def symbol(kind: str, text: str, language: Matching) -> Pattern | None:
    """The pattern for such a word as it is written; None for `...` in its place, and for every other kind of node."""
    texts = language.texts
    if kind in language.leeway.any_type:
        return AnyType()
    if kind in texts.spelled:
        return next((Spelled(each, texts.spelled) for each in texts.spellings if text.encode() in each), None)
    return _symbol(text, texts.symbols) if kind in texts.symbols else None


def _symbol(text: str, kinds: frozenset[str]) -> Pattern | None:
    name = text.strip(":")
    variable = metavariable(bare(name))
    if variable:
        return NamedSymbol(variable, kinds)
    return None if is_encoded(name) else Symbol(name.encode(), kinds)


class Spelled(Pattern):
    """A word that has this meaning, in any of its `spellings`."""

    __slots__ = ("kinds", "spellings")
    kinds: frozenset[str]

    def __init__(self, spellings: frozenset[bytes], kinds: frozenset[str]) -> None:
        self.spellings = spellings
        self.kinds = kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if node.type in self.kinds and context.data[node.start_byte : node.end_byte] in self.spellings:
            yield bindings


class Symbol(Pattern):
    """`:name` and `name:`."""

    __slots__ = ("kinds", "text")
    kinds: frozenset[str]

    def __init__(self, text: bytes, kinds: frozenset[str]) -> None:
        self.text = text
        self.kinds = kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if node.type in self.kinds and context.data[slice(*_span(node, context))] == self.text:
            yield bindings


class NamedSymbol(Pattern):
    """`:$X` and `$X:`, which bind the name of a symbol without its colon."""

    __slots__ = ("bound_to", "kinds")
    kinds: frozenset[str]

    def __init__(self, variable: str, kinds: frozenset[str]) -> None:
        self.bound_to = variable
        self.kinds = kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if node.type not in self.kinds:
            return
        start, end = _span(node, context)
        bound = bind(self.bound_to, Binding(start, end, context.data[start:end], None), bindings, context)
        if bound is not None:
            yield bound


def _span(node: Node, context: MatchContext) -> tuple[int, int]:
    """Where the name of a symbol is, without its colon."""
    start = node.start_byte
    return start + (context.data[start : start + 1] == b":"), node.end_byte
