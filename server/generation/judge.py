"""Has a model decide which known defect a finding of an evaluation describes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.generation.describing import DescriptionQuestion, description_question
from reread.analyzers.review.generation.prompting import NothingGeneratedError
from reread.analyzers.review.provider import ProviderError
from reread.server.evaluation.judging import Decision, Decisions, Doubt
from reread.server.personal import personal_of
from reread.server.report.review import Resumable
from reread.server.review.model_review import opened
from reread.server.settings import Settings


class JudgePlace(NamedTuple):
    """What the judge is asked for: the workspace `folder`, and the folder in which its `answers` are kept."""

    folder: str
    answers: str


async def decisions(
    doubts: Sequence[Doubt],
    settings: Settings,
    place: JudgePlace,
    *,
    at_once: int,
    budget: float | None,
    on_answer: Callable[[int, int], None],
) -> Decisions:
    """A decision for each doubt, those asked first that come first; what is kept is not asked.

    Nothing is asked after the `budget` (US dollars; None: no limit) is spent. Consent must have been given.
    """
    wanted = list(dict.fromkeys(doubts))
    found: dict[Doubt, Decision] = {}
    slots = asyncio.Semaphore(at_once)
    private = await asyncio.to_thread(personal_of, settings.review, place.folder)
    try:
        async with opened(settings, None, Resumable(place.answers, "")) as asker:

            async def one(doubt: Doubt) -> None:
                async with slots:
                    asked = description_question(place.folder, doubt.remark, doubt.defects, private)
                    found[doubt] = await _decision(asker, asked, budget)
                on_answer(len(found), len(wanted))

            async with asyncio.TaskGroup() as group:
                for doubt in wanted:
                    group.create_task(one(doubt))
    except ProviderError as error:
        return dict.fromkeys(wanted, Decision(problem=str(error), failed=True))
    return found


async def _decision(asker: CachedClient, asked: DescriptionQuestion, budget: float | None) -> Decision:
    try:
        answer = asker.cached(asked.sent)
        if answer is None and budget is not None and (asker.cost or 0.0) >= budget:
            return Decision(problem="the budget is spent", failed=True)
        answer = answer or await asker.ask(asked.sent, lambda text: None)
        chosen = asked.chosen(answer)
    except NothingGeneratedError as error:
        return Decision(problem=str(error))
    except ProviderError as error:
        return Decision(problem=str(error), failed=True)
    asker.store(asked.sent, answer)
    return Decision(chosen)
