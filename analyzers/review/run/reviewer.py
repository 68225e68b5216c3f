"""Reviews units with a model, several at a time: each is answered from the cache or by a request."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from reread.analyzers.review.answer.answer import as_answer
from reread.analyzers.review.answer.ranking import Drop
from reread.analyzers.review.answer.schema import ModelFinding
from reread.analyzers.review.ask.batches import Packer, UnitQuestion, owner, question_of, together, with_evidence
from reread.analyzers.review.ask.cached_client import Answer, CachedClient, Question
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.evidence import Gather
from reread.analyzers.review.ask.whole_change import has_look, whole_change
from reread.analyzers.review.change.intent import NO_INTENT, ChangeContext
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.fix.fix_verifier import BARE, FixVerifier
from reread.analyzers.review.fix.fixer import Fixer
from reread.analyzers.review.provider import BudgetError, ProviderError
from reread.analyzers.review.run import change_look, several_looks
from reread.analyzers.review.run.change_look import UnitFinding
from reread.analyzers.review.run.fix_retry import FixRetry
from reread.analyzers.review.run.judge import Judge
from reread.analyzers.review.run.leads import answered
from reread.analyzers.review.run.looks import looks_of
from reread.analyzers.review.run.outcome import AnsweredLead, OnFinding, OnProgress, Review, ReviewRun, UnitState
from reread.analyzers.review.run.reading import read_answer
from reread.analyzers.review.run.triage import deserving, is_triaged
from reread.analyzers.review.settings import ReviewSettings

__all__ = ["Review", "Reviewer", "UnitState"]

Retrieve = Callable[[Subject], Awaitable[Sequence[ContextPiece]]]


class Reviewer:
    """Reviews units, with a client for requests and a verifier for fixes."""

    def __init__(
        self,
        asker: CachedClient,
        settings: ReviewSettings,
        *,
        retrieve: Retrieve | None = None,
        bench: FixVerifier = BARE,
        change: ChangeContext | None = None,
        gather: Gather | None = None,
    ) -> None:
        """`change` is what is known of the change that the units are all of; None if they are not one. `gather`
        makes what the model may look up.
        """
        self._asker = asker
        self._settings = settings
        self._retrieve = retrieve
        self._bench = bench
        self._gather = gather
        self._change = change
        self._looks = looks_of(asker, settings.looks)
        self._intent = change.intent if change is not None else NO_INTENT

    async def review(
        self, subjects: Sequence[Subject], on_finding: OnFinding, on_progress: OnProgress | None = None
    ) -> Review:
        """Review all units. `on_finding` is called while a model is still writing; what is returned replaces it."""
        run = ReviewRun(self._settings, subjects, on_finding, on_progress, self._asker)
        places = _Places(*(asyncio.Semaphore(self._settings.concurrency) for _ in range(2)))
        packer = Packer(self._settings)
        units: list[UnitQuestion] = []
        at_once: asyncio.Task[list[UnitFinding]] | None = None
        async with asyncio.TaskGroup() as group:
            lookups = [
                group.create_task(self._looked_up(place, subject, places)) for place, subject in enumerate(subjects)
            ]
            for lookup in lookups:
                unit = await lookup
                units.append(unit)
                answer = self._asker.cached(unit.question) if len(self._looks) == 1 else None
                if answer is not None:
                    group.create_task(self._answered(run, unit, answer))
                    continue
                for batch in packer.add(unit):
                    group.create_task(self._batch(run, batch, places))
            for batch in packer.rest():
                group.create_task(self._batch(run, batch, places))
            if self._change is not None and has_look(units, self._change, self._settings):
                at_once = group.create_task(self._at_once(run, units, self._change, places))
        if at_once is not None:
            judge = self._judge(run)
            await change_look.show(run, judge, at_once.result())
        fixer = Fixer(self._asker, self._bench, run.note)
        await FixRetry(run, fixer, self._bench, self._settings.concurrency).finish()
        leads = await self._leads(run, units, places)
        return run.result()._replace(leads=leads)

    async def _looked_up(self, place: int, subject: Subject, places: _Places) -> UnitQuestion:
        async with places.looking_up:
            context = await self._retrieve(subject) if self._retrieve is not None else ()
        unit = question_of(place, subject, context, self._settings, self._intent)
        return with_evidence(unit, self._gather, self._settings)

    async def _leads(self, run: ReviewRun, units: Sequence[UnitQuestion], places: _Places) -> tuple[AnsweredLead, ...]:
        """The leads of all units that the model decides. They come last, so that reviews have the budget first."""

        async def one(unit: UnitQuestion) -> list[AnsweredLead]:
            async with places.requests:
                return await answered(self._asker, run, unit)

        decided = await asyncio.gather(*(one(unit) for unit in units if unit.subject.leads))
        return tuple(lead for each in decided for lead in each)

    async def _at_once(
        self, run: ReviewRun, units: Sequence[UnitQuestion], change: ChangeContext, places: _Places
    ) -> list[UnitFinding]:
        async with places.requests:
            whole = whole_change(units, change, self._settings, self._gather)
            return await change_look.look(self._asker, run, whole)

    async def _answered(self, run: ReviewRun, unit: UnitQuestion, answer: Answer) -> None:
        """Show what a kept answer says about a unit."""
        try:
            await self._judged(run, [unit], unit.question, answer)
        except ProviderError as error:
            run.failed([unit], error)

    async def _batch(self, run: ReviewRun, units: Sequence[UnitQuestion], places: _Places) -> None:
        """Ask about units together, and about those for which that does not do, one by one."""
        async with places.requests:
            alone = await self._together(run, units)
        async with asyncio.TaskGroup() as group:
            for unit in alone:
                group.create_task(self._batch(run, [unit], places))

    async def _together(self, run: ReviewRun, units: Sequence[UnitQuestion]) -> Sequence[UnitQuestion]:
        """Ask about units in one request. Returns those that must be asked about one by one."""
        if all(run.left(look.asker) for look in self._looks):
            run.settled(units, UnitState.INCOMPLETE)
            return ()
        run.waiting(units)
        try:
            units = await self._deserving(run, units)
            if len(self._looks) > 1:
                judge = self._judge(run)
                await several_looks.review(self._looks, run, judge, units, self._joint)
                return ()
            question = self._joint(units) if units else None
            if question is None:
                return units
            await self._judged(run, units, question)
        except ProviderError as error:
            run.answered(self._asker, error)
            if run.asks_alone(self._asker, units, error):
                run.retracted(units)
                return units
            run.failed(units, error)
        return ()

    def _joint(self, units: Sequence[UnitQuestion]) -> Question | None:
        """One question about units; None if each needs its own."""
        return together(units, self._settings, self._intent, self._gather)

    def _judge(self, run: ReviewRun) -> Judge:
        return Judge(self._asker, self._settings, self._bench, run, self._gather)

    async def _deserving(self, run: ReviewRun, units: Sequence[UnitQuestion]) -> Sequence[UnitQuestion]:
        """The units that deserve a review; all of them where that cannot be found out."""
        if not is_triaged(self._asker, self._settings) or all(look.knows(units) == units for look in self._looks):
            return units
        try:
            worth = await deserving(self._asker, units, run.note)
        except BudgetError:
            raise
        except ProviderError as error:
            run.go_without(error)
            return units
        run.settled([unit for unit in units if unit not in worth], UnitState.PASSED)
        return worth

    async def _judged(
        self, run: ReviewRun, units: Sequence[UnitQuestion], question: Question, kept: Answer | None = None
    ) -> None:
        """Show what holds of an answer about units, be it kept or asked for; raises ProviderError."""
        said: dict[int, list[ModelFinding]] = {unit.place: [] for unit in units}
        judge = self._judge(run)
        broken: ProviderError | None = None
        async with asyncio.TaskGroup() as trials:

            def found(finding: ModelFinding) -> None:
                unit = owner(units, finding)
                if isinstance(unit, Drop):
                    run.dropped(unit)
                    return
                said[unit.place].append(finding)
                trials.create_task(judge.judge(unit, finding))

            try:
                answer = await read_answer(self._asker, question, kept, found, run.note)
                if not answer.cached:
                    run.answered(self._asker)
                for unit in units:
                    self._asker.store(
                        unit.question, answer._replace(text=as_answer(said[unit.place], unit.subject.relative))
                    )
            except ProviderError as error:
                # What was whole by then is tried and shown all the same.
                broken = error
        if broken is not None:
            raise broken
        for unit in units:
            usual = UnitState.CACHED if answer.cached else UnitState.REVIEWED
            run.settled([unit], UnitState.INCOMPLETE if unit.place in judge.unsure else usual)


class _Places(NamedTuple):
    """How many lookups, and how many questions with all that follows from them, go on at once."""

    looking_up: asyncio.Semaphore
    requests: asyncio.Semaphore
