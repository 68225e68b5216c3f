"""`patterns`: all of several conditions. One of them, the driver, finds the candidates; the others judge them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from reread.analyzers.pattern.bindings import EMPTY, Binding, Bindings, TooManySteps
from reread.analyzers.pattern.formulas.exclusions import NO_EXCLUSIONS, Exclusions
from reread.analyzers.pattern.formulas.formula import AnyOf, Around, EntryPoint, Formula, Match, Matches
from reread.analyzers.pattern.formulas.tree_pattern import SequencePattern, TreePattern
from reread.analyzers.pattern.matching.match_context import GIVEN_UP, MatchContext
from reread.analyzers.pattern.metavariables.conditions import Condition, RegexCondition
from reread.analyzers.pattern.prefilter.requirement import Requirement
from reread.analyzers.pattern.regex.regex_alternatives import literal_alternatives
from reread.analyzers.syntax import Node

_MOST_WALKED = 5_000
_LONG = 1_000
"""Bytes of a range that is worth remembering."""
_WALKED_IN_A_STEP = 63
"""One less than a power of two."""


class AllOf(Formula):
    """All parts hold. With `by_inside` the driver is a `pattern-inside`, in whose matches `others[0]` is looked for.
    With `only_inside` all parts say what is around a match.
    """

    __slots__ = (
        "_is_at_or_around",
        "anywhere",
        "by_inside",
        "conditions",
        "driver",
        "enclosing",
        "exclusions",
        "focus",
        "inside",
        "only_inside",
        "others",
    )

    def __init__(
        self,
        driver: Formula,
        *,
        by_inside: bool = False,
        only_inside: bool = False,
        others: tuple[Formula, ...] = (),
        inside: tuple[Formula, ...] = (),
        anywhere: tuple[Formula, ...] = (),
        exclusions: Exclusions = NO_EXCLUSIONS,
        conditions: tuple[Condition, ...] = (),
        focus: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        self.driver = driver
        self.by_inside = by_inside
        self.only_inside = only_inside
        self.others = others
        self.inside = inside
        self.anywhere = anywhere
        self.exclusions = exclusions
        self.conditions = conditions
        self.focus = focus
        # Known once for each definition, unlike what costs the most: matching a driver that asks for values.
        self._is_at_or_around = not by_inside and is_at_or_around(driver)
        self.enclosing: tuple[TreePattern, ...] = ()
        if self._is_at_or_around:
            self.enclosing = tuple(part for part in inside if isinstance(part, TreePattern) and part.kinds_at())

    def entries(self) -> list[EntryPoint]:
        around = self._around()
        return [self._narrowed(entry, around) for entry in self.driver.entries()]

    def _narrowed(self, entry: EntryPoint, around: tuple[Around, ...]) -> EntryPoint:
        """The way in, with what the conditions say about the name of what is called."""
        literal = (each for each in self.conditions if isinstance(each, RegexCondition) and not each.constant)
        for condition in literal:
            if condition.variable == entry.variable:
                names = entry.names or literal_alternatives(condition.text)
                entry = entry._replace(names=names, callee_names=(*entry.callee_names, condition.text))
        return entry._replace(at=_Filtered(self, entry.at), around=(*entry.around, *around))

    def _around(self) -> tuple[Around, ...]:
        """What must be around a node that is tried, by the parts that say what is around a match."""
        if not self._is_at_or_around:
            return ()
        found = (part.where_around() for part in self.inside)
        return tuple(each for each in found if each is not None)

    def where_around(self) -> Around | None:
        return (self.others[0] if self.by_inside else self.driver).where_around()

    def local_words(self) -> Requirement:
        return self.driver.local_words()

    def at(self, node: Node, bindings: Bindings, context: MatchContext) -> Matches:
        if not self.by_inside:
            return self._filter(self.driver.at(node, bindings, context), context)
        found = (
            inner._replace(bindings=outer.bindings)
            for inner in self.others[0].at(node, bindings, context)
            for outer in self.driver.around(inner, context)
        )
        return self._filter(found, context)

    def around(self, match: Match, context: MatchContext) -> Matches:
        driver = self.others[0] if self.by_inside else self.driver
        inside = (self.driver,) if self.by_inside else ()
        for found in driver.around(match, context):
            if inside and next(self.driver.around(found, context), None) is None:
                continue
            for kept in self._filter(iter((found,)), context, match if self.only_inside else None):
                if kept.start <= match.start and match.end <= kept.end:
                    yield kept

    def in_text(self, context: MatchContext) -> Matches:
        return self.filtered(self.driver.in_text(context), context)

    def most_in_text(self, context: MatchContext) -> Matches:
        for match in self.driver.most_in_text(context):
            context.steps = 0
            try:
                found = list(self.filtered(iter((match,)), context))
            except TooManySteps:
                context.words |= {GIVEN_UP}
            else:
                yield from found

    def regexes(self) -> list[re.Pattern[str]]:
        return self.driver.regexes()

    def filtered(self, found: Matches, context: MatchContext) -> Matches:
        """The matches of the driver that the other parts accept."""
        return self._filter(self._candidates(found, context), context)

    def is_enclosed(self, node: Node, context: MatchContext) -> bool:
        """False when what must be around a match is not around the node, so that no way in needs to be tried."""
        return all(part.is_around(node, context) for part in self.enclosing)

    def _candidates(self, found: Matches, context: MatchContext) -> Matches:
        if not self.by_inside:
            yield from found
            return
        for outer in found:
            for node in _candidates_within(outer, self.others[0], context):
                yield from self.others[0].at(node, outer.bindings, context)

    def _filter(self, found: Matches, context: MatchContext, inner: Match | None = None) -> Matches:
        """Those of the matches that the other parts accept; where all is around `inner`, only what is around that."""
        others = self.others[1:] if self.by_inside else self.others
        for match in found:
            # Looking at what is around a match may go through whole blocks, so what costs less comes first.
            if not self._may_hold(match, context) or not self.exclusions.leave_at_first(match, context):
                continue
            for joined in self._join(match, others, 0, context, inner):
                for within in self._within(joined, 0, context):
                    for kept in self._somewhere(within, context) if self.anywhere else (within,):
                        left = self.exclusions.left(kept, context)
                        if left is not None:
                            for bindings in self._conditioned(left.bindings, 0, context):
                                yield from self._focused(left._replace(bindings=bindings))

    def _join(
        self, match: Match, others: tuple[Formula, ...], index: int, context: MatchContext, inner: Match | None
    ) -> Matches:
        if index == len(others):
            yield match
            return
        other = others[index]
        for found in (
            _intersection(match, other, context) if inner is None else _around_both(inner, match, other, context)
        ):
            context.step()
            yield from self._join(found, others, index + 1, context, inner)

    def _within(self, match: Match, index: int, context: MatchContext) -> Matches:
        if index == len(self.inside):
            yield match
            return
        seen: list[Bindings] = []
        for outer in self.inside[index].around(match, context):
            context.step()
            if outer.bindings in seen:
                continue
            seen.append(outer.bindings)
            yield from self._within(match._replace(bindings=outer.bindings), index + 1, context)

    def _may_hold(self, match: Match, context: MatchContext) -> bool:
        """False when a condition on what is bound already fails, before anything dearer is tried."""
        return all(condition.may_hold(match.bindings, context) for condition in self.conditions if condition.early)

    def _conditioned(self, bindings: Bindings, index: int, context: MatchContext) -> Iterator[Bindings]:
        """The ways in which all conditions hold, each with what it binds."""
        if index == len(self.conditions):
            yield bindings
            return
        for found in self.conditions[index].environments(bindings, context):
            context.step()
            yield from self._conditioned(found, index + 1, context)

    def _somewhere(self, match: Match, context: MatchContext) -> Matches:
        """The match with what is bound by what must be anywhere in the file."""
        from reread.analyzers.pattern.formulas.anywhere import joined_anywhere

        for bindings in joined_anywhere(match.bindings, self.anywhere, context):
            yield match._replace(bindings=bindings)

    def _focused(self, match: Match) -> Matches:
        """What the metavariables in focus stand for, or what was found within that; of several `focus-metavariable`,
        where they overlap.
        """
        found = [match]
        for variables in self.focus:
            bounds = [match.bindings[variable] for variable in variables if variable in match.bindings]
            found = [
                _focus(each, bound)
                for each in found
                for bound in bounds
                if each is match or (each.start <= bound.start and bound.end <= each.end)
            ]
        yield from found


class _Filtered:
    """A way into a conjunction: one into its driver, with what the other parts leave. There are thousands, and a
    closure takes three times the memory.
    """

    __slots__ = ("_all_of", "_at")

    def __init__(self, all_of: AllOf, at: Callable[[Node, MatchContext], Matches]) -> None:
        self._all_of = all_of
        self._at = at

    def __call__(self, node: Node, context: MatchContext) -> Matches:
        if not self._all_of.is_enclosed(node, context):
            return iter(())
        return self._all_of.filtered(self._at(node, context), context)


def is_at_or_around(driver: Formula) -> bool:
    """True for a formula whose matches are at the node that is tried or around it, not within it."""
    if isinstance(driver, AnyOf):
        return all(is_at_or_around(part) for part in driver.parts)
    return isinstance(driver, (TreePattern, SequencePattern))


def _intersection(match: Match, other: Formula, context: MatchContext) -> Matches:
    """Where both match: one inside the other, and the smaller of both is the result."""
    if other.regexes() and not other.entries():
        context.touch(context.root)
        for found in other.in_text(context):
            bindings = {**match.bindings, **found.bindings}
            if match.start <= found.start and found.end <= match.end:
                yield found._replace(bindings=bindings)
            elif found.start <= match.start and match.end <= found.end:
                yield match._replace(bindings=bindings)
        return
    for outer in other.around(match, context):
        yield match._replace(bindings=outer.bindings)
    for node in _promising_within(match, other, context):
        for found in other.at(node, match.bindings, context):
            if (found.start, found.end) != (match.start, match.end):
                yield found


def _around_both(inner: Match, match: Match, other: Formula, context: MatchContext) -> Matches:
    """The smaller of what matches around `inner` and of another that does: neither is looked for elsewhere."""
    for found in other.around(inner._replace(bindings=match.bindings), context):
        is_smaller = match.start <= found.start and found.end <= match.end
        yield found if is_smaller else match._replace(bindings=found.bindings)


def _promising_within(match: Match, other: Formula, context: MatchContext) -> Iterable[Node]:
    """The nodes in a range that a formula may match at; of a long one, in which others lie, found out once for all."""
    if match.end - match.start < _LONG or not isinstance(other, (TreePattern, SequencePattern)):
        return _candidates_within(match, other, context)
    key = (id(other), match.start, match.end)
    return context.remember(key, partial(_matched_within, match, other, context))


def _matched_within(match: Match, other: Formula, context: MatchContext) -> Iterator[Node]:
    for node in _candidates_within(match, other, context):
        context.steps = 0  # Each is a try of its own.
        if next(other.at(node, EMPTY, context), None) is not None:
            yield node


def _candidates_within(match: Match, other: Formula, context: MatchContext) -> Iterator[Node]:
    """The nodes in a range that a formula may match at, by their kinds."""
    several = [entry.kinds for entry in other.entries()]
    known = [kinds for kinds in several if kinds is not None]
    nodes = _nodes_within(match, context)
    if len(known) < len(several) or not known:
        return nodes
    kinds = frozenset().union(*known)
    return (node for node in nodes if node.type in kinds)


def _nodes_within(match: Match, context: MatchContext) -> Iterator[Node]:
    """The named nodes in a range, in the order of the text."""
    top = context.root.descendant_for_byte_range(match.start, match.end) or match.node
    stack = [top]
    count = 0
    while stack and count < _MOST_WALKED:
        node = stack.pop()
        if node.end_byte <= match.start or node.start_byte >= match.end:
            continue
        if match.start <= node.start_byte and node.end_byte <= match.end and node.is_named:
            count += 1
            if not count & _WALKED_IN_A_STEP:
                context.step()
            yield node
        stack.extend(reversed(node.children))


def _focus(match: Match, bound: Binding) -> Match:
    if bound.start <= match.start and match.end <= bound.end:
        return match
    return Match(bound.start, bound.end, bound.node or match.node, match.bindings)
