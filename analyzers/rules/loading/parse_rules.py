"""Parses a rule file in YAML to checked `Rule`s and `Problem`s. Nothing in a file can make this fail."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any, cast

from reread.analyzers.pattern.patterns.options import changed, with_options
from reread.analyzers.rules.definition import ANY
from reread.analyzers.rules.loading.field_values import Wrong
from reread.analyzers.rules.loading.keyword_arguments import signatures_of, with_keywords
from reread.analyzers.rules.loading.language_names import TEXT_LANGUAGES
from reread.analyzers.rules.loading.parse_operators import STARTS, as_expressions, read_formula, validated
from reread.analyzers.rules.loading.parse_options import remarks as remarks_on
from reread.analyzers.rules.loading.parse_taint import Shared, read_taint, requirement, shared_reader
from reread.analyzers.rules.loading.rule_fields import (
    applicability_of,
    check_fixes,
    check_versions,
    documentation_of,
    fix_regex,
    globs_of,
    languages_of,
    mapping_of,
    plain,
    severity_of,
    text_of,
    with_data_flow,
)
from reread.analyzers.rules.loading.yaml_document import LONGEST_FILE, load, load_file
from reread.analyzers.rules.rule import Details, LazyDetails, Problem, Rule, Text, Wanted

_log = logging.getLogger(__name__)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
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
_TAINT_KEYS = {*("pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators", "taint")}
_SEARCH_KEYS = frozenset((*STARTS, "match"))
OnFile = Callable[[str], None]


def read_rules(
    path: str, data: bytes, root: str = "", asked: OnFile = lambda file: None
) -> tuple[list[Rule], list[Problem]]:
    """The rules of one file, given its content, and the problems with it.

    Shared files are looked for beside it and above, up to `root`; `asked` is informed of each that was looked for.
    """
    if len(data) > LONGEST_FILE:
        return [], [Problem(path, "", "", f"the file is longer than {LONGEST_FILE:,} bytes")]
    try:
        content = load(data)
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
            rule, remarks = _rule(path, entry, shared_reader(path, root, load_file, asked))
            rules.append(rule)
            problems += (Problem(path, name, key, message, runs=True) for key, message in remarks)
        except Wrong as wrong:
            problems.append(Problem(path, name, wrong.key, wrong.message))
        except Exception as error:
            _log.exception("a rule of %s", path)
            problems.append(Problem(path, name, "", f"cannot be read because of a bug: {type(error).__name__}"))
    return rules, problems


def _rule(path: str, entry: Any, shared: Shared) -> tuple[Rule, list[tuple[str, str]]]:
    """One rule, and the problems with it without keeping it from working, by key."""
    if not isinstance(entry, dict):
        raise Wrong("", "expected a mapping with the keys of a rule")
    identifier = text_of(entry, "id")
    if not _ID.fullmatch(identifier):
        raise Wrong("id", "expected letters, digits, `.`, `_` and `-`")
    mode = entry.get("mode", "search")
    if mode not in ("search", "taint"):
        why = _MODES.get(mode if isinstance(mode, str) else "", "is not supported")
        raise Wrong("mode", f"mode `{mode}` {why}; expected `search` or `taint`")
    check_versions(entry)
    is_taint = mode == "taint" or "taint" in entry
    languages, remarks = languages_of(entry)
    if is_taint:
        languages, more = with_data_flow(languages)
        remarks += more
    unknown_keys = _unknown_keys(entry, is_taint=is_taint)
    strange = [key for key, _ in unknown_keys if key not in _LEFT_OUT]
    remarks += unknown_keys
    options = plain(mapping_of(entry, "options"))
    remarks += remarks_on(options)
    from reread.analyzers.pattern.prefilter.required_tokens import required_words

    try:
        if is_taint:
            taint = read_taint(entry, languages, shared)
            words, wanted = requirement(taint), cast("Wanted", taint)
        else:
            formula = with_keywords(read_formula(entry), signatures_of(shared))
            formula = validated(as_expressions(formula) if languages == ("regex",) else formula, languages, options)
            words = required_words(formula, languages, options)
            wanted = with_options(formula, changed(options))
            if languages[0] in TEXT_LANGUAGES:
                wanted, languages = Text(wanted, options), (ANY,)
    except Wrong as wrong:
        if wrong.key in entry or not strange:
            raise
        # Where there is no pattern at all, a key that is not known is a misspelled one.
        raise Wrong(strange[0], f"`{strange[0]}` is not supported") from None
    metadata = mapping_of(entry, "metadata")
    paths = mapping_of(entry, "paths")
    check_fixes(metadata, languages)
    rule = Rule(
        id=identifier,
        severity=severity_of(entry),
        languages=languages,
        words=words,
        details=LazyDetails(_details(entry, wanted, metadata, options)),
        path=path,
        include=globs_of(paths, "include"),
        exclude=globs_of(paths, "exclude"),
        confidence=str(metadata.get("confidence") or "HIGH").upper(),
        category=str(metadata.get("category") or ""),
        group=str(metadata.get("class") or ""),
        mode="taint" if is_taint else "",
    )
    return rule, remarks


def _details(entry: dict[Any, Any], wanted: Wanted, metadata: dict[Any, Any], options: dict[str, Any]) -> Details:
    fix = entry.get("fix")
    if fix is not None and not isinstance(fix, str):
        raise Wrong("fix", "expected a text")
    return Details(
        message=text_of(entry, "message").strip(),
        formula=wanted,
        fix=None if fix is None else fix.rstrip("\n"),
        applicability=applicability_of(metadata),
        metadata=plain(metadata),
        explanation=str(metadata.get("explanation") or ""),
        documentation=documentation_of(metadata),
        fix_regex=fix_regex(entry),
        options=options,
    )


def _unknown_keys(entry: dict[Any, Any], *, is_taint: bool) -> list[tuple[str, str]]:
    """What to say of the keys that are left out. Raises Wrong for those of the other mode."""
    remarks = []
    for key in entry:
        name = str(key)
        if key in (_KNOWN_KEYS - _SEARCH_KEYS | _TAINT_KEYS if is_taint else _KNOWN_KEYS) or key in _WITHOUT_MEANING:
            continue
        if key in _SEARCH_KEYS | _TAINT_KEYS:
            raise Wrong(name, f"`{name}` is not supported" + (" with `mode: taint`" if is_taint else ""))
        remarks.append((name, _LEFT_OUT.get(name, f"`{name}` is not known, and changes nothing")))
    return remarks
