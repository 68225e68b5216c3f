"""Decides whether two findings of a model are the same: same place and same meaning."""

from __future__ import annotations

import re

from reread.analyzers.findings import Finding
from reread.analyzers.text import Document

_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    {"after", "also", "because", "been", "before", "does", "from", "have", "into", "more", "never", "only", "than"}
    | {"that", "their", "them", "then", "there", "this", "when", "where", "which", "will", "with", "without", "would"}
    | {"always", "call", "called", "case", "code", "function", "line", "method", "value", "values"}
)
"""Words that findings of any meaning have."""

_SHARE = 0.4
"""Of the words of the shorter message, how many the longer one has too."""


def is_similar(one: Finding, other: Finding, document: Document) -> bool:
    """Whether two findings share a line, and either the words of their category or many of those of their messages.

    Models word the same defect differently from one look to the next, so equal texts would be too much to ask.
    """
    if _lines(one, document).isdisjoint(_lines(other, document)):
        return False
    if not _words(_category(one)).isdisjoint(_words(_category(other))):
        return True
    words = sorted((_words(one.message), _words(other.message)), key=len)
    return len(words[0] & words[1]) > _SHARE * len(words[0])


def _category(finding: Finding) -> str:
    return finding.rule.partition("/")[2]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _COMMON


def _lines(finding: Finding, document: Document) -> frozenset[int]:
    start, end = finding.span
    lines = document.lines
    return frozenset(range(lines.line_of(start), lines.line_of(max(start, end - 1)) + 1))
