"""What `reviewing.review` and `reviewing.fix` do: plan the units, open a provider, ask, put the outcome together."""

from __future__ import annotations

import asyncio
import os
import secrets
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from reread.analyzers.findings import Finding
from reread.analyzers.fixes import Check
from reread.analyzers.places import cache_folder, state_folder
from reread.analyzers.review import consent, models
from reread.analyzers.review.asking import AnswerLimits, Asker
from reread.analyzers.review.audit import AuditLog
from reread.analyzers.review.availability import Route, availability, chain, problems
from reread.analyzers.review.fixer import fix_finding
from reread.analyzers.review.ledger import Ledger
from reread.analyzers.review.pool import Pool
from reread.analyzers.review.provider import MissingKeyError, ProviderError
from reread.analyzers.review.reviewer import Review, Reviewer, UnitState
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.traffic import TrafficLimits
from reread.analyzers.text import Document
from reread.server.personal import personal_of
from reread.server.review_units import Lookup, Units, excluded_of, units_of
from reread.server.reviewing import (
    FixOutcome,
    FixRequest,
    OnFinding,
    OnProgress,
    Retrieve,
    ReviewOutcome,
    ReviewRequest,
    document_of,
)
from reread.server.settings import Settings
from reread.server.spending import limits_of

if TYPE_CHECKING:
    from reread.analyzers.rules.engine import Engine


async def review(
    request: ReviewRequest,
    settings: Settings,
    retrieve: Retrieve | None,
    on_finding: OnFinding,
    on_progress: OnProgress | None,
    pool: Pool | None = None,
) -> ReviewOutcome:
    units = await asyncio.to_thread(units_of, request, settings)
    if not units.subjects:
        return ReviewOutcome(skipped=len(units.skipped))
    try:
        consent.require(request.folder, consent.recipients(chain(settings.review)), given=request.consent)
        async with opened(settings, pool) as asker:
            checks = _Checks(settings, request.folder)
            checks.prepare()
            lookup = Lookup(units, retrieve, settings) if retrieve and settings.review.context_tokens else None
            reviewer = Reviewer(asker, settings.review, retrieve=lookup.pieces if lookup else None, checks=checks.of)
            done = await reviewer.review(
                units.subjects, lambda subject, finding: on_finding(subject.document.uri, finding), on_progress
            )
            notes = [*problems(settings.review), *(lookup.notes if lookup else ())]
            return _outcome(units, done, asker, notes)
    except ProviderError as error:
        return ReviewOutcome(complete=False, problems=(str(error),), skipped=len(units.skipped))


async def fix(request: FixRequest, settings: Settings, pool: Pool | None = None) -> FixOutcome:
    asked = request.document
    if excluded_of(settings, request.folder, [asked.relative]):
        return FixOutcome(problem=f"{asked.relative} is excluded from the model review by setting")
    try:
        consent.require(request.folder, consent.recipients(chain(settings.review)), given=request.consent)
        async with opened(settings, pool) as asker:
            check = _Checks(settings, request.folder).of(asked.relative)
            document = document_of(asked)
            private = await asyncio.to_thread(personal_of, settings.review, request.folder)
            attempt = await fix_finding(
                asker, request.folder, asked.relative, document, request.finding, check, private
            )
            return FixOutcome(attempt.fix, attempt.problem)
    except ProviderError as error:
        return FixOutcome(problem=str(error))


class _Checks:
    """The rules of a folder, to verify fixes with; loaded when the first fix has to be."""

    def __init__(self, settings: Settings, folder: str) -> None:
        self._settings = settings
        self._folder = folder
        self._engine: Engine | None = None
        # Fixes are verified in threads, and an engine is for one of them at a time.
        self._one_at_a_time = threading.Lock()

    def prepare(self) -> None:
        """Load the rules while the model is still reading: the first fix must not wait for them."""
        threading.Thread(target=self._load, name="rules", daemon=True).start()

    def of(self, relative: str) -> Check:
        """Runs the rules over versions of the file `relative`."""

        def check(document: Document) -> Sequence[Finding]:
            with self._one_at_a_time:
                return self._loaded().check(document, relative).findings

        return check

    def _load(self) -> None:
        with self._one_at_a_time:
            self._loaded()

    def _loaded(self) -> Engine:
        if self._engine is None:
            from reread.server.engines import load_engine

            self._engine, _ = load_engine(self._folder, self._settings)
        return self._engine


@asynccontextmanager
async def opened(settings: Settings, pool: Pool | None) -> AsyncIterator[Asker]:
    """What to ask with; raises MissingKeyError when the model review is off or not set up."""
    options = settings.review
    stands = availability(options, enable=settings.enable)
    if not stands.available:
        raise MissingKeyError(stands.message)
    traffic = TrafficLimits(options.concurrency, options.requests_per_minute, options.tokens_per_minute)
    shared = pool or Pool()
    try:
        yield Asker(
            [shared.line(route, traffic, _connection_options(route, options)) for route in chain(options)],
            _limits(options),
            run=secrets.token_hex(8),
            ledger=shared.ledger(ledger_path()),
            audit=AuditLog(os.path.join(state_folder(), "audit.jsonl")),
            cache=shared.cache(cache_folder("responses")) if options.cache else None,
        )
    finally:
        if pool is None:
            await shared.close()


def opened_ledger() -> Ledger:
    """The ledger of this user."""
    return Ledger(ledger_path())


def ledger_path() -> str:
    """Where the ledger of this user is."""
    return os.path.join(state_folder(), "ledger.sqlite")


def _connection_options(route: Route, options: ReviewSettings) -> dict[str, Any]:
    return {"context_size": options.ollama_context_size} if route.choice.provider == "ollama" else {}


def _limits(options: ReviewSettings) -> AnswerLimits:
    return AnswerLimits(options.max_output_tokens, options.timeout, limits_of(options))


def _outcome(units: Units, done: Review, asker: Asker, notes_before: Sequence[str]) -> ReviewOutcome:
    notes = [models.problem(), *notes_before, *asker.failures, *done.notes]
    if asker.unpriced:
        notes.append(
            f"the price of {', '.join(asker.unpriced)} is not known, so the limits in money do not apply; "
            "those in tokens do (a models.toml beside your config.toml can name it)"
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
        passed=done.states.count(UnitState.PASSED),
        skipped=len(units.skipped),
        tokens=asker.tokens,
        cost=asker.cost,
        provider=asker.lines[0].provider.name,
        model=asker.lines[0].model,
        notes=tuple(note for note in notes if note),
        dropped=sum(done.dropped.values()) + done.over_limit,
    )
