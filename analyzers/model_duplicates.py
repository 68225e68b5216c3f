"""Drops a model's findings that a rule already reports on the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reread.analyzers.findings import Edit, Finding, Source
from reread.analyzers.identifiers import stem_of
from reread.analyzers.text import Document, Span

_WORD = re.compile(r"[a-z]{3,}")
_SAY_NOTHING = frozenset(
    {"and", "bug", "code", "error", "for", "from", "issue", "model", "not", "security", "the", "with"}
)


def without_repeated(findings: Sequence[Finding], document: Document) -> list[Finding]:
    """The findings without those of the model that a rule reports: on the same line, with the same correction or under
    a name that shares a word with the rule's.

    What a model calls `model/sql-injection` a rule calls `py/sql-string-built`; what it calls `model/off-by-one` and
    corrects as `py/loop-past-end` does is that. Two different remarks about one line stay.
    """
    rules = [finding for finding in findings if finding.source is Source.RULE]
    return [each for each in findings if each.source is not Source.MODEL or not _is_reported(each, rules, document)]


def _is_reported(finding: Finding, rules: Iterable[Finding], document: Document) -> bool:
    words, lines = _words(finding.rule), _lines(finding, document)
    near = [rule for rule in rules if not lines.isdisjoint(_lines(rule, document))]
    if any(not words.isdisjoint(_words(rule.rule)) for rule in near):
        return True
    corrections = {each for rule in near for each in _corrections(rule, document)}
    return not corrections.isdisjoint(_corrections(finding, document))


def _corrections(finding: Finding, document: Document) -> Iterator[tuple[Edit, ...]]:
    """The edits of each fix without what they leave as it is: one correction can replace a name or the whole line."""
    for fix in finding.fixes:
        edits = sorted((_smallest(edit, document.text) for edit in fix.edits), key=lambda edit: edit.span)
        if edits:
            yield tuple(edits)


def _smallest(edit: Edit, text: str) -> Edit:
    start, end = edit.span
    before = text[start:end]
    first = _equal_length(before, edit.text)
    before, after = before[first:], edit.text[first:]
    last = _equal_length(before[::-1], after[::-1])
    return edit._replace(span=Span(start + first, end - last), text=after[: len(after) - last])


def _equal_length(one: str, other: str) -> int:
    """The length of what both begin with."""
    most = min(len(one), len(other))
    return next((at for at in range(most) if one[at] != other[at]), most)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(stem_of(name))) - _SAY_NOTHING


def _lines(finding: Finding, document: Document) -> frozenset[int]:
    """The first line and the last one: what spans many lines is about where it begins or ends."""
    start, end = finding.span
    return frozenset((document.lines.line_of(start), document.lines.line_of(max(start, end - 1))))
