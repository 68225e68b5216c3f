"""What `reviewing.review` and `reviewing.fix` do: plan the units, open a provider, ask, put the outcome together."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.fixes import Check
from reread.analyzers.places import cache_folder, state_folder
from reread.analyzers.review import models
from reread.analyzers.review.asking import AnswerLimits, Asker
from reread.analyzers.review.audit import AuditLog
from reread.analyzers.review.availability import availability, choose
from reread.analyzers.review.cache import ResponseCache
from reread.analyzers.review.context import ContextPiece
from reread.analyzers.review.fixer import fix_finding
from reread.analyzers.review.ledger import Ledger
from reread.analyzers.review.provider import MissingKeyError, ProviderError
from reread.analyzers.review.providers import LazyProvider
from reread.analyzers.review.questions import Subject
from reread.analyzers.review.reviewer import Review, Reviewer, UnitState
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.units import plan_units
from reread.analyzers.text import Span
from reread.rag.ignore import IgnoreFiles
from reread.server.personal import personal_of
from reread.server.reviewing import (
    FixOutcome,
    FixRequest,
    OnFinding,
    OnProgress,
    Retrieve,
    ReviewDocument,
    ReviewOutcome,
    ReviewRequest,
    document_of,
)
from reread.server.settings import Settings
from reread.server.spending import limits_of

if TYPE_CHECKING:
    from reread.analyzers.rules.engine import Engine


_LONGEST_LOOKUP = 20.0
"""Seconds."""


class _Plan(NamedTuple):
    """The units of a request with the documents that they are of, and how many pieces need no review."""

    subjects: tuple[Subject, ...]
    documents: dict[str, ReviewDocument]
    skipped: int


async def review(
    request: ReviewRequest,
    settings: Settings,
    retrieve: Retrieve | None,
    on_finding: OnFinding,
    on_progress: OnProgress | None,
) -> ReviewOutcome:
    plan = await asyncio.to_thread(_plan, request, settings)
    if not plan.subjects:
        return ReviewOutcome(skipped=plan.skipped)
    try:
        async with _opened(settings) as asker:
            checks = _Checks(settings, request.folder)
            lookup = _Lookup(plan, retrieve, settings) if retrieve and settings.review.context_tokens else None
            reviewer = Reviewer(asker, settings.review, retrieve=lookup.pieces if lookup else None, checks=checks.of)
            done = await reviewer.review(
                plan.subjects, lambda subject, finding: on_finding(subject.document.uri, finding), on_progress
            )
            return _outcome(plan, done, asker, lookup.notes if lookup else ())
    except ProviderError as error:
        return ReviewOutcome(complete=False, problems=(str(error),), skipped=plan.skipped)


async def fix(request: FixRequest, settings: Settings) -> FixOutcome:
    asked = request.document
    if _excluded(settings, request.folder, [asked.relative]):
        return FixOutcome(problem=f"{asked.relative} is excluded from the model review by setting")
    try:
        async with _opened(settings) as asker:
            check = _Checks(settings, request.folder).of(asked.relative)
            document = document_of(asked)
            private = await asyncio.to_thread(personal_of, settings.review, request.folder)
            attempt = await fix_finding(
                asker, request.folder, asked.relative, document, request.finding, check, private
            )
            return FixOutcome(attempt.fix, attempt.problem)
    except ProviderError as error:
        return FixOutcome(problem=str(error))


def _plan(request: ReviewRequest, settings: Settings) -> _Plan:
    excluded = _excluded(settings, request.folder, (asked.relative for asked in request.documents))
    subjects: list[Subject] = []
    private = personal_of(settings.review, request.folder)
    skipped = 0
    for asked in request.documents:
        if asked.relative in excluded or len(asked.text) > settings.max_file_size:
            skipped += 1
            continue
        document = document_of(asked)
        selection = Span(*asked.selection) if asked.selection is not None else None
        plan = plan_units(document, asked.base_text, whole=request.whole, selection=selection)
        subjects += (Subject(request.folder, asked.relative, document, unit, private) for unit in plan.units)
        skipped += len(plan.skipped)
    return _Plan(tuple(subjects), {asked.uri: asked for asked in request.documents}, skipped)


class _Checks:
    """The rules of a folder, to verify fixes with; loaded when the first fix has to be."""

    def __init__(self, settings: Settings, folder: str) -> None:
        self._settings = settings
        self._folder = folder
        self._engine: Engine | None = None

    def of(self, relative: str) -> Check:
        """Runs the rules over versions of the file `relative`."""
        return lambda document: self._loaded().check(document, relative).findings

    def _loaded(self) -> Engine:
        if self._engine is None:
            from reread.server.engines import load_engine

            self._engine, _ = load_engine(self._folder, self._settings)
        return self._engine


def _excluded(settings: Settings, folder: str, names: Iterable[str]) -> set[str]:
    """Those of the files that never leave: the settings or the folder's `.rereadignore` files exclude them."""
    named = {name for name in names if name}
    ignore = IgnoreFiles(folder, (".rereadignore",), (*settings.exclude, *settings.review.exclude))
    ignore.read_above(named)
    return {name for name in named if ignore.ignores(name)}


