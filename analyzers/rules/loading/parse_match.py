"""The newer way to write a rule, under `match`: from YAML to the source form of a formula (see `formula_source`).

A formula is a text (a pattern) or a mapping with one of `pattern`, `regex`, `all`, `any`, `inside`, `anywhere` and
`not`, and maybe conditions on metavariables under `where`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reread.analyzers.pattern.prefilter.required_tokens import POSITIVE
from reread.analyzers.rules.loading.field_values import Wrong, read_list, read_regex, read_variable
from reread.analyzers.rules.loading.parse_condition import read_condition, read_nested

_DEEPEST = 200
_CONDITIONS = {
    "regex": "metavariable-regex",
    "analyzer": "metavariable-analysis",
    "type": "metavariable-type",
    "types": "metavariable-type",
}


def read_match(value: Any, key: str = "match", depth: int = 0, *, nested: bool = False) -> list[Any]:
    """The formula under a key. Raises Wrong. A `nested` one, which is a condition, may be only a negation."""
    part = _formula(value, key, depth, nested=nested)
    if part[0] in POSITIVE:
        return part if part[0] not in ("inside", "anywhere") else ["all", [part]]
    if nested:
        return ["all", [part]]
    raise Wrong(key, "expected at least one pattern that is not a negation")


def _formula(value: Any, key: str, depth: int, *, nested: bool) -> list[Any]:
    if depth > _DEEPEST:
        raise Wrong(key, "the operators are nested too deeply")
    if isinstance(value, str):
        return ["pattern", value]
    if not isinstance(value, dict):
        raise Wrong(key, f"expected a pattern, or a mapping with one of {', '.join(_OPERATORS)}")
    names = [name for name in value if name != "where"]
    if len(names) != 1 or names[0] not in _OPERATORS:
        raise Wrong(str(names[0]) if names else key, f"expected exactly one of {', '.join(_OPERATORS)}")
    part = _OPERATORS[names[0]](value[names[0]], names[0], depth + 1, nested)
    if "where" not in value:
        return part
    conditions = [_condition(item, depth + 1) for item in read_list("where", value["where"])]
    return ["all", [*(part[1] if part[0] == "all" else [part]), *conditions]]


def _pattern(value: Any, key: str, depth: int, nested: bool) -> list[Any]:
    if not isinstance(value, str):
        raise Wrong(key, "expected a text; quote it where YAML reads something else")
    return ["pattern", value]


def _regex(value: Any, key: str, depth: int, nested: bool) -> list[Any]:
    return ["regex", read_regex(key, value)]


def _all(value: Any, key: str, depth: int, nested: bool) -> list[Any]:
    parts = [_formula(item, key, depth, nested=nested) for item in read_list(key, value)]
    if not nested and not any(part[0] in POSITIVE for part in parts):
        raise Wrong(key, "expected at least one pattern that is not a negation")
    return ["all", parts]


def _any(value: Any, key: str, depth: int, nested: bool) -> list[Any]:
    return ["any", [read_match(item, key, depth, nested=nested) for item in read_list(key, value)]]


def _inside(value: Any, key: str, depth: int, nested: bool) -> list[Any]:
    return [key, read_match(value, key, depth)]


def _not(value: Any, key: str, depth: int, nested: bool) -> list[Any]:
    part = _formula(value, key, depth, nested=nested)
    if part[0] in ("inside", "anywhere"):
        return [f"not-{part[0]}", part[1]]
    if part[0] == "regex":
        return ["not-regex", part[1]]
    if part[0] not in POSITIVE:
        raise Wrong(key, "a negation cannot stand in a negation")
    return ["not", part]


def _condition(item: Any, depth: int) -> list[Any]:
    if not isinstance(item, dict):
        raise Wrong("where", "expected each entry to be a mapping")
    if "focus" in item:
        names = item["focus"] if isinstance(item["focus"], list) else [item["focus"]]
        return ["focus", [read_variable("focus", name) for name in names]]
    if "comparison" in item:
        return read_condition("metavariable-comparison", item)
    for name, operator in _CONDITIONS.items():
        if name in item and not (name == "regex" and "language" in item):
            return read_condition(operator, item)
    variable = read_variable("where.metavariable", item.get("metavariable"))
    rest = {key: value for key, value in item.items() if key not in ("metavariable", "language")}
    part = read_match(rest, "where", depth, nested=True)
    return ["metavariable-pattern", variable, part, read_nested("metavariable-pattern", item)[1]]


_OPERATORS: dict[str, Callable[[Any, str, int, bool], list[Any]]] = {
    "pattern": _pattern,
    "regex": _regex,
    "all": _all,
    "any": _any,
    "inside": _inside,
    "anywhere": _inside,
    "not": _not,
}
