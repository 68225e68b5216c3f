"""Removes matches from a conjunction: `pattern-not` in all its forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reread.analyzers.pattern.formulas.formula import AnyOf, Formula, Match
from reread.analyzers.pattern.formulas.tree_pattern import SequencePattern
from reread.analyzers.pattern.matching.match_context import GIVEN_UP, MatchContext
from reread.analyzers.pattern.regex.search import find_all
from reread.analyzers.syntax import Node


class Exclusions(NamedTuple):
    """Conditions that exclude a match: one of `same` matches it, it is inside one of `inside`, the file has one of
    `anywhere`, or its text matches one of `regexes`.

    `inside_first` are those that need nothing of what the other parts of the conjunction bind.
    """

    same: tuple[Formula, ...] = ()
    inside: tuple[Formula, ...] = ()
    inside_first: tuple[Formula, ...] = ()
    anywhere: tuple[Formula, ...] = ()
    regexes: tuple[re.Pattern[str], ...] = ()

    def leave_at_first(self, match: Match, context: MatchContext) -> bool:
        """True if none of `inside_first` takes the match away."""
        if not self.inside_first:
            return True
        return _left(lambda: None if is_inside_any(self.inside_first, match, context) else match, context) is not None

    def left(self, match: Match, context: MatchContext) -> Match | None:
        """The match that the others leave, which may be of fewer statements; None if one takes it away."""
        return _left(lambda: self._rest(match, context), context)

    def _rest(self, match: Match, context: MatchContext) -> Match | None:
        rest = _without_matched(match, self.same, context) if self.same else match
        return None if rest is None or self._take_away(rest, context) else rest

    def _take_away(self, match: Match, context: MatchContext) -> bool:
        if self.regexes and any(_overlaps(match, expression, context) for expression in self.regexes):
            return True
        if is_inside_any(self.inside, match, context):
            return True
        return bool(self.anywhere) and self._is_somewhere(match, context)

    def _is_somewhere(self, match: Match, context: MatchContext) -> bool:
        """True when something that must be nowhere in the file goes together with the match."""
        from reread.analyzers.pattern.formulas.anywhere import joined_anywhere

        return any(True for other in self.anywhere for _ in joined_anywhere(match.bindings, (other,), context))


NO_EXCLUSIONS = Exclusions()
_MOST_SHORTENED = 8
"""So often a match is made shorter; with statements that are taken one by one it would take quadratic time."""


def _left(rest: Callable[[], Match | None], context: MatchContext) -> Match | None:
    """What is left of a match where this is known: what took too long to find might have taken it away."""
    words, context.words = context.words, frozenset()
    found = rest()
    is_known = GIVEN_UP not in context.words
    context.words |= words
    return found if is_known else None


def is_inside_any(others: tuple[Formula, ...], match: Match, context: MatchContext) -> bool:
    return any(True for other in others for _ in other.around(match, context))


def _without_matched(match: Match, others: tuple[Formula, ...], context: MatchContext) -> Match | None:
    """The match, or the longest it may be that others do not match; None where there is none."""
    for _ in range(_MOST_SHORTENED):
        taken = next((found for other in others for found in _same_range(match, other, context)), None)
        if taken is None:
            return match
        if match.core is None or _least_end(taken) <= match.core[1]:
            return None
        match = match._replace(end=_end_before(_least_end(taken), match, match.core[1], context))
    return match


def _least_end(match: Match) -> int:
    return match.end if match.core is None else match.core[1]


def _end_before(end: int, match: Match, least: int, context: MatchContext) -> int:
    """Where the last of the statements of a match ends that do so before a place, but not before `least`."""
    _, block = context.outside.statement(match.node) or (None, None)
    ends = () if block is None else (node.end_byte for node in context.statements(block))
    return max((each for each in ends if least <= each < end), default=least)


def _same_range(match: Match, other: Formula, context: MatchContext) -> Iterator[Match]:
    """What the other formula matches in exactly the same range."""
    if isinstance(other, AnyOf):
        for part in other.parts:
            yield from _same_range(match, part, context)
        return
    if isinstance(other, SequencePattern) and next(context.blocks_around(match.node), None) is not None:
        # All beginnings are looked up, where trying the one statement would compare it with all that follow it.
        yield from (found for found in other.around(match, context) if _is_range_of(found, match))
        return
    for node in _nodes_at(match, context):
        yield from (found for found in other.at(node, match.bindings, context) if _is_range_of(found, match))


def _is_range_of(found: Match, match: Match) -> bool:
    """True where a match has the range of another one; `...` at its start and end stand for any statements."""
    if found.core is not None:
        first, last = found.core
        return found.start <= match.start <= first and last <= match.end <= found.end
    if found.start == match.start and found.end == match.end:
        return True
    return match.core is None and found.node in (match.node, match.inner)


def _nodes_at(match: Match, context: MatchContext) -> Iterator[Node]:
    """The nodes that may have the range of a match."""
    yield match.node
    if match.inner is not None:
        yield match.inner
    for around in context.outside.outwards(match.node):
        node = around.node
        if node.start_byte < match.start or node.end_byte > match.end + 1:
            break
        yield node
    inner = match.node
    while inner.named_child_count == 1 and inner.type in context.language.leeway.transparent:
        child = inner.named_child(0)
        assert child is not None
        inner = child
        yield inner


def _overlaps(match: Match, expression: re.Pattern[str], context: MatchContext) -> bool:
    """True when the expression matches something of the range, within the lines that the range is on."""
    low, high = context.text_range()
    start, end = context.touch_lines(match.start, match.end)
    start, end = max(low, start), min(high, end)
    return any(
        low < match.end and match.start < high for low, high, _ in find_all(expression, context.data, start, end)
    )
