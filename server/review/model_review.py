"""Implements `reviewing.review` and `reviewing.fix`: plans units, opens a provider, asks, assembles the outcome."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import msgspec

from reread.analyzers.data_directories import cache_folder, state_folder
from reread.analyzers.findings import Finding
from reread.analyzers.review.ask.cached_client import AnswerLimits, CachedClient
from reread.analyzers.review.ask.pool import Pool
from reread.analyzers.review.ask.questions import within
from reread.analyzers.review.availability import Route, availability, chain, panel, problems, routes
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.fix.fixer import Fixer, unit_around
from reread.analyzers.review.privacy import consent
from reread.analyzers.review.privacy.audit import AuditLog
from reread.analyzers.review.provider import MissingKeyError, ProviderError
from reread.analyzers.review.providers import description
from reread.analyzers.review.run.reviewer import Review, Reviewer, UnitState
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend import models
from reread.analyzers.review.spend.ledger import Ledger
from reread.analyzers.review.spend.rate_limits import TrafficLimits
from reread.server.personal import personal_of
from reread.server.report.review import (
    DecidedLead,
    FixOutcome,
    FixRequest,
    OnFinding,
    OnProgress,
    Resumable,
    Retrieve,
    ReviewDocument,
    ReviewOutcome,
    ReviewRequest,
    document_of,
)
from reread.server.review.calibrated import calibrated
from reread.server.review.change_summary import summary_of
from reread.server.review.gathering import Gathering, OpenIndex
from reread.server.review.spending import ledger_path, limits_of
from reread.server.review.units import ContextRetriever, Units, excluded_of, units_of
from reread.server.review.verifier import Bench, bench_for
from reread.server.settings import Settings


async def review(
    request: ReviewRequest,
    settings: Settings,
    retrieve: Retrieve | None,
    on_finding: OnFinding,
    on_progress: OnProgress | None,
    pool: Pool | None = None,
    index: OpenIndex | None = None,
) -> ReviewOutcome:
    units = await asyncio.to_thread(units_of, request, settings)
    if not units.subjects:
        return ReviewOutcome(skipped=len(units.skipped))
    try:
        consent.require(request.folder, consent.recipients(routes(settings.review)), given=request.consent)
        documents = (*request.documents, *request.opened)
        async with (
            opened(settings, pool, request.resume) as asker,
            bench_for(settings, request.folder, documents) as bench,
        ):
            bench.prepare()
            lookup = _lookup(units.documents, retrieve, settings)
            wanted = await asyncio.to_thread(calibrated, settings.review)
            reviewer = Reviewer(
                asker,
                wanted.options,
                retrieve=lookup.pieces if lookup else None,
                bench=bench.tried_with,
                change=units.change,
                gather=Gathering(settings, request.folder, bench.readable, index).evidence,
            )
            done = await reviewer.review(
                units.subjects,
                lambda subject, finding: on_finding(subject.document.uri, wanted.shown(finding)),
                on_progress,
            )
            done = done._replace(findings=tuple((subject, wanted.shown(each)) for subject, each in done.findings))
            summary, unsummarised = None, ""
            if done.complete:
                summary, unsummarised = await summary_of(request, settings, asker)
            notes = [
                unsummarised,
                wanted.note,
                *problems(settings.review),
                *(lookup.notes if lookup else ()),
                *bench.tools.notes,
            ]
            leads = await asyncio.to_thread(_decided, done, bench)
            outcome = await asyncio.to_thread(_with_earlier, _outcome(units, done, asker, notes), asker.earlier)
            return msgspec.structs.replace(outcome, summary=summary, leads=leads)
    except ProviderError as error:
        return ReviewOutcome(complete=False, problems=(str(error),), skipped=len(units.skipped))


async def fix(
    request: FixRequest, settings: Settings, retrieve: Retrieve | None, pool: Pool | None = None
) -> FixOutcome:
    asked = request.document
    if excluded_of(settings, request.folder, [asked.relative]):
        return FixOutcome(problem=f"{asked.relative} is excluded from the model review by setting")
    try:
        consent.require(request.folder, consent.recipients(routes(settings.review)), given=request.consent)
        documents = (*request.opened, asked)
        async with opened(settings, pool) as asker, bench_for(settings, request.folder, documents) as bench:
            document = document_of(asked)
            private = await asyncio.to_thread(personal_of, settings.review, request.folder)
            unit = unit_around(document, request.finding.span)
            subject = Subject(request.folder, asked.relative, document, unit, private)
            lookup = _lookup({asked.uri: asked}, retrieve, settings)
            context = within(await lookup.pieces(subject), settings.review.context_tokens) if lookup else ()
            attempt = await Fixer(asker, bench.tried_with).fix(subject, request.finding, context)
            return FixOutcome(attempt.fix, attempt.problem, tuple(bench.tools.notes))
    except ProviderError as error:
        return FixOutcome(problem=str(error))


def _lookup(
    documents: Mapping[str, ReviewDocument], retrieve: Retrieve | None, settings: Settings
) -> ContextRetriever | None:
    return ContextRetriever(documents, retrieve, settings) if retrieve and settings.review.context_tokens else None


@asynccontextmanager
async def opened(settings: Settings, pool: Pool | None, resume: Resumable | None = None) -> AsyncIterator[CachedClient]:
    """The client for requests; raises MissingKeyError when the model review is off or not set up."""
    options = settings.review
    stands = availability(options, enable=settings.enable)
    if not stands.available:
        raise MissingKeyError(stands.message)
    traffic = TrafficLimits(options.concurrency, options.requests_per_minute, options.tokens_per_minute)
    shared = pool or Pool()
    answers = resume.folder if resume is not None else cache_folder("responses") if options.cache else ""
    try:
        yield CachedClient(
            [shared.line(route, traffic, _connection_options(route, options)) for route in chain(options)],
            _limits(options),
            panel=[shared.line(route, traffic, _connection_options(route, options)) for route in panel(options)],
            run=secrets.token_hex(8),
            turns=shared.reservations(ledger_path()),
            audit=AuditLog(os.path.join(state_folder(), "audit.jsonl")),
            cache=shared.cache(answers) if answers else None,
            within=resume.name if resume is not None else "",
        )
    finally:
        if pool is None:
            await shared.close()


def opened_ledger() -> Ledger:
    """The ledger of this user."""
    return Ledger(ledger_path())


def _connection_options(route: Route, options: ReviewSettings) -> dict[str, Any]:
    about = description(route.choice.provider)
    needed = {about.needs: getattr(options, about.needs)} if about.needs else {}
    return {**needed, **({"context_size": options.ollama_context_size} if about.has_context_size else {})}


def _limits(options: ReviewSettings) -> AnswerLimits:
    return AnswerLimits(options.max_output_tokens, options.timeout, limits_of(options), options.total_timeout)


def _decided(done: Review, bench: Bench) -> tuple[DecidedLead, ...]:
    """The hints that the model decided, each with the severity of its rule."""
    return tuple(
        DecidedLead(
            lead.subject.document.uri,
            lead.finding,
            (lead.subject.unit.span.start, lead.subject.unit.span.end),
            lead.holds,
            bench.severity_of(lead.finding),
            lead.words,
        )
        for lead in done.leads
    )


def _with_earlier(outcome: ReviewOutcome, runs: Sequence[str]) -> ReviewOutcome:
    """The outcome with what the runs took that were interrupted."""
    spent = [opened_ledger().spent(run=run) for run in runs]
    cost = outcome.cost
    if cost is not None:
        cost = None if any(each.unpriced for each in spent) else cost + sum(each.cost for each in spent)
    return msgspec.structs.replace(outcome, tokens=outcome.tokens + sum(each.tokens for each in spent), cost=cost)


def _outcome(units: Units, done: Review, asker: CachedClient, notes_before: Sequence[str]) -> ReviewOutcome:
    notes = [models.problem(), *notes_before, *asker.failures, *done.notes]
    if asker.unpriced:
        notes.append(
            f"the price of {', '.join(asker.unpriced)} is not known, so the limits in money do not apply; "
            "those in tokens do (a models.toml beside your config.toml can name it)"
        )
    if asker.list_priced:
        notes.append(f"the cost is by the vendor's list price of {', '.join(asker.list_priced)}")
    places = {uri: place for place, uri in enumerate(units.documents)}
    findings: tuple[tuple[str, Finding], ...] = tuple(
        (subject.document.uri, finding)
        for subject, finding in sorted(done.findings, key=lambda each: places[each[0].document.uri])
    )
    return ReviewOutcome(
        findings=findings,
        complete=done.complete,
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
        refused=done.refused,
    )
