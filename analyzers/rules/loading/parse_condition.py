"""Conditions on metavariables: parses and checks the YAML (values in `pattern/source.py`)."""

from __future__ import annotations

from typing import Any

from reread.analyzers.pattern import source
from reread.analyzers.rules.loading.field_values import Wrong, read_regex, read_variable
from reread.analyzers.rules.loading.language_names import languages_named

_ANALYZERS = {"entropy": "entropy", "entropy_v2": "entropy", "redos": "redos", "unbound": "unbound"}
_BASES = range(2, 37)
_KEYS = {
    "metavariable-regex": "`metavariable` and `regex`",
    "metavariable-pattern": "`metavariable` and one of `pattern`, `patterns`, `pattern-either`, `pattern-regex`",
    "metavariable-comparison": "`comparison` and maybe `metavariable`, `base` and `strip`",
    "metavariable-analysis": "`metavariable` and `analyzer`",
    "metavariable-type": "`metavariable` and `type` or `types`",
    "metavariable-name": "`metavariable` and `module` or `modules`",
}


def read_condition(key: str, value: Any) -> source.Condition:
    """One condition that holds no formula of its own. Raises Wrong."""
    if not isinstance(value, dict):
        raise Wrong(key, f"expected the keys {_KEYS[key]}")
    if key == "metavariable-comparison":
        return _comparison(key, value)
    variable = _variable(key, value)
    if key == "metavariable-regex":
        expression = read_regex(f"{key}.regex", value.get("regex"))
        return source.OfRegex(variable, expression, value.get("constant-propagation") is True)
    if key == "metavariable-analysis":
        return source.OfAnalysis(variable, _analyzer(key, value))
    if key == "metavariable-type":
        return source.OfType(variable, _names(key, value, "type", "the name of a type"))
    return source.OfModule(variable, _names(key, value, "module", "the name of a module"))


def read_nested(key: str, value: Any) -> tuple[str, str]:
    """Of a `metavariable-pattern`: the metavariable and the language of its formula, "" for the rule's own.

    Raises Wrong.
    """
    if not isinstance(value, dict):
        raise Wrong(key, f"expected the keys {_KEYS[key]}")
    variable = _variable(key, value)
    if "language" not in value:
        return variable, ""
    name = str(value["language"]).lower()
    language = next(iter(languages_named(name)), "")
    if not language:
        raise Wrong(f"{key}.language", f"the language `{name}` is not supported")
    return variable, language


def _variable(key: str, value: dict[Any, Any]) -> str:
    if "metavariable" not in value:
        raise Wrong(key, f"expected the keys {_KEYS[key]}")
    return read_variable(f"{key}.metavariable", value["metavariable"])


def _comparison(key: str, value: dict[Any, Any]) -> source.OfComparison:
    from reread.analyzers.pattern.metavariables.comparison import ComparisonError, read_comparison

    text = value.get("comparison")
    if not isinstance(text, (str, int, float)):
        raise Wrong(f"{key}.comparison", "expected a comparison such as `$X > 10`")
    try:
        read_comparison(str(text))
    except ComparisonError as error:
        raise Wrong(f"{key}.comparison", str(error)) from None
    base = value.get("base", 0)
    if isinstance(base, str) and base.isdigit():
        base = int(base)
    if not isinstance(base, int) or isinstance(base, bool) or (base and base not in _BASES):
        raise Wrong(f"{key}.base", "expected a base from 2 to 36")
    variable = ""
    if "metavariable" in value:
        variable = read_variable(f"{key}.metavariable", value["metavariable"])
    return source.OfComparison(variable, str(text), base, value.get("strip") is True)


def _analyzer(key: str, value: dict[Any, Any]) -> str:
    analyzer = value.get("analyzer")
    if isinstance(analyzer, dict):
        analyzer = analyzer.get("kind")  # Its `mode` says how strict to be, which the entropy here says by itself.
    known = _ANALYZERS.get(analyzer) if isinstance(analyzer, str) else None
    if known is None:
        raise Wrong(f"{key}.analyzer", f"expected one of {', '.join(sorted(_ANALYZERS))}")
    return known


def _names(key: str, value: dict[Any, Any], one: str, what: str) -> tuple[str, ...]:
    """The names under a key, `one`, or under its plural."""
    given = value.get(f"{one}s", value.get(one))
    names = [given] if isinstance(given, str) else given
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise Wrong(f"{key}.{one}", f"expected {what}, or a list of them under `{one}s`")
    return tuple(names)
