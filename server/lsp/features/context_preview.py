"""The context that a review of the code under the cursor would include, as a Markdown page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lsprotocol import types
from msgspec import structs

from reread.analyzers.review.privacy.pii import NOTHING, Personal
from reread.analyzers.shown.markdown import code, code_block, inline
from reread.analyzers.text import Span
from reread.rag.results import Piece
from reread.server.lsp.client.progress import Progress
from reread.server.personal import personal_of
from reread.server.rpc.errors import RequestFailedError, WorkerGoneError

if TYPE_CHECKING:
    from reread.analyzers.review.privacy.redact import Redactor
    from reread.server.lsp.analysis.background import Background
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.lsp.parts.context import Context


async def show(context: Context, background: Background, opened: OpenDocument, span: Span) -> None:
    """Look up what belongs to the definitions that a span touches, and open the page about it."""
    document, folder = opened.document, opened.folder
    if not folder.path or not folder.settings.index.enable:
        context.client.show("this file is not indexed", types.MessageType.Info)
        return
    try:
        async with Progress(context.client, "Looking up related code"):
            worker = await background.worker_for(folder)
            pieces = await worker.context(
                folder.path,
                document.path,
                document.text,
                span.start,
                span.end,
                limit_tokens=folder.settings.review.context_tokens,
                language=document.language,
            )
    except (WorkerGoneError, RequestFailedError) as error:
        context.client.show(f"the lookup failed: {error}", types.MessageType.Warning)
        return
    line = document.lines.line_of(span.start) + 1
    personal = personal_of(folder.settings.review, folder.path)
    await context.pages.show("context", page(os.path.basename(document.path), line, pieces, personal))


def page(name: str, line: int, pieces: Sequence[Piece], personal: Personal = NOTHING) -> str:
    """The pieces with their reasons, best first, without secrets and what else is `personal`, as a model sees them."""
    from reread.analyzers.review.privacy.redact import Redactor

    redactor = Redactor(personal)
    pieces = [_without_secrets(piece, redactor) for piece in pieces]
    parts = [f"# What a review of {code(name)}:{line} would see"]
    if not pieces:
        parts.append("No related code in the index.")
    for piece in pieces:
        title = code(f"{piece.path}:{piece.start_line}-{piece.end_line}")
        what = f"{code(piece.name)}, " if piece.name else ""
        block = code_block(piece.language, piece.text.strip("\n"))
        parts.append(f"## {title}\n\n{what}{inline(piece.reason)}\n\n{block}")
    return "\n\n".join(parts) + "\n"


def _without_secrets(piece: Piece, redactor: Redactor) -> Piece:
    is_code = bool(piece.language)
    return structs.replace(
        piece,
        path=redactor.redact(piece.path),
        name=redactor.spread(piece.name),
        reason=redactor.redact(piece.reason),
        text=redactor.redact(piece.text, is_code=is_code, language=piece.language),
    )
