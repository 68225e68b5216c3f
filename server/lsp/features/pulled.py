"""Diagnostics for clients that pull them: one document at a time, and those of files that are not open.

Such a client is pushed nothing. Where findings come after its last pull, it is asked to pull again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from reread.server.lsp.analysis import publish
from reread.server.lsp.features.code_actions import in_time, patience_ends
from reread.server.lsp.transport import uris

if TYPE_CHECKING:
    from reread.server.lsp.parts.parts import Parts

AT_ONCE = 100
"""Files in one partial result."""


async def document_diagnostic(parts: Parts, params: Any) -> dict[str, Any]:
    """The report about an open document (`DocumentDiagnosticParams`), once its analysis is there; others are empty."""
    opened = parts.session.document(params["textDocument"]["uri"])
    if opened is None:
        return {"kind": "full", "items": []}
    await in_time(patience_ends(), parts.schedule.settled(opened))
    items = publish.current(parts.client, opened)
    identifier = publish.result_id(items)
    opened.pulled = (opened.document.version, identifier)
    if params.get("previousResultId") == identifier:
        return {"kind": "unchanged", "resultId": identifier}
    return {"kind": "full", "resultId": identifier, "items": msgspec.json.decode(items)}


def workspace_diagnostic(parts: Parts, params: Any) -> dict[str, Any]:
    """The reports about files that are not open (`WorkspaceDiagnosticParams`), in parts where the client takes them."""
    before = {each["uri"]: each["value"] for each in params.get("previousResultIds") or ()}
    reports = list(_reports(parts, before))
    token = params.get("partialResultToken")
    if token is None:
        return {"items": reports}
    for chunk in _chunks(reports):
        parts.client.connection.tell("$/progress", {"token": token, "value": {"items": chunk}})
    return {"items": []}


def _reports(parts: Parts, before: dict[str, str]) -> Iterator[dict[str, Any]]:
    shown = parts.session.unopened_shown
    for key, (uri, items) in shown.items():
        if key in parts.session.documents:  # The client pulls those one by one.
            continue
        identifier = publish.result_id(items)
        report: dict[str, Any] = {"uri": uri, "version": None, "resultId": identifier}
        if before.get(uri) == identifier:
            yield {**report, "kind": "unchanged"}
        else:
            yield {**report, "kind": "full", "items": msgspec.json.decode(items)}
    for uri in before:
        if uris.key(uri) not in shown:
            yield {"uri": uri, "version": None, "kind": "full", "items": []}


def _chunks(reports: Sequence[dict[str, Any]]) -> Iterator[Sequence[dict[str, Any]]]:
    return (reports[start : start + AT_ONCE] for start in range(0, len(reports), AT_ONCE))


QUESTIONS = {"textDocument/diagnostic": document_diagnostic, "workspace/diagnostic": workspace_diagnostic}
