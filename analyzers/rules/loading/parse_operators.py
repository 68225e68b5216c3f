"""The operators of a rule: parses and checks the YAML (formulas in `pattern/source.py`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from reread.analyzers.pattern import source
from reread.analyzers.pattern.source import Formula, Part
from reread.analyzers.rules.loading.field_values import Wrong, read_list, read_regex, read_variable
from reread.analyzers.rules.loading.parse_condition import read_condition, read_nested
from reread.analyzers.rules.loading.parse_match import read_match

STARTS = ("pattern", "patterns", "pattern-either", "pattern-regex")
_DEEPEST = 200
_KEYS = {"all": "patterns", "any": "pattern-either"}


def read_formula(entry: dict[Any, Any], *, nested: bool = False) -> Formula:
    """The formula under the one key of a mapping that begins one; a `nested` one may have nothing but negations."""
    starts = [key for key in (*STARTS, *(_OPERATORS if nested else ("match",))) if key in entry]
    if len(set(starts)) != 1:
        raise Wrong("pattern", f"expected exactly one of {', '.join(STARTS)}")
    if starts[0] == "match":
        return read_match(entry["match"])
    formula = _Reader(nested=nested).operator(starts[0], entry[starts[0]], 0)
    if isinstance(formula, source.POSITIVE):
        return source.All(()) if nested and _is_anything(formula) else formula
    return source.All((formula,))


def _is_anything(part: Part) -> bool:
    """True for `pattern: ...`, which says nothing about what a metavariable stands for."""
    return isinstance(part, source.PatternText) and part.text.strip() == "..."


class _Reader:
    """Reads operators. In a `nested` formula, that of `metavariable-pattern`, no pattern need be positive."""

    def __init__(self, *, nested: bool) -> None:
        self.nested = nested

    def operator(self, key: str, value: Any, depth: int) -> Part:
        if depth > _DEEPEST:
            raise Wrong(key, "the operators are nested too deeply")
        read = _OPERATORS.get(key)
        if read is None:
            raise Wrong(str(key), _MISSING.get(key, f"the operator `{key}` is not supported"))
        return read(self, key, value, depth + 1)

    def pattern(self, key: str, value: Any, depth: int) -> Part:
        if isinstance(value, dict):
            return self.single(key, value, depth)
        return source.PatternText(_pattern_text(key, value))

    def regex(self, key: str, value: Any, depth: int) -> Part:
        return (source.Regex if key == "pattern-regex" else source.NotRegex)(read_regex(key, value))

    def conjunction(self, key: str, value: Any, depth: int) -> Part:
        parts = [self.single(key, item, depth) for item in read_list(key, value)]
        if self.nested:
            parts = [part for part in parts if not _is_anything(part)]
        if not self.nested and not any(isinstance(part, source.POSITIVE) for part in parts):
            raise Wrong(key, "expected at least one pattern that is not a negation")
        return source.All(tuple(parts))

    def alternatives(self, key: str, value: Any, depth: int) -> Part:
        return source.Any(tuple(self.alternative(key, item, depth) for item in read_list(key, value)))

    def alternative(self, key: str, item: Any, depth: int) -> Formula:
        part = self.single(key, item, depth)
        if isinstance(part, source.AT_A_MATCH):
            return part
        if isinstance(part, source.POSITIVE) or (self.nested and isinstance(part, source.NEGATIVE)):
            return source.All((part,))
        raise Wrong(key, "expected pattern, patterns, pattern-either, pattern-inside or pattern-regex")

    def around(self, key: str, value: Any, depth: int) -> Part:
        if not isinstance(value, dict):
            return _AROUND[key](source.PatternText(_pattern_text(key, value)))
        part = self.single(key, value, depth)
        if key == "pattern-not" and isinstance(part, source.Anywhere):
            return source.NotAnywhere(part.formula)
        if not isinstance(part, source.AT_A_MATCH):
            raise Wrong(key, "expected pattern, patterns, pattern-either or pattern-regex")
        return _AROUND[key](part)

    def condition(self, key: str, value: Any, depth: int) -> Part:
        if key == "metavariable-pattern":
            variable, language = read_nested(key, value)
            return source.OfPattern(variable, read_formula(value, nested=True), language)
        return read_condition(key, value)

    def focus(self, key: str, value: Any, depth: int) -> Part:
        names = value if isinstance(value, list) else [value]
        return source.Focus(tuple(read_variable(key, name) for name in names))

    def single(self, key: str, item: Any, depth: int) -> Part:
        if not isinstance(item, dict) or len(item) != 1:
            raise Wrong(key, "expected each entry to be one operator with its value")
        name, value = next(iter(item.items()))
        return self.operator(name, value, depth)


_OPERATORS: dict[str, Callable[[_Reader, str, Any, int], Part]] = {
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
_AROUND: dict[str, Callable[[Formula], Part]] = {
    "pattern-not": source.Not,
    "pattern-inside": source.Inside,
    "pattern-not-inside": source.NotInside,
    "semgrep-internal-pattern-anywhere": source.Anywhere,
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


def as_expressions(formula: Formula) -> Formula:
    """The formula of a rule of the language `regex`, in which a `pattern` is a regular expression."""
    return cast("Formula", _as_expressions(formula))


def _as_expressions(part: Any) -> Any:
    if isinstance(part, source.PatternText):
        return source.Regex(read_regex("pattern", part.text))
    if isinstance(part, source.Not) and isinstance(part.formula, source.PatternText):
        return source.NotRegex(read_regex("pattern-not", part.formula.text))
    if isinstance(part, source.SEVERAL):
        return part._replace(parts=tuple(map(_as_expressions, part.parts)))
    return part._replace(formula=_as_expressions(part.formula)) if isinstance(part, source.AROUND) else part


def validated(formula: Formula, languages: tuple[str, ...], options: Mapping[str, Any] = {}) -> Formula:
    """Compiles every pattern once for each language, so that a mistake shows when the rule is loaded.

    `options` are those of the rule, which say how patterns of the language `generic` are read.
    """
    from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError

    stack: list[tuple[str, Part]] = [("pattern", formula)]
    while stack:
        key, part = stack.pop()
        if isinstance(part, source.PatternText):
            failed: dict[str, str] = {}
            for language in languages:
                try:
                    _compile(part.text, language, options)
                except PatternError as error:
                    failed[language] = str(error)
            if len(failed) < len(languages) and failed.keys() <= {"javascript", "typescript", "tsx"}:
                continue  # Markup and types, which there are only in some of them.
            for message in failed.values():
                shown = " ".join(part.text.split())
                raise Wrong(key, f"{message}: {shown if len(shown) < 80 else shown[:77] + '...'}")
        elif isinstance(part, source.SEVERAL):
            stack.extend((_KEYS.get(inner.kind, "pattern"), inner) for inner in part.parts)
        elif isinstance(part, source.AROUND):
            stack.append((f"pattern-{part.kind}", part.formula))
        elif isinstance(part, source.OfPattern):
            validated(part.formula, *(((part.language,),) if part.language else (languages, options)))
        elif isinstance(part, source.OfType):
            _validate_types(part.types, languages)
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


def _validate_types(types: Sequence[str], languages: tuple[str, ...]) -> None:
    from reread.analyzers.pattern.compilation.builder import compile_type
    from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError

    for text in types:
        for language in languages:
            try:
                compile_type(text, language)
            except PatternError as error:
                raise Wrong("metavariable-type.types", str(error)) from None
