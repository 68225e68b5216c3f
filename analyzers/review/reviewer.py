"""Reviews units with a model: several at a time, each answered from the cache or asked about and read as it comes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.fixes import Check
from reread.analyzers.review.answer import AnswerReader
from reread.analyzers.review.asking import Answer, Asker, Question
from reread.analyzers.review.context import ContextPiece
from reread.analyzers.review.judging import placed, weighed, with_fix
from reread.analyzers.review.outcome import OnFinding, OnProgress, Review, Run, UnitState
from reread.analyzers.review.provider import BudgetError, CutOffError, NonsenseError, ProviderError, Stop
from reread.analyzers.review.questions import Subject, review_question
from reread.analyzers.review.redact import Redactor
from reread.analyzers.review.schema import ModelFinding, Refutation
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.trials import refutation, triaged

__all__ = ["Review", "Reviewer", "UnitState"]

Retrieve = Callable[[Subject], Awaitable[Sequence[ContextPiece]]]


class _Asked(NamedTuple):
    """What one unit's review is made of."""

    subject: Subject
    context: Sequence[ContextPiece]
    question: Question
    redactor: Redactor


class Reviewer:
    """Reviews units, given what to ask with. `checks` runs the rules over versions of a file, to verify fixes."""

    def __init__(
        self,
        asker: Asker,
        settings: ReviewSettings,
        *,
        retrieve: Retrieve | None = None,
        checks: Callable[[str], Check] | None = None,
    ) -> None:
        self._asker = asker
        self._settings = settings
        self._retrieve = retrieve
        self._checks = checks

    async def review(
        self, subjects: Sequence[Subject], on_finding: OnFinding, on_progress: OnProgress | None = None
    ) -> Review:
        """Review all units. `on_finding` is called while a model is still writing; what is returned replaces it."""
        run = Run(self._settings, subjects, on_finding, on_progress)
        slots = asyncio.Semaphore(self._settings.concurrency)
        async with asyncio.TaskGroup() as group:
            for place, subject in enumerate(subjects):
                group.create_task(self._unit(run, place, subject, slots))
        return run.result()

    async def _unit(self, run: Run, place: int, subject: Subject, slots: asyncio.Semaphore) -> None:
        async with slots:
            try:
                run.states[place] = await self._reviewed(run, subject)
            except ProviderError as error:
                run.failed(subject, error)
            run.progressed(subject)

    async def _reviewed(self, run: Run, subject: Subject) -> UnitState:
        context = await self._retrieve(subject) if self._retrieve is not None else ()
        redactor = Redactor(subject.personal)
        asked = _Asked(
            subject, context, review_question(subject, context, self._settings.context_tokens, redactor), redactor
        )
        answer = self._asker.cached(asked.question)
        if answer is None:
            if run.stopped:
                return UnitState.INCOMPLETE
            run.waiting(subject)
            if not await self._deserves_review(run, asked):
                return UnitState.PASSED
        state = UnitState.CACHED if answer else UnitState.ASKED
        failures: list[ProviderError] = []
        async with asyncio.TaskGroup() as trials:

            def found(said: ModelFinding) -> None:
                trials.create_task(self._try(run, asked, said, failures))

            try:
                await self._read(run, asked, answer, found)
            except ProviderError as error:
                # What was whole by then is tried and shown all the same.
                failures.append(error)
                run.failed(subject, error)
        return UnitState.INCOMPLETE if failures else state

    async def _deserves_review(self, run: Run, asked: _Asked) -> bool:
        wanted = self._settings.triage
        if wanted == "off" or (wanted == "auto" and not self._asker.lines[0].small):
            return True
        try:
            return (await triaged(self._asker, asked.subject, asked.redactor, run.note)).review
        except BudgetError:
            raise
        except ProviderError as error:
            run.noted(str(error))
            return True

    async def _read(
        self, run: Run, asked: _Asked, answer: Answer | None, found: Callable[[ModelFinding], None]
    ) -> None:
        """Hand on the findings of an answer, one that was kept or one that is asked for; raises ProviderError."""
        reader = AnswerReader()

        def read(text: str) -> None:
            for said in reader.feed(text):
                found(said)

        if answer is not None:
            read(answer.text)
        else:
            answer = await self._asker.ask(asked.question, read, run.note)
        for said in reader.finish():
            found(said)
        _require_whole(answer, reader)
        self._asker.keep(asked.question, answer)

    async def _try(self, run: Run, asked: _Asked, said: ModelFinding, failures: list[ProviderError]) -> None:
        """Place a finding, try to refute it while its fix is verified, and show what holds."""
        subject, minimum = asked.subject, self._settings.selection.minimum_confidence
        finding = run.suppressed(subject, placed(subject, said, asked.redactor, minimum))
        if isinstance(finding, Finding):
            check = self._checks(subject.relative) if self._checks is not None else None
            # In a thread: the rules run over the code with the fix applied.
            verifying = asyncio.to_thread(with_fix, finding, subject, said, asked.redactor, check)
            trial, verified = await asyncio.gather(self._trial(run, asked, said, failures), verifying)
            finding = weighed(verified, trial, minimum) if trial is not None else verified
        run.judged(subject, finding)

    async def _trial(
        self, run: Run, asked: _Asked, said: ModelFinding, failures: list[ProviderError]
    ) -> Refutation | None:
        """What the second pass says; None when it is off or fails: then the finding is as sure as its model was."""
        if not self._settings.second_pass:
            return None
        try:
            return await self._refutation(run, asked, said)
        except ProviderError as error:
            failures.append(error)
            run.failed(asked.subject, error)
            return None

    async def _refutation(self, run: Run, asked: _Asked, said: ModelFinding) -> Refutation:
        sent = {(piece.path, piece.first_line) for piece in asked.question.context}
        context = [piece for piece in asked.context if (piece.path, piece.start_line) in sent]
        restore = asked.redactor.restore
        texts = {name: restore(getattr(said, name)) for name in ("title", "message", "why", "quote")}
        plain = said.model_copy(update=texts)
        return await refutation(self._asker, asked.subject, plain, context, asked.question, asked.redactor, run.note)


def _require_whole(answer: Answer, reader: AnswerReader) -> None:
    """Raises the ProviderError for an answer that is not whole; findings that were whole have been handed on."""
    if answer.stop is Stop.LENGTH:
        raise CutOffError("the model's answer was cut at review.max-output-tokens; what was whole is shown")
    if reader.overlong:
        raise NonsenseError("the model's answer has no end")
    if not answer.text.strip():
        raise NonsenseError("the model's answer is empty")
    if not reader.closed or reader.malformed:
        raise NonsenseError("the model's answer is not in the form that was asked for")
