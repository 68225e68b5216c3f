"""The fields of a rule in YAML, each checked. An invalid field raises Wrong with its key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reread.analyzers.findings import Applicability, Severity
from reread.analyzers.rules.loading.field_values import Wrong, read_regex
from reread.analyzers.rules.loading.language_names import TEXT_LANGUAGES, expected, is_followed, languages_named
from reread.analyzers.rules.weaknesses import weakness_pages

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
_LIKE_SEMGREP = (1, 182, 0)
"""The version of Semgrep whose rules are understood."""


def check_versions(entry: dict[Any, Any]) -> None:
    """Refuses a rule for an older or newer version of the rule language."""
    for key in ("min-version", "max-version"):
        value = entry.get(key)
        if value is None:
            continue
        found = re.fullmatch(r"(\d+)\.(\d+)(?:\.(\d+))?.*", str(value))
        if found is None:
            raise Wrong(key, "expected a version such as 1.50.0")
        version = tuple(int(part or 0) for part in found.groups())
        if version > _LIKE_SEMGREP if key == "min-version" else version < _LIKE_SEMGREP:
            raise Wrong(key, f"the rule is for another version of Semgrep's language than {_shown(_LIKE_SEMGREP)}")


def _shown(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


def fix_regex(entry: dict[Any, Any]) -> tuple[str, str, int] | None:
    """The expression, its replacement and how many matches it replaces, 0 for all; None if there is none."""
    value = mapping_of(entry, "fix-regex")
    if not value:
        return None
    expression = read_regex("fix-regex.regex", value.get("regex"))
    replacement, count = value.get("replacement"), value.get("count", 0)
    if not isinstance(replacement, str):
        raise Wrong("fix-regex.replacement", "expected a text")
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        raise Wrong("fix-regex.count", "expected how many matches to replace")
    try:
        from reread.analyzers.pattern.regex.foreign import template
        from reread.analyzers.pattern.regex.regex_safety import regex

        # Never by using it: even no text at all can keep Python's engine busy without end.
        template(replacement, regex(expression))
    except (re.error, IndexError) as error:
        raise Wrong("fix-regex.replacement", f"not a replacement: {error}") from None
    return expression, replacement, count


def text_of(entry: dict[Any, Any], key: str) -> str:
    """A text that must be there and not be blank."""
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise Wrong(key, "expected a text" if key in entry else f"the key `{key}` is missing")
    return value


def mapping_of(entry: dict[Any, Any], key: str) -> dict[Any, Any]:
    """A mapping, empty if the key is missing."""
    value = entry.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Wrong(key, "expected a mapping")
    return value


def languages_of(entry: dict[Any, Any]) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """The languages that are known, each once, and a remark by key on those that are not."""
    value = entry.get("languages")
    if not isinstance(value, list) or not value or not all(isinstance(name, str) for name in value):
        raise Wrong("languages", "expected a list of languages")
    unknown = [name for name in value if not languages_named(name)]
    known = [name for text in value for name in languages_named(text)]
    if len({name in TEXT_LANGUAGES for name in known}) > 1:
        raise Wrong("languages", "`generic` and `regex` cannot stand beside other languages")
    remarks = []
    if unknown:
        text = f"not supported: {', '.join(unknown)}; expected some of {expected()}"
        if not known:
            raise Wrong("languages", text)
        remarks.append(("languages", text))
    return tuple(dict.fromkeys(known)), remarks


def with_data_flow(languages: tuple[str, ...]) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """Of the languages of a taint rule those that have data-flow analysis, and a remark by key on the others."""
    if TEXT_LANGUAGES.keys() & set(languages):
        raise Wrong("languages", "taint rules need a language with data-flow analysis")
    known = tuple(name for name in languages if is_followed(name))
    others = ", ".join(name for name in languages if name not in known)
    text = f"there is no data-flow analysis for {others}"
    if not known:
        raise Wrong("languages", text)
    return known, [("languages", text)] if others else []


def severity_of(entry: dict[Any, Any]) -> Severity:
    value = entry.get("severity")
    found = _SEVERITIES.get(value.lower()) if isinstance(value, str) else None
    if found is None:
        raise Wrong("severity", "expected ERROR, WARNING, INFO or HINT")
    return found


def applicability_of(metadata: dict[Any, Any]) -> Applicability:
    value = metadata.get("applicability", Applicability.UNSAFE.value)
    try:
        return Applicability(value)
    except ValueError:
        raise Wrong("metadata.applicability", "expected safe, unsafe or display-only") from None


def check_fixes(metadata: dict[Any, Any], languages: tuple[str, ...]) -> None:
    """Refuses further fixes that are no texts, and imports that a language of the rule does not have."""
    more, imports = metadata.get("more-fixes", []), metadata.get("fix-imports", [])
    if not isinstance(more, list) or not all(isinstance(item, (str, dict)) for item in more):
        raise Wrong("metadata.more-fixes", "expected a list of texts, or of `regex` with `replacement`")
    for item in more:
        if isinstance(item, dict):
            fix_regex({"fix-regex": item})
    if not isinstance(imports, list) or not all(isinstance(item, str) for item in imports):
        raise Wrong("metadata.fix-imports", "expected a list of texts")
    if not metadata.get("fix-imports"):
        return
    from reread.analyzers.imports.changes import EXAMPLES, read

    for language in languages:
        for statement in metadata["fix-imports"]:
            if language not in EXAMPLES:
                raise Wrong("metadata.fix-imports", f"imports of {language} cannot be added")
            if read(language, statement) is None:
                raise Wrong("metadata.fix-imports", f"`{statement}`: expected an import such as `{EXAMPLES[language]}`")


def documentation_of(metadata: Mapping[str, Any]) -> str:
    """The address of a page about the rule, else about its weakness; "" where the metadata names neither."""
    references = metadata.get("references")
    first = references[0] if isinstance(references, list) and references else references
    for value in (metadata.get("documentation"), metadata.get("source"), first, *weakness_pages(metadata)):
        if isinstance(value, str) and value.startswith(("https://", "http://")):
            return value
    return ""


def globs_of(paths: dict[Any, Any], key: str) -> tuple[str, ...]:
    """The glob patterns under a key of `paths`."""
    value = paths.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Wrong(f"paths.{key}", "expected a list of glob patterns")
    return tuple(value)


def plain(value: Any) -> Any:
    """The value as JSON has it: YAML also knows dates, sets and keys that are no text."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [plain(inner) for inner in value]
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)
