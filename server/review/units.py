"""Turns a review request into units: what changed, what needs no review and why, and what is excluded."""

from __future__ import annotations

import asyncio
import logging
import posixpath
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from reread.analyzers import inside
from reread.analyzers.findings import Finding
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.change.intent import ChangeContext
from reread.analyzers.review.change.moves import STAYED, Departed, departed
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.change.units import ReviewUnit, UnitPlan, plan_units
from reread.analyzers.review.settings import Guideline, ReviewSettings
from reread.analyzers.roles import role_of
from reread.analyzers.text import Document, Span
from reread.rag.index.damage import IndexUnavailableError
from reread.rag.source.ignore import IgnoreFiles
from reread.server.configuration import OWN_FILES
from reread.server.personal import personal_of
from reread.server.report.review import Retrieve, ReviewDocument, ReviewRequest, SkippedPart, document_of
from reread.server.review.examples import Examples
from reread.server.review.left_out import left_out
from reread.server.review.order import ordered
from reread.server.rpc.errors import RequestFailedError, WorkerGoneError
from reread.server.settings import Settings

logger = logging.getLogger(__name__)

_MOST_LEADS = 8
"""Hints of a unit that a model is asked about."""

_LONGEST_LOOKUP = 20.0
"""Seconds."""

EXCLUDED = "excluded from the model review"


class Units(NamedTuple):
    """The units of a request with their documents, changes that need no review, and the context of the whole change."""

    subjects: tuple[Subject, ...]
    documents: dict[str, ReviewDocument]
    skipped: tuple[SkippedPart, ...]
    change: ChangeContext | None = None


def units_of(request: ReviewRequest, settings: Settings) -> Units:
    """The units of all documents, in the order that they are asked about.

    Reads ignore files and runs git, so it belongs into a thread.
    """
    excluded = excluded_of(settings, request.folder, (asked.relative for asked in request.documents))
    private = personal_of(settings.review, request.folder)
    subjects: list[Subject] = []
    skipped: list[SkippedPart] = []
    reasons = dict.fromkeys(excluded, EXCLUDED)
    if not _is_named(request):
        reasons = {**left_out(request.folder, request.documents), **reasons}
    for asked, plan in _plans(request, settings, reasons):
        if plan is None:
            skipped.append(SkippedPart(asked.relative, "", reasons.get(asked.relative, "too large (max-file-size)")))
            continue
        document, made = plan
        rules = _guidelines(settings.review, asked.relative)
        leads = _leads(asked, document, settings.review)
        for unit in made.units:
            own = islice((each for each in leads if unit.span.contains(each.span)), _MOST_LEADS)
            subjects.append(Subject(request.folder, asked.relative, document, unit, private, rules, tuple(own)))
        skipped += (SkippedPart(asked.relative, part.name, part.reason) for part in made.skipped)
    documents = {asked.uri: asked for asked in request.documents}
    if request.whole:
        subjects = ordered(subjects, _changed(request, settings, excluded))
    return Units(tuple(subjects), documents, tuple(skipped), _without_excluded(request, settings))


def _is_named(request: ReviewRequest) -> bool:
    """Whether a person asks about this file or place, so that it is reviewed whoever wrote it."""
    return any(asked.selection is not None for asked in request.documents) or (
        request.whole and len(request.documents) == 1
    )


def _changed(request: ReviewRequest, settings: Settings, excluded: set[str]) -> dict[str, tuple[ReviewUnit, ...]]:
    """Of the documents that are not new, what changed in them."""
    read = (each for each in request.documents if each.base_text is not None and each.relative not in excluded)
    small = (each for each in read if max(len(each.text), len(each.base_text or "")) <= settings.max_file_size)
    return {each.uri: plan_units(document_of(each), each.base_text).units for each in small}


def _without_excluded(request: ReviewRequest, settings: Settings) -> ChangeContext | None:
    """What is known of the change, without files that never leave: not even their names do."""
    change = request.change
    if change is None:
        return None
    excluded = excluded_of(settings, request.folder, (path for path, _ in (*change.files, *change.evidence)))
    files = tuple(each for each in change.files if each[0] not in excluded)
    return ChangeContext(change.intent, files, tuple(each for each in change.evidence if each[0] not in excluded))


