"""From a rule file in YAML to checked `Rule`s and `Problem`s. Nothing in a file can make this fail."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from reread.analyzers.findings import Applicability, Severity
from reread.analyzers.rules.definition import ANY
from reread.analyzers.rules.operators import STARTS, Wrong, read_formula, read_regex, validated
from reread.analyzers.rules.option_source import remarks as remarks_on
from reread.analyzers.rules.options import changed, with_options
from reread.analyzers.rules.rule import Details, Kept, Problem, Rule
from reread.analyzers.rules.taint_source import Shared, read_taint, requirement, shared_reader
from reread.analyzers.rules.targets import TEXT_LANGUAGES, expected, languages_named

_MOST_VALUES = 200_000
_LONGEST_FILE = 2_000_000
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
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
_KNOWN_KEYS = {
    *STARTS,
    *("match", "id", "message", "severity", "languages", "metadata", "fix", "fix-regex", "paths", "mode", "options"),
    *("min-version", "max-version"),
}
_MODES = {
    "join": "puts the findings of several rules together, which is not supported",
    "extract": "cuts code out of other files, which is not supported",
    "steps": "runs several rules one after the other, which is not supported",
    "secrets": "asks services whether a secret is valid, which is not supported",
}
_WITHOUT_MEANING = {"version", "product"}
_LEFT_OUT = {
    "validators": "no service is asked whether what was found is valid; the rule works without",
    "r2c-internal-project-depends-on": "no lock file is looked into",
}
_LIKE_SEMGREP = (1, 182, 0)
"""The version of Semgrep whose rules are understood."""
_TAINT_KEYS = {*("pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators", "taint")}
_SEARCH_KEYS = frozenset((*STARTS, "match"))
Asked = Callable[[str], None]


def read_rules(
    path: str, data: bytes, root: str = "", asked: Asked = lambda file: None
) -> tuple[list[Rule], list[Problem]]:
    """The rules of one file, given its content, and what is wrong with it.

    Shared files are looked for beside it and above, up to `root`; `asked` is told of each that was looked for.
    """
    if len(data) > _LONGEST_FILE:
        return [], [Problem(path, "", "", f"the file is longer than {_LONGEST_FILE:,} bytes")]
    try:
        content = _load(data)
    except Wrong as wrong:
        return [], [Problem(path, "", wrong.key, wrong.message)]
    entries = content.get("rules") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        return [], [Problem(path, "", "rules", "expected a list of rules under the key `rules`")]
    rules: list[Rule] = []
    problems: list[Problem] = []
    for number, entry in enumerate(entries, 1):
        name = str(entry.get("id") or f"number {number}") if isinstance(entry, dict) else f"number {number}"
        try:
            rule, remarks = _rule(path, entry, shared_reader(path, root, _load_file, asked))
            rules.append(rule)
            problems += (Problem(path, name, key, message) for key, message in remarks)
        except Wrong as wrong:
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
        raise Wrong("", f"not valid YAML: {where}{text}") from None
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Wrong("", f"not valid YAML: {str(error).split(chr(10), 1)[0]}") from None
    _limit(content)
    return content


def _load_file(path: str) -> Any:
    with open(path, "rb") as stream:
        data = stream.read(_LONGEST_FILE + 1)
    if len(data) > _LONGEST_FILE:
        raise Wrong("", f"the file is longer than {_LONGEST_FILE:,} bytes")
    return _load(data)


def _limit(content: Any) -> None:
    """Refuses a file whose aliases multiply into more values than any rule file has, or contain themselves."""
    stack = [content]
    count = 0
    while stack:
        value = stack.pop()
        count += 1
        if count > _MOST_VALUES:
            raise Wrong("", f"the file holds more than {_MOST_VALUES:,} values")
        if isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, (list, tuple, set)):
            stack.extend(value)


def _rule(path: str, entry: Any, shared: Shared) -> tuple[Rule, list[tuple[str, str]]]:
    """One rule, and what is wrong with it without keeping it from working, by key."""
    if not isinstance(entry, dict):
        raise Wrong("", "expected a mapping with the keys of a rule")
    identifier = _text(entry, "id")
    if not _ID.fullmatch(identifier):
        raise Wrong("id", "expected letters, digits, `.`, `_` and `-`")
    mode = entry.get("mode", "search")
    if mode not in ("search", "taint"):
        why = _MODES.get(mode if isinstance(mode, str) else "", "is not supported")
        raise Wrong("mode", f"mode `{mode}` {why}; expected `search` or `taint`")
    _check_versions(entry)
    is_taint = mode == "taint" or "taint" in entry
    languages, remarks = _languages(entry)
    unknown_keys = _unknown_keys(entry, is_taint=is_taint)
    strange = [key for key, _ in unknown_keys if key not in _LEFT_OUT]
    remarks += unknown_keys
    options = _plain(_mapping(entry, "options"))
    remarks += remarks_on(options)
    from reread.analyzers.rules.words import required_words

    try:
        if is_taint:
            formula = read_taint(entry, languages, shared)
        else:
            formula = validated(read_formula(entry), languages, options)
    except Wrong as wrong:
        if wrong.key in entry or not strange:
            raise
        # Where there is no pattern at all, a key that is not known is a misspelled one.
        raise Wrong(strange[0], f"`{strange[0]}` is not supported") from None
    words = requirement(formula) if is_taint else required_words(formula, languages, options)
    formula = formula if is_taint else with_options(formula, changed(options))
    if languages[0] in TEXT_LANGUAGES:
        if is_taint:
            raise Wrong("languages", "values can only be followed through the code of a language")
        formula, languages = ["text", formula, options], (ANY,)
    metadata = _mapping(entry, "metadata")
    paths = _mapping(entry, "paths")
    fix = entry.get("fix")
    if fix is not None and not isinstance(fix, str):
        raise Wrong("fix", "expected a text")
    _check_fixes(metadata, languages)
    details = Details(
        message=_text(entry, "message").strip(),
        formula=formula,
        fix=None if fix is None else fix.rstrip("\n"),
        applicability=_applicability(metadata),
        metadata=_plain(metadata),
        explanation=str(metadata.get("explanation") or ""),
        documentation=_documentation(metadata),
        fix_regex=_fix_regex(entry),
        options=options,
    )
    rule = Rule(
        id=identifier,
        severity=_severity(entry),
        languages=languages,
        words=words,
        details=Kept(details),
        path=path,
        include=_globs(paths, "include"),
        exclude=_globs(paths, "exclude"),
        confidence=str(metadata.get("confidence") or "HIGH").upper(),
        category=str(metadata.get("category") or ""),
        group=str(metadata.get("class") or ""),
        mode="taint" if is_taint else "",
    )
    return rule, remarks


def _unknown_keys(entry: dict[Any, Any], *, is_taint: bool) -> list[tuple[str, str]]:
    """What to say of the keys that are left out. Raises Wrong for those without which the rule is another one."""
    remarks = []
    for key in entry:
        name = str(key)
        if key in (_KNOWN_KEYS - _SEARCH_KEYS | _TAINT_KEYS if is_taint else _KNOWN_KEYS) or key in _WITHOUT_MEANING:
            continue
        if name.startswith(("pattern", "match", "taint")):
            raise Wrong(name, f"`{name}` is not supported" + (" with `mode: taint`" if is_taint else ""))
        remarks.append((name, _LEFT_OUT.get(name, f"`{name}` is not known, and changes nothing")))
    return remarks


def _check_versions(entry: dict[Any, Any]) -> None:
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


def _fix_regex(entry: dict[Any, Any]) -> tuple[str, str, int] | None:
    value = _mapping(entry, "fix-regex")
    if not value:
        return None
    expression = read_regex("fix-regex.regex", value.get("regex"))
    replacement, count = value.get("replacement"), value.get("count", 0)
    if not isinstance(replacement, str):
        raise Wrong("fix-regex.replacement", "expected a text")
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        raise Wrong("fix-regex.count", "expected how many matches to replace")
    try:
        re.sub(expression, replacement, "")
    except (re.error, IndexError) as error:
        raise Wrong("fix-regex.replacement", f"not a replacement: {error}") from None
    return expression, replacement, count


def _text(entry: dict[Any, Any], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise Wrong(key, "expected a text" if key in entry else f"the key `{key}` is missing")
    return value


def _mapping(entry: dict[Any, Any], key: str) -> dict[Any, Any]:
    value = entry.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Wrong(key, "expected a mapping")
    return value


def _languages(entry: dict[Any, Any]) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
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


def _severity(entry: dict[Any, Any]) -> Severity:
    value = entry.get("severity")
    found = _SEVERITIES.get(value.lower()) if isinstance(value, str) else None
    if found is None:
        raise Wrong("severity", "expected ERROR, WARNING, INFO or HINT")
    return found


def _applicability(metadata: dict[Any, Any]) -> Applicability:
    value = metadata.get("applicability", Applicability.UNSAFE.value)
    try:
        return Applicability(value)
    except ValueError:
        raise Wrong("metadata.applicability", "expected safe, unsafe or display-only") from None


def _check_fixes(metadata: dict[Any, Any], languages: tuple[str, ...]) -> None:
    """Refuses further fixes that are no texts, and imports that a language of the rule does not have."""
    more, imports = metadata.get("more-fixes", []), metadata.get("fix-imports", [])
    if not isinstance(more, list) or not all(isinstance(item, (str, dict)) for item in more):
        raise Wrong("metadata.more-fixes", "expected a list of texts, or of `regex` with `replacement`")
    for item in more:
        if isinstance(item, dict):
            _fix_regex({"fix-regex": item})
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
        raise Wrong(f"paths.{key}", "expected a list of glob patterns")
    return tuple(value)


def _plain(value: Any) -> Any:
    """The value as JSON has it: YAML also knows dates, sets and keys that are no text."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [_plain(inner) for inner in value]
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)
