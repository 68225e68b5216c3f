"""Comments that silence findings: `reread: ignore[rule-id] -- reason`, and Semgrep's `nosemgrep: rule-id`."""

from __future__ import annotations

import enum
from typing import NamedTuple

from reread.analyzers.findings import Edit, Finding
from reread.analyzers.syntax import SyntaxTree
from reread.analyzers.text import Document, Span


class Scope(enum.Enum):
    """How much of the file an ignore comment speaks for."""

    LINE = "line"
    FILE = "file"


class Suppression(NamedTuple):
    """One ignore comment.

    `span` is the comment (code points), `rules` the ids it names (empty: all rules), `lines` the lines, from 0, whose
    findings it silences (empty: the whole file), `reason` what stands after `--`. `foreign` is true for `nosemgrep`.
    """

    span: Span
    rules: tuple[str, ...]
    scope: Scope
    lines: tuple[int, ...]
    reason: str = ""
    foreign: bool = False


def find(document: Document, tree: SyntaxTree | None) -> tuple[Suppression, ...]:
    """All ignore comments of a document, in order."""
    return ()


def ignore_edit(document: Document, tree: SyntaxTree | None, finding: Finding, scope: Scope = Scope.LINE) -> Edit:
    """The edit that adds a comment which silences the finding, or extends the one that is there."""
    return Edit(Span(0, 0), "")
