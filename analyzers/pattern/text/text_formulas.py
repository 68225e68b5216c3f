"""Formulas of the languages `generic` and `regex`, over ranges of text instead of a syntax tree.

Each part of a formula gives all its matches; `patterns` intersects them, as Semgrep does: of two ranges of which one
lies in the other, the inner one remains.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from reread.analyzers.pattern.bindings import EMPTY, Bindings, TooManySteps
from reread.analyzers.pattern.metavariables.conditions import Condition
from reread.analyzers.pattern.regex.line_span import is_line_bound
from reread.analyzers.pattern.regex.regex_cache import found_by_lines
from reread.analyzers.pattern.regex.search import find_all
from reread.analyzers.pattern.text.aliengrep import compile_aliengrep, find_aliengrep, settings_of
from reread.analyzers.pattern.text.generic import compile_generic, find_generic, options_of

_MOST_MATCHES = 5_000
_MOST_PAIRS = 500_000


class TextMatch(NamedTuple):
    """A range of bytes, and the bindings of the metavariables."""

    start: int
    end: int
    bindings: Bindings

    def moved(self, distance: int) -> TextMatch:
        return self._replace(start=self.start + distance, end=self.end + distance) if distance else self


class TextFormula:
    """Part of a rule over text. `find` gives its matches in the order of the text; it raises TooManySteps."""

    __slots__ = ()

    def find(self, data: bytes, bindings: Bindings) -> list[TextMatch]:
        raise NotImplementedError

    def most(self, data: bytes) -> Iterator[TextMatch]:
        """The same without what takes too long, in any order. Raises TooManySteps where nothing is left."""
        yield from self.find(data, {})

    def expressions(self) -> list[re.Pattern[str]] | None:
        """The expressions that the matches come from, when they alone decide on each match; else None."""
        return None

    @property
    def by_lines(self) -> bool:
        """True when each line can be searched by itself."""
        expressions = self.expressions()
        return expressions is not None and all(is_line_bound(each) for each in expressions)


class GenericPattern(TextFormula):
    """A pattern of the language `generic`, for the engine that the options of its rule name."""

    __slots__ = ("_find",)

    def __init__(self, text: str, options: Mapping[str, Any]) -> None:
        settings = settings_of(options)
        self._find: Callable[[bytes, Bindings], list[tuple[int, int, Bindings]]]
        if settings is None:
            items, usual = compile_generic(text), options_of(options)
            self._find = lambda data, bindings: find_generic(items, data, bindings, usual)
        else:
            parts = compile_aliengrep(text, settings)
            self._find = lambda data, bindings: find_aliengrep(parts, data, bindings, settings)

    def find(self, data: bytes, bindings: Bindings) -> list[TextMatch]:
        return [TextMatch(*found) for found in self._find(data, bindings)]


class RegexPattern(TextFormula):
    __slots__ = ("expression",)

    def __init__(self, expression: re.Pattern[str]) -> None:
        self.expression = expression

    def find(self, data: bytes, bindings: Bindings) -> list[TextMatch]:
        found: list[TextMatch] = []
        for start, end, groups in find_all(self.expression, data):
            merged = _merged(bindings, groups)
            if merged is not None:
                found.append(TextMatch(start, end, merged))
            if len(found) > _MOST_MATCHES:
                raise TooManySteps
        return found

    def most(self, data: bytes) -> Iterator[TextMatch]:
        try:
            yield from self.find(data, {})
        except TooManySteps:
            for start, end, groups in found_by_lines(self.expression, data, 0, len(data), 0):
                yield TextMatch(start, end, groups)

    def expressions(self) -> list[re.Pattern[str]] | None:
        return [self.expression]


class Either(TextFormula):
    __slots__ = ("parts",)

    def __init__(self, parts: tuple[TextFormula, ...]) -> None:
        self.parts = parts

    def find(self, data: bytes, bindings: Bindings) -> list[TextMatch]:
        found = [match for part in self.parts for match in part.find(data, bindings)]
        return sorted(found, key=lambda match: match[:2])

    def most(self, data: bytes) -> Iterator[TextMatch]:
        for part in self.parts:
            try:
                yield from part.most(data)
            except TooManySteps:
                continue

    def expressions(self) -> list[re.Pattern[str]] | None:
        found = [part.expressions() for part in self.parts]
        return None if None in found else [one for each in found for one in each or ()]


class Everything(TextFormula):
    """The whole text: negations without a positive part refer to it."""

    __slots__ = ()

    def find(self, data: bytes, bindings: Bindings) -> list[TextMatch]:
        return [TextMatch(0, len(data), bindings)]


class Both(TextFormula):
    """`patterns`: the intersection of all positive parts and surroundings, without the matches of negations."""

    __slots__ = (
        "anywhere",
        "conditions",
        "focus",
        "inside",
        "not_anywhere",
        "not_inside",
        "not_regexes",
        "nots",
        "positives",
    )

    def __init__(
        self,
        positives: list[TextFormula],
        *,
        inside: list[TextFormula],
        anywhere: list[TextFormula],
        nots: list[TextFormula],
        not_inside: list[TextFormula],
        not_anywhere: list[TextFormula],
        not_regexes: list[re.Pattern[str]],
        conditions: list[Condition],
        focus: list[tuple[str, ...]],
    ) -> None:
        self.positives = positives
        self.inside = inside
        self.anywhere = anywhere
        if not positives and not inside:
            self.positives = [self.anywhere.pop(0) if anywhere else Everything()]
        self.nots = nots
        self.not_inside = not_inside
        self.not_anywhere = not_anywhere
        self.not_regexes = not_regexes
        self.conditions = conditions
        self.focus = focus

    def find(self, data: bytes, bindings: Bindings) -> list[TextMatch]:
        first, *others = self.positives or self.inside
        return [
            focused
            for match in self._combined(first.find(data, bindings), others, data, bindings)
            for focused in self._judged(match)
        ]

    def most(self, data: bytes) -> Iterator[TextMatch]:
        first, *others = self.positives or self.inside
        for match in self._combined(sorted(first.most(data), key=lambda each: each[:2]), others, data, {}):
            try:
                yield from list(self._judged(match))
            except TooManySteps:
                continue

    def _combined(
        self, found: list[TextMatch], others: list[TextFormula], data: bytes, bindings: Bindings
    ) -> list[TextMatch]:
        """What the first part found where the other parts have nothing against it, before the conditions."""
        for other in others:
            found = _intersected(found, other.find(data, bindings))
        for other in self.inside if self.positives else ():
            found = _inside(found, other.find(data, bindings))
        for other in self.anywhere:
            found = _joined(found, other.find(data, bindings))
        return self._without(found, data)

    def _without(self, found: list[TextMatch], data: bytes) -> list[TextMatch]:
        if not found:
            return found
        for other in self.nots:
            away = other.find(data, EMPTY)
            found = [match for match in found if not any(_is_same(match, each) for each in away)]
        for other in self.not_inside:
            away = other.find(data, EMPTY)
            found = [match for match in found if not any(_is_within(match, each) for each in away)]
        for other in self.not_anywhere:
            away = other.find(data, EMPTY)
            found = [match for match in found if not _joined([match], away)]
        for expression in self.not_regexes:
            ranges = [(start, end) for start, end, _ in find_all(expression, data)]
            found = [
                match for match in found if not any(low < match.end and match.start < high for low, high in ranges)
            ]
        return found

    def _judged(self, match: TextMatch) -> Iterator[TextMatch]:
        environments = [match.bindings]
        for condition in self.conditions:
            environments = [each for known in environments for each in condition.environments(known, None)]
        for bindings in environments:
            yield from _focused(match._replace(bindings=bindings), self.focus)

    def expressions(self) -> list[re.Pattern[str]] | None:
        others = (self.inside, self.nots, self.not_inside, self.anywhere, self.not_anywhere)
        if len(self.positives) != 1 or any(others):
            return None
        found = self.positives[0].expressions()
        return None if found is None else [*found, *self.not_regexes]


def _merged(one: Bindings, other: Bindings) -> Bindings | None:
    """Both together, or None when a metavariable stands for different texts. Groups of expressions are not compared."""
    for name, bound in other.items():
        known = one.get(name)
        if known is not None and known.text != bound.text and not name[1:].isdigit():
            return None
    return {**one, **other} if other else one


def _is_within(one: TextMatch, other: TextMatch) -> bool:
    inside = other.start <= one.start and one.end <= other.end
    return inside and _merged(one.bindings, other.bindings) is not None


def _is_same(one: TextMatch, other: TextMatch) -> bool:
    return one[:2] == other[:2] and _merged(one.bindings, other.bindings) is not None


def _pairs(found: list[TextMatch], others: list[TextMatch]) -> Iterator[tuple[TextMatch, TextMatch, TextMatch]]:
    """The pairs whose metavariables agree, and the first of each with what is bound in both. Raises TooManySteps."""
    if len(found) * len(others) > _MOST_PAIRS:
        raise TooManySteps
    for one in found:
        for other in others:
            bindings = _merged(one.bindings, other.bindings)
            if bindings is not None:
                yield one, other, one._replace(bindings=bindings)


def _intersected(found: list[TextMatch], others: list[TextMatch]) -> list[TextMatch]:
    """The inner ones of all pairs of which one lies in the other."""
    result: dict[tuple[Any, ...], TextMatch] = {}
    for one, other, joined in _pairs(found, others):
        if other.start <= one.start and one.end <= other.end:
            _keep(result, joined)
        elif one.start <= other.start and other.end <= one.end:
            _keep(result, other._replace(bindings=joined.bindings))
    return list(result.values())


def _inside(found: list[TextMatch], around: list[TextMatch]) -> list[TextMatch]:
    """What lies in one of the surroundings, with what is bound there."""
    result: dict[tuple[Any, ...], TextMatch] = {}
    for one, other, joined in _pairs(found, around):
        if other.start <= one.start and one.end <= other.end:
            _keep(result, joined)
    return list(result.values())


def _joined(found: list[TextMatch], others: list[TextMatch]) -> list[TextMatch]:
    """What goes together with one of the others wherever that is, with what is bound there."""
    result: dict[tuple[Any, ...], TextMatch] = {}
    for _, _, joined in _pairs(found, others):
        _keep(result, joined)
    return list(result.values())


def _keep(result: dict[tuple[Any, ...], TextMatch], match: TextMatch) -> None:
    texts = tuple(sorted((name, bound.text) for name, bound in match.bindings.items()))
    result.setdefault((match.start, match.end, texts), match)


def _focused(match: TextMatch, focus: list[tuple[str, ...]]) -> Iterator[TextMatch]:
    """The ranges of the focused metavariables; of several `focus-metavariable`, where they overlap."""
    matches = [match]
    for variables in focus:
        bounds = [match.bindings[name] for name in variables if name in match.bindings]
        matches = [
            each._replace(start=bound.start, end=bound.end)
            for each in matches
            for bound in bounds
            if each.start <= bound.start and bound.end <= each.end
        ]
    yield from matches
