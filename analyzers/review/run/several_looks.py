"""Reviews units by several looks: requests all of them, merges their findings, and shows those that hold."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from reread.analyzers.findings import Finding
from reread.analyzers.review.answer.schema import ModelFinding
from reread.analyzers.review.ask.batches import UnitQuestion
from reread.analyzers.review.ask.cached_client import Question
from reread.analyzers.review.run.judge import Judge
from reread.analyzers.review.run.looks import Look, LookResult, agreed, ask
from reread.analyzers.review.run.outcome import ReviewRun, UnitState


async def review(
    looks: Sequence[Look],
    run: ReviewRun,
    judge: Judge,
    units: Sequence[UnitQuestion],
    together: Callable[[Sequence[UnitQuestion]], Question | None],
) -> None:
    """Show what of several looks at units holds. Units are incomplete, not unread, where the answer to one is."""
    results = await _ask_all(looks, run, units, together)
    async with asyncio.TaskGroup() as trials:
        for unit in units:
            said = [(look, each) for look, result in enumerate(results) for each in result.findings[unit.place]]
            for finding, votes in agreed(unit, _placed(run, judge, unit, said)):
                trials.create_task(judge.judge(unit, finding, lone=votes == 1))
    usual = UnitState.CACHED if all(result.cached for result in results) else UnitState.REVIEWED
    unsure = judge.unsure.union(*(result.missing for result in results))
    for unit in units:
        run.settled([unit], UnitState.INCOMPLETE if unit.place in unsure else usual)


async def _ask_all(
    looks: Sequence[Look],
    run: ReviewRun,
    units: Sequence[UnitQuestion],
    together: Callable[[Sequence[UnitQuestion]], Question | None],
) -> list[LookResult]:
    async def one(look: Look) -> LookResult:
        return await ask(look, run, units, together)

    # The first look of each model comes before its others, which then find their common part in the provider's cache.
    first = dict(zip(_first(looks), await asyncio.gather(*map(one, _first(looks))), strict=True))
    others = [look for look in looks if look not in first]
    found = {**first, **dict(zip(others, await asyncio.gather(*map(one, others)), strict=True))}
    return [found[look] for look in looks]


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
