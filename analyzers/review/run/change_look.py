"""The look at a change as a whole, in addition to the reviews of its units."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

from reread.analyzers.review.answer.ranking import Drop
from reread.analyzers.review.answer.schema import ModelFinding
from reread.analyzers.review.ask.batches import UnitQuestion, owner
from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.ask.whole_change import WholeChange
from reread.analyzers.review.provider import ProviderError
from reread.analyzers.review.run.judge import Judge
from reread.analyzers.review.run.outcome import ReviewRun, UnitState
from reread.analyzers.review.run.reading import read_answer

_NAME = "the change as a whole"


class UnitFinding(NamedTuple):
    """A finding, and the unit that it is about."""

    unit: UnitQuestion
    finding: ModelFinding


async def look(asker: CachedClient, run: ReviewRun, change: WholeChange) -> list[UnitFinding]:
    """The findings of a model about a change as a whole. What goes wrong is noted in the run."""
    said: list[UnitFinding] = []

    def found(finding: ModelFinding) -> None:
        unit = owner(change.units, finding)
        if isinstance(unit, Drop):
            run.dropped(unit)
        else:
            said.append(UnitFinding(unit, finding))

    if run.stopped:
        run.change_settled(UnitState.INCOMPLETE)
        return said
    run.note(_NAME)
    try:
        answer = await read_answer(asker, change.question, asker.cached(change.question), found, run.note)
    except ProviderError as error:
        run.went_wrong(change.units, error, _NAME)
        run.change_settled(UnitState.INCOMPLETE)
        return said
    asker.store(change.question, answer)
    run.change_settled(UnitState.CACHED if answer.cached else UnitState.REVIEWED)
    return said


async def show(run: ReviewRun, judge: Judge, said: Sequence[UnitFinding]) -> None:
    """Show what holds and is not reported yet. To be called when all units are done.

    So nothing is reported twice, and the outcome does not depend on which answer comes first.
    """
    async with asyncio.TaskGroup() as trials:
        for unit, finding in said:
            trials.create_task(judge.judge(unit, finding, again=True))
    if judge.unsure:
        run.change_settled(UnitState.INCOMPLETE)
