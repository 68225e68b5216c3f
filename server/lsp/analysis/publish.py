"""Diagnostics on their way to the client: one merged list for each URI, with the version it is about.

The list is written as bytes. What does not depend on a finding's place is turned into JSON once and kept; after an
edit only the ranges are new.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from reread.analyzers.findings import Finding, sort_key
from reread.analyzers.text import Document
from reread.server.lsp.transport import convert, uris
from reread.server.lsp.transport.capabilities import ClientCapabilities

if TYPE_CHECKING:
    from reread.server.lsp.client import Client
    from reread.server.lsp.session import Bodies, OpenDocument

METHOD = "textDocument/publishDiagnostics"

KEPT = 20_000
"""Diagnostics whose JSON is kept."""

_encode = msgspec.json.Encoder().encode


def publish(client: Client, opened: OpenDocument) -> None:
    """Send what is known about the document, unless the client was sent the very same for this version already."""
    document = opened.document
    findings = opened.findings() if opened.folder.settings.enable else []
    session = client.session
    items = diagnostics(opened.folder.shown(findings, document), document, session.client, session.bodies)
    params = parameters(document.uri, document.version, items)
    if params != opened.published:
        opened.published = params
        client.connection.send_notification(METHOD, params)


def publish_unopened(client: Client, document: Document, findings: Iterable[Finding]) -> None:
    """Send the findings of a file that is not open, with what the index says of it; nothing at all takes away what was
    sent before.
    """
    kept = client.session.unopened_index.get(uris.key(document.uri))
    if kept is not None and kept[0] == document.sha256:
        findings = sorted((*findings, *kept[1]), key=sort_key)
    shown = client.session.folder_of(document.path).shown(findings, document)
    items = diagnostics(shown, document, client.session.client, client.session.bodies)
    client.connection.send_notification(METHOD, parameters(document.uri, None, items))


def clear(client: Client, uri: str) -> None:
    """Take away everything that was sent for a URI."""
    client.connection.send_notification(METHOD, parameters(uri, None, b"[]"))


def parameters(uri: str, version: int | None, items: bytes) -> bytes:
    """`PublishDiagnosticsParams` as JSON."""
    head = b'{"uri":%b' % _encode(uri)
    if version is not None:
        head += b',"version":%d' % version
    return b'%b,"diagnostics":%b}' % (head, items)


def diagnostics(findings: Iterable[Finding], document: Document, client: ClientCapabilities, bodies: Bodies) -> bytes:
    """The findings as a JSON array of LSP diagnostics; `bodies` keeps what is likely to be wanted again."""
    position, encoding = document.lines.position, client.encoding
    items = []
    for finding in findings:
        start, end = position(finding.span.start, encoding), position(finding.span.end, encoding)
        place = (start.line, start.column, end.line, end.column)
        items.append(
            b'{"range":{"start":{"line":%d,"character":%d},"end":{"line":%d,"character":%d}},%b'
            % (*place, _body(finding, document, client, bodies))
        )
    return b"[%b]" % b",".join(items)


def _body(finding: Finding, document: Document, client: ClientCapabilities, bodies: Bodies) -> bytes:
    """All of the diagnostic but its range, as the rest of a JSON object."""
    fixes = tuple(fix.title for fix in finding.fixes)
    key = (finding.rule, finding.message, finding.fingerprint, finding.severity, finding.related, fixes, document.uri)
    body = bodies.get(key)
    if body is None:
        if len(bodies) >= KEPT:
            bodies.clear()
        body = bodies[key] = _encode(convert.diagnostic(finding, document, client))[1:]
    return body
