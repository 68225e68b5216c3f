"""Drops a model's findings that a rule already reports on the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reread.analyzers.findings import Finding, Source
from reread.analyzers.identifiers import stem_of
from reread.analyzers.text import Document

_WORD = re.compile(r"[a-z]{3,}")
_SAY_NOTHING = frozenset(
    {"and", "bug", "code", "error", "for", "from", "issue", "model", "not", "security", "the", "with"}
)


def without_repeated(findings: Sequence[Finding], document: Document) -> list[Finding]:
    """The findings without those of the model that share a word of their name and a line with one of a rule.

    What a model calls `model/sql-injection` a rule calls `py/sql-string-built`. Two different remarks about one
    line stay.
    """
    rules = [finding for finding in findings if finding.source is Source.RULE]
    return [each for each in findings if each.source is not Source.MODEL or not _is_reported(each, rules, document)]


def _is_reported(finding: Finding, rules: Iterable[Finding], document: Document) -> bool:
    words, lines = _words(finding.rule), _lines(finding, document)
    return any(
        not lines.isdisjoint(_lines(rule, document)) and not words.isdisjoint(_words(rule.rule)) for rule in rules
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(stem_of(name))) - _SAY_NOTHING


def _lines(finding: Finding, document: Document) -> frozenset[int]:
    """The first line and the last one: what spans many lines is about where it begins or ends."""
    start, end = finding.span
    return frozenset((document.lines.line_of(start), document.lines.line_of(max(start, end - 1))))
