"""`metavariable-pattern`: a formula applied to the code bound to a metavariable, in its own or another language."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent
from typing import Protocol

from reread.analyzers.pattern.bindings import Binding, Bindings, TooManySteps
from reread.analyzers.pattern.formulas.formula import EntryPoint, Formula, Match, Matches, nodes_within
from reread.analyzers.pattern.formulas.tree_pattern import TreePattern
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import Imports
from reread.analyzers.pattern.metavariables.conditions import Condition
from reread.analyzers.pattern.metavariables.literals import value_of
from reread.analyzers.pattern.text.text_formulas import TextFormula
from reread.analyzers.syntax import Node, parse
from reread.analyzers.text import Document

_LONGEST_PARSED = 50_000
_MOST_BINDINGS = 100


class Whole(Formula):
    """The whole content of a metavariable: negations alone in a formula refer to it."""

    __slots__ = ()

    def entries(self) -> list[EntryPoint]:
        return []

    def at(self, node: Node, bindings: Bindings, context: MatchContext) -> Matches:
        if node == context.root:
            yield Match(node.start_byte, node.end_byte, node, bindings)

    def around(self, match: Match, context: MatchContext) -> Matches:
        yield match._replace(start=context.root.start_byte, end=context.root.end_byte, node=context.root)


class NestedPattern(Protocol):
    """A formula over the code bound to a metavariable."""

    def found(self, bound: Binding, bindings: Bindings, context: MatchContext | None) -> Iterator[Bindings]:
        """The ways to bind further metavariables."""


class NestedCondition(Condition):
    """Shared code of nested formulas: the condition holds once for each way to bind further metavariables."""

    __slots__ = ("pattern", "variable")
    early = False

    def __init__(self, variable: str, pattern: NestedPattern) -> None:
        self.variable = variable
        self.pattern = pattern

    def may_hold(self, bindings: Bindings, context: MatchContext | None) -> bool:
        return True

    def environments(self, bindings: Bindings, context: MatchContext | None) -> Iterator[Bindings]:
        bound = bindings.get(self.variable)
        if bound is None:
            return
        if context is not None:
            context.touch_range(bound.start, bound.end)
        seen: list[Bindings] = []
        for found in self.pattern.found(bound, bindings, context):
            if found not in seen:
                seen.append(found)
                yield found
            if len(seen) >= _MOST_BINDINGS:
                return


def _text_of(bound: Binding, context: MatchContext | None) -> str:
    """The text of a string, else that of the code. What stands in lines of their own is not indented with them."""
    value = value_of(bound, context)
    text = value if isinstance(value, str) else bound.text.decode(errors="replace")
    return dedent(text) if text[:1] == "\n" else text


class CodePattern:
    """A formula in the language of the rule, or in another one that has a grammar (`parsed_as` is its name)."""

    __slots__ = ("formula", "language", "parsed_as")

    def __init__(self, formula: Formula, language: str, *, parsed_as: str) -> None:
        self.formula = formula
        self.language = language
        self.parsed_as = parsed_as

    def found(self, bound: Binding, bindings: Bindings, context: MatchContext | None) -> Iterator[Bindings]:
        if self.parsed_as or bound.node is None or context is None:
            return self._parsed(bound, bindings, context)
        return self._of_code(bound.node, bindings, context)

    def _of_code(self, node: Node, bindings: Bindings, context: MatchContext) -> Iterator[Bindings]:
        """What is found in a node, or else in the literal that a name always stands for."""
        found = False
        for each in self._in(context.part(node, bindings), bindings, context):
            found = True
            yield each
        if found or not isinstance(self.formula, TreePattern) or context.constant(node) is None:
            return
        value = context.symbol(node)
        if value is not None:
            yield from self._in(context.part(value, bindings), bindings, context)

    def _in(self, inner: MatchContext, bindings: Bindings, outer: MatchContext | None) -> Iterator[Bindings]:
        """The matches anywhere in the part; their steps count for the candidate."""
        inner.steps = 0 if outer is None else outer.steps
        try:
            for node in nodes_within(inner.root):
                inner.step()
                for match in self.formula.at(node, bindings, inner):
                    yield match.bindings
            if self.formula.regexes():
                for match in self.formula.in_text(inner):
                    yield match.bindings
        finally:
            if outer is not None:
                outer.steps = inner.steps

    def _parsed(self, bound: Binding, bindings: Bindings, context: MatchContext | None) -> Iterator[Bindings]:
        text = _text_of(bound, context)
        if len(text) > _LONGEST_PARSED:
            return
        tree = parse(Document("value:", text, language=self.parsed_as or self.language))
        if tree is None:
            return
        known = {name: each._replace(node=None) for name, each in bindings.items()}
        inner = MatchContext(tree.document.data, tree.root, tree.language, Imports())
        inner.outer = known
        for found in self._in(inner, known, context):
            fresh = {name: each._replace(node=None) for name, each in found.items() if name not in bindings}
            yield {**bindings, **fresh}


class TextPattern:
    """A formula of the language `generic` or `regex`, over the text; of a string, over what is between its quotes."""

    __slots__ = ("formula",)

    def __init__(self, formula: TextFormula) -> None:
        self.formula = formula

    def found(self, bound: Binding, bindings: Bindings, context: MatchContext | None) -> Iterator[Bindings]:
        text = _text_of(bound, context)
        known = {name: each._replace(node=None) for name, each in bindings.items()}
        try:
            matches = self.formula.find(text.encode(), known)
        except TooManySteps:
            return
        for match in matches:
            fresh = {name: each for name, each in match.bindings.items() if name not in bindings}
            yield {**bindings, **fresh}
