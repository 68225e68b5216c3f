"""Merges the results of other tools with Reread's: places them, applies comments, and reports each once.

Two findings are the same when they begin on the same line of a file and are about the same weakness of the common
catalogue (CWE), or have the same message. Ours stays, then the one that came first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers import identifiers
from reread.analyzers.findings import Finding, Related, Severity, Source, sort_key, with_fingerprints
from reread.analyzers.suppressions import find, hints_in, is_suppressed
from reread.analyzers.syntax import parse
from reread.analyzers.text import Document, PositionEncoding, Span
from reread.server.external.sarif import Region, Result, Step

_CONFIDENCE = 0.9
_OFF = "off"


class Grading(NamedTuple):
    """The settings for rules: their severities by name, and the names of unwanted rules."""

    severity: Mapping[str, str] = {}
    ignore: Iterable[str] = ()


def findings_of(
    results: Iterable[Result],
    document: Document,
    path: str,
    grading: Grading = Grading(),  # noqa: B008 - frozen
) -> list[Finding]:
    """The results in a text as findings, without those that settings or ignore comments silence, each reported once.

    `path` is relative to the workspace folder, with `/`.
    """
    made: dict[tuple[object, ...], Finding] = {}
    for result in results:
        finding = _finding(result, document)
        reported = (finding.span, finding.rule, finding.message)
        made.setdefault(reported, finding)
    found = _graded(list(made.values()), grading)
    if hints_in(document.text):
        tree = parse(document) if document.language else None
        suppressions = find(document, tree)
        found = [each for each in found if not is_suppressed(each, suppressions, document)]
    return with_fingerprints(found, document, path)


def _graded(findings: Sequence[Finding], grading: Grading) -> list[Finding]:
    """The findings with the severities of the settings, without those of rules that are off."""
    rules = sorted({finding.rule for finding in findings})
    named = {name: value for name, value in grading.severity.items() if identifiers.is_of_tool(name)}
    severity = dict(identifiers.by_rule(named, rules))
    ignored = identifiers.fitting(filter(identifiers.is_of_tool, grading.ignore), rules)
    return [
        each._replace(severity=Severity(severity[each.rule])) if each.rule in severity else each
        for each in findings
        if each.rule not in ignored and severity.get(each.rule) != _OFF
    ]


def without_reported(
    external: Sequence[tuple[Finding, tuple[str, ...]]],
    ours: Sequence[Finding],
    document: Document,
    weaknesses: Callable[[str], tuple[str, ...]],
) -> list[Finding]:
    """Those of the findings (each with its weaknesses) that neither we nor a tool before has reported on the same line.

    `weaknesses` gives those of one of our rules, by its id.
    """
    line_of = document.lines.line_of
    reported: set[tuple[int, str]] = set()
    for finding in ours:
        reported |= _keys(finding, line_of(finding.span.start), weaknesses(finding.rule))
    kept = []
    for finding, own in external:
        keys = _keys(finding, line_of(finding.span.start), own)
        if reported.isdisjoint(keys):
            kept.append(finding)
        reported |= keys
    return sorted(kept, key=sort_key)


def _keys(finding: Finding, line: int, weaknesses: Iterable[str]) -> set[tuple[int, str]]:
    return {(line, each) for each in (*weaknesses, " ".join(finding.message.split()))}


def weaknesses_of(results: Iterable[Result]) -> Mapping[str, tuple[str, ...]]:
    """The weaknesses of the rules of results, by their ids."""
    return {result.rule: result.weaknesses for result in results}


def _finding(result: Result, document: Document) -> Finding:
    return Finding(
        result.rule,
        result.message,
        _span(result.region, document, utf16=result.utf16),
        result.severity,
        Source.EXTERNAL,
        related=tuple(map(_related, result.steps)),
        documentation=result.documentation,
        explanation=result.explanation,
        confidence=_CONFIDENCE,
    )


def _related(step: Step) -> Related:
    return Related(step.path, step.line, step.message, "before" if step.flow else "")


def _span(region: Region, document: Document, *, utf16: bool) -> Span:
    lines = document.lines
    encoding = PositionEncoding.UTF16 if utf16 else PositionEncoding.UTF32
    line = min(region.line, lines.count - 1)
    end_line = min(region.end_line, lines.count - 1)
    whole = lines.line_span(line)
    text = document.text[whole.start : whole.end]
    if region.column is None:
        start = whole.start + len(text) - len(text.lstrip())
    else:
        start = lines.offset((line, region.column), encoding)
    if region.end_column is None:
        end = lines.line_span(end_line).end
    else:
        end = lines.offset((end_line, region.end_column), encoding)
    return Span(start, max(start, end))
