"""What a review would ask and what that would take, before anything is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

from reread.analyzers.review import consent, models
from reread.analyzers.review.availability import Route, availability, chain
from reread.analyzers.review.ledger import Room
from reread.analyzers.review.questions import Subject, review_question
from reread.analyzers.review.redact import Redactor
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.tokens import estimate
from reread.server.model_review import opened, opened_ledger
from reread.server.review_units import Lookup, Units, units_of
from reread.server.reviewing import PlannedUnit, Retrieve, ReviewPlan, ReviewRequest, SkippedPart
from reread.server.settings import Settings
from reread.server.spending import limits_of

_ANSWER = 300
"""Tokens of the answer about one unit: most have no finding, some have several."""

_SHORT_INSTRUCTIONS = 500
_SHORT_ANSWER = 60
"""Tokens of what a short question says besides the unit, and of its answer."""

_FINDINGS = 0.5
"""How many findings of a unit are tried for refutation, on average."""


class Estimate(NamedTuple):
    """What asking about a unit will probably take, in tokens and US dollars (None: no known price), and the most that
    is set aside for its largest question.
    """

    tokens: int
    cost: float | None
    most_tokens: int
    most_cost: float | None


async def plan(request: ReviewRequest, settings: Settings, retrieve: Retrieve | None) -> ReviewPlan:
    """The plan of a review. The context is looked up as the review will look it up; nothing is sent."""
    units = await asyncio.to_thread(units_of, request, settings)
    options = settings.review
    stands = availability(options, enable=settings.enable)
    if not units.subjects or not stands.available:
        notes = () if stands.available else (stands.message,)
        return ReviewPlan(tuple(_planned(subject, "ask") for subject in units.subjects), units.skipped, notes=notes)
    routes = chain(options)
    lookup = Lookup(units, retrieve, settings) if retrieve and options.context_tokens else None
    estimates: list[Estimate | None] = []
    async with opened(settings, None) as asker:
        for subject in units.subjects:
            context = await lookup.pieces(subject) if lookup is not None else ()
            question = review_question(subject, context, options.context_tokens, Redactor(subject.personal))
            tokens = estimate(question.prompt.system) + estimate(question.prompt.user)
            estimates.append(None if asker.knows(question) else _estimate(subject, tokens, routes[0], options))
    room = opened_ledger().room(limits_of(options))
    made = batched(units, estimates, room)
    recipients = tuple(map(str, consent.recipients(routes)))
    return ReviewPlan(*made, recipients=recipients, notes=tuple(lookup.notes if lookup else ()))


def batched(
    units: Units, estimates: Sequence[Estimate | None], room: Room
) -> tuple[tuple[PlannedUnit, ...], tuple[SkippedPart, ...], int, float | None, int, str]:
    """The first fields of a plan: what is asked now, and what is left for another run because there is no room.

    An estimate of None is for a unit that the cache answers. What comes first is asked first.
    """
    planned: list[PlannedUnit] = []
    tokens, cost, runs, limit = 0, 0.0, 0, ""
    spent_tokens, spent_cost = 0, 0.0
    known = True
    for subject, one in zip(units.subjects, estimates, strict=True):
        if one is None:
            planned.append(_planned(subject, "cached"))
            continue
        full = _full(one, spent_tokens, spent_cost, room)
        if full or not runs:
            limit = limit or full
            runs, spent_tokens, spent_cost = runs + 1, 0, 0.0
        tokens, cost, known = tokens + one.tokens, cost + (one.cost or 0.0), known and one.cost is not None
        spent_tokens, spent_cost = spent_tokens + one.tokens, spent_cost + (one.cost or 0.0)
        planned.append(_planned(subject, "later" if limit else "ask", one.tokens, one.cost))
    return tuple(planned), units.skipped, tokens, cost if known else None, runs, limit


def _full(one: Estimate, tokens: int, cost: float, room: Room) -> str:
    """The limit that leaves no room for a unit after what is spent by then, or ""."""
    if room.tokens is not None and tokens + one.most_tokens > room.tokens:
        return room.tokens_by
    if room.cost is not None and one.most_cost and cost + one.most_cost > room.cost:
        return room.cost_by
    return ""


def _planned(subject: Subject, fate: str, tokens: int = 0, cost: float | None = 0.0) -> PlannedUnit:
    lines, span = subject.document.lines, subject.unit.span
    first, last = lines.line_of(span.start) + 1, lines.line_of(span.end) + 1
    return PlannedUnit(subject.relative, subject.unit.name, first, last, fate, tokens, cost)


def _estimate(subject: Subject, asked: int, route: Route, options: ReviewSettings) -> Estimate:
    """`asked` is the length of the question for a review. Triage and second pass show the unit once more each."""
    parts = [(route.model, asked, _ANSWER)]
    start, end = subject.unit.span
    short = estimate(subject.document.text[start:end]) + estimate(subject.unit.old_text or "") + _SHORT_INSTRUCTIONS
    small = route.small_model or route.model
    if options.triage == "on" or (options.triage == "auto" and route.small_model):
        parts.append((small, short, _SHORT_ANSWER))
    if options.second_pass:
        parts.append((small, int(_FINDINGS * short), int(_FINDINGS * _SHORT_ANSWER)))
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
