"""From a request for a review to its units: what changed, what needs no review and why, and what never leaves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.change.moves import STAYED, Departed, departed
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.change.units import UnitPlan, plan_units
from reread.analyzers.text import Document, Span
from reread.rag.source.ignore import IgnoreFiles
from reread.server.personal import personal_of
from reread.server.review.values import Retrieve, ReviewDocument, ReviewRequest, SkippedPart, document_of
from reread.server.settings import Settings
from reread.server.worker.errors import RequestFailedError, WorkerGoneError

logger = logging.getLogger(__name__)

_LONGEST_LOOKUP = 20.0
"""Seconds."""

EXCLUDED = "excluded from the model review"


class Units(NamedTuple):
    """The units of a request with the documents that they are of, and what needs no review."""

    subjects: tuple[Subject, ...]
    documents: dict[str, ReviewDocument]
    skipped: tuple[SkippedPart, ...]


def units_of(request: ReviewRequest, settings: Settings) -> Units:
    """The units of all documents, in order. Reads ignore files and runs git, so it belongs into a thread."""
    excluded = excluded_of(settings, request.folder, (asked.relative for asked in request.documents))
    private = personal_of(settings.review, request.folder)
    subjects: list[Subject] = []
    skipped: list[SkippedPart] = []
    for asked, plan in _plans(request, settings, excluded):
        if plan is None:
            reason = EXCLUDED if asked.relative in excluded else "too large (max-file-size)"
            skipped.append(SkippedPart(asked.relative, "", reason))
            continue
        document, made = plan
        subjects += (Subject(request.folder, asked.relative, document, unit, private) for unit in made.units)
        skipped += (SkippedPart(asked.relative, part.name, part.reason) for part in made.skipped)
    return Units(tuple(subjects), {asked.uri: asked for asked in request.documents}, tuple(skipped))


def _plans(
    request: ReviewRequest, settings: Settings, excluded: set[str]
) -> Iterable[tuple[ReviewDocument, tuple[Document, UnitPlan] | None]]:
    left: Departed | None = None
    for asked in request.documents:
        if asked.relative in excluded or len(asked.text) > settings.max_file_size:
            yield asked, None
            continue
        document = document_of(asked)
        made = _planned(request, asked, document, STAYED)
        if not request.whole and asked.selection is None and any(unit.old_text is None for unit in made.units):
            # Something is new here. Has it come from another file?
            left = _left(request, settings) if left is None else left
            made = _planned(request, asked, document, left)
        yield asked, (document, made)


def _planned(request: ReviewRequest, asked: ReviewDocument, document: Document, left: Departed) -> UnitPlan:
    selection = Span(*asked.selection) if asked.selection is not None else None
    return plan_units(document, asked.base_text, whole=request.whole, selection=selection, departed=left)


def _left(request: ReviewRequest, settings: Settings) -> Departed:
    files = [
        (document_of(asked), asked.base_text)
        for asked in (*request.documents, *request.others)
        if asked.base_text and max(len(asked.text), len(asked.base_text)) <= settings.max_file_size
    ]
    return departed(files)


def excluded_of(settings: Settings, folder: str, names: Iterable[str]) -> set[str]:
    """Those of the files that never leave: the settings or the folder's `.rereadignore` files exclude them."""
    named = {name for name in names if name}
    ignore = IgnoreFiles(folder, (".rereadignore",), (*settings.exclude, *settings.review.exclude))
    ignore.read_above(named)
    return {name for name in named if ignore.ignores(name)}


class Lookup:
    """Asks the index for the context of units of documents, which are named by URI.

    Without an answer, a review goes on without context and says so.
    """

    def __init__(self, documents: Mapping[str, ReviewDocument], retrieve: Retrieve, settings: Settings) -> None:
        self.notes: list[str] = []
        self._documents = documents
        self._retrieve = retrieve
        self._settings = settings

    async def pieces(self, subject: Subject) -> Sequence[ContextPiece]:
        """What was found, without files that never leave."""
        if self.notes:
            return ()
        try:
            async with asyncio.timeout(_LONGEST_LOOKUP):
                unit = subject.unit
                found = await self._retrieve(self._documents[subject.document.uri], unit.span, unit.changed)
        except (TimeoutError, RequestFailedError, WorkerGoneError) as error:
            # Absent, and expected to be now and then: the index is being made, or the machine is busy.
            slow = f"the lookup took more than {_LONGEST_LOOKUP:g} s" if isinstance(error, TimeoutError) else str(error)
            return self._without(slow)
        except Exception as error:
            logger.exception("the context lookup failed")
            return self._without(str(error) or type(error).__name__)
        excluded = excluded_of(self._settings, subject.folder, (piece.path for piece in found))
        return [piece for piece in found if piece.path not in excluded]

    def _without(self, reason: str) -> Sequence[ContextPiece]:
        """Nothing, and why; said once, although several lookups go on at the same time."""
        if not self.notes:
            logger.warning("a review goes on without context from the index: %s", reason)
            self.notes.append(f"reviewed without context from the index: {reason}")
        return ()
