"""Converts spans to LSP ranges and findings to LSP diagnostics; no other module knows both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lsprotocol import types

from reread.analyzers.findings import Applicability, Edit, Finding, Severity, Source, Tag
from reread.analyzers.shown import lines
from reread.analyzers.shown.links import address
from reread.analyzers.text import Document, PositionEncoding, Span, TextChange, difference
from reread.server.lsp.transport import uris
from reread.server.lsp.transport.capabilities import ClientCapabilities

SOURCE = "Reread"

_SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3, Severity.HINT: 4}
_TAGS = {Tag.UNNECESSARY: 1, Tag.DEPRECATED: 2}


def span(document: Document, start: tuple[int, int], end: tuple[int, int], encoding: PositionEncoding) -> Span:
    """The span between two LSP positions; ends in the wrong order are swapped, places outside the text are clamped."""
    first = document.lines.offset(start, encoding)
    last = document.lines.offset(end, encoding)
    return Span(first, last) if first <= last else Span(last, first)


def span_of(document: Document, place: types.Range, encoding: PositionEncoding) -> Span:
    """The span of an LSP range, as `span` gives it."""
    start, end = place.start, place.end
    return span(document, (start.line, start.character), (end.line, end.character), encoding)


def range_of(document: Document, place: Span, encoding: PositionEncoding) -> types.Range:
    """The LSP range of a span."""
    start = document.lines.position(place.start, encoding)
    end = document.lines.position(place.end, encoding)
    return types.Range(types.Position(start.line, start.column), types.Position(end.line, end.column))


def change_of(document: Document, event: Mapping[str, Any], encoding: PositionEncoding) -> TextChange:
    """The change that a `TextDocumentContentChangeEvent` (as JSON) makes to the document.

    A new whole text becomes a change of the part that differs, so that what is in the rest stays where it is.
    """
    text = event["text"]
    if not isinstance(text, str):
        raise TypeError("the text of a change is not a string")
    place = event.get("range")
    if place is None:
        return difference(document.text, text)
    start, end = place["start"], place["end"]
    ends = (start["line"], start["character"]), (end["line"], end["character"])
    return TextChange(span(document, *ends, encoding), text)


def diagnostic(
    finding: Finding, document: Document, client: ClientCapabilities, *, known: bool = False
) -> dict[str, Any]:
    """The finding as an LSP diagnostic in JSON, without its range; `known` are those that were there before."""
    message = lines.message(finding.message) or finding.rule
    body: dict[str, Any] = {
        "severity": _SEVERITIES[finding.severity],
        "code": finding.rule,
        "source": SOURCE,
        "message": message,
    }
    if client.code_description and (href := address(finding.documentation)):
        body["codeDescription"] = {"href": href}
    tags = [number for tag in finding.tags if (number := _TAGS[tag]) in client.diagnostic_tags]
    if tags:
        body["tags"] = tags
    if finding.related and client.related_information:
        body["relatedInformation"] = [
            {
                "location": _location(related.path, related.line, document),
                "message": lines.line(related.message or related.path),
            }
            for related in finding.related
        ]
    elif finding.related:
        others = (f"{related.path}:{related.line + 1}: {related.message}" for related in finding.related)
        body["message"] = "\n".join((message, *map(lines.line, others)))
    if client.diagnostic_data:
        body["data"] = _data(finding, known)
    return body


def _data(finding: Finding, known: bool) -> dict[str, Any]:
    """What comes back with a code action request: enough to find the finding again, and to tell what can be done.

    `flow` says for each of the related places where it is in the data flow: before or after the finding, or "".
    """
    fixes = [lines.title(fix.title) for fix in finding.fixes if fix.applicability is not Applicability.DISPLAY_ONLY]
    data: dict[str, Any] = {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "source": finding.source.value,
    }
    if known:
        data["known"] = True
    if any(related.flow for related in finding.related):
        data["flow"] = [related.flow for related in finding.related]
    if fixes:
        data["fixes"] = fixes
    if finding.source is Source.MODEL:
        data["generated"] = True
    return data


def _location(path: str, line: int, document: Document) -> dict[str, Any]:
    uri = document.uri if path == document.path or not path else uris.uri_of(path)
    start = {"line": line, "character": 0}
    return {"uri": uri, "range": {"start": start, "end": start}}


def text_edit(document: Document, edit: Edit, encoding: PositionEncoding) -> types.TextEdit:
    """An edit of the document, whatever file its `uri` names."""
    return types.TextEdit(range_of(document, edit.span, encoding), edit.text)
