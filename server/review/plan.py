"""The requests that a review would make and their cost, before anything is sent."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from reread.analyzers.review import prompts
from reread.analyzers.review.ask.batches import (
    Packer,
    UnitQuestion,
    together,
    tokens_of,
    with_evidence,
)
from reread.analyzers.review.ask.batches import (
    question_of as unit_question,
)
from reread.analyzers.review.ask.cached_client import CachedClient, Question
from reread.analyzers.review.ask.guidelines import PLACE
from reread.analyzers.review.ask.lead_questions import lead_question
from reread.analyzers.review.ask.whole_change import has_look, whole_change
from reread.analyzers.review.availability import Route, availability, chain, has_tools, panel
from reread.analyzers.review.change.intent import NO_INTENT, Intent
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.privacy import consent
from reread.analyzers.review.run.looks import looks_of
from reread.analyzers.review.run.triage import is_triaged, passed_before
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend import models
from reread.analyzers.review.spend.ledger import RemainingBudget
from reread.analyzers.review.tokens import estimate
from reread.server.report.review import PlannedUnit, Retrieve, ReviewPlan, ReviewRequest, SkippedPart
from reread.server.review.change_summary import question_of
from reread.server.review.gathering import Gathering, OpenIndex
from reread.server.review.lookups import tools
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

_NOTHING_FOUND = 30
_ONE_FINDING = 250
"""Tokens of an answer without a finding, and of each finding with its fix."""

_SHORT_ANSWER = 100
"""Tokens of the answer to a short question."""

_FINDINGS = 0.6
_MARGIN = 1.0
"""How many findings a unit has on average, and how many more, times the square root of the units, 95 of 100 reviews
stay below: one unit may well have three, a hundred units hardly have three hundred.
"""


def margin_of(reviews: int) -> float:
    """The margin of each of several reviews of which only the sum counts: they hardly all have many findings."""
    return _MARGIN / math.sqrt(max(reviews, 1))


_REPAIRED = 0.2
"""Of the findings, those whose fix did not hold and is asked for once more."""


class Estimate(NamedTuple):
    """The estimated cost of a request, in tokens and US dollars (None: no known price), and the maximum reserved for
    its largest question.
    """

    tokens: int
    cost: float | None
    most_tokens: int
    most_cost: float | None


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
    margin: float = _MARGIN,
) -> ReviewPlan:
    """The plan of a review. The context is looked up as the review will look it up; nothing is sent."""
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
    requests = [made for batch in batches for made in _requests(batch, (routes[0], *others), options, intent, margin)]
    room = opened_ledger().room(limits_of(options))
    made = ReviewPlan(
        *scheduled(units, requests, room),
        recipients=tuple(map(str, consent.recipients((*routes, *others)))),
        notes=tuple(lookup.notes if lookup else ()),
        intent=tuple(intent.parts()),
        guidelines=tuple(dict.fromkeys(each.text for subject in units.subjects for each in subject.guidelines)),
        guidance=tuple(dict.fromkeys(name for unit in every for name in _guidance(unit))),
        list_price=any(map(_has_list_price, (routes[0], *others))),
    )
    for lead in leads:
        made, placed = _with_look(made, lead)
        made = msgspec.structs.replace(made, leads=(*made.leads, placed))
    for name, each in (("change", look), ("summary", summary)):
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
    asked = estimate(question.prompt.system) + estimate(question.prompt.user)
    taken = _total([(route, route.model, asked, _ANSWER)])
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
    cost = None if made.cost is None or look.cost is None else made.cost + look.cost
    look = msgspec.structs.replace(look, fate=fate, request=last if look.tokens else 0)
    runs = max(made.runs, 1) if look.tokens else made.runs
    return msgspec.structs.replace(made, tokens=made.tokens + look.tokens, cost=cost, runs=runs), look


def scheduled(
    units: Units, requests: Sequence[PlannedRequest], room: RemainingBudget
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
        self._tokens, self._cost = self._tokens + one.tokens, self._cost + (one.cost or 0.0)


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
        yield unit, Estimate(tokens, cost, 0, None)


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
    batch: Sequence[UnitQuestion], looking: Sequence[Route], options: ReviewSettings, intent: Intent, margin: float
) -> list[PlannedRequest]:
    """`looking` are the route of the review and those of the panel."""
    question = together(batch, options, intent)
    alone = tuple(_estimate([unit], unit.question, looking, options, margin) for unit in batch)
    if question is None:
        return [PlannedRequest((unit,), each, (each,)) for unit, each in zip(batch, alone, strict=True)]
    return [PlannedRequest(tuple(batch), _estimate(batch, question, looking, options, margin), alone)]


def _estimate(
    units: Sequence[UnitQuestion],
    question: Question,
    looking: Sequence[Route],
    options: ReviewSettings,
    margin: float,
) -> Estimate:
    """Each look shows all of the question; triage, second pass and repairs show units once more each."""
    route = looking[0]
    asked = estimate(question.prompt.system) + estimate(question.prompt.user)
    looks = (*[route] * options.looks, *looking[1:])
    found = _FINDINGS * len(units) + margin * len(units) ** 0.5
    parts = [(each, each.model, asked, int(_NOTHING_FOUND * len(units) + _ONE_FINDING * found)) for each in looks]
    short = [tokens_of(unit.subject) for unit in units]
    small = route.small_model or route.model
    if options.triage == "on" or (options.triage == "auto" and route.small_model):
        taken = sum(short) + _instructions(prompts.TRIAGE)
        parts.append((route, small, taken, _SHORT_ANSWER * len(units)))
    # A finding is tried with its unit and what was shown around it.
    shown = max(short) + (asked - sum(short) - _instructions(prompts.REVIEW)) // 2 + _ONE_FINDING
    if options.second_pass:
        tried = found * len(looks)
        instructions = _instructions(prompts.REFUTE) + _lookups(route, options)
        parts.append((route, small, int(tried * (shown + instructions)), int(tried * _SHORT_ANSWER)))
    mended = _REPAIRED * found
    parts.append((route, route.model, int(mended * (shown + _instructions(prompts.FIX))), int(mended * _ONE_FINDING)))
    most = _cost(route, route.model, asked, options.max_output_tokens)
    return _total(parts)._replace(most_tokens=asked + options.max_output_tokens, most_cost=most)


@cache
def _instructions(version: str) -> int:
    return estimate(prompts.instructions(version))


def _lookups(route: Route, options: ReviewSettings) -> int:
    """What the offer of lookups adds to a question."""
    if options.evidence == "off" or not options.lookups or not has_tools(route.choice.provider):
        return 0
    offered = sum(estimate(f"{tool.name} {tool.description} {dict(tool.parameters)}") for tool in tools())
    return offered + _instructions(prompts.LOOKUPS)


def _total(parts: Sequence[tuple[Route, str, int, int]]) -> Estimate:
    """What requests take, given routes, models and the tokens of questions and answers; nothing is set aside."""
    costs = [_cost(route, model, given, taken) for route, model, given, taken in parts]
    known = [cost for cost in costs if cost is not None]
    cost = sum(known) if len(known) == len(costs) else None
    return Estimate(sum(given + taken for _, _, given, taken in parts), cost, 0, None)


def _cost(route: Route, model: str, given: int, taken: int) -> float | None:
    price = models.price(route.choice.provider, model, route.choice.base_url)
    return price.of(given, taken) if price is not None else None
