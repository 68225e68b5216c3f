"""The formula of a rule as written: patterns, the operators that combine them, conditions on metavariables.

Each part is a tuple of its own class, whose last field tells it from others. The cache has them as plain lists, see
`plain` and `typed`. `formulas/build.py` compiles a formula for one language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any as AnyValue
from typing import NamedTuple, TypeAlias

Options: TypeAlias = "tuple[tuple[str, bool], ...]"
"""The options of a rule about how patterns are compared with code that are not as by default, sorted."""


class PatternText(NamedTuple):
    """Code with metavariables. `facts` are what is known of it in each language, see `formulas/pattern_facts.py`."""

    text: str
    options: Options = ()
    facts: Mapping[str, tuple[AnyValue, ...]] = {}
    kind: str = "pattern"


class Regex(NamedTuple):
    expression: str
    kind: str = "regex"


class All(NamedTuple):
    parts: tuple[Part, ...]
    kind: str = "all"


class Any(NamedTuple):
    parts: tuple[Formula, ...]
    kind: str = "any"


class Inside(NamedTuple):
    formula: Formula
    kind: str = "inside"


class NotInside(NamedTuple):
    formula: Formula
    kind: str = "not-inside"


class Anywhere(NamedTuple):
    """Something else of the same file."""

    formula: Formula
    kind: str = "anywhere"


class NotAnywhere(NamedTuple):
    formula: Formula
    kind: str = "not-anywhere"


class Not(NamedTuple):
    formula: Formula
    kind: str = "not"


class NotRegex(NamedTuple):
    expression: str
    kind: str = "not-regex"


class Focus(NamedTuple):
    """The metavariables that a match is narrowed to."""

    variables: tuple[str, ...]
    kind: str = "focus"


class OfRegex(NamedTuple):
    """`metavariable-regex`; with `constant` also tests the constant value of the bound code."""

    variable: str
    expression: str
    constant: bool = False
    kind: str = "metavariable-regex"


class OfPattern(NamedTuple):
    """`metavariable-pattern`; `language` is "" for that of the rule."""

    variable: str
    formula: Formula
    language: str = ""
    kind: str = "metavariable-pattern"


class OfComparison(NamedTuple):
    """`metavariable-comparison`; `base` is 0 where numbers are read as they are written."""

    variable: str
    comparison: str
    base: int = 0
    strip: bool = False
    kind: str = "metavariable-comparison"


class OfAnalysis(NamedTuple):
    """`metavariable-analysis`: by entropy, redos or unbound."""

    variable: str
    analyzer: str
    kind: str = "metavariable-analysis"


class OfType(NamedTuple):
    variable: str
    types: tuple[str, ...]
    kind: str = "metavariable-type"


class OfModule(NamedTuple):
    """`metavariable-name`: a name that comes from one of the modules."""

    variable: str
    modules: tuple[str, ...]
    kind: str = "metavariable-name"


Condition: TypeAlias = OfRegex | OfPattern | OfComparison | OfAnalysis | OfType | OfModule
Formula: TypeAlias = PatternText | Regex | All | Any | Inside | Anywhere
"""What is there: at a match, around it, or anywhere."""
Around: TypeAlias = Inside | NotInside | Anywhere | NotAnywhere | Not
"""What has one formula inside."""
Part: TypeAlias = Formula | Around | NotRegex | Focus | Condition

AT_A_MATCH = (PatternText, Regex, All, Any)
POSITIVE = (*AT_A_MATCH, Inside, Anywhere)
SEVERAL = (All, Any)
AROUND = (Inside, NotInside, Anywhere, NotAnywhere, Not)
NEGATIVE = (Not, NotInside, NotAnywhere, NotRegex)
CONDITIONS = (OfRegex, OfPattern, OfComparison, OfAnalysis, OfType, OfModule)


def by_kind(*classes: type[AnyValue]) -> Mapping[str, type[AnyValue]]:
    """Classes of parts by what tells them from others."""
    return {each._field_defaults["kind"]: each for each in classes}


CLASSES = by_kind(*POSITIVE, NotInside, NotAnywhere, Not, NotRegex, Focus, *CONDITIONS)


def plain(value: AnyValue) -> AnyValue:
    """A value of parts as the cache has it: a part is a list of its kind and its fields, anything else stays."""
    if hasattr(value, "kind"):
        return [value.kind, *map(plain, value[:-1])]
    return tuple(map(plain, value)) if isinstance(value, tuple) else value


def typed(value: AnyValue, classes: Mapping[str, type[AnyValue]] = CLASSES) -> AnyValue:
    """The value that `plain` made this of."""
    if isinstance(value, list):
        return classes[value[0]](*(typed(each, classes) for each in value[1:]))
    return tuple(typed(each, classes) for each in value) if isinstance(value, tuple) else value


def mapped(part: AnyValue, change: Callable[[PatternText], PatternText]) -> AnyValue:
    """The part with each pattern in it changed, in conditions on metavariables too."""
    if isinstance(part, PatternText):
        return change(part)
    if isinstance(part, SEVERAL):
        return part._replace(parts=tuple(mapped(each, change) for each in part.parts))
    if isinstance(part, (*AROUND, OfPattern)):
        return part._replace(formula=mapped(part.formula, change))
    return part
