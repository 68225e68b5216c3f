"""Compiles the formula of a rule (`source.py`) for one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from reread.analyzers.pattern import source
from reread.analyzers.pattern.formulas.conjunction import AllOf
from reread.analyzers.pattern.formulas.exclusions import NO_EXCLUSIONS, Exclusions
from reread.analyzers.pattern.formulas.formula import AnyOf, Formula, TextRegex
from reread.analyzers.pattern.formulas.pattern_facts import Facts, OnDemand, facts_of
from reread.analyzers.pattern.formulas.tree_pattern import tree_formula
from reread.analyzers.pattern.metavariables.conditions import (
    AnalysisCondition,
    ComparisonCondition,
    Condition,
    ModuleCondition,
    RegexCondition,
    TypeCondition,
)
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError
from reread.analyzers.pattern.regex.regex_safety import regex
from reread.analyzers.syntax import language

if TYPE_CHECKING:
    from reread.analyzers.pattern.text.text_formulas import Both, TextFormula

_GENERAL = 1_000_000
_TEXT_LANGUAGES = frozenset({"generic", "regex"})
Wanted = TypeVar("Wanted")
_VARIABLE = re.compile(r"\$(?:\.\.\.)?[A-Z_]\w*")


def build(part: source.Formula, language: str, whole: Formula | None = None) -> Formula:
    """Compiles a formula for one language. Raises PatternError or re.error.

    `whole` stands for what the formula is about, where it has nothing but negations.
    """
    if isinstance(part, source.PatternText):
        compiled = OnDemand(part.text, language, part.options)
        known = part.facts.get(language)
        return tree_formula(compiled, facts_of(compiled(), language) if known is None else Facts(*known))
    if isinstance(part, source.Regex):
        return TextRegex(regex(part.expression))
    if isinstance(part, source.Any):
        return AnyOf(_alternatives(part.parts, language, whole))
    return _build_all(part.parts if isinstance(part, source.All) else (part,), language, whole)


def _alternatives(parts: Sequence[source.Formula], language: str, whole: Formula | None) -> tuple[Formula, ...]:
    """Compiles alternatives. One that only another of the rule's languages can read, such as markup or a type, is left
    out; when none can be read, the first one's PatternError is raised.
    """
    found: list[Formula] = []
    for part in parts:
        try:
            found.append(build(part, language, whole))
        except PatternError:
            continue
    return tuple(found) if found else (build(parts[0], language, whole),)


def _build_all(parts: Sequence[source.Part], language: str, whole: Formula | None = None) -> Formula:
    """Compiles the parts of `patterns`. Raises PatternError or re.error."""
    positive = [part for part in parts if isinstance(part, source.AT_A_MATCH)]
    positives = [build(part, language, whole) for part in positive if not _is_inside(part)]
    inside = [build(part.formula, language) for part in _among(parts, source.Inside)]
    inside += [build(part, language) for part in positive if _is_inside(part)]
    anywhere = [build(part.formula, language) for part in _among(parts, source.Anywhere)]
    if whole is not None and not positives:
        positives = [whole]
    if not positives and not inside:
        positives, anywhere = anywhere[:1], anywhere[1:]
    driver, by_inside, others = _choose(positives, inside)
    only_inside = not positives
    if only_inside:
        # Where there are surroundings alone, any of them may be the one inside of the others.
        others, inside = [part for part in inside if part is not driver], []
    if len(parts) == 1 and not (whole is not None and driver is whole):
        return driver
    first, later = _not_inside(parts, keeps_range=not others)
    exclusions = Exclusions(
        same=_negated((part.formula for part in _among(parts, source.Not)), language),
        inside=_negated(later, language),
        inside_first=_negated(first, language),
        anywhere=_negated((part.formula for part in _among(parts, source.NotAnywhere)), language),
        regexes=tuple(regex(part.expression) for part in _among(parts, source.NotRegex)),
    )
    return AllOf(
        driver,
        by_inside=by_inside,
        only_inside=only_inside,
        others=tuple(others),
        inside=tuple(part for part in inside if part is not driver),
        anywhere=tuple(anywhere),
        exclusions=exclusions if any(exclusions) else NO_EXCLUSIONS,
        conditions=tuple(build_condition(part, language) for part in parts if isinstance(part, source.CONDITIONS)),
        focus=tuple(part.variables for part in _among(parts, source.Focus)),
    )


def _among(parts: Iterable[object], kind: type[Wanted]) -> list[Wanted]:
    return [part for part in parts if isinstance(part, kind)]


def _negated(parts: Iterable[source.Formula], language_name: str) -> tuple[Formula, ...]:
    """Compiles what must not be there. What only a language with more syntax can read, such as types, is not there."""
    found: list[Formula] = []
    for part in parts:
        try:
            found.append(build(part, language_name))
        except PatternError:
            table = language(language_name)
            if table is None or table.matching is None or not table.matching.reading.extended_by:
                raise
            build(part, table.matching.reading.extended_by)
    return tuple(found)


def _not_inside(
    parts: Sequence[source.Part], *, keeps_range: bool
) -> tuple[list[source.Formula], list[source.Formula]]:
    """What a match must not be inside: what can be judged before anything else around it is, and the rest."""
    unwanted = [part.formula for part in _among(parts, source.NotInside)]
    around = [part for part in parts if isinstance(part, source.Anywhere) or _is_inside(part)]
    if not unwanted or not around or not keeps_range:
        return [], unwanted
    bound = set(_VARIABLE.findall(repr(around)))
    first = [part for part in unwanted if bound.isdisjoint(_VARIABLE.findall(repr(part)))]
    return first, [part for part in unwanted if part not in first]


def _is_inside(part: source.Part) -> bool:
    """True for a part that only says what is around a match."""
    if isinstance(part, source.Any):
        return all(_is_inside(inner) for inner in part.parts)
    if isinstance(part, source.All):
        return all(_is_inside(inner) for inner in part.parts if isinstance(inner, source.POSITIVE))
    return isinstance(part, source.Inside)


def _choose(positives: list[Formula], inside: list[Formula]) -> tuple[Formula, bool, list[Formula]]:
    """The driver: the most particular of the positive parts, else of the surroundings."""
    best = min(positives, key=_generality, default=None)
    if best is not None and _generality(best) < _GENERAL:
        return best, False, [part for part in positives if part is not best]
    outer = min(inside, key=_generality, default=None)
    if outer is not None and (best is None or _generality(outer) < _GENERAL):
        return outer, bool(positives), positives
    assert best is not None
    return best, False, [part for part in positives if part is not best]


def _generality(part: Formula) -> int:
    """How many nodes a part would have to be tried at, roughly."""
    if part.regexes():
        return 500
    entries = part.entries()
    if not entries or any(entry.kinds is None for entry in entries):
        return _GENERAL
    return sum(1 if entry.name else 20 * len(entry.kinds or ()) for entry in entries)


def build_text(part: source.Formula, options: Mapping[str, Any] | None = None) -> TextFormula:
    """Compiles the formula of a rule over text. Raises PatternError or re.error."""
    from reread.analyzers.pattern.text.text_formulas import Either, GenericPattern, RegexPattern

    settings = {} if options is None else options
    if isinstance(part, source.PatternText):
        return GenericPattern(part.text, settings)
    if isinstance(part, source.Regex):
        return RegexPattern(regex(part.expression))
    if isinstance(part, source.Any):
        return Either(tuple(build_text(each, settings) for each in part.parts))
    if isinstance(part, source.All):
        return _all_of_text(part.parts, settings)
    return build_text(part.formula, settings)


def _all_of_text(parts: Sequence[source.Part], options: Mapping[str, Any]) -> Both:
    from reread.analyzers.pattern.text.text_formulas import Both

    def built(around: Iterable[source.Around]) -> list[TextFormula]:
        return [build_text(part.formula, options) for part in around]

    return Both(
        [build_text(part, options) for part in parts if isinstance(part, source.AT_A_MATCH)],
        inside=built(_among(parts, source.Inside)),
        anywhere=built(_among(parts, source.Anywhere)),
        nots=built(_among(parts, source.Not)),
        not_inside=built(_among(parts, source.NotInside)),
        not_anywhere=built(_among(parts, source.NotAnywhere)),
        not_regexes=[regex(part.expression) for part in _among(parts, source.NotRegex)],
        conditions=[build_condition(part, "generic", options) for part in parts if isinstance(part, source.CONDITIONS)],
        focus=[part.variables for part in _among(parts, source.Focus)],
    )


def build_condition(part: source.Condition, language: str, options: Mapping[str, Any] = {}) -> Condition:
    """Compiles one condition; `options` are those of a rule over text. Raises PatternError or re.error."""
    if isinstance(part, source.OfRegex):
        return RegexCondition(part.variable, part.expression, constant=part.constant)
    if isinstance(part, source.OfComparison):
        return ComparisonCondition(part.variable, part.comparison, part.base, strip=part.strip)
    if isinstance(part, source.OfAnalysis):
        return AnalysisCondition(part.variable, part.analyzer)
    if isinstance(part, source.OfType):
        from reread.analyzers.pattern.compilation.builder import compile_type

        return TypeCondition(part.variable, tuple(compile_type(text, language) for text in part.types))
    if isinstance(part, source.OfModule):
        return ModuleCondition(part.variable, part.modules)
    return _nested(part, language, options)


def _nested(part: source.OfPattern, rule_language: str, options: Mapping[str, Any]) -> Condition:
    from reread.analyzers.pattern.formulas.metavariable_pattern import (
        CodePattern,
        NestedCondition,
        TextPattern,
        Whole,
    )

    nested, used = part.language, part.language or rule_language
    if used in _TEXT_LANGUAGES:
        return NestedCondition(part.variable, TextPattern(build_text(part.formula, {} if nested else options)))
    formula = build(part.formula, used, whole=Whole())
    return NestedCondition(part.variable, CodePattern(formula, used, parsed_as=nested))
