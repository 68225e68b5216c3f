"""Compiled formulas (`build.py`), each part of which finds matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from reread.analyzers.pattern.bindings import EMPTY, Bindings
from reread.analyzers.pattern.formulas.holders import depend_on, holding
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.nodes import Shape, may_fit
from reread.analyzers.pattern.matching.unification import merge
from reread.analyzers.pattern.prefilter.requirement import ALWAYS, Requirement, any_of
from reread.analyzers.pattern.regex.regex_cache import Found
from reread.analyzers.syntax import Node

_MOST_WALKED = 5_000
_LONG = 1_000
"""So many bytes that looking a word up costs less than searching for it."""


class Match(NamedTuple):
    """A range of bytes where a formula holds, the node it was found at, and what the metavariables stand for.

    `inner` is the expression of a pattern that is an expression with a `;`, where the range is that of its statement.
    `core` is the range, of several statements, without those that a `...` at the start or end of the pattern stands
    for, of which each may be left out.
    """

    start: int
    end: int
    node: Node
    bindings: Bindings
    inner: Node | None = None
    core: tuple[int, int] | None = None


Matches: TypeAlias = Iterator[Match]


Around: TypeAlias = tuple[frozenset[str], tuple[bytes, ...]]
"""The kinds that a node is one of, and words that are in its text."""


class EntryPoint(NamedTuple):
    """One way into a formula: try it at nodes of these kinds (None: all), called so (None: whatever the name).

    `shape` is what shows at first sight (see `shape`); `twins` and `variable` are those of the `Pattern`; `names` are
    all that can stand for the variable, where that is known, and `heads` are expressions that what is called, or the
    member, matches, or its last name; `sure` are words in the text of each match; for each of `around` the node, or one
    around it, is of one of these kinds and has these words in its text. A dotted name, given in `alias`, may also be a
    plain name in a file that imports it.
    """

    kinds: frozenset[str] | None
    name: str | None
    at: Callable[[Node, MatchContext], Matches]
    alias: tuple[str, ...] = ()
    shape: Shape = ()
    twins: bool = False
    variable: str = ""
    names: frozenset[str] = frozenset()
    sure: tuple[bytes, ...] = ()
    callee_names: tuple[str, ...] = ()
    around: tuple[Around, ...] = ()


class Formula:
    """Part of a rule, ready to run."""

    __slots__ = ()

    def entries(self) -> list[EntryPoint]:
        """The ways in by syntax; none for a formula that starts from a regular expression."""
        raise NotImplementedError

    def at(self, node: Node, bindings: Bindings, context: MatchContext) -> Matches:
        """The matches that are found at one node."""
        raise NotImplementedError

    def around(self, match: Match, context: MatchContext) -> Matches:
        """The matches that contain another one, its metavariables being bound."""
        raise NotImplementedError

    def where_around(self) -> Around | None:
        """The kinds of nodes at which `around` finds matches; None if they are unknown."""
        return None

    def kinds_at(self) -> frozenset[str] | None:
        """The kinds of the nodes that matches are at, of a pattern of one node; None for everything else."""
        return None

    def is_head(self, context: MatchContext) -> bool:
        """True when `around` depends on no more of the code than the heads of definitions."""
        return False

    def local_words(self) -> Requirement:
        """The words that the text of each match of the candidate part contains."""
        return ALWAYS

    def in_text(self, context: MatchContext) -> Matches:
        """The matches that start from regular expressions, anywhere in the document."""
        return iter(())

    def most_in_text(self, context: MatchContext) -> Matches:
        """The same without those that take too many steps or too long, which `words` say then."""
        return self.in_text(context)

    def regexes(self) -> list[re.Pattern[str]]:
        """The regular expressions that `in_text` starts from."""
        return []


def may_match_at(node: Node, shape: Shape, sure: tuple[bytes, ...], context: MatchContext) -> bool:
    """False when a node of the right kind has not what shows at first sight, or not a word of each match's text."""
    if shape and not may_fit(node, shape, context.language):
        return False
    return not sure or has_words(node, sure, context)


