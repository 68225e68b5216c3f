"""The operators under a rule: from what YAML holds to the source form of a formula (see `formula`), checked."""

from __future__ import annotations

import re
from typing import Any

_VARIABLE = re.compile(r"\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\$\d+|\$[a-z_]\w*")
STARTS = ("pattern", "patterns", "pattern-either", "pattern-regex")
_OPERATORS = {
    *STARTS,
    *("pattern-not", "pattern-inside", "pattern-not-inside", "pattern-not-regex"),
    *("metavariable-regex", "focus-metavariable"),
}


class Wrong(Exception):  # noqa: N818
    """Something under a key of a rule is not as it must be."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key
        self.message = message


def read_formula(entry: dict[Any, Any]) -> list[Any]:
    starts = [key for key in STARTS if key in entry]
    if len(starts) != 1:
        raise Wrong("pattern", f"expected exactly one of {', '.join(STARTS)}")
    return _operator(starts[0], entry[starts[0]])


def _operator(key: str, value: Any) -> list[Any]:
    if key == "pattern":
        return ["pattern", _pattern_text(key, value)]
    if key in ("pattern-regex", "pattern-not-regex"):
        return ["regex" if key == "pattern-regex" else "not-regex", _regex(key, value)]
    if key == "patterns":
        return ["all", _positive([_single(key, item) for item in _list(key, value)])]
    if key == "pattern-either":
        return ["any", [_alternative(item) for item in _list(key, value)]]
    if key in ("pattern-not", "pattern-inside", "pattern-not-inside"):
        inner = _nested(key, value) if isinstance(value, dict) else ["pattern", _pattern_text(key, value)]
        return [key.removeprefix("pattern-"), inner]
    if key == "metavariable-regex":
        return _metavariable_regex(value)
    names = value if isinstance(value, list) else [value]
    return ["focus", [_variable("focus-metavariable", name) for name in names]]


def _positive(parts: list[list[Any]]) -> list[list[Any]]:
    if not any(part[0] in ("pattern", "any", "all", "regex", "inside") for part in parts):
        raise Wrong("patterns", "expected at least one pattern that is not a negation")
    return parts


def _single(key: str, item: Any) -> list[Any]:
    if not isinstance(item, dict) or len(item) != 1:
        raise Wrong(key, "expected each entry to be one operator with its value")
    name, value = next(iter(item.items()))
    if name not in _OPERATORS:
        raise Wrong(str(name), f"the operator `{name}` is not supported")
    return _operator(name, value)


def _alternative(item: Any) -> list[Any]:
    part = _single("pattern-either", item)
    if part[0] == "inside":
        return ["all", [part]]
    if part[0] not in ("pattern", "any", "all", "regex"):
        raise Wrong("pattern-either", "expected pattern, patterns, pattern-either, pattern-inside or pattern-regex")
    return part


def _nested(key: str, value: dict[Any, Any]) -> list[Any]:
    part = _single(key, value)
    if part[0] not in ("pattern", "any", "all", "regex"):
        raise Wrong(key, "expected pattern, patterns, pattern-either or pattern-regex")
    return part


def _list(key: str, value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise Wrong(key, "expected a list that is not empty")
    return value


def _pattern_text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise Wrong(key, "expected a text; quote it where YAML reads something else")
    return value


def _variable(key: str, value: Any) -> str:
    if not isinstance(value, str) or not _VARIABLE.fullmatch(value):
        raise Wrong(key, "expected a metavariable such as $X")
    return value


def _metavariable_regex(value: Any) -> list[Any]:
    if not isinstance(value, dict) or not {"metavariable", "regex"} <= value.keys():
        raise Wrong("metavariable-regex", "expected the keys `metavariable` and `regex`")
    variable = _variable("metavariable-regex.metavariable", value["metavariable"])
    return ["metavariable-regex", variable, _regex("metavariable-regex.regex", value["regex"])]


def _regex(key: str, value: Any) -> str:
    from reread.analyzers.rules.regexes import UnsafeRegexError, compile_regex

    if not isinstance(value, str):
        raise Wrong(key, "expected a regular expression")
    try:
        compile_regex(value)
    except UnsafeRegexError as error:
        raise Wrong(key, str(error)) from None
    except (re.error, OverflowError, RecursionError) as error:
        raise Wrong(key, f"not a regular expression: {error}") from None
    return value


def validated(formula: list[Any], languages: tuple[str, ...]) -> list[Any]:
    """Compiles every pattern once for each language, so that a mistake shows when the rule is loaded."""
    from reread.analyzers.rules.compile import compile_pattern
    from reread.analyzers.rules.notation import PatternError

    stack: list[Any] = [("pattern", formula)]
    while stack:
        key, part = stack.pop()
        if part[0] == "pattern":
            failed: dict[str, str] = {}
            for language in languages:
                try:
                    compile_pattern(part[1], language)
                except PatternError as error:
                    failed[language] = str(error)
            if set(failed) == {"typescript"} and "tsx" in languages:
                continue  # Markup, which there is only in the one of both.
            for message in failed.values():
                shown = " ".join(part[1].split())
                raise Wrong(key, f"{message}: {shown if len(shown) < 80 else shown[:77] + '...'}")
        elif part[0] in ("all", "any"):
            stack.extend((_key_of(inner), inner) for inner in part[1])
        elif part[0] in ("not", "inside", "not-inside"):
            stack.append((f"pattern-{part[0]}", part[1]))
    return formula


def _key_of(part: list[Any]) -> str:
    names = {"all": "patterns", "any": "pattern-either"}
    return names.get(part[0], "pattern")
