"""What a review would ask and what that would take, before anything is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reread.analyzers.review.ask.batches import Asked, Packer, asked_of, together, tokens_of
from reread.analyzers.review.ask.cached_client import Question
from reread.analyzers.review.ask.triage import is_triaged, passed_before
from reread.analyzers.review.availability import Route, availability, chain
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.privacy import consent
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend import models
from reread.analyzers.review.spend.ledger import Room
from reread.analyzers.review.spend.tokens import estimate
from reread.server.review.model_review import opened, opened_ledger
from reread.server.review.spending import limits_of
from reread.server.review.units import Lookup, Units, units_of
from reread.server.review.values import PlannedUnit, Retrieve, ReviewPlan, ReviewRequest, SkippedPart
from reread.server.settings import Settings

_ANSWER = 300
"""Tokens of the answer about one unit: most have no finding, some have several."""

_SHORT_INSTRUCTIONS = 500
_SHORT_ANSWER = 60
"""Tokens of what a short question says besides the unit, and of its answer."""

_FINDINGS = 0.5
"""How many findings of a unit are tried for refutation, on average."""


class Estimate(NamedTuple):
    """What a request will probably take, in tokens and US dollars (None: no known price), and the most that
    is set aside for its largest question.
    """

    tokens: int
    cost: float | None
    most_tokens: int
    most_cost: float | None


class PlannedRequest(NamedTuple):
    """Units that are asked about together, and what that takes; `alone` is what it takes for each of them alone."""

    units: tuple[Asked, ...]
    estimate: Estimate
    alone: tuple[Estimate, ...]


async def plan(request: ReviewRequest, settings: Settings, retrieve: Retrieve | None) -> ReviewPlan:
    """The plan of a review. The context is looked up as the review will look it up; nothing is sent."""
    units = await asyncio.to_thread(units_of, request, settings)
    options = settings.review
    stands = availability(options, enable=settings.enable)
    if not units.subjects or not stands.available:
        notes = () if stands.available else (stands.message,)
        return ReviewPlan(tuple(_planned(subject, "ask") for subject in units.subjects), units.skipped, notes=notes)
    routes = chain(options)
    lookup = Lookup(units.documents, retrieve, settings) if retrieve and options.context_tokens else None
    packer = Packer(options)
    batches: list[list[Asked]] = []
    async with opened(settings, None) as asker:
        for place, subject in enumerate(units.subjects):
            context = await lookup.pieces(subject) if lookup is not None else ()
            unit = asked_of(place, subject, context, options)
            known = asker.kept(unit.question) is not None
            if not known and not (is_triaged(asker, options) and passed_before(asker, unit)):
                batches += packer.add(unit)
    batches += packer.rest()
    requests = [made for batch in batches for made in _requests(batch, routes[0], options)]
    room = opened_ledger().room(limits_of(options))
    recipients = tuple(map(str, consent.recipients(routes)))
    return ReviewPlan(
        *scheduled(units, requests, room), recipients=recipients, notes=tuple(lookup.notes if lookup else ())
    )


def scheduled(
    units: Units, requests: Sequence[PlannedRequest], room: Room
) -> tuple[tuple[PlannedUnit, ...], tuple[SkippedPart, ...], int, float | None, int, str]:
    """The first fields of a plan: what is asked now, and what is left for another run because there is no room.

    What comes first is asked first. A unit that is in no request is one that the cache answers.
    """
    planned = [_planned(subject, "cached") for subject in units.subjects]
    tokens, cost, known = 0, 0.0, True
    run = _Run(room)
    for number, (asked, taken) in enumerate(_fitting(requests, run), 1):
        tokens, known = tokens + taken.tokens, known and taken.cost is not None
        cost += taken.cost or 0.0
        fate = "later" if run.limit else "ask"
        for unit, share in _shares(asked, taken):
            planned[unit.place] = _planned(unit.subject, fate, share.tokens, share.cost, number)
    return tuple(planned), units.skipped, tokens, cost if known else None, run.number, run.limit


class _Run:
    """What is spent in the run that a plan has come to; its `number`, and the `limit` that ended the first one."""

    def __init__(self, room: Room) -> None:
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
        self._tokens, self._cost = self._tokens + one.tokens, self._cost + (one.cost or 0.0)


def _fitting(requests: Iterable[PlannedRequest], run: _Run) -> Iterator[tuple[tuple[Asked, ...], Estimate]]:
    """The requests as a review makes them: where there is no room for one, its units are asked about one by one."""
    for request in requests:
        if len(request.units) == 1 or run.has_room(request.estimate):
            run.take(request.estimate)
            yield request.units, request.estimate
            continue
        for unit, alone in zip(request.units, request.alone, strict=True):
            run.take(alone)
            yield (unit,), alone


def _shares(units: Sequence[Asked], taken: Estimate) -> Iterator[tuple[Asked, Estimate]]:
    """What each unit of a request takes of it: as much as the others, since most of it is shared."""
    for number, unit in enumerate(units):
        tokens = taken.tokens // len(units) + (number < taken.tokens % len(units))
        cost = None if taken.cost is None else taken.cost / len(units)
        yield unit, Estimate(tokens, cost, 0, None)


def _full(one: Estimate, tokens: int, cost: float, room: Room) -> str:
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


def _requests(batch: Sequence[Asked], route: Route, options: ReviewSettings) -> list[PlannedRequest]:
    question = together(batch, options)
    alone = tuple(_estimate([unit], unit.question, route, options) for unit in batch)
    if question is None:
        return [PlannedRequest((unit,), each, (each,)) for unit, each in zip(batch, alone, strict=True)]
    return [PlannedRequest(tuple(batch), _estimate(batch, question, route, options), alone)]


def _estimate(units: Sequence[Asked], question: Question, route: Route, options: ReviewSettings) -> Estimate:
    """Triage and second pass show the units once more each."""
    asked = estimate(question.prompt.system) + estimate(question.prompt.user)
    parts = [(route.model, asked, _ANSWER * len(units))]
    short = [tokens_of(unit.subject) for unit in units]
    small = route.small_model or route.model
    if options.triage == "on" or (options.triage == "auto" and route.small_model):
        parts.append((small, sum(short) + _SHORT_INSTRUCTIONS, _SHORT_ANSWER * len(units)))
    if options.second_pass:
        tried = sum(short) + _SHORT_INSTRUCTIONS * len(units)
        parts.append((small, int(_FINDINGS * tried), int(_FINDINGS * _SHORT_ANSWER * len(units))))
    costs = [_cost(route, model, given, taken) for model, given, taken in parts]
    known = [cost for cost in costs if cost is not None]
    return Estimate(
        sum(given + taken for _, given, taken in parts),
        sum(known) if len(known) == len(costs) else None,
        asked + options.max_output_tokens,
        _cost(route, route.model, asked, options.max_output_tokens),
    )


def _cost(route: Route, model: str, given: int, taken: int) -> float | None:
    price = models.price(route.choice.provider, model, route.choice.base_url)
    return price.of(given, taken) if price is not None else None
