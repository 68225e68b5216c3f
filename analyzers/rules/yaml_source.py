"""From a rule file in YAML to checked `Rule`s and `Problem`s. Nothing in a file can make this fail."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from reread.analyzers.findings import Applicability, Severity
from reread.analyzers.rules.ruleset import Problem, Rule

_MOST_VALUES = 200_000
_LONGEST_FILE = 2_000_000
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_VARIABLE = re.compile(r"\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\$\d+|\$[a-z_]\w*")
_SEVERITIES = {
    "critical": Severity.ERROR,
    "high": Severity.ERROR,
    "error": Severity.ERROR,
    "medium": Severity.WARNING,
    "warning": Severity.WARNING,
    "low": Severity.INFO,
    "info": Severity.INFO,
    "inventory": Severity.INFO,
    "experiment": Severity.INFO,
    "hint": Severity.HINT,
}
_LANGUAGES = {
    "python": ("python",),
    "python3": ("python",),
    "py": ("python",),
    "javascript": ("javascript",),
    "js": ("javascript",),
    "jsx": ("javascript",),
    "typescript": ("typescript", "tsx"),
    "ts": ("typescript", "tsx"),
    "tsx": ("tsx",),
    "go": ("go",),
    "golang": ("go",),
    "java": ("java",),
}
_STARTS = ("pattern", "patterns", "pattern-either", "pattern-regex")
_KNOWN_KEYS = {
    *_STARTS,
    *("id", "message", "severity", "languages", "metadata", "fix", "paths", "mode", "options", "min-version"),
    *("max-version",),
}
_OPERATORS = {
    *_STARTS,
    *("pattern-not", "pattern-inside", "pattern-not-inside", "pattern-not-regex"),
    *("metavariable-regex", "focus-metavariable"),
}


class _Wrong(Exception):  # noqa: N818
    """Something under a key of a rule is not as it must be."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key
        self.message = message


def read_rules(path: str, data: bytes) -> tuple[list[Rule], list[Problem]]:
    """The rules of one file, given its content, and what is wrong with it."""
    if len(data) > _LONGEST_FILE:
        return [], [Problem(path, "", "", f"the file is longer than {_LONGEST_FILE:,} bytes")]
    try:
        content = _load(data)
    except _Wrong as wrong:
        return [], [Problem(path, "", wrong.key, wrong.message)]
    entries = content.get("rules") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        return [], [Problem(path, "", "rules", "expected a list of rules under the key `rules`")]
    rules: list[Rule] = []
    problems: list[Problem] = []
    for number, entry in enumerate(entries, 1):
        name = str(entry.get("id") or f"number {number}") if isinstance(entry, dict) else f"number {number}"
        try:
            rules.append(
                _rule(path, entry, lambda key, text, name=name: problems.append(Problem(path, name, key, text)))
            )
        except _Wrong as wrong:
            problems.append(Problem(path, name, wrong.key, wrong.message))
    return rules, problems


def _load(data: bytes) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        content = yaml.load(data, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark is not None else ""
        text = getattr(error, "problem", None) or str(error).split("\n", 1)[0]
        raise _Wrong("", f"not valid YAML: {where}{text}") from None
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise _Wrong("", f"not valid YAML: {str(error).split(chr(10), 1)[0]}") from None
    _limit(content)
    return content


def _limit(content: Any) -> None:
    """Refuses a file whose aliases multiply into more values than any rule file has, or contain themselves."""
    stack = [content]
    count = 0
    while stack:
        value = stack.pop()
        count += 1
        if count > _MOST_VALUES:
            raise _Wrong("", f"the file holds more than {_MOST_VALUES:,} values")
        if isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, (list, tuple, set)):
            stack.extend(value)


def _rule(path: str, entry: Any, problem: Callable[[str, str], None]) -> Rule:
    if not isinstance(entry, dict):
        raise _Wrong("", "expected a mapping with the keys of a rule")
    identifier = _text(entry, "id")
    if not _ID.fullmatch(identifier):
        raise _Wrong("id", "expected letters, digits, `.`, `_` and `-`")
    mode = entry.get("mode", "search")
    if mode != "search":
        raise _Wrong("mode", f"mode `{mode}` is not supported; expected `search`")
    for key in entry:
        if key not in _KNOWN_KEYS:
            raise _Wrong(str(key), f"`{key}` is not supported")
    languages = _languages(entry, problem)
    formula = _validated(_formula(entry), languages)
    metadata = _mapping(entry, "metadata")
    paths = _mapping(entry, "paths")
    fix = entry.get("fix")
    if fix is not None and not isinstance(fix, str):
        raise _Wrong("fix", "expected a text")
    from reread.analyzers.rules.words import required_words

    return Rule(
        id=identifier,
        message=_text(entry, "message").strip(),
        severity=_severity(entry),
        languages=languages,
        formula=formula,
        words=required_words(formula, languages),
        path=path,
        fix=None if fix is None else fix.rstrip("\n"),
        applicability=_applicability(metadata),
        include=_globs(paths, "include"),
        exclude=_globs(paths, "exclude"),
        metadata=_plain(metadata),
        explanation=str(metadata.get("explanation") or ""),
        documentation=_documentation(metadata),
    )


