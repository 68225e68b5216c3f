"""Code lenses: above each changed definition, its review status and number of findings."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reread.analyzers.text import Span
from reread.server.lsp.documents import git_base
from reread.server.lsp.parts.context import Context, Request
from reread.server.lsp.transport import convert

if TYPE_CHECKING:
    from reread.analyzers.findings import Finding
    from reread.analyzers.review.change.units import ReviewUnit
    from reread.analyzers.text import Document
    from reread.server.lsp.documents.session import OpenDocument

logger = logging.getLogger(__name__)


async def code_lens(context: Context, params: types.CodeLensParams) -> list[types.CodeLens] | None:
    """The lenses of what differs from HEAD; None outside repositories and where nothing is checked."""
    opened = context.session.document(params.text_document.uri)
    if opened is None or not is_wanted(opened) or opened.key in context.session.notebooks:
        return None
    await context.schedule.settled(opened)
    document, limit = opened.document, opened.folder.settings.max_file_size
    try:
        units = await context.schedule.in_thread(changed, document, limit)
    except git_base.NoBaseError as error:
        logger.info("no code lenses: %s", error)
        return None
    if opened.document is not document:
        return None
    findings = [shown.finding for shown in opened.folder.shown(opened.findings(), document)]
    return [_lens(context, opened, unit, findings) for unit in units]


def is_wanted(opened: OpenDocument) -> bool:
    settings = opened.folder.settings
    on = settings.enable and settings.code_lens and bool(opened.folder.path)
    return on and bool(opened.document.path and opened.document.language)


def changed(document: Document, limit: int) -> list[ReviewUnit]:
    """The definitions that differ from HEAD. Runs git. Raises NoBaseError."""
    from reread.analyzers.review.change.units import plan_units

    base = git_base.of_file(document.path, document.text, limit)
    return [unit for unit in plan_units(document, base).units if unit.name]


def _lens(context: Context, opened: OpenDocument, unit: ReviewUnit, findings: Sequence[Finding]) -> types.CodeLens:
    document, encoding = opened.document, context.session.client.encoding
    here = sum(unit.span.start <= finding.span.start <= unit.span.end for finding in findings)
    found = f"{here or 'no'} finding{'' if here == 1 else 's'}"
    words = found
    if opened.folder.settings.review.enable:
        words = f"{context.session.reviewed.standing(opened.key, unit).value}, {found}"
    place = convert.range_of(document, unit.span, encoding)
    first = convert.range_of(document, Span(unit.span.start, unit.span.start), encoding)
    selection = {
        "start": {"line": place.start.line, "character": place.start.character},
        "end": {"line": place.end.line, "character": place.end.character},
    }
    command = types.Command(f"Reread: {words}", "reread.reviewSelection", arguments=[document.uri, selection])
    return types.CodeLens(first, command=command)


def _announced(client: object) -> dict[str, Any]:
    return {"codeLensProvider": {"resolveProvider": False}}


REQUESTS = (Request(types.TEXT_DOCUMENT_CODE_LENS, code_lens, _announced),)
