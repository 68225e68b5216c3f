"""Findings from the index about a change: with severities, editor positions, and ignore comments applied."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.findings import Finding, Related, Severity, Source, Tag, with_fingerprints
from reread.analyzers.roles import Role, role_of
from reread.analyzers.rules.profiles import looks_at
from reread.analyzers.suppressions import find, is_suppressed
from reread.analyzers.syntax import language_of, parse
from reread.analyzers.text import Document
from reread.server import index_rules

if TYPE_CHECKING:
    from reread.analyzers.rules.check_options import CheckOptions
    from reread.analyzers.rules.rule import Rule
    from reread.rag.findings.kind import IndexFinding

_CONFIDENCE = {"HIGH": 1.0, "MEDIUM": 0.7, "LOW": 0.4}


class FileFindings(NamedTuple):
    """The findings in one file, with the text that the places refer to."""

    document: Document
    findings: tuple[Finding, ...]


def by_file(
    found: Iterable[IndexFinding], folder: str, text_of: Callable[[str], str | None], options: CheckOptions
) -> dict[str, FileFindings]:
    """The findings by the relative paths of their files, without those that are silenced."""
    grouped: dict[str, list[IndexFinding]] = {}
    for each in found:
        grouped.setdefault(each.path, []).append(each)
    result = {}
    for path, own in grouped.items():
        text = text_of(path)
        if text is None:
            continue
        absolute = os.path.join(folder, *path.split("/"))
        document = Document(path, text, path=absolute, language=language_of(path))
        findings = _unsuppressed(own, document, path, folder, options)
        if findings:
            result[path] = FileFindings(document, tuple(with_fingerprints(findings, document, path)))
    return result


def _unsuppressed(
    found: Sequence[IndexFinding], document: Document, path: str, folder: str, options: CheckOptions
) -> list[Finding]:
    """As findings, those that neither an ignore comment nor the role of the file silences."""
    rules = {rule.id: rule for rule in index_rules.rules()}
    role: Role = role_of(path, document.data)
    comments = find(document, parse(document))
    made = (
        _finding(each, rules[each.rule], folder, options.severity.get(each.rule, rules[each.rule].severity))
        for each in found
        if each.rule in options.select or looks_at(rules[each.rule], options.profile, role)
    )
    return [finding for finding in made if not is_suppressed(finding, comments, document)]


def _finding(found: IndexFinding, rule: Rule, folder: str, severity: Severity) -> Finding:
    return Finding(
        rule=found.rule,
        message=found.message,
        span=found.span,
        severity=severity,
        source=Source.INDEX,
        related=tuple(
            Related(os.path.join(folder, *place.path.split("/")), place.line, place.message) for place in found.related
        ),
        tags=(Tag.UNNECESSARY,) if found.unnecessary else (),
        explanation=rule.explanation,
        confidence=_CONFIDENCE.get(rule.confidence, 1.0),
    )
