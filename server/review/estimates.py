"""What requests of a review are going to take, in tokens and money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reread.analyzers.review import prompts
from reread.analyzers.review.ask.batches import UnitQuestion, tokens_of
from reread.analyzers.review.ask.cached_client import Question
from reread.analyzers.review.availability import Route, has_tools
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend import models
from reread.analyzers.review.tokens import estimate
from reread.server.review.lookups import tools

FREE: float | None = 0.0

_NOTHING_FOUND = 30
_ONE_FINDING = 250
"""Tokens of an answer without a finding, and of each finding with its fix."""

_SHORT_ANSWER = 100
"""Tokens of the answer to a short question."""

_USUAL_FINDINGS = 0.3
"""How many findings a unit usually has."""

_FINDINGS = 0.65
_MARGIN = 0.6
"""How many findings of a unit are allowed for, and how many more, times the square root of the units of a review: one
unit may well have three, a hundred units hardly have three hundred. How much a model finds decides most of what a
review takes, and nobody knows it before: so there are two figures.
"""

_NEW = 0.2
"""Of the findings of one look, how many more each further look has that are new. What several looks agree on is tried
once.
"""


_REPAIRED = 0.2
"""Of the findings, those whose fix did not hold and is asked for once more."""

_UNUSABLE = 0.1
"""Of the answers about several units, those that are cut or out of form: their units are asked about one by one. With
several looks they are not: the others stand in.
"""


class Estimate(NamedTuple):
    """What a request takes with all that follows from it, in tokens and US dollars (None: no known price).

    That is what 95 of 100 stay below; `usual` is what it takes where a model finds as much as usual. `most` is reserved
    for its largest question.
    """

    tokens: int
    cost: float | None
    most_tokens: int
    most_cost: float | None
    usual_tokens: int
    usual_cost: float | None


def estimate_of(
    units: Sequence[UnitQuestion], question: Question, looking: Sequence[Route], options: ReviewSettings, of: int
) -> Estimate:
    """`of` is how many units the review asks about: the margin is that of all of them, shared out."""
    usual = total(_parts(units, question, looking, options, len(units) * _USUAL_FINDINGS, 0.0))
    found = len(units) * (_FINDINGS + _MARGIN * of**-0.5)
    most = question_tokens(question)
    return total(_parts(units, question, looking, options, found, _UNUSABLE))._replace(
        most_tokens=most + options.max_output_tokens,
        most_cost=_cost(looking[0], looking[0].model, most, options.max_output_tokens),
        usual_tokens=usual.tokens,
        usual_cost=usual.cost,
    )


_Part = tuple[Route, str, int, int]
"""A route, a model, and the tokens of questions and answers."""


def _parts(
    units: Sequence[UnitQuestion],
    question: Question,
    looking: Sequence[Route],
    options: ReviewSettings,
    found: float,
    unusable: float,
) -> Iterator[_Part]:
    """Each look shows all of the question; triage, second pass and repairs show units once more each."""
    route = looking[0]
    looks = (*[route] * options.looks, *looking[1:])
    for each in looks:
        offered = _lookups(each, options) if options.evidence == "always" else 0
        yield (
            each,
            each.model,
            question_tokens(question) + offered,
            int(_NOTHING_FOUND * len(units) + _ONE_FINDING * found),
        )
    if len(units) > 1 and len(looks) == 1:
        again = unusable * sum(question_tokens(unit.question) for unit in units)
        yield route, route.model, int(again), int(unusable * _ONE_FINDING * found)
    short = [tokens_of(unit.subject) for unit in units]
    small = route.small_model or route.model
    if options.triage == "on" or (options.triage == "auto" and route.small_model):
        yield route, small, sum(short) + _instructions(prompts.TRIAGE), _SHORT_ANSWER * len(units)
    # A finding is tried with its unit and what of its context it cites.
    shown = (sum(short) + sum(map(_cited, units))) / len(units) + _ONE_FINDING
    tried = found * (1 + _NEW * (len(looks) - 1))
    if options.second_pass:
        instructions = _instructions(prompts.REFUTE) + _lookups(route, options)
        yield route, small, int(tried * (shown + instructions)), int(tried * _SHORT_ANSWER)
    mended = _REPAIRED * tried
    yield route, route.model, int(mended * (shown + _instructions(prompts.FIX))), int(mended * _ONE_FINDING)


def question_tokens(question: Question) -> int:
    return estimate(question.prompt.system) + estimate(question.prompt.user)


def _cited(unit: UnitQuestion) -> float:
    """Tokens of the context of a unit that a finding is tried with: what is always cited, and half of the rest."""
    always = (piece.guidance or piece.verdict or piece.caller for piece in unit.shown)
    return sum(estimate(piece.text) * (1.0 if each else 0.5) for piece, each in zip(unit.shown, always, strict=True))


@cache
def _instructions(version: str) -> int:
    return estimate(prompts.instructions(version))


def _lookups(route: Route, options: ReviewSettings) -> int:
    """What the offer of lookups adds to a question."""
    if options.evidence == "off" or not options.lookups or not has_tools(route.choice.provider):
        return 0
    offered = sum(estimate(f"{tool.name} {tool.description} {dict(tool.parameters)}") for tool in tools())
    return offered + _instructions(prompts.LOOKUPS)


def total(parts: Iterable[_Part]) -> Estimate:
    """What requests take; nothing is set aside."""
    tokens, cost = 0, FREE
    for route, model, given, taken in parts:
        tokens += given + taken
        cost = sum_of(cost, _cost(route, model, given, taken))
    return Estimate(tokens, cost, 0, None, tokens, cost)


def sum_of(one: float | None, other: float | None) -> float | None:
    """None as soon as a price is not known."""
    return None if one is None or other is None else one + other


def _cost(route: Route, model: str, given: int, taken: int) -> float | None:
    price = models.price(route.choice.provider, model, route.choice.base_url)
    return price.of(given, taken) if price is not None else None
