"""Publishes diagnostics: one merged list per URI, with the version that it is about.

The list is written as bytes. What does not depend on a finding's place is turned into JSON once and kept; after an
edit only the ranges are new.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from reread.analyzers.findings import sort_key
from reread.analyzers.owned_files import digest
from reread.analyzers.text import Document
from reread.server.lsp.transport import cells, convert, uris
from reread.server.lsp.transport.capabilities import ClientCapabilities

if TYPE_CHECKING:
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.folders import Shown
    from reread.server.lsp.documents.session import Bodies, OpenDocument

METHOD = "textDocument/publishDiagnostics"

MOST_CACHED = 20_000
"""Diagnostics whose JSON is kept."""

_encode = msgspec.json.Encoder().encode


def publish(client: Client, opened: OpenDocument) -> None:
    """Send what is known about the document, unless the client was sent the very same for this version already."""
    document, session = opened.document, client.session
    items = current(client, opened)
    if session.client.pull:
        _ask_again(client, opened, items)
        return
    params = parameters(document.uri, document.version, items)
    if params != opened.published:
        opened.published = params
        notebook = session.notebooks.get(opened.key)
        if notebook is None:
            client.connection.send_notification(METHOD, params)
            return
        for cell, own in cells.diagnostics(notebook, items):
            client.connection.send_notification(METHOD, parameters(cell.uri, cell.version, own))


def current(client: Client, opened: OpenDocument) -> bytes:
    """The diagnostics of an open document as it is now, as a JSON array."""
    findings = opened.findings() if opened.folder.settings.enable else []
    session = client.session
    shown = opened.folder.shown(findings, opened.document)
    return diagnostics(shown, opened.document, session.client, session.bodies)


def result_id(items: bytes) -> str:
    """An identifier that distinguishes diagnostics of the same file."""
    return digest(items).hex()[:16]


def _ask_again(client: Client, opened: OpenDocument, items: bytes) -> None:
    """Have the client pull again if it did for this version, and there is more now. After an edit it does by itself."""
    if (
        opened.pulled is not None
        and opened.pulled[0] == opened.document.version
        and opened.pulled[1] != result_id(items)
    ):
        opened.pulled = None
        client.refresh_diagnostics()


def publish_unopened(client: Client, document: Document) -> None:
    """Send what is known of a file that is not open, with this text; nothing at all takes away what was sent before."""
    session, key = client.session, uris.key(document.uri)
    known = (session.unopened.get(key), session.unopened_index.get(key), session.unopened_rules.get(key))
    said = (kept[1] for kept in known if kept is not None and kept[0] == document.sha256)
    findings = sorted((finding for own in said for finding in own), key=sort_key)
    shown = session.folder_of(document.path).shown(findings, document)
    items = diagnostics(shown, document, session.client, session.bodies)
    if not session.client.pull:
        client.connection.send_notification(METHOD, parameters(document.uri, None, items))
        return
    shown_before = session.unopened_shown
    before = shown_before.pop(key, None)
    if items != b"[]":
        shown_before[key] = (document.uri, items)
    if shown_before.get(key) != before:
        client.refresh_diagnostics()


def clear(client: Client, uri: str) -> None:
    """Take away everything that was sent for a URI."""
    client.session.unopened_rules.pop(uris.key(uri), None)
    if not client.session.client.pull:
        client.connection.send_notification(METHOD, parameters(uri, None, b"[]"))
    elif client.session.unopened_shown.pop(uris.key(uri), None) is not None:
        client.refresh_diagnostics()


def parameters(uri: str, version: int | None, items: bytes) -> bytes:
    """`PublishDiagnosticsParams` as JSON."""
    head = b'{"uri":%b' % _encode(uri)
    if version is not None:
        head += b',"version":%d' % version
    return b'%b,"diagnostics":%b}' % (head, items)


def diagnostics(findings: Iterable[Shown], document: Document, client: ClientCapabilities, bodies: Bodies) -> bytes:
    """The findings as a JSON array of LSP diagnostics; `bodies` keeps what is likely to be wanted again."""
    position, encoding = document.lines.position, client.encoding
    items = []
    for shown in findings:
        finding = shown.finding
        start, end = position(finding.span.start, encoding), position(finding.span.end, encoding)
        place = (start.line, start.column, end.line, end.column)
        items.append(
            b'{"range":{"start":{"line":%d,"character":%d},"end":{"line":%d,"character":%d}},%b'
            % (*place, _body(shown, document, client, bodies))
        )
    return b"[%b]" % b",".join(items)


def _body(shown: Shown, document: Document, client: ClientCapabilities, bodies: Bodies) -> bytes:
    """All of the diagnostic but its range, as the rest of a JSON object."""
    finding, known = shown
    fixes = tuple(fix.title for fix in finding.fixes)
    key = (
        *(finding.rule, finding.message, finding.fingerprint, finding.severity, finding.related),
        *(fixes, document.uri, known),
    )
    body = bodies.get(key)
    if body is None:
        if len(bodies) >= MOST_CACHED:
            bodies.clear()
        body = bodies[key] = _encode(convert.diagnostic(finding, document, client, known=known))[1:]
    return body