def _text(entry: dict[Any, Any], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _Wrong(key, "expected a text" if key in entry else f"the key `{key}` is missing")
    return value


def _mapping(entry: dict[Any, Any], key: str) -> dict[Any, Any]:
    value = entry.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _Wrong(key, "expected a mapping")
    return value


def _languages(entry: dict[Any, Any], problem: Callable[[str, str], None]) -> tuple[str, ...]:
    value = entry.get("languages")
    if not isinstance(value, list) or not value or not all(isinstance(name, str) for name in value):
        raise _Wrong("languages", "expected a list of languages")
    unknown = [name for name in value if name.lower() not in _LANGUAGES]
    known = [name for text in value for name in _LANGUAGES.get(text.lower(), ())]
    if unknown:
        text = f"not supported: {', '.join(unknown)}; expected some of {', '.join(sorted(_LANGUAGES))}"
        if not known:
            raise _Wrong("languages", text)
        problem("languages", text)
    return tuple(dict.fromkeys(known))


def _severity(entry: dict[Any, Any]) -> Severity:
    value = entry.get("severity")
    found = _SEVERITIES.get(value.lower()) if isinstance(value, str) else None
    if found is None:
        raise _Wrong("severity", "expected ERROR, WARNING, INFO or HINT")
    return found


def _applicability(metadata: dict[Any, Any]) -> Applicability:
    value = metadata.get("applicability", Applicability.UNSAFE.value)
    try:
        return Applicability(value)
    except ValueError:
        raise _Wrong("metadata.applicability", "expected safe, unsafe or display-only") from None


def _documentation(metadata: dict[Any, Any]) -> str:
    references = metadata.get("references")
    first = references[0] if isinstance(references, list) and references else references
    for value in (metadata.get("documentation"), metadata.get("source"), first):
        if isinstance(value, str) and value.startswith(("https://", "http://")):
            return value
    return ""


def _globs(paths: dict[Any, Any], key: str) -> tuple[str, ...]:
    value = paths.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _Wrong(f"paths.{key}", "expected a list of glob patterns")
    return tuple(value)


def _plain(value: Any) -> Any:
    """The value as JSON has it: YAML also knows dates, sets and keys that are no text."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [_plain(inner) for inner in value]
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def _formula(entry: dict[Any, Any]) -> list[Any]:
    starts = [key for key in _STARTS if key in entry]
    if len(starts) != 1:
        raise _Wrong("pattern", f"expected exactly one of {', '.join(_STARTS)}")
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
        raise _Wrong("patterns", "expected at least one pattern that is not a negation")
    return parts


def _single(key: str, item: Any) -> list[Any]:
    if not isinstance(item, dict) or len(item) != 1:
        raise _Wrong(key, "expected each entry to be one operator with its value")
    name, value = next(iter(item.items()))
    if name not in _OPERATORS:
        raise _Wrong(str(name), f"the operator `{name}` is not supported")
    return _operator(name, value)


def _alternative(item: Any) -> list[Any]:
    part = _single("pattern-either", item)
    if part[0] == "inside":
        return ["all", [part]]
    if part[0] not in ("pattern", "any", "all", "regex"):
        raise _Wrong("pattern-either", "expected pattern, patterns, pattern-either, pattern-inside or pattern-regex")
    return part


def _nested(key: str, value: dict[Any, Any]) -> list[Any]:
    part = _single(key, value)
    if part[0] not in ("pattern", "any", "all", "regex"):
        raise _Wrong(key, "expected pattern, patterns, pattern-either or pattern-regex")
    return part


def _list(key: str, value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise _Wrong(key, "expected a list that is not empty")
    return value


def _pattern_text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _Wrong(key, "expected a text; quote it where YAML reads something else")
    return value


def _variable(key: str, value: Any) -> str:
    if not isinstance(value, str) or not _VARIABLE.fullmatch(value):
        raise _Wrong(key, "expected a metavariable such as $X")
    return value


def _metavariable_regex(value: Any) -> list[Any]:
    if not isinstance(value, dict) or not {"metavariable", "regex"} <= value.keys():
        raise _Wrong("metavariable-regex", "expected the keys `metavariable` and `regex`")
    variable = _variable("metavariable-regex.metavariable", value["metavariable"])
    return ["metavariable-regex", variable, _regex("metavariable-regex.regex", value["regex"])]


def _regex(key: str, value: Any) -> str:
    from reread.analyzers.rules.regexes import UnsafeRegexError, compile_regex

    if not isinstance(value, str):
        raise _Wrong(key, "expected a regular expression")
    try:
        compile_regex(value)
    except UnsafeRegexError as error:
        raise _Wrong(key, str(error)) from None
    except (re.error, OverflowError, RecursionError) as error:
        raise _Wrong(key, f"not a regular expression: {error}") from None
    return value


def _validated(formula: list[Any], languages: tuple[str, ...]) -> list[Any]:
    """Compiles every pattern once for each language, so that a mistake shows when the rule is loaded."""
    from reread.analyzers.rules.compile import compile_pattern
    from reread.analyzers.rules.notation import PatternError

    stack: list[Any] = [("pattern", formula)]
    while stack:
        key, part = stack.pop()
        if part[0] == "pattern":
            failed: dict[str, PatternError] = {}
            for language in languages:
                try:
                    compile_pattern(part[1], language)
                except PatternError as error:
                    failed[language] = error
            if set(failed) == {"typescript"} and "tsx" in languages:
                continue  # Markup, which there is only in the one of both.
            for error in failed.values():
                shown = " ".join(part[1].split())
                raise _Wrong(key, f"{error}: {shown if len(shown) < 80 else shown[:77] + '...'}")
        elif part[0] in ("all", "any"):
            stack.extend((_key_of(inner), inner) for inner in part[1])
        elif part[0] in ("not", "inside", "not-inside"):
            stack.append((f"pattern-{part[0]}", part[1]))
    return formula


def _key_of(part: list[Any]) -> str:
    names = {"all": "patterns", "any": "pattern-either"}
    return names.get(part[0], "pattern")