def has_words(node: Node, sure: tuple[bytes, ...], context: MatchContext) -> bool:
    """True when all the words are in the text of a node, or may be by the names of what the file imports."""
    data, start, end = context.data, node.start_byte, node.end_byte
    if end - start > _LONG:
        # Asked for each of the calls of a chain, which hold each other, a search would take quadratic time.
        return all(word in context.imports.renamed or context.has_word(word, start, end) for word in sure)
    for word in sure:  # noqa: SIM110 - asked so often that a generator would cost more than the search
        if data.find(word, start, end) < 0 and word not in context.imports.renamed:
            return False
    return True


def joined(
    match: Match, node: Node, around: list[tuple[int, Bindings]], context: MatchContext, *, heads: bool
) -> Matches:
    """The matches at a node, given by start and environment, that go together with a match inside it.

    With `heads` they are about the heads of definitions alone.
    """
    depend_on(node, context, heads=heads)
    for start, bindings in around:
        merged = merge(match.bindings, bindings, context)
        if merged is not None:
            if not heads:
                context.low = min(context.low, start)
            yield Match(start, node.end_byte, node, merged)


class TextRegex(Formula):
    """A regular expression over the text of the file."""

    __slots__ = ("expression",)

    def __init__(self, expression: re.Pattern[str]) -> None:
        self.expression = expression

    def entries(self) -> list[EntryPoint]:
        return []

    def at(self, node: Node, bindings: Bindings, context: MatchContext) -> Matches:
        return iter(())

    def around(self, match: Match, context: MatchContext) -> Matches:
        context.touch(context.root)
        for found in self.in_text(context):
            if found.start <= match.start and match.end <= found.end:
                yield found._replace(bindings={**match.bindings, **found.bindings})

    def in_text(self, context: MatchContext) -> Matches:
        return self._matches(context.search(self.expression), context)

    def most_in_text(self, context: MatchContext) -> Matches:
        return self._matches(context.search(self.expression, partial=True), context)

    def _matches(self, found: Iterable[Found], context: MatchContext) -> Matches:
        for start, end, groups in found:
            node = context.root.descendant_for_byte_range(start, end)
            yield Match(start, end, context.root if node is None else node, {**context.outer, **groups})

    def regexes(self) -> list[re.Pattern[str]]:
        return [self.expression]


class AnyOf(Formula):
    """`pattern-either`. `kinds` are those of its parts when all of them are patterns of one node of known kinds."""

    __slots__ = ("kinds", "parts")

    def __init__(self, parts: tuple[Formula, ...]) -> None:
        self.parts = parts
        kinds = [kinds for part in parts if (kinds := part.kinds_at())]
        self.kinds: frozenset[str] = frozenset().union(*kinds) if len(kinds) == len(parts) else frozenset()

    def entries(self) -> list[EntryPoint]:
        return [entry for part in self.parts for entry in part.entries()]

    def local_words(self) -> Requirement:
        return any_of(parts=[part.local_words() for part in self.parts])

    def where_around(self) -> Around | None:
        return (self.kinds, ()) if self.kinds else None

    def at(self, node: Node, bindings: Bindings, context: MatchContext) -> Matches:
        for part in self.parts:
            yield from part.at(node, bindings, context)

    def around(self, match: Match, context: MatchContext) -> Matches:
        if not self.kinds:
            for part in self.parts:
                yield from part.around(match, context)
            return
        heads = self.is_head(context)
        for node, found in holding(self, self.kinds, match.node, context):
            yield from joined(match, node, found, context, heads=heads)

    def is_head(self, context: MatchContext) -> bool:
        return all(part.is_head(context) for part in self.parts)

    def all_at(self, node: Node, context: MatchContext) -> Iterator[tuple[int, Bindings]]:
        """Where one of the parts matches at a node."""
        return ((found.start, found.bindings) for part in self.parts for found in part.at(node, EMPTY, context))

    def in_text(self, context: MatchContext) -> Matches:
        for part in self.parts:
            yield from part.in_text(context)

    def most_in_text(self, context: MatchContext) -> Matches:
        for part in self.parts:
            yield from part.most_in_text(context)

    def regexes(self) -> list[re.Pattern[str]]:
        return [expression for part in self.parts for expression in part.regexes()]


def nodes_within(top: Node) -> Iterator[Node]:
    """A node, which may be a word such as `nil`, and the named nodes below it, in the order of the text; of very large
    ones only the first.
    """
    stack = [top]
    count = 0
    while stack and count < _MOST_WALKED:
        node = stack.pop()
        if node.is_named or node is top:
            count += 1
            yield node
        stack.extend(reversed(node.children))
