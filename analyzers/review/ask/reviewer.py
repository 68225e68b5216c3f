"""Reviews units with a model: several at a time, each answered from the cache or asked about and read as it comes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.review.answer.answer import AnswerReader, as_answer
from reread.analyzers.review.answer.ranking import Drop, placed, weighed
from reread.analyzers.review.answer.schema import ModelFinding, Refutation
from reread.analyzers.review.ask.batches import Asked, Packer, asked_of, owner, together
from reread.analyzers.review.ask.cached_client import Answer, Asker, Question
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.outcome import OnFinding, OnProgress, Pending, Review, Run, UnitState
from reread.analyzers.review.ask.triage import deserving, is_triaged, refutation
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.fix.fix_retry import Mender
from reread.analyzers.review.fix.fix_verifier import BARE, Workbench
from reread.analyzers.review.fix.fixer import Fixer
from reread.analyzers.review.fix.proposals import Proposal, proposed
from reread.analyzers.review.provider import (
    BadRequestError,
    BudgetError,
    NonsenseError,
    OverlongError,
    ProviderError,
    RefusalError,
    Stop,
)
from reread.analyzers.review.settings import ReviewSettings

__all__ = ["Review", "Reviewer", "UnitState"]

Retrieve = Callable[[Subject], Awaitable[Sequence[ContextPiece]]]

_OF_SEVERAL = (BadRequestError, BudgetError, NonsenseError, OverlongError, RefusalError)
"""Failures of a question about several units that need not be those of a question about one."""


class Reviewer:
    """Reviews units, given what to ask with, and what to try fixes with."""

    def __init__(
        self,
        asker: Asker,
        settings: ReviewSettings,
        *,
        retrieve: Retrieve | None = None,
        bench: Workbench = BARE,
    ) -> None:
        self._asker = asker
        self._settings = settings
        self._retrieve = retrieve
        self._bench = bench

    async def review(
        self, subjects: Sequence[Subject], on_finding: OnFinding, on_progress: OnProgress | None = None
    ) -> Review:
        """Review all units. `on_finding` is called while a model is still writing; what is returned replaces it."""
        run = Run(self._settings, subjects, on_finding, on_progress)
        places = _Places(*(asyncio.Semaphore(self._settings.concurrency) for _ in range(2)))
        packer = Packer(self._settings)
        async with asyncio.TaskGroup() as group:
            lookups = [
                group.create_task(self._looked_up(place, subject, places)) for place, subject in enumerate(subjects)
            ]
            for lookup in lookups:
                unit = await lookup
                answer = self._asker.cached(unit.question)
                if answer is not None:
                    group.create_task(self._answered(run, unit, answer))
                    continue
                for batch in packer.add(unit):
                    group.create_task(self._batch(run, batch, places))
            for batch in packer.rest():
                group.create_task(self._batch(run, batch, places))
        fixer = Fixer(self._asker, self._bench, run.note)
        await Mender(run, fixer, self._bench, self._settings.concurrency).finish()
        return run.result()

    async def _looked_up(self, place: int, subject: Subject, places: _Places) -> Asked:
        async with places.looking_up:
            context = await self._retrieve(subject) if self._retrieve is not None else ()
        return asked_of(place, subject, context, self._settings)

    async def _answered(self, run: Run, unit: Asked, answer: Answer) -> None:
        """Show what a kept answer says about a unit."""
        try:
            await self._judged(run, [unit], unit.question, answer)
        except ProviderError as error:
            run.failed([unit], error)

    async def _batch(self, run: Run, units: Sequence[Asked], places: _Places) -> None:
        """Ask about units together, and about those for which that does not do, one by one."""
        async with places.asking:
            alone = await self._together(run, units)
        async with asyncio.TaskGroup() as group:
            for unit in alone:
                group.create_task(self._batch(run, [unit], places))

    async def _together(self, run: Run, units: Sequence[Asked]) -> Sequence[Asked]:
        """Ask about units in one request. Returns those that must be asked about one by one."""
        if run.stopped:
            run.settled(units, UnitState.INCOMPLETE)
            return ()
        run.waiting(units)
        try:
            units = await self._deserving(run, units)
            question = together(units, self._settings) if units else None
            if question is None:
                return units
            await self._judged(run, units, question)
        except ProviderError as error:
            if len(units) > 1 and isinstance(error, _OF_SEVERAL):
                run.retracted(units)
                return units
            run.failed(units, error)
        return ()

    async def _deserving(self, run: Run, units: Sequence[Asked]) -> Sequence[Asked]:
        """The units that deserve a review; all of them where that cannot be found out."""
        if not is_triaged(self._asker, self._settings):
            return units
        try:
            worth = await deserving(self._asker, units, run.note)
        except BudgetError:
            raise
        except ProviderError as error:
            run.noted(str(error))
            return units
        run.settled([unit for unit in units if unit not in worth], UnitState.PASSED)
        return worth

    async def _judged(self, run: Run, units: Sequence[Asked], question: Question, kept: Answer | None = None) -> None:
        """Show what holds of an answer about units, be it kept or asked for; raises ProviderError."""
        said: dict[int, list[ModelFinding]] = {unit.place: [] for unit in units}
        unsure: set[int] = set()
        broken: ProviderError | None = None
        async with asyncio.TaskGroup() as trials:

            def found(finding: ModelFinding) -> None:
                unit = owner(units, finding)
                if isinstance(unit, Drop):
                    run.dropped(unit)
                    return
                said[unit.place].append(finding)
                trials.create_task(self._try(run, unit, finding, unsure))

            try:
                answer = await self._read(question, kept, found, run)
                for unit in units:
                    self._asker.keep(unit.question, answer._replace(text=as_answer(said[unit.place])))
            except ProviderError as error:
                # What was whole by then is tried and shown all the same.
                broken = error
        if broken is not None:
            raise broken
        for unit in units:
            usual = UnitState.CACHED if answer.cached else UnitState.ASKED
            run.settled([unit], UnitState.INCOMPLETE if unit.place in unsure else usual)

    async def _read(
        self, question: Question, kept: Answer | None, found: Callable[[ModelFinding], None], run: Run
    ) -> Answer:
        """Hand on the findings of an answer as they become whole; raises ProviderError."""
        reader = AnswerReader()

        def read(text: str) -> None:
            for said in reader.feed(text):
                found(said)

        if kept is not None:
            read(kept.text)
        answer = kept or await self._asker.ask(question, read, run.note)
        for said in reader.finish():
            found(said)
        _require_whole(answer, reader)
        return answer

    async def _try(self, run: Run, unit: Asked, said: ModelFinding, unsure: set[int]) -> None:
        """Place a finding, try to refute it while its fix is tried, and show what holds."""
        minimum = self._settings.selection.minimum_confidence
        finding = run.suppressed(unit.subject, placed(unit.subject, said, unit.redactor, minimum))
        proposal = None
        if isinstance(finding, Finding):
            # In a thread: the rules run over the code with the fix applied.
            trying = asyncio.to_thread(self._proposal, unit, said)
            trial, proposal = await asyncio.gather(self._trial(run, unit, said, unsure), trying)
            finding = weighed(finding, trial, minimum) if trial is not None else finding
        if not isinstance(finding, Finding) or proposal is None:
            run.judged(unit.subject, finding)
            return
        if proposal.foreign:
            run.refused()
        if proposal.holds and not self._bench.tools:
            finding = finding._replace(fixes=proposal.shown)
        else:
            run.wait(Pending(unit, finding, proposal))
        run.judged(unit.subject, finding)

    def _proposal(self, unit: Asked, said: ModelFinding) -> Proposal | None:
        """The fix that comes with a finding, if one does."""
        if not said.edits:
            return None
        title = f"Apply the model's fix: {unit.redactor.restore(said.title).strip() or 'edit'}"
        pieces = (*unit.question.code, *unit.question.context)
        return proposed(unit.subject, title, said.edits, unit.redactor, pieces, self._bench)

    async def _trial(self, run: Run, unit: Asked, said: ModelFinding, unsure: set[int]) -> Refutation | None:
        """What the second pass says; None when it is off or fails: then the finding is as sure as its model was."""
        if not self._settings.second_pass:
            return None
        try:
            return await self._refutation(run, unit, said)
        except ProviderError as error:
            unsure.add(unit.place)
            run.went_wrong([unit], error)
            return None

    async def _refutation(self, run: Run, unit: Asked, said: ModelFinding) -> Refutation:
        restore = unit.redactor.restore
        texts = {name: restore(getattr(said, name)) for name in ("title", "message", "failure", "why", "quote")}
        plain = said.model_copy(update=texts)
        return await refutation(self._asker, unit.subject, plain, unit.shown, unit.question, unit.redactor, run.note)


class _Places(NamedTuple):
    """How many lookups, and how many questions with all that follows from them, go on at once."""

    looking_up: asyncio.Semaphore
    asking: asyncio.Semaphore


def _require_whole(answer: Answer, reader: AnswerReader) -> None:
    """Raises the ProviderError for an answer that is not whole; findings that were whole have been passed on."""
    if answer.stop is Stop.LENGTH:
        raise OverlongError("the model's answer was cut at review.max-output-tokens; what was whole is shown")
    if reader.overlong:
        raise NonsenseError("the model's answer has no end")
    if not answer.text.strip():
        raise NonsenseError("the model's answer is empty")
    if not reader.closed or reader.malformed:
        raise NonsenseError("the model's answer is not in the form that was asked for")