class _Lookup:
    """Asks the index for the context of a unit. Without an answer, a review goes on without context and says so."""

    def __init__(self, plan: _Plan, retrieve: Retrieve, settings: Settings) -> None:
        self.notes: list[str] = []
        self._plan = plan
        self._retrieve = retrieve
        self._settings = settings

    async def pieces(self, subject: Subject) -> Sequence[ContextPiece]:
        """What was found, without files that never leave."""
        if self.notes:
            return ()
        try:
            async with asyncio.timeout(_LONGEST_LOOKUP):
                found = await self._retrieve(self._plan.documents[subject.document.uri], subject.unit.span)
        except Exception as error:
            import logging

            logging.getLogger(__name__).exception("the context lookup failed")
            self.notes.append(f"reviewed without context from the index: {str(error) or type(error).__name__}")
            return ()
        excluded = _excluded(self._settings, subject.folder, (piece.path for piece in found))
        return [piece for piece in found if piece.path not in excluded]


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[Asker]:
    """What to ask with; raises MissingKeyError when the model review is off or not set up."""
    options = settings.review
    stands = availability(options, enable=settings.enable)
    choice = choose(options)
    if not stands.available or choice is None:
        raise MissingKeyError(stands.message)
    parameters = models.options(choice.provider, stands.model)
    if choice.provider == "ollama":
        parameters = {"context_size": options.ollama_context_size, **parameters}
    provider = LazyProvider(choice.provider, choice.base_url, choice.key, parameters)
    cache = ResponseCache(cache_folder("responses")) if options.cache else None
    state = state_folder()
    try:
        yield Asker(
            provider,
            stands.model,
            _limits(options),
            run=secrets.token_hex(8),
            ledger=Ledger(os.path.join(state, "ledger.sqlite")),
            audit=AuditLog(os.path.join(state, "audit.jsonl")),
            cache=cache,
        )
    finally:
        if cache is not None:
            cache.close()
        await provider.close()


def _limits(options: ReviewSettings) -> AnswerLimits:
    return AnswerLimits(options.max_output_tokens, options.timeout, limits_of(options))


def _outcome(plan: _Plan, done: Review, asker: Asker, lookup_notes: Sequence[str]) -> ReviewOutcome:
    notes = [models.problem(), *lookup_notes]
    if asker.cost is None:
        notes.append(
            f"the price of {asker.model} is not known, so the limits in money do not apply; those in tokens do "
            "(a models.toml beside your config.toml can name it)"
        )
    findings: tuple[tuple[str, Finding], ...] = tuple(
        (subject.document.uri, finding) for subject, finding in done.findings
    )
    return ReviewOutcome(
        findings=findings,
        complete=UnitState.INCOMPLETE not in done.states,
        problems=done.problems,
        units=len(done.states),
        cached=done.states.count(UnitState.CACHED),
        skipped=plan.skipped,
        tokens=asker.tokens,
        cost=asker.cost,
        provider=asker.provider.name,
        model=asker.model,
        notes=tuple(note for note in notes if note),
        dropped=sum(done.dropped.values()) + done.over_limit,
    )
