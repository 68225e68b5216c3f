"""Reviews units by several looks: requests all of them, merges their findings, and shows those that hold."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.review.answer.schema import ModelFinding
from reread.analyzers.review.ask.batches import UnitQuestion
from reread.analyzers.review.ask.cached_client import Question
from reread.analyzers.review.provider import ProviderError
from reread.analyzers.review.run.judge import Judge
from reread.analyzers.review.run.looks import Look, agreed, ask
from reread.analyzers.review.run.outcome import ReviewRun, UnitState


class _Outcome(NamedTuple):
    """What the looks say of each unit, by its place: the number of the look with each finding."""

    findings: dict[int, list[tuple[int, ModelFinding]]]
    cached: bool
    failed: bool


async def review(
    looks: Sequence[Look],
    run: ReviewRun,
    judge: Judge,
    units: Sequence[UnitQuestion],
    together: Callable[[Sequence[UnitQuestion]], Question | None],
) -> None:
    """Show what of several looks at units holds. A look that fails leaves the units incomplete, not unread."""
    outcome = await _ask_all(looks, run, units, together)
    async with asyncio.TaskGroup() as trials:
        for unit in units:
            for finding, votes in agreed(unit, _placed(run, judge, unit, outcome.findings[unit.place])):
                trials.create_task(judge.judge(unit, finding, lone=votes == 1))
    usual = UnitState.CACHED if outcome.cached else UnitState.REVIEWED
    for unit in units:
        run.settled([unit], UnitState.INCOMPLETE if outcome.failed or unit.place in judge.unsure else usual)


async def _ask_all(
    looks: Sequence[Look],
    run: ReviewRun,
    units: Sequence[UnitQuestion],
    together: Callable[[Sequence[UnitQuestion]], Question | None],
) -> _Outcome:
    async def one(look: Look) -> tuple[dict[int, list[ModelFinding]], bool] | None:
        try:
            return await ask(look, units, together, run.dropped, run.note)
        except ProviderError as error:
            run.went_wrong(units, error, f"{look}, {units[0].subject}")
            return None

    # The first look of each model comes before its others, which then find their common part in the provider's cache.
    first = dict(zip(_first(looks), await asyncio.gather(*map(one, _first(looks))), strict=True))
    others = [look for look in looks if look not in first]
    found = {**first, **dict(zip(others, await asyncio.gather(*map(one, others)), strict=True))}
    answers = [found[look] for look in looks]
    said: dict[int, list[tuple[int, ModelFinding]]] = {unit.place: [] for unit in units}
    for number, answer in enumerate(answers):
        for place, findings in answer[0].items() if answer is not None else ():
            said[place] += ((number, finding) for finding in findings)
    return _Outcome(said, all(answer is not None and answer[1] for answer in answers), None in answers)


def _first(looks: Sequence[Look]) -> list[Look]:
    return [look for look in looks if not look.number]


def _placed(
    run: ReviewRun, judge: Judge, unit: UnitQuestion, said: Sequence[tuple[int, ModelFinding]]
) -> list[tuple[int, ModelFinding, Finding]]:
    """The findings that have a place; what becomes of the others is counted."""
    placed = []
    for number, each in said:
        finding = judge.placed(unit, each)
        if isinstance(finding, Finding):
            placed.append((number, each, finding))
        else:
            run.dropped(finding)
    return placed
