"""The operators under a rule: from what YAML holds to the source form of a formula (see `formula_source`), checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reread.analyzers.pattern.prefilter.required_tokens import POSITIVE
from reread.analyzers.rules.loading.field_values import Wrong, read_list, read_regex, read_variable
from reread.analyzers.rules.loading.parse_condition import read_condition, read_nested
from reread.analyzers.rules.loading.parse_match import read_match

STARTS = ("pattern", "patterns", "pattern-either", "pattern-regex")
_DEEPEST = 200


def read_formula(entry: dict[Any, Any], *, nested: bool = False) -> list[Any]:
    """The formula under the one key of a mapping that begins one; a `nested` one may have nothing but negations."""
    starts = [key for key in (*STARTS, *(_OPERATORS if nested else ("match",))) if key in entry]
    if len(set(starts)) != 1:
        raise Wrong("pattern", f"expected exactly one of {', '.join(STARTS)}")
    if starts[0] == "match":
        return read_match(entry["match"])
    formula = _Reader(nested=nested).operator(starts[0], entry[starts[0]], 0)
    return ["all", []] if nested and _is_anything(formula) else formula


def _is_anything(part: list[Any]) -> bool:
    """True for `pattern: ...`, which says nothing about what a metavariable stands for."""
    return bool(part[0] == "pattern" and part[1].strip() == "...")


class _Reader:
    """Reads operators. In a `nested` formula, that of `metavariable-pattern`, no pattern need be positive."""

    def __init__(self, *, nested: bool) -> None:
        self.nested = nested

    def operator(self, key: str, value: Any, depth: int) -> list[Any]:
        if depth > _DEEPEST:
            raise Wrong(key, "the operators are nested too deeply")
        read = _OPERATORS.get(key)
        if read is None:
            raise Wrong(str(key), _MISSING.get(key, f"the operator `{key}` is not supported"))
        return read(self, key, value, depth + 1)

    def pattern(self, key: str, value: Any, depth: int) -> list[Any]:
        if isinstance(value, dict):
            return self.single(key, value, depth)
        return ["pattern", _pattern_text(key, value)]

    def regex(self, key: str, value: Any, depth: int) -> list[Any]:
        return ["regex" if key == "pattern-regex" else "not-regex", read_regex(key, value)]

    def conjunction(self, key: str, value: Any, depth: int) -> list[Any]:
        parts = [self.single(key, item, depth) for item in read_list(key, value)]
        if self.nested:
            parts = [part for part in parts if not _is_anything(part)]
        if not self.nested and not any(part[0] in POSITIVE for part in parts):
            raise Wrong(key, "expected at least one pattern that is not a negation")
        return ["all", parts]

    def alternatives(self, key: str, value: Any, depth: int) -> list[Any]:
        return ["any", [self.alternative(key, item, depth) for item in read_list(key, value)]]

    def alternative(self, key: str, item: Any, depth: int) -> list[Any]:
        part = self.single(key, item, depth)
        if part[0] in ("inside", "anywhere") or (self.nested and part[0].startswith("not")):
            return ["all", [part]]
        if part[0] not in ("pattern", "any", "all", "regex"):
            raise Wrong(key, "expected pattern, patterns, pattern-either, pattern-inside or pattern-regex")
        return part

    def around(self, key: str, value: Any, depth: int) -> list[Any]:
        if not isinstance(value, dict):
            return [_AROUND[key], ["pattern", _pattern_text(key, value)]]
        part = self.single(key, value, depth)
        if key == "pattern-not" and part[0] == "anywhere":
            return ["not-anywhere", part[1]]
        if part[0] not in ("pattern", "any", "all", "regex"):
            raise Wrong(key, "expected pattern, patterns, pattern-either or pattern-regex")
        return [_AROUND[key], part]

    def condition(self, key: str, value: Any, depth: int) -> list[Any]:
        if key == "metavariable-pattern":
            variable, language = read_nested(key, value)
            return [key, variable, read_formula(value, nested=True), language]
        return read_condition(key, value)

    def focus(self, key: str, value: Any, depth: int) -> list[Any]:
        names = value if isinstance(value, list) else [value]
        return ["focus", [read_variable(key, name) for name in names]]

    def single(self, key: str, item: Any, depth: int) -> list[Any]:
        if not isinstance(item, dict) or len(item) != 1:
            raise Wrong(key, "expected each entry to be one operator with its value")
        name, value = next(iter(item.items()))
        return self.operator(name, value, depth)


_OPERATORS: dict[str, Callable[[_Reader, str, Any, int], list[Any]]] = {
    "pattern": _Reader.pattern,
    "pattern-regex": _Reader.regex,
    "pattern-not-regex": _Reader.regex,
    "patterns": _Reader.conjunction,
    "pattern-either": _Reader.alternatives,
    "pattern-not": _Reader.around,
    "pattern-inside": _Reader.around,
    "pattern-not-inside": _Reader.around,
    "semgrep-internal-pattern-anywhere": _Reader.around,
    "metavariable-regex": _Reader.condition,
    "metavariable-pattern": _Reader.condition,
    "metavariable-comparison": _Reader.condition,
    "metavariable-analysis": _Reader.condition,
    "metavariable-type": _Reader.condition,
    "metavariable-name": _Reader.condition,
    "focus-metavariable": _Reader.focus,
}
_AROUND = {
    "pattern-not": "not",
    "pattern-inside": "inside",
    "pattern-not-inside": "not-inside",
    "semgrep-internal-pattern-anywhere": "anywhere",
}
_MISSING = {
    "pattern-where-python": "`pattern-where-python` runs code, which no rule can do here; use metavariable-comparison",
    "pattern-anywhere": "`pattern-anywhere` is called `semgrep-internal-pattern-anywhere`, or `anywhere` under `match`",
    "semgrep-internal-metavariable-name": "this operator is not supported; use `metavariable-name`",
    "pattern-sinks": "`pattern-sinks` belongs to rules with `mode: taint`",
}


def _pattern_text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise Wrong(key, "expected a text; quote it where YAML reads something else")
    return value


def as_expressions(formula: list[Any]) -> list[Any]:
    """The formula of a rule of the language `regex`, in which a `pattern` is a regular expression."""
    if formula[0] == "pattern":
        return ["regex", read_regex("pattern", formula[1])]
    if formula[0] == "not" and formula[1][0] == "pattern":
        return ["not-regex", read_regex("pattern-not", formula[1][1])]
    if formula[0] in ("all", "any"):
        return [formula[0], [as_expressions(part) for part in formula[1]]]
    if formula[0] in _AROUND.values():
        return [formula[0], as_expressions(formula[1])]
    return formula


def validated(formula: list[Any], languages: tuple[str, ...], options: Mapping[str, Any] = {}) -> list[Any]:
    """Compiles every pattern once for each language, so that a mistake shows when the rule is loaded.

    `options` are those of the rule, which say how patterns of the language `generic` are read.
    """
    from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError

    stack: list[Any] = [("pattern", formula)]
    while stack:
        key, part = stack.pop()
        if part[0] == "pattern":
            failed: dict[str, str] = {}
            for language in languages:
                try:
                    _compile(part[1], language, options)
                except PatternError as error:
                    failed[language] = str(error)
            if len(failed) < len(languages) and failed.keys() <= {"javascript", "typescript", "tsx"}:
                continue  # Markup and types, which there are only in some of them.
            for message in failed.values():
                shown = " ".join(part[1].split())
                raise Wrong(key, f"{message}: {shown if len(shown) < 80 else shown[:77] + '...'}")
        elif part[0] in ("all", "any"):
            stack.extend((_key_of(inner), inner) for inner in part[1])
        elif part[0] in _AROUND.values() or part[0] == "not-anywhere":
            stack.append((f"pattern-{part[0]}", part[1]))
        elif part[0] == "metavariable-pattern":
            validated(part[2], *(((part[3],),) if part[3] else (languages, options)))
        elif part[0] == "metavariable-type":
            _validate_types(part[2], languages)
    return formula


def _compile(text: str, language: str, options: Mapping[str, Any]) -> None:
    if language == "generic":
        from reread.analyzers.pattern.text.text_formulas import GenericPattern

        GenericPattern(text, options)
        return
    if language == "regex":
        raise Wrong("pattern", "rules of the language `regex` have no `pattern`, only `pattern-regex`")
    from reread.analyzers.pattern.compilation.compile import compile_pattern

    compile_pattern(text, language)


def _validate_types(types: list[str], languages: tuple[str, ...]) -> None:
    from reread.analyzers.pattern.compilation.builder import compile_type
    from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError

    for text in types:
        for language in languages:
            try:
                compile_type(text, language)
            except PatternError as error:
                raise Wrong("metavariable-type.types", str(error)) from None


def _key_of(part: list[Any]) -> str:
    names = {"all": "patterns", "any": "pattern-either"}
    return names.get(part[0], "pattern")
