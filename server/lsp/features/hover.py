"""Hover: explains a finding."""

from __future__ import annotations

from lsprotocol import types

from reread.analyzers.shown.plain import plain
from reread.analyzers.text import Span
from reread.server.lsp.features import explain
from reread.server.lsp.parts.context import Context, Request
from reread.server.lsp.transport import convert


async def hover(context: Context, params: types.HoverParams) -> types.Hover | None:
    """The explanation of the findings under the cursor; None if there is none, or where hover is switched off."""
    opened = context.session.document(params.text_document.uri)
    if opened is None or not opened.folder.settings.hover or not opened.folder.settings.enable:
        return None
    await context.schedule.ready(opened)
    context.schedule.wake(opened)
    document = opened.document
    place = document.lines.offset((params.position.line, params.position.character), context.session.client.encoding)
    findings = [finding for finding in opened.findings() if finding.span.start <= place <= finding.span.end]
    if not findings:
        return None
    folder, role = opened.folder, opened.role
    # A client with views of Reread's own shows the steps itself, and leaves those out that it finds written plainly.
    linked = not context.session.client.own
    pages = [explain.page(each, folder.rule(each.rule), folder, role, linked=linked) for each in findings]
    text = "\n\n---\n\n".join(dict.fromkeys(pages))
    kind = types.MarkupKind.Markdown
    if not context.session.client.markdown_hover:
        kind, text = types.MarkupKind.PlainText, plain(text)
    start = max(finding.span.start for finding in findings)
    end = min(finding.span.end for finding in findings)
    place_of_all = convert.range_of(document, Span(start, end), context.session.client.encoding)
    return types.Hover(types.MarkupContent(kind, text), place_of_all)


REQUESTS = (Request(types.TEXT_DOCUMENT_HOVER, hover, lambda client: {"hoverProvider": True}),)
