"""`patterns`: all of several conditions. One of them, the driver, finds the candidates; the others judge them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reread.analyzers.rules.formulas.formula import AnyOf, Around, Entry, Formula, Match, Matches
from reread.analyzers.rules.formulas.tree_pattern import SequencePattern, TreePattern
from reread.analyzers.rules.matching.bindings import Binding, Bindings
from reread.analyzers.rules.matching.match_context import MatchContext
from reread.analyzers.rules.metavariables.conditions import Condition, RegexCondition
from reread.analyzers.rules.prefilter.required_tokens import Requirement
from reread.analyzers.rules.regex.regex_alternatives import literal_alternatives
from reread.analyzers.rules.regex.search import find_all
from reread.analyzers.syntax import Node

_MOST_WALKED = 5_000


class AllOf(Formula):
    """All parts hold. With `by_inside` the driver is a `pattern-inside`, in whose matches `others[0]` is looked for.

    `not_inside_first` are those `pattern-not-inside` that need nothing of what `inside` and `anywhere` bind.
    """

    __slots__ = (
        *("anywhere", "by_inside", "conditions", "driver", "focus", "inside", "not_anywhere", "not_inside"),
        *("not_inside_first", "not_regexes", "nots", "others"),
    )

    def __init__(
        self,
        driver: Formula,
        *,
        by_inside: bool = False,
        others: tuple[Formula, ...] = (),
        inside: tuple[Formula, ...] = (),
        nots: tuple[Formula, ...] = (),
        not_inside: tuple[Formula, ...] = (),
        not_inside_first: tuple[Formula, ...] = (),
        anywhere: tuple[Formula, ...] = (),
        not_anywhere: tuple[Formula, ...] = (),
        not_regexes: tuple[re.Pattern[str], ...] = (),
        conditions: tuple[Condition, ...] = (),
        focus: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        self.driver = driver
        self.by_inside = by_inside
        self.others = others
        self.inside = inside
        self.nots = nots
        self.not_inside = not_inside
        self.not_inside_first = not_inside_first
        self.anywhere = anywhere
        self.not_anywhere = not_anywhere
        self.not_regexes = not_regexes
        self.conditions = conditions
        self.focus = focus

    def entries(self) -> list[Entry]:
        return [self._narrowed(entry) for entry in self.driver.entries()]

    def _narrowed(self, entry: Entry) -> Entry:
        """The way in, with what the conditions say about the name of what is called."""
        literal = (each for each in self.conditions if isinstance(each, RegexCondition) and not each.constant)
        for condition in literal:
            if condition.variable == entry.variable:
                names = entry.names or literal_alternatives(condition.text)
                entry = entry._replace(names=names, heads=(*entry.heads, condition.text))
        return entry._replace(at=self._filtered(entry.at), around=(*entry.around, *self._around()))

    def _around(self) -> tuple[Around, ...]:
        """What must be around a node that is tried, by the parts that say what is around a match."""
        if self.by_inside or not is_at_or_around(self.driver):
            return ()
        found = (part.where_around() for part in self.inside)
        return tuple(each for each in found if each is not None)

    def where_around(self) -> Around | None:
        return (self.others[0] if self.by_inside else self.driver).where_around()

    def local_words(self) -> Requirement:
        return self.driver.local_words()

    def _filtered(self, at: Callable[[Node, MatchContext], Matches]) -> Callable[[Node, MatchContext], Matches]:
        return lambda node, scan: self._filter(self._candidates(at(node, scan), scan), scan)

    def at(self, node: Node, bindings: Bindings, scan: MatchContext) -> Matches:
        if not self.by_inside:
            return self._filter(self.driver.at(node, bindings, scan), scan)
        found = (
            inner._replace(bindings=outer.bindings)
            for inner in self.others[0].at(node, bindings, scan)
            for outer in self.driver.around(inner, scan)
        )
        return self._filter(found, scan)

    def around(self, match: Match, scan: MatchContext) -> Matches:
        driver = self.others[0] if self.by_inside else self.driver
        inside = (self.driver,) if self.by_inside else ()
        for found in driver.around(match, scan):
            if inside and next(self.driver.around(found, scan), None) is None:
                continue
            for kept in self._filter(iter((found,)), scan):
                if kept.start <= match.start and match.end <= kept.end:
                    yield kept

    def in_text(self, scan: MatchContext) -> Matches:
        return self._filter(self._candidates(self.driver.in_text(scan), scan), scan)

    def regexes(self) -> list[re.Pattern[str]]:
        return self.driver.regexes()

    def _candidates(self, found: Matches, scan: MatchContext) -> Matches:
        if not self.by_inside:
            yield from found
            return
        for outer in found:
            for node in _nodes_within(outer, scan):
                yield from self.others[0].at(node, outer.bindings, scan)

    def _filter(self, found: Matches, scan: MatchContext) -> Matches:
        others = self.others[1:] if self.by_inside else self.others
        for match in found:
            # Looking at what is around a match may go through whole blocks, so what costs less comes first.
            if not self._may_hold(match, scan) or _is_inside_any(self.not_inside_first, match, scan):
                continue
            for joined in self._join(match, others, 0, scan):
                for within in self._within(joined, 0, scan):
                    for kept in self._somewhere(within, scan) if self.anywhere else (within,):
                        if self._holds(kept, scan):
                            for bindings in self._conditioned(kept.bindings, 0, scan):
                                yield from self._focused(kept._replace(bindings=bindings))

    def _join(self, match: Match, others: tuple[Formula, ...], index: int, scan: MatchContext) -> Matches:
        if index == len(others):
            yield match
            return
        for found in _intersection(match, others[index], scan):
            yield from self._join(found, others, index + 1, scan)

    def _within(self, match: Match, index: int, scan: MatchContext) -> Matches:
        if index == len(self.inside):
            yield match
            return
        seen: list[Bindings] = []
        for outer in self.inside[index].around(match, scan):
            if outer.bindings in seen:
                continue
            seen.append(outer.bindings)
            yield from self._within(match._replace(bindings=outer.bindings), index + 1, scan)

    def _may_hold(self, match: Match, scan: MatchContext) -> bool:
        """False when a condition on what is bound already fails, before anything dearer is tried."""
        return all(condition.may_hold(match.bindings, scan) for condition in self.conditions if condition.early)

    def _conditioned(self, bindings: Bindings, index: int, scan: MatchContext) -> Iterator[Bindings]:
        """The ways in which all conditions hold, each with what it binds."""
        if index == len(self.conditions):
            yield bindings
            return
        for found in self.conditions[index].environments(bindings, scan):
            yield from self._conditioned(found, index + 1, scan)

    def _holds(self, match: Match, scan: MatchContext) -> bool:
        """True when no negation takes the match away."""
        if any(_same_range(match, other, scan) for other in self.nots):
            return False
        if self.not_regexes and any(_overlaps(match, expression, scan) for expression in self.not_regexes):
            return False
        if _is_inside_any(self.not_inside, match, scan):
            return False
        return not (self.not_anywhere and self._is_somewhere(match, scan))

    def _somewhere(self, match: Match, scan: MatchContext) -> Matches:
        """The match with what is bound by what must be anywhere in the file."""
        from reread.analyzers.rules.formulas.anywhere import joined_anywhere

        for bindings in joined_anywhere(match.bindings, self.anywhere, scan):
            yield match._replace(bindings=bindings)

    def _is_somewhere(self, match: Match, scan: MatchContext) -> bool:
        """True when something that must be nowhere in the file goes together with the match."""
        from reread.analyzers.rules.formulas.anywhere import joined_anywhere

        return any(True for other in self.not_anywhere for _ in joined_anywhere(match.bindings, (other,), scan))

    def _focused(self, match: Match) -> Matches:
        """What the metavariables in focus stand for; of several `focus-metavariable`, where they overlap."""
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


def is_at_or_around(driver: Formula) -> bool:
    """True for a formula whose matches are at the node that is tried or around it, not within it."""
    if isinstance(driver, AnyOf):
        return all(is_at_or_around(part) for part in driver.parts)
    return isinstance(driver, (TreePattern, SequencePattern))


def _intersection(match: Match, other: Formula, scan: MatchContext) -> Matches:
    """Where both match: one inside the other, and the smaller of both is the result."""
    if other.regexes() and not other.entries():
        scan.touch(scan.root)
        for found in other.in_text(scan):
            bindings = {**match.bindings, **found.bindings}
            if match.start <= found.start and found.end <= match.end:
                yield found._replace(bindings=bindings)
            elif found.start <= match.start and match.end <= found.end:
                yield match._replace(bindings=bindings)
        return
    outside = [match._replace(bindings=outer.bindings) for outer in other.around(match, scan)]
    yield from outside
    if not outside:
        for node in _nodes_within(match, scan):
            yield from other.at(node, match.bindings, scan)


def _is_inside_any(others: tuple[Formula, ...], match: Match, scan: MatchContext) -> bool:
    return any(True for other in others for _ in other.around(match, scan))


def _nodes_within(match: Match, scan: MatchContext) -> Iterator[Node]:
    """The named nodes in a range, in the order of the text."""
    top = scan.root.descendant_for_byte_range(match.start, match.end) or match.node
    stack = [top]
    count = 0
    while stack and count < _MOST_WALKED:
        node = stack.pop()
        if node.end_byte <= match.start or node.start_byte >= match.end:
            continue
        if match.start <= node.start_byte and node.end_byte <= match.end and node.is_named:
            count += 1
            yield node
        stack.extend(reversed(node.children))


def _same_range(match: Match, other: Formula, scan: MatchContext) -> bool:
    """True when the other formula matches exactly the same range."""
    nodes = [match.node]
    for node in reversed(scan.ancestors(match.node)):
        if node.start_byte < match.start or node.end_byte > match.end + 1:
            break
        nodes.append(node)
    inner = match.node
    while inner.named_child_count == 1 and inner.type in scan.language.transparent:
        child = inner.named_child(0)
        assert child is not None
        inner = child
        nodes.append(inner)
    for node in nodes:
        for found in other.at(node, match.bindings, scan):
            if (found.start == match.start and found.end == match.end) or found.node == match.node:
                return True
    return False


def _overlaps(match: Match, expression: re.Pattern[str], scan: MatchContext) -> bool:
    """True when the expression matches something of the range, within the lines that the range is on."""
    low, high = scan.text_range()
    start, end = scan.touch_lines(match.start, match.end)
    start, end = max(low, start), min(high, end)
    return any(low < match.end and match.start < high for low, high, _ in find_all(expression, scan.data, start, end))


def _focus(match: Match, bound: Binding) -> Match:
    return Match(bound.start, bound.end, bound.node or match.node, match.bindings)
