"""Removes matches from a conjunction: `pattern-not` in all its forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from reread.analyzers.pattern.formulas.formula import Formula, Match
from reread.analyzers.pattern.formulas.tree_pattern import SequencePattern
from reread.analyzers.pattern.matching.match_context import GIVEN_UP, MatchContext
from reread.analyzers.pattern.regex.search import find_all


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
        return not self.inside_first or _is_left(lambda: is_inside_any(self.inside_first, match, context), context)

    def leave(self, match: Match, context: MatchContext) -> bool:
        """True if none of the others takes it away."""
        return _is_left(lambda: self._take_away(match, context), context)

    def _take_away(self, match: Match, context: MatchContext) -> bool:
        if any(_same_range(match, other, context) for other in self.same):
            return True
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


def _is_left(take_away: Callable[[], bool], context: MatchContext) -> bool:
    """True where nothing takes a match away, and this is known: what took too long to find might have."""
    words, context.words = context.words, frozenset()
    is_left = not take_away() and GIVEN_UP not in context.words
    context.words |= words
    return is_left


def is_inside_any(others: tuple[Formula, ...], match: Match, context: MatchContext) -> bool:
    return any(True for other in others for _ in other.around(match, context))


def _same_range(match: Match, other: Formula, context: MatchContext) -> bool:
    """True when the other formula matches exactly the same range."""
    if isinstance(other, SequencePattern) and any(
        (found.start, found.end) == (match.start, match.end) for found in other.around(match, context)
    ):
        return True
    nodes = [match.node] if match.inner is None else [match.node, match.inner]
    for around in context.outside.outwards(match.node):
        node = around.node
        if node.start_byte < match.start or node.end_byte > match.end + 1:
            break
        nodes.append(node)
    inner = match.node
    while inner.named_child_count == 1 and inner.type in context.language.leeway.transparent:
        child = inner.named_child(0)
        assert child is not None
        inner = child
        nodes.append(inner)
    for node in nodes:
        for found in other.at(node, match.bindings, context):
            if (found.start == match.start and found.end == match.end) or found.node in (match.node, match.inner):
                return True
    return False


def _overlaps(match: Match, expression: re.Pattern[str], context: MatchContext) -> bool:
    """True when the expression matches something of the range, within the lines that the range is on."""
    low, high = context.text_range()
    start, end = context.touch_lines(match.start, match.end)
    start, end = max(low, start), min(high, end)
    return any(
        low < match.end and match.start < high for low, high, _ in find_all(expression, context.data, start, end)
    )
