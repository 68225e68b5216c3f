"""The requests that a review would make and their cost, before anything is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from reread.analyzers.review.ask.batches import (
    Packer,
    UnitQuestion,
    together,
    with_evidence,
)
from reread.analyzers.review.ask.batches import (
    question_of as unit_question,
)
from reread.analyzers.review.ask.cached_client import CachedClient, Question
from reread.analyzers.review.ask.guidelines import PLACE
from reread.analyzers.review.ask.lead_questions import lead_question
from reread.analyzers.review.ask.whole_change import has_look, whole_change
from reread.analyzers.review.availability import Route, availability, chain, panel
from reread.analyzers.review.change.intent import NO_INTENT, Intent
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.privacy import consent
from reread.analyzers.review.run.looks import looks_of
from reread.analyzers.review.run.triage import is_triaged, passed_before
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend import models
from reread.analyzers.review.spend.ledger import RemainingBudget
from reread.server.report.review import PlannedUnit, Retrieve, ReviewPlan, ReviewRequest, SkippedPart
from reread.server.review.change_summary import question_of
from reread.server.review.estimates import FREE, Estimate, estimate_of, question_tokens, sum_of, total
from reread.server.review.gathering import Gathering, OpenIndex
from reread.server.review.model_review import opened, opened_ledger
from reread.server.review.reading import Readable
from reread.server.review.spending import limits_of
from reread.server.review.units import ContextRetriever, Units, units_of
from reread.server.settings import Settings

CHANGE = "the change as a whole"
HINTS = "hints of rules"
SUMMARY = "the summary of the change"

_ANSWER = 300
"""Tokens of the answer about a change as a whole."""


class PlannedRequest(NamedTuple):
    """Units in one request, and its cost; `alone` is the cost for each of them in a separate request."""

    units: tuple[UnitQuestion, ...]
    estimate: Estimate
    alone: tuple[Estimate, ...]


async def plan(
    request: ReviewRequest,
    settings: Settings,
    retrieve: Retrieve | None,
    index: OpenIndex | None = None,
    reviews: int = 1,
) -> ReviewPlan:
    """The plan of a review. The context is looked up as the review will look it up; nothing is sent.

    `reviews` are how many there will be of which only the sum counts: they hardly all have many findings.
    """
    units = await asyncio.to_thread(units_of, request, settings)
    options = settings.review
    stands = availability(options, enable=settings.enable)
    if not units.subjects or not stands.available:
        notes = () if stands.available else (stands.message,)
        return ReviewPlan(tuple(_planned(subject, "ask") for subject in units.subjects), units.skipped, notes=notes)
    routes = chain(options)
    lookup = ContextRetriever(units.documents, retrieve, settings) if retrieve and options.context_tokens else None
    packer = Packer(options)
    intent = units.change.intent if units.change is not None else NO_INTENT
    readable = Readable(settings, request.folder, (*request.documents, *request.opened))
    gather = Gathering(settings, request.folder, readable, index).evidence
    batches: list[list[UnitQuestion]] = []
    every: list[UnitQuestion] = []
    leads: list[PlannedUnit] = []
    async with opened(settings, None) as asker:
        for place, subject in enumerate(units.subjects):
            context = await lookup.pieces(subject) if lookup is not None else ()
            unit = with_evidence(unit_question(place, subject, context, options, intent), gather, options)
            every.append(unit)
            if subject.leads:
                leads.append(_lead(unit, asker, routes[0], options))
            reviewed = all(look.knows([unit]) for look in looks_of(asker, options.looks))
            if not reviewed and not (is_triaged(asker, options) and passed_before(asker, unit)):
                batches += packer.add(unit)
        look = None
        if units.change is not None and has_look(every, units.change, options):
            question = whole_change(every, units.change, options, gather).question
            look = _look(CHANGE, question, asker, routes[0], options)
        summary = None
        if (asked := await question_of(request, settings)) is not None:
            summary = _look(SUMMARY, asked, asker, routes[0], options)
    batches += packer.rest()
    others = panel(options)
    of = sum(map(len, batches)) * reviews
    requests = [made for batch in batches for made in _requests(batch, (routes[0], *others), options, intent, of)]
    room = opened_ledger().room(limits_of(options))
    made = ReviewPlan(
        **scheduled(units, requests, room)._asdict(),
        recipients=tuple(map(str, consent.recipients((*routes, *others)))),
        notes=tuple(lookup.notes if lookup else ()),
        intent=tuple(intent.parts()),
        guidelines=tuple(dict.fromkeys(each.text for subject in units.subjects for each in subject.guidelines)),
        guidance=tuple(dict.fromkeys(name for unit in every for name in _guidance(unit))),
        list_price=any(map(_has_list_price, (routes[0], *others))),
    )
    return _with_looks(made, leads, {"change": look, "summary": summary})


def _with_looks(made: ReviewPlan, leads: Iterable[PlannedUnit], looks: Mapping[str, PlannedUnit | None]) -> ReviewPlan:
    """The plan with the questions besides those about the units, `looks` by the field that each is in."""
    for lead in leads:
        made, placed = _with_look(made, lead)
        made = msgspec.structs.replace(made, leads=(*made.leads, placed))
    for name, each in looks.items():
        if each is not None:
            made, placed = _with_look(made, each)
            made = msgspec.structs.replace(made, **{name: placed})
    return made


def _guidance(unit: UnitQuestion) -> Iterator[str]:
    """The parts of guidance files that are shown with a unit: file, first and last line."""
    for piece in unit.shown:
        if piece.guidance and piece.path != PLACE:
            last = piece.start_line + piece.text.rstrip("\n").count("\n")
            yield f"{piece.path}:{piece.start_line}-{last}"


def room_of_days(options: ReviewSettings) -> RemainingBudget:
    """What the limits of days and months leave for several reviews."""
    return opened_ledger().room(limits_of(options)._replace(tokens_per_run=0, cost_per_run=0.0))


def _has_list_price(route: Route) -> bool:
    return models.is_list_price(route.choice.provider, route.model, route.choice.base_url)


def _look(name: str, question: Question, asker: CachedClient, route: Route, options: ReviewSettings) -> PlannedUnit:
    """A question besides those about the units."""
    if asker.cached_for_plan(question) is not None:
        return PlannedUnit("", name, 0, 0, "cached")
    taken = total([(route, route.model, question_tokens(question), _ANSWER)])
    return PlannedUnit("", name, 0, 0, "ask", taken.tokens, taken.cost)


def _lead(unit: UnitQuestion, asker: CachedClient, route: Route, options: ReviewSettings) -> PlannedUnit:
    """The question about the hints of rules in a unit."""
    question, name = lead_question(unit), unit.subject.unit.name
    named = f"{HINTS} in {name}" if name else HINTS
    planned = _look(named, question, asker, route, options)
    return msgspec.structs.replace(planned, path=unit.subject.relative)


def _with_look(made: ReviewPlan, look: PlannedUnit) -> tuple[ReviewPlan, PlannedUnit]:
    """The cost of the plan with a question besides the units, and that question with its place in the plan.

    It comes after the units: a run that they fill has no room for it.
    """
    last = max((unit.request for unit in made.requested), default=0) + 1
    fate = "later" if made.limit and look.fate == "ask" else look.fate
    cost, usual_cost = sum_of(made.cost, look.cost), sum_of(made.usual_cost, look.cost)
    look = msgspec.structs.replace(look, fate=fate, request=last if look.tokens else 0)
    runs = max(made.runs, 1) if look.tokens else made.runs
    tokens, usual = made.tokens + look.tokens, made.usual_tokens + look.tokens
    replaced = msgspec.structs.replace(
        made, tokens=tokens, cost=cost, runs=runs, usual_tokens=usual, usual_cost=usual_cost
    )
    return replaced, look


class Schedule(NamedTuple):
    """The first fields of a plan."""

    units: tuple[PlannedUnit, ...]
    skipped: tuple[SkippedPart, ...]
    tokens: int
    cost: float | None
    runs: int
    limit: str
    usual_tokens: int
    usual_cost: float | None


def scheduled(units: Units, requests: Sequence[PlannedRequest], room: RemainingBudget) -> Schedule:
    """What is asked now, and what is left for another run because there is no room.

    What comes first is asked first. A unit that is in no request is one that the cache answers.
    """
    planned = [_planned(subject, "cached") for subject in units.subjects]
    tokens, usual = 0, 0
    cost, usual_cost = FREE, FREE
    run = _Run(room)
    for number, (asked, taken) in enumerate(_fitting(requests, run), 1):
        tokens, usual = tokens + taken.tokens, usual + taken.usual_tokens
        cost, usual_cost = sum_of(cost, taken.cost), sum_of(usual_cost, taken.usual_cost)
        fate = "later" if run.limit else "ask"
        for unit, share in _shares(asked, taken):
            planned[unit.place] = _planned(unit.subject, fate, share.tokens, share.cost, number)
    return Schedule(tuple(planned), units.skipped, tokens, cost, run.number, run.limit, usual, usual_cost)


class _Run:
    """What is spent in the run that a plan has come to; its `number`, and the `limit` that ended the first one."""

    def __init__(self, room: RemainingBudget) -> None:
        self.number = 0
        self.limit = ""
        self._room = room
        self._tokens = 0
        self._cost = 0.0

    def has_room(self, one: Estimate) -> bool:
        return not _full(one, self._tokens, self._cost, self._room)

    def take(self, one: Estimate) -> None:
        """Spend what a request takes, in the next run where this one has no room for it."""
        full = _full(one, self._tokens, self._cost, self._room)
        if full or not self.number:
            self.limit = self.limit or full
            self.number, self._tokens, self._cost = self.number + 1, 0, 0.0
        self._tokens, self._cost = self._tokens + one.usual_tokens, self._cost + (one.usual_cost or 0.0)


def _fitting(requests: Iterable[PlannedRequest], run: _Run) -> Iterator[tuple[tuple[UnitQuestion, ...], Estimate]]:
    """The requests as a review makes them: where there is no room for one, its units are asked about one by one."""
    for request in requests:
        if len(request.units) == 1 or run.has_room(request.estimate):
            run.take(request.estimate)
            yield request.units, request.estimate
            continue
        for unit, alone in zip(request.units, request.alone, strict=True):
            run.take(alone)
            yield (unit,), alone


def _shares(units: Sequence[UnitQuestion], taken: Estimate) -> Iterator[tuple[UnitQuestion, Estimate]]:
    """What each unit of a request takes of it: as much as the others, since most of it is shared."""
    for number, unit in enumerate(units):
        tokens = taken.tokens // len(units) + (number < taken.tokens % len(units))
        cost = None if taken.cost is None else taken.cost / len(units)
        yield unit, taken._replace(tokens=tokens, cost=cost)


def _full(one: Estimate, tokens: int, cost: float, room: RemainingBudget) -> str:
    """The limit that leaves no room for a unit after what is spent by then, or ""."""
    if room.tokens is not None and tokens + one.most_tokens > room.tokens:
        return room.tokens_by
    if room.cost is not None and one.most_cost and cost + one.most_cost > room.cost:
        return room.cost_by
    return ""


def _planned(subject: Subject, fate: str, tokens: int = 0, cost: float | None = 0.0, request: int = 0) -> PlannedUnit:
    lines, span = subject.document.lines, subject.unit.span
    first, last = lines.line_of(span.start) + 1, lines.line_of(span.end) + 1
    return PlannedUnit(subject.relative, subject.unit.name, first, last, fate, tokens, cost, request)


def _requests(
    batch: Sequence[UnitQuestion], looking: Sequence[Route], options: ReviewSettings, intent: Intent, of: int
) -> list[PlannedRequest]:
    """`looking` are the routes of the review and of the panel; `of` is how many units all requests are about."""
    question = together(batch, options, intent)
    alone = tuple(estimate_of([unit], unit.question, looking, options, of) for unit in batch)
    if question is None:
        return [PlannedRequest((unit,), each, (each,)) for unit, each in zip(batch, alone, strict=True)]
    return [PlannedRequest(tuple(batch), estimate_of(batch, question, looking, options, of), alone)]
