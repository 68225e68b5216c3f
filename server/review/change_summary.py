"""The model's summary of a change, by concern, with its risks: requested with the review, within its limits."""

from __future__ import annotations

import asyncio

from reread.analyzers.review.ask.cached_client import CachedClient, Question
from reread.analyzers.review.generation import changes
from reread.analyzers.review.generation.log_style import LoggedCommit
from reread.analyzers.review.provider import ProviderError
from reread.server.personal import personal_of
from reread.server.report.review import ChangeSummary, Paragraph, ReviewRequest
from reread.server.review.change_diffs import differences_of
from reread.server.settings import Settings


async def summary_of(
    request: ReviewRequest, settings: Settings, asker: CachedClient
) -> tuple[ChangeSummary | None, str]:
    """The summary of a change, and in one line why there is none, "" where none is wanted."""
    material = await _material(request, settings)
    if material is None:
        return None, ""
    try:
        said = await changes.summary(asker, material)
    except ProviderError as error:
        return None, f"no summary of the change by the model: {error}"
    concerns = tuple(Paragraph(each.title, each.text, each.paths) for each in said.concerns)
    risks = tuple(Paragraph("", each.text, each.paths) for each in said.risks)
    return ChangeSummary(said.title, concerns, risks, asker.lines[0].model), ""


async def question_of(request: ReviewRequest, settings: Settings) -> Question | None:
    """The question that asks for it; None if nothing is asked."""
    material = await _material(request, settings)
    return changes.summary_question(material) if material is not None else None


async def _material(request: ReviewRequest, settings: Settings) -> changes.ChangeMaterial | None:
    if not request.summarise:
        return None
    documents = (*request.documents, *request.others)
    shown, _ = await asyncio.to_thread(differences_of, request.folder, documents, settings)
    if not shown:
        return None
    private = await asyncio.to_thread(personal_of, settings.review, request.folder)
    intent = request.change.intent if request.change is not None else None
    said = (intent.message, *intent.log) if intent is not None else ()
    log = tuple(LoggedCommit("", *_split(text)) for text in said if text.strip())
    return changes.ChangeMaterial(request.folder, shown, log, private)


def _split(message: str) -> tuple[str, str]:
    subject, _, body = message.strip().partition("\n")
    return subject, body.strip()
