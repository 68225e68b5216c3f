"""For reviewdog: rdjson, https://github.com/reviewdog/reviewdog/tree/master/proto/rdf, with fixes as suggestions.

Columns are bytes of UTF-8, from 1.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reread.analyzers.findings import Applicability, Severity
from reread.analyzers.shown.characters import visible
from reread.analyzers.shown.links import address
from reread.analyzers.text import Document
from reread.server.output.json import text
from reread.server.report.report import FileReport, LocatedFinding, Report, SourceRange, Style

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO", Severity.HINT: "INFO"}


def render(report: Report, style: Style) -> Iterator[str]:
    """The findings that count as one JSON object."""
    documents: dict[str, Document] = {}
    diagnostics = []
    for file, located in report.shown(existing=style.existing):
        document = documents.setdefault(file.path, Document("", file.text))
        diagnostics.append(_diagnostic(file, located, document))
    yield json.dumps({"source": {"name": "reread"}, "diagnostics": diagnostics}, indent=2) + "\n"


def _diagnostic(file: FileReport, located: LocatedFinding, document: Document) -> dict[str, Any]:
    finding = located.finding
    code = {"value": finding.rule}
    if href := address(finding.documentation):
        code["url"] = href
    made: dict[str, Any] = {
        "message": visible(finding.message),
        "location": {"path": text(file.relative), "range": _range(located.place, document)},
        "severity": _SEVERITIES[finding.severity],
        "code": code,
    }
    # Each suggestion is taken by itself, so a fix of several edits cannot be one.
    suggestions = [
        {"range": _range(places[0], document), "text": fix.edits[0].text}
        for fix, places in zip(finding.fixes, located.edits, strict=True)
        if len(places) == 1 and not fix.edits[0].uri and fix.applicability is not Applicability.DISPLAY_ONLY
    ]
    if suggestions and file.text:
        made["suggestions"] = suggestions
    return made


def _range(place: SourceRange, document: Document) -> dict[str, dict[str, int]]:
    start = _position(place.line, place.column, document)
    return {"start": start, "end": _position(place.end_line, place.end_column, document)}


def _position(line: int, column: int, document: Document) -> dict[str, int]:
    if line >= document.lines.count:
        return {"line": line + 1}
    span = document.lines.line_span(line)
    before = document.text[span.start : span.start + column]
    return {"line": line + 1, "column": len(before.encode(errors="surrogatepass")) + 1}
