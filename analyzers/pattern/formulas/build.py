"""The source form of formulas, a small language of lists that JSON can hold, and what is built of it.

`["pattern", text]` (possibly followed by the `facts` of the pattern by language, or else by the `options` that it is
compiled with), `["regex", text]`, `["all", [...]]`, `["any", [...]]`, and inside of `all` also `["not", f]`,
`["inside", f]`, `["not-inside", f]`, `["anywhere", f]`, `["not-anywhere", f]`, `["not-regex", text]`,
`["focus", [variables]]`, `["metavariable-regex", variable, text, constant]`,
`["metavariable-pattern", variable, f, language]`, `["metavariable-comparison", variable, comparison, base, strip]`,
`["metavariable-analysis", variable, analyzer]`, `["metavariable-type", variable, [types]]`,
`["metavariable-name", variable, [modules]]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from reread.analyzers.pattern.formulas.conjunction import AllOf
from reread.analyzers.pattern.formulas.formula import AnyOf, Formula, TextRegex
from reread.analyzers.pattern.formulas.pattern_facts import Facts, OnDemand, facts_of
from reread.analyzers.pattern.formulas.tree_pattern import tree_formula
from reread.analyzers.pattern.metavariables.conditions import (
    CONDITIONS,
    AnalysisCondition,
    ComparisonCondition,
    Condition,
    ModuleCondition,
    RegexCondition,
    TypeCondition,
)
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError
from reread.analyzers.pattern.prefilter.required_tokens import POSITIVE
from reread.analyzers.pattern.regex.regex_safety import regex
from reread.analyzers.syntax import language

if TYPE_CHECKING:
    from reread.analyzers.pattern.text.text_formulas import Both, TextFormula

_GENERAL = 1_000_000
_TEXT_LANGUAGES = frozenset({"generic", "regex"})
_VARIABLE = re.compile(r"\$(?:\.\.\.)?[A-Z_]\w*")


def build(source: list[Any], language: str, whole: Formula | None = None) -> Formula:
    """Compiles the source form for one language. Raises PatternError or re.error.

    `whole` stands for what the formula is about, where it has nothing but negations.
    """
    kind, argument = source[0], source[1]
    if kind == "pattern":
        more = source[2] if len(source) > 2 else {}
        compiled = OnDemand(argument, language, tuple((name, value) for name, value in more.get("options", ())))
        known = more.get(language)
        return tree_formula(compiled, facts_of(compiled(), language) if known is None else Facts(*known))
    if kind == "regex":
        return TextRegex(regex(argument))
    if kind == "any":
        return AnyOf(_alternatives(argument, language, whole))
    return _build_all(argument if kind == "all" else [source], language, whole)


def _alternatives(parts: list[list[Any]], language: str, whole: Formula | None) -> tuple[Formula, ...]:
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


def _build_all(parts: list[list[Any]], language: str, whole: Formula | None = None) -> Formula:
    """Compiles the parts of `patterns`. Raises PatternError or re.error."""

    def of(kind: str) -> Iterator[list[Any]]:
        return (part for part in parts if part[0] == kind)

    positive = [part for part in parts if part[0] in ("pattern", "any", "all", "regex")]
    positives = [build(part, language, whole) for part in positive if not _is_inside(part)]
    inside = [build(part[1], language) for part in of("inside")]
    inside += [build(part, language) for part in positive if _is_inside(part)]
    anywhere = [build(part[1], language) for part in of("anywhere")]
    if whole is not None and not positives:
        positives = [whole]
    if not positives and not inside:
        positives, anywhere = anywhere[:1], anywhere[1:]
    driver, by_inside, others = _choose(positives, inside)
    if not positives:
        # Where there are surroundings alone, any of them may be the one inside of the others.
        others, inside = [part for part in inside if part is not driver], []
    if len(parts) == 1 and not (whole is not None and driver is whole):
        return driver
    first, later = _not_inside(parts, keeps_range=not others)
    return AllOf(
        driver,
        by_inside=by_inside,
        others=tuple(others),
        inside=tuple(part for part in inside if part is not driver),
        nots=_negated((part[1] for part in of("not")), language),
        not_inside=_negated(later, language),
        not_inside_first=_negated(first, language),
        anywhere=tuple(anywhere),
        not_anywhere=_negated((part[1] for part in of("not-anywhere")), language),
        not_regexes=tuple(regex(part[1]) for part in of("not-regex")),
        conditions=tuple(build_condition(part, language) for part in parts if part[0] in CONDITIONS),
        focus=tuple(tuple(part[1]) for part in of("focus")),
    )


def _negated(parts: Iterable[list[Any]], language_name: str) -> tuple[Formula, ...]:
    """Compiles what must not be there. What only a language with more syntax can read, such as types, is not there."""
    found: list[Formula] = []
    for part in parts:
        try:
            found.append(build(part, language_name))
        except PatternError:
            table = language(language_name)
            if table is None or table.matching is None or not table.matching.extended_by:
                raise
            build(part, table.matching.extended_by)
    return tuple(found)


def _not_inside(parts: list[list[Any]], *, keeps_range: bool) -> tuple[list[list[Any]], list[list[Any]]]:
    """What a match must not be inside of: what can be judged before anything else around it is, and the rest."""
    unwanted = [part[1] for part in parts if part[0] == "not-inside"]
    around = [part for part in parts if part[0] == "anywhere" or _is_inside(part)]
    if not unwanted or not around or not keeps_range:
        return [], unwanted
    bound = set(_VARIABLE.findall(repr(around)))
    first = [part for part in unwanted if bound.isdisjoint(_VARIABLE.findall(repr(part)))]
    return first, [part for part in unwanted if part not in first]


def _is_inside(part: list[Any]) -> bool:
    """True for a part that only says what is around a match."""
    if part[0] == "any":
        return all(_is_inside(inner) for inner in part[1])
    if part[0] == "all":
        return all(_is_inside(inner) for inner in part[1] if inner[0] in POSITIVE)
    return bool(part[0] == "inside")


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


def build_text(source: list[Any], options: Mapping[str, Any] | None = None) -> TextFormula:
    """Compiles the source form of a rule over text. Raises PatternError or re.error."""
    from reread.analyzers.pattern.text.text_formulas import Either, GenericPattern, RegexPattern

    kind, argument = source[0], source[1]
    settings = {} if options is None else options
    if kind == "pattern":
        return GenericPattern(argument, settings)
    if kind == "regex":
        return RegexPattern(regex(argument))
    if kind == "any":
        return Either(tuple(build_text(part, settings) for part in argument))
    if kind in ("inside", "anywhere"):
        return build_text(argument, settings)
    return _all_of_text(argument, settings)


def _all_of_text(parts: list[list[Any]], options: Mapping[str, Any]) -> Both:
    from reread.analyzers.pattern.text.text_formulas import Both

    def of(*kinds: str) -> Iterator[list[Any]]:
        return (part for part in parts if part[0] in kinds)

    def built(kind: str) -> list[TextFormula]:
        return [build_text(part[1], options) for part in of(kind)]

    return Both(
        [build_text(part, options) for part in of("generic", "pattern", "regex", "any", "all")],
        inside=built("inside"),
        anywhere=built("anywhere"),
        nots=built("not"),
        not_inside=built("not-inside"),
        not_anywhere=built("not-anywhere"),
        not_regexes=[regex(part[1]) for part in of("not-regex")],
        conditions=[build_condition(part, "generic", options) for part in of(*CONDITIONS)],
        focus=[tuple(part[1]) for part in of("focus")],
    )


def build_condition(part: list[Any], language: str, options: Mapping[str, Any] = {}) -> Condition:
    """Compiles one condition in source form; `options` are those of a rule over text.

    Raises PatternError or re.error.
    """
    kind, variable = part[0], part[1]
    if kind == "metavariable-regex":
        return RegexCondition(variable, part[2], constant=len(part) > 3 and bool(part[3]))
    if kind == "metavariable-comparison":
        return ComparisonCondition(variable, part[2], part[3], strip=bool(part[4]))
    if kind == "metavariable-analysis":
        return AnalysisCondition(variable, part[2])
    if kind == "metavariable-type":
        from reread.analyzers.pattern.compilation.builder import compile_type

        return TypeCondition(variable, tuple(compile_type(text, language) for text in part[2]))
    if kind == "metavariable-name":
        return ModuleCondition(variable, part[2])
    return _nested(variable, part[2], part[3], language, options)


def _nested(
    variable: str, source: list[Any], nested_language: str, rule_language: str, options: Mapping[str, Any]
) -> Condition:
    """`metavariable-pattern`. `nested_language` is "" for the language of the rule."""
    from reread.analyzers.pattern.formulas.metavariable_pattern import (
        CodePattern,
        NestedCondition,
        TextPattern,
        Whole,
    )

    if nested_language in _TEXT_LANGUAGES or (not nested_language and rule_language in _TEXT_LANGUAGES):
        return NestedCondition(variable, TextPattern(build_text(source, {} if nested_language else options)))
    used = nested_language or rule_language
    return NestedCondition(variable, CodePattern(build(source, used, whole=Whole()), used, parsed_as=nested_language))
