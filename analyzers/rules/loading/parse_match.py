"""Parses the newer syntax of rules, under `match`, to a formula (`pattern/source.py`).

A formula is a text (a pattern) or a mapping with one of `pattern`, `regex`, `all`, `any`, `inside`, `anywhere` and
`not`, and maybe conditions on metavariables under `where`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reread.analyzers.pattern import source
from reread.analyzers.pattern.source import Formula, Part
from reread.analyzers.rules.loading.field_values import Wrong, read_list, read_regex, read_variable
from reread.analyzers.rules.loading.parse_condition import read_condition, read_nested

_DEEPEST = 200
_CONDITIONS = {
    "regex": "metavariable-regex",
    "analyzer": "metavariable-analysis",
    "type": "metavariable-type",
    "types": "metavariable-type",
}


def read_match(value: Any, key: str = "match", depth: int = 0, *, nested: bool = False) -> Formula:
    """The formula under a key. Raises Wrong. A `nested` one, which is a condition, may be only a negation."""
    part = _formula(value, key, depth, nested=nested)
    if isinstance(part, source.AT_A_MATCH):
        return part
    if nested or isinstance(part, source.POSITIVE):
        return source.All((part,))
    raise Wrong(key, "expected at least one pattern that is not a negation")


def _formula(value: Any, key: str, depth: int, *, nested: bool) -> Part:
    if depth > _DEEPEST:
        raise Wrong(key, "the operators are nested too deeply")
    if isinstance(value, str):
        return source.PatternText(value)
    if not isinstance(value, dict):
        raise Wrong(key, f"expected a pattern, or a mapping with one of {', '.join(_OPERATORS)}")
    names = [name for name in value if name != "where"]
    if len(names) != 1 or names[0] not in _OPERATORS:
        raise Wrong(str(names[0]) if names else key, f"expected exactly one of {', '.join(_OPERATORS)}")
    part = _OPERATORS[names[0]](value[names[0]], names[0], depth + 1, nested)
    if "where" not in value:
        return part
    conditions = [_condition(item, depth + 1) for item in read_list("where", value["where"])]
    return source.All((*(part.parts if isinstance(part, source.All) else (part,)), *conditions))


def _pattern(value: Any, key: str, depth: int, nested: bool) -> Part:
    if not isinstance(value, str):
        raise Wrong(key, "expected a text; quote it where YAML reads something else")
    return source.PatternText(value)


def _regex(value: Any, key: str, depth: int, nested: bool) -> Part:
    return source.Regex(read_regex(key, value))


def _all(value: Any, key: str, depth: int, nested: bool) -> Part:
    parts = tuple(_formula(item, key, depth, nested=nested) for item in read_list(key, value))
    if not nested and not any(isinstance(part, source.POSITIVE) for part in parts):
        raise Wrong(key, "expected at least one pattern that is not a negation")
    return source.All(parts)


def _any(value: Any, key: str, depth: int, nested: bool) -> Part:
    return source.Any(tuple(read_match(item, key, depth, nested=nested) for item in read_list(key, value)))


def _around(value: Any, key: str, depth: int, nested: bool) -> Part:
    return (source.Inside if key == "inside" else source.Anywhere)(read_match(value, key, depth))


def _not(value: Any, key: str, depth: int, nested: bool) -> Part:
    part = _formula(value, key, depth, nested=nested)
    if isinstance(part, source.Inside):
        return source.NotInside(part.formula)
    if isinstance(part, source.Anywhere):
        return source.NotAnywhere(part.formula)
    if isinstance(part, source.Regex):
        return source.NotRegex(part.expression)
    if not isinstance(part, source.AT_A_MATCH):
        raise Wrong(key, "a negation cannot stand in a negation")
    return source.Not(part)


def _condition(item: Any, depth: int) -> Part:
    if not isinstance(item, dict):
        raise Wrong("where", "expected each entry to be a mapping")
    if "focus" in item:
        names = item["focus"] if isinstance(item["focus"], list) else [item["focus"]]
        return source.Focus(tuple(read_variable("focus", name) for name in names))
    if "comparison" in item:
        return read_condition("metavariable-comparison", item)
    for name, operator in _CONDITIONS.items():
        if name in item and not (name == "regex" and "language" in item):
            return read_condition(operator, item)
    variable = read_variable("where.metavariable", item.get("metavariable"))
    rest = {key: value for key, value in item.items() if key not in ("metavariable", "language")}
    part = read_match(rest, "where", depth, nested=True)
    return source.OfPattern(variable, part, read_nested("metavariable-pattern", item)[1])


_OPERATORS: dict[str, Callable[[Any, str, int, bool], Part]] = {
    "pattern": _pattern,
    "regex": _regex,
    "all": _all,
    "any": _any,
    "inside": _around,
    "anywhere": _around,
    "not": _not,
}