def _plans(
    request: ReviewRequest, settings: Settings, not_reviewed: Container[str]
) -> Iterable[tuple[ReviewDocument, tuple[Document, UnitPlan] | None]]:
    left: Departed | None = None
    for asked in request.documents:
        if asked.relative in not_reviewed or len(asked.text) > settings.max_file_size:
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


def _guidelines(options: ReviewSettings, relative: str) -> tuple[Guideline, ...]:
    """The team's for a file. The patterns of their `path` are as those of ignore files."""
    paths = {each: (each.path,) if isinstance(each.path, str) else each.path for each in options.guideline}
    return tuple(each for each, path in paths.items() if not path or IgnoreFiles("", (), path).ignores(relative))


def _leads(asked: ReviewDocument, document: Document, options: ReviewSettings) -> tuple[Finding, ...]:
    """The hints of rules in a file for a model: in tests and examples they are never more than hints."""
    wanted = options.leads and asked.leads and role_of(asked.relative, document.data).is_production
    return asked.leads if wanted else ()


def _left(request: ReviewRequest, settings: Settings) -> Departed:
    files = [
        (document_of(asked), asked.base_text)
        for asked in (*request.documents, *request.others)
        if asked.base_text and max(len(asked.text), len(asked.base_text)) <= settings.max_file_size
    ]
    return departed(files)


def excluded_of(settings: Settings, folder: str, names: Iterable[str]) -> set[str]:
    """Those of the files that never leave: the settings or the folder's `.rereadignore` files exclude them, by their
    names or by those of what links lead to.
    """
    targets = inside.targets(folder, filter(None, names))
    ignore = IgnoreFiles(folder, (".rereadignore",), (*settings.exclude, *settings.review.exclude))
    ignore.read_above({*targets, *targets.values()})
    return {name for name, target in targets.items() if ignore.ignores(name) or ignore.ignores(target)}


class ContextRetriever:
    """Asks the index for the context of units of documents, which are named by URI.

    Without an answer, a review goes on without context and says so.
    """

    def __init__(self, documents: Mapping[str, ReviewDocument], retrieve: Retrieve, settings: Settings) -> None:
        self.notes: list[str] = []
        self._documents = documents
        self._retrieve = retrieve
        self._settings = settings
        self._examples = Examples()

    async def pieces(self, subject: Subject) -> Sequence[ContextPiece]:
        """Verdicts on similar code, and what was found, without files that never leave.

        Nor the settings of the review: the guidelines in them are shown as such.
        """
        examples = await asyncio.to_thread(self._examples.like, subject)
        found = await self._found(subject)
        paths = [piece.path for piece in found] + [example.path for example in examples]
        excluded = excluded_of(self._settings, subject.folder, paths)
        verdicts = [example.piece for example in examples if example.path not in excluded]
        excluded |= {path for path in paths if posixpath.basename(path) in OWN_FILES}
        return [*verdicts, *(piece for piece in found if piece.path not in excluded)]

    async def _found(self, subject: Subject) -> Sequence[ContextPiece]:
        if self.notes:
            return ()
        try:
            async with asyncio.timeout(_LONGEST_LOOKUP):
                unit = subject.unit
                return await self._retrieve(self._documents[subject.document.uri], unit.span, unit.changed)
        except (TimeoutError, RequestFailedError, WorkerGoneError) as error:
            # Absent, and expected to be now and then: the index is being made, or the machine is busy.
            slow = f"the lookup took more than {_LONGEST_LOOKUP:g} s" if isinstance(error, TimeoutError) else str(error)
            return self._without(slow)
        except IndexUnavailableError as error:
            # Whoever brought the index up to date has said it; a second line on a terminal would be one too many.
            return self._without(str(error), logging.INFO)
        except Exception as error:
            logger.exception("the context lookup failed")
            return self._without(str(error) or type(error).__name__)

    def _without(self, reason: str, level: int = logging.WARNING) -> Sequence[ContextPiece]:
        """Nothing, and why; said once, although several lookups go on at the same time."""
        if not self.notes:
            logger.log(level, "a review goes on without context from the index: %s", reason)
            self.notes.append(f"reviewed without context from the index: {reason}")
        return ()
