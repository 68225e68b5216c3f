"""Document links: rule names in ignore comments, settings and rule files link to the pages of these rules."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reread.analyzers import suppressions
from reread.analyzers.rules.pages import page
from reread.analyzers.text import Document, Span
from reread.server.configuration import REPOSITORY_FILES
from reread.server.lsp.features import watch
from reread.server.lsp.parts.context import Context, Request
from reread.server.lsp.transport import convert

if TYPE_CHECKING:
    from reread.server.lsp.documents.session import OpenDocument

_NAME = re.compile(r"[A-Za-z][\w.-]*(?:/[\w.-]+)*")
_MOST = 1_000


def document_link(context: Context, params: types.DocumentLinkParams) -> list[types.DocumentLink] | None:
    """The links of an open document; None for others."""
    opened = context.session.document(params.text_document.uri)
    if opened is None or not opened.folder.settings.enable or not opened.folder.configured:
        return None
    document, encoding = opened.document, context.session.client.encoding
    links: list[types.DocumentLink] = []
    for span in _names(opened):
        rule = opened.folder.rule(document.text[span.start : span.end])
        if rule is not None and len(links) < _MOST:
            place = convert.range_of(document, span, encoding)
            data = {"rule": rule.id, "uri": document.uri}
            links.append(types.DocumentLink(place, tooltip=f"The rule {rule.id}", data=data))
    return links


async def resolve(context: Context, link: types.DocumentLink) -> types.DocumentLink:
    """Write the page of the rule, which is the target."""
    data = link.data if isinstance(link.data, dict) else {}
    opened = context.session.document(str(data.get("uri")))
    folders = [opened.folder] if opened is not None else context.session.all_folders()
    rule = next((found for folder in folders if (found := folder.rule(str(data.get("rule"))))), None)
    if rule is not None:
        link.target = await context.pages.file(f"{rule.id}.md", page(rule))
    return link


def _names(opened: OpenDocument) -> Iterator[Span]:
    """Where names of rules stand, or what may be some."""
    document = opened.document
    if _is_about_rules(document.path):
        seen = (match.span() for match in _NAME.finditer(document.text) if "-" in match[0] or "/" in match[0])
        yield from (Span(*place) for place in seen)
        return
    for comment in _comments(opened, document):
        text = document.text[comment.span.start : comment.span.end].partition("]")[0]
        for match in _NAME.finditer(text, max(text.find("["), text.find(":")) + 1):
            if match[0] in comment.rules:
                yield Span(*match.span()).moved(comment.span.start)


def _comments(opened: OpenDocument, document: Document) -> tuple[suppressions.Suppression, ...]:
    return suppressions.find(document, opened.tree)


def _is_about_rules(path: str) -> bool:
    return os.path.basename(path) in REPOSITORY_FILES or watch.of_rules(path)


def _announced(client: object) -> dict[str, Any]:
    return {"documentLinkProvider": {"resolveProvider": True}}


REQUESTS = (
    Request(types.TEXT_DOCUMENT_DOCUMENT_LINK, document_link, _announced),
    Request(types.DOCUMENT_LINK_RESOLVE, resolve),
)
