"""Has the model generate a text, in the worker process: consent, permitted files, the question, the result."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from reread.analyzers import inside
from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.pool import Pool
from reread.analyzers.review.ask.questions import within
from reread.analyzers.review.availability import chain
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.fix.fixer import unit_around
from reread.analyzers.review.generation import answering, changes, testing
from reread.analyzers.review.generation.changes import ChangeMaterial
from reread.analyzers.review.generation.log_style import LoggedCommit
from reread.analyzers.review.privacy import consent
from reread.analyzers.review.privacy.pii import Personal
from reread.analyzers.review.provider import ProviderError
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server import textfile
from reread.server.generation.values import (
    CitedPlace,
    GeneratedText,
    GenerationRequest,
    MessageRequest,
    OnText,
    QuestionRequest,
    SuggestedTestRequest,
)
from reread.server.personal import personal_of
from reread.server.report.review import Paragraph, Retrieve, ReviewDocument, document_of
from reread.server.review.change_diffs import differences_of
from reread.server.review.model_review import opened
from reread.server.review.units import ContextRetriever, excluded_of
from reread.server.settings import Settings

Search = Callable[[str], Awaitable[Sequence[ContextPiece]]]
"""Looks up pieces of the index for words of a person, best first."""

_ANSWER_TOKENS = 6_000
"""Of the pieces that a question is answered from."""

_SELECTED_LINES = 200
"""The most of what a person selected that goes with their question."""


async def generated(
    request: GenerationRequest,
    settings: Settings,
    search: Search,
    retrieve: Retrieve,
    on_words: OnText,
    pool: Pool | None = None,
) -> GeneratedText:
    """The text that a model writes for a request.

    What goes wrong is in the outcome; cancelling closes the connection.
    """
    try:
        consent.require(request.folder, consent.recipients(chain(settings.review)), given=request.consent)
        private = await asyncio.to_thread(personal_of, settings.review, request.folder)
        async with opened(settings, pool) as asker:
            written = await _Writer(settings, asker, private, search, retrieve, on_words).written(request)
            line = asker.lines[0]
            return structs.replace(
                written,
                notes=(*written.notes, *asker.failures),
                tokens=asker.tokens,
                cost=asker.cost,
                model=f"{line.provider.name}, {line.model}",
            )
    except ProviderError as error:
        return GeneratedText(problem=str(error))


class _Writer(NamedTuple):
    """What all kinds of words are written with. Its methods raise ProviderError."""

    settings: Settings
    asker: CachedClient
    private: Personal
    search: Search
    retrieve: Retrieve
    on_words: OnText

    async def written(self, request: GenerationRequest) -> GeneratedText:
        if isinstance(request, QuestionRequest):
            return await self._answer(request)
        if isinstance(request, SuggestedTestRequest):
            return await self._test(request)
        folder, documents = request.folder, request.documents
        shown, notes = await asyncio.to_thread(differences_of, folder, documents, self.settings, request.renamed)
        if not shown:
            return GeneratedText(problem="; ".join(notes) or "nothing has changed")
        log = [LoggedCommit(each.author, each.subject, each.body) for each in request.log]
        if isinstance(request, MessageRequest):
            text, problem = await changes.message(self.asker, request.folder, shown, log, self.private, request.author)
            return GeneratedText(text, problem, notes=notes)
        material = ChangeMaterial(request.folder, shown, log, self.private)
        said = await changes.summary(self.asker, material, release=request.release)
        concerns = tuple(Paragraph(each.title, each.text, each.paths) for each in said.concerns)
        risks = tuple(Paragraph("", each.text, each.paths) for each in said.risks)
        return GeneratedText(said.title, concerns=concerns, risks=risks, notes=notes)

    async def _answer(self, request: QuestionRequest) -> GeneratedText:
        about = [] if request.about is None else _selected(request.about)
        others = await self.search(request.question)
        found = [*about, *(each for each in others if not any(_holds(piece, each) for piece in about))]
        paths = [piece.path for piece in found]
        excluded = await asyncio.to_thread(excluded_of, self.settings, request.folder, paths)
        shown = within([piece for piece in found if piece.path not in excluded], _ANSWER_TOKENS)
        if not shown:
            return GeneratedText(problem="nothing in the index has to do with this question")
        files = _Files(request.folder, self.settings, {each.relative: each for each in request.opened})
        text, places = await answering.answer(
            self.asker, request.folder, request.question, shown, files.read, self.private, self.on_words
        )
        return GeneratedText(text, places=tuple(CitedPlace(*place) for place in places))

    async def _test(self, request: SuggestedTestRequest) -> GeneratedText:
        asked = request.document
        if await asyncio.to_thread(excluded_of, self.settings, request.folder, [asked.relative]):
            return GeneratedText(problem=f"{asked.relative} is excluded from the model review by setting")
        document = document_of(asked)
        unit = unit_around(document, request.finding.span)
        subject = Subject(request.folder, asked.relative, document, unit, self.private)
        lookup = ContextRetriever({asked.uri: asked}, self.retrieve, self.settings)
        context = within(await lookup.pieces(subject), self.settings.review.context_tokens)
        files = _Files(request.folder, self.settings, {asked.relative: asked})
        said, problem = await testing.suggested(self.asker, subject, request.finding, context, files.is_place)
        if not said.code.strip():
            return GeneratedText(
                problem=f"the model has no test for it{f': {said.explanation}' if said.explanation else ''}"
            )
        return GeneratedText(
            said.code, problem, path=said.file, explanation=said.explanation, notes=tuple(lookup.notes)
        )


def _holds(piece: ContextPiece, other: ContextPiece) -> bool:
    return piece.path == other.path and other.text.strip() in piece.text


def _selected(document: ReviewDocument) -> list[ContextPiece]:
    """The lines of the selection, the first `_SELECTED_LINES` of them; none if nothing is selected."""
    start, end = document.selection or (0, 0)
    if start >= end:
        return []
    first = document.text.count("\n", 0, start)
    last = document.text.count("\n", 0, end - 1) + 1
    lines = document.text.split("\n")[first : min(last, first + _SELECTED_LINES)]
    return [ContextPiece(document.relative, first + 1, "\n".join(lines), "the question is about this")]


class _Files:
    """The files of a folder as they are now: those that an editor has open, else those on disk."""

    def __init__(self, folder: str, settings: Settings, opened: Mapping[str, ReviewDocument]) -> None:
        self._folder = folder
        self._settings = settings
        self._opened = opened

    def read(self, relative: str) -> Document | None:
        """A file by its path in the folder; None for what cannot be read or is not inside."""
        if not self.is_place(relative):
            return None
        if relative in self._opened:
            return document_of(self._opened[relative])
        path = os.path.join(self._folder, *relative.split("/"))
        with suppress(textfile.UnreadableFileError):
            text = textfile.read(path, self._settings.max_file_size, self._folder).text
            return Document(Path(path).as_uri(), text, path=path, language=language_of(path))
        return None

    def is_place(self, relative: str) -> bool:
        """Whether a file of that path may be in the folder."""
        if not relative or os.path.isabs(relative) or {"", ".", "..", ".git"} & set(relative.split("/")):
            return False
        return inside.is_inside(self._folder, os.path.join(self._folder, *relative.split("/")))
