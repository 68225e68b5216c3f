"""Whether a regular expression can match a text in exponentially many ways, all of which backtracking tries.

Decided on the position automaton (Glushkov 1961): a state for each character that the expression asks for. The ways
are exponentially many when a state can be left and reached again on one text by two paths (Weber and Seidl 1991, "On
the degree of ambiguity of finite automata"; Weideman et al. 2016 for backtracking matchers).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from reread.analyzers.pattern.regex.regex_safety import MANY, UnsafeRegexError, holds, parsed, refuse_nested_repeats

_CODES = range(128)
_LINE_END = 1 << ord("\n")
_LONGEST_EXPRESSION = 5_000
_MOST_POSITIONS = 80
_MOST_ROUNDS = 4
_MOST_STEPS = 1_000_000
"""Of the analysis, which takes some 0.5 s for as many. Expressions that people write take a few thousand."""
_CHARACTERS = frozenset({"LITERAL", "NOT_LITERAL", "IN", "ANY"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_NOTHING = frozenset({"AT", "ASSERT", "ASSERT_NOT", "FAILURE"})


@lru_cache(maxsize=1_000)
def is_slow(text: str) -> bool:
    """True for the text of a regular expression that could run for very long; False for what is none."""
    if len(text) > _LONGEST_EXPRESSION:
        return False
    try:
        try:
            return is_ambiguous(parsed(text, 0))
        except UnknownExpressionError:
            refuse_nested_repeats(text)
            return False
    except UnsafeRegexError:
        return True
    except (re.error, OverflowError, RecursionError):
        return False


class UnknownExpressionError(ValueError):
    """The expression is too long, or its matches depend on more than where it is in the text."""


class _Part(NamedTuple):
    """What a piece of an expression begins and ends with, in positions, each as often as there are ways to it, and in
    how many ways it can be empty: 0, 1, or 2 for several.
    """

    empty: int
    first: tuple[int, ...]
    last: tuple[int, ...]


class _Automaton:
    """`characters` is a bit for each code a position accepts; `follow` counts the ways from a position to the next.

    `lines` where `.` is known to stay within a line.
    """

    def __init__(self, lines: bool = False) -> None:
        self.lines = lines
        self.characters: list[int] = []
        self.follow: list[Counter[int]] = []
        self.steps = 0

    def step(self, count: int) -> None:
        """Raises UnknownExpressionError if the analysis takes too many steps."""
        self.steps += count
        if self.steps > _MOST_STEPS:
            raise UnknownExpressionError("takes too long")

    def sequence(self, items: Sequence[Any]) -> _Part:
        whole = _Part(1, (), ())
        before = ""
        for operation, argument in items:
            part = self._item(str(operation), argument)
            self.step(4 + len(whole.first) + len(whole.last) + len(part.first) + len(part.last))
            if before == "AT_END" and str(operation) in _CHARACTERS:
                # What comes after the end of a line is what ends it.
                self.characters[-1] &= _LINE_END
            before = str(argument)
            self._join(whole.last, part.first)
            whole = _Part(
                min(2, whole.empty * part.empty),
                whole.first + part.first * whole.empty,
                whole.last * part.empty + part.last,
            )
        return whole

    def _item(self, operation: str, argument: Any) -> _Part:
        if operation in _CHARACTERS:
            return self._character(operation, argument)
        if operation in _NOTHING:
            return _Part(1, (), ())
        if operation == "SUBPATTERN":
            return self.sequence(argument[-1])
        if operation == "ATOMIC_GROUP":
            return self.sequence(argument)
        if operation == "BRANCH":
            parts = [self.sequence(alternative) for alternative in argument[1]]
            return _Part(
                min(2, sum(part.empty for part in parts)),
                tuple(each for part in parts for each in part.first),
                tuple(each for part in parts for each in part.last),
            )
        if operation in _REPEATS:
            return self._repeat(*argument)
        raise UnknownExpressionError(operation)

    def _character(self, operation: str, argument: Any) -> _Part:
        if len(self.characters) == _MOST_POSITIONS:
            raise UnknownExpressionError("too long")
        accepted = sum(1 << code for code in _CODES if holds((operation, argument), code))
        self.characters.append(accepted & ~_LINE_END if operation == "ANY" and self.lines else accepted)
        self.follow.append(Counter())
        position = len(self.characters) - 1
        return _Part(0, (position,), (position,))

    def _repeat(self, least: Any, most: Any, body: Sequence[Any]) -> _Part:
        """Few rounds are written out; that there may be many more adds no way that there is not with these."""
        least, most = int(least), int(most)
        if most >= MANY:
            part = self.sequence(body)
            self._join(part.last, part.first)
            return part._replace(empty=max(part.empty, least == 0))
        if (least, most) == (0, 1):
            return self.sequence(body)._replace(empty=1)
        rounds: list[Any] = []
        for _ in range(min(most - least, _MOST_ROUNDS)):
            # Each further round stands within the one before, so that none is there without it.
            rounds = [("MAX_REPEAT", (0, 1, [("SUBPATTERN", (body,)), *rounds]))]
        return self.sequence([("SUBPATTERN", (body,))] * min(least, _MOST_ROUNDS) + rounds)

    def _join(self, last: tuple[int, ...], first: tuple[int, ...]) -> None:
        self.step(len(last) * len(first))
        for each in last:
            self.follow[each].update(first)

    def pairs(self, pair: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """Where two paths can go next on one and the same character."""
        for one in self.follow[pair[0]]:
            self.step(len(self.follow[pair[1]]))
            for other in self.follow[pair[1]]:
                if self.characters[one] & self.characters[other]:
                    yield one, other


def is_ambiguous(items: Sequence[Any]) -> bool:
    """True when some texts have exponentially many matches; `items` is what Python's parser made of the expression.

    Raises UnknownExpressionError if that is not decided: for back references, for more than 80 characters, and
    where that would take too many steps.
    """
    # Who writes `(?m)` at the start, and no `s`, hands over no flags besides. Otherwise `.` may be all that there is.
    flags = getattr(getattr(items, "state", None), "flags", 0)
    automaton = _Automaton(lines=bool(flags & re.MULTILINE) and not flags & re.DOTALL)
    automaton.sequence(items)
    # The same way twice: from one round to the next, and within a round.
    if any(
        ways > 1 and _is_back(after, position, automaton)
        for position, following in enumerate(automaton.follow)
        for after, ways in following.items()
    ):
        return True
    count = len(automaton.characters)
    return any(
        one != other
        for group in _cycles([(position, position) for position in range(count)], automaton)
        if any(same == twin for same, twin in group)
        for one, other in group
    )


def _is_back(start: int, goal: int, automaton: _Automaton) -> bool:
    seen, stack = {start}, [start]
    while stack:
        position = stack.pop()
        if position == goal:
            return True
        automaton.step(len(automaton.follow[position]))
        fresh = automaton.follow[position].keys() - seen
        seen |= fresh
        stack += fresh
    return False


def _cycles(starts: list[tuple[int, int]], automaton: _Automaton) -> Iterator[list[tuple[int, int]]]:
    """The strongly connected components (Tarjan 1972) with a cycle, of the pairs that are reached from `starts`."""
    order: dict[tuple[int, int], int] = {}
    low: dict[tuple[int, int], int] = {}
    waiting: list[tuple[int, int]] = []
    on_stack: set[tuple[int, int]] = set()
    for start in starts:
        path = [(start, automaton.pairs(start))] if start not in order else []
        while path:
            pair, following = path[-1]
            if pair not in order:
                order[pair] = low[pair] = len(order)
                waiting.append(pair)
                on_stack.add(pair)
            for after in following:
                if after not in order:
                    path.append((after, automaton.pairs(after)))
                    break
                if after in on_stack:
                    low[pair] = min(low[pair], order[after])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[pair])
                if low[pair] == order[pair]:
                    at = waiting.index(pair)
                    group = waiting[at:]
                    del waiting[at:]
                    on_stack.difference_update(group)
                    if len(group) > 1 or pair in automaton.pairs(pair):
                        yield group
