"""Reviews units with a model: several at a time, each answered from the cache or asked about and read as it comes."""

from __future__ import annotations

import asyncio
import enum
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Finding, with_fingerprints
from reread.analyzers.fixes import Check
from reread.analyzers.review.answer import AnswerReader
from reread.analyzers.review.asking import Answer, Asker
from reread.analyzers.review.context import ContextPiece
from reread.analyzers.review.judging import Drop, Shortlist, judged
from reread.analyzers.review.provider import (
    BadRequestError,
    CutOffError,
    NonsenseError,
    ProviderError,
    RefusalError,
    Stop,
    TimeLimitError,
)
from reread.analyzers.review.questions import Subject, review_question
from reread.analyzers.review.redact import Redactor
from reread.analyzers.review.schema import ModelFinding
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.suppressions import Suppression, find, is_suppressed
from reread.analyzers.syntax import parse

Retrieve = Callable[[Subject], Awaitable[Sequence[ContextPiece]]]
OnFinding = Callable[[Subject, Finding], None]
OnProgress = Callable[[str, int, int], None]

_OF_ONE_ANSWER = (RefusalError, CutOffError, NonsenseError, BadRequestError)
"""Failures that say nothing about the next unit. After any other one, asking on would only fail again."""

_TIMEOUTS_TO_STOP = 2


class UnitState(enum.Enum):
    """How the review of a unit went."""

    ASKED = "asked"
    CACHED = "cached"
    INCOMPLETE = "incomplete"


class Review(NamedTuple):
    """What reviewing some units came to. `findings` are sorted by document and place; `dropped` says why how often."""

    findings: tuple[tuple[Subject, Finding], ...]
    states: tuple[UnitState, ...]
    problems: tuple[str, ...]
    dropped: Counter[Drop]
    over_limit: int


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
        run = _Run(self._settings, subjects, on_finding, on_progress)
        slots = asyncio.Semaphore(self._settings.concurrency)
        async with asyncio.TaskGroup() as group:
            for place, subject in enumerate(subjects):
                group.create_task(self._unit(run, place, subject, slots))
        return run.result()

    async def _unit(self, run: _Run, place: int, subject: Subject, slots: asyncio.Semaphore) -> None:
        async with slots:
            try:
                run.states[place] = await self._reviewed(run, subject)
            except ProviderError as error:
                run.failed(subject, error)
            run.progressed(subject)

    async def _reviewed(self, run: _Run, subject: Subject) -> UnitState:
        context = await self._retrieve(subject) if self._retrieve is not None else ()
        redactor = Redactor(subject.personal)
        question = review_question(subject, context, self._settings.context_tokens, redactor)
        reader = AnswerReader()
        check = self._checks(subject.relative) if self._checks is not None else None

        def judge(said: ModelFinding) -> None:
            finding = judged(subject, said, redactor, self._settings.minimum_confidence, check)
            run.judged(subject, finding)

        def read(text: str) -> None:
            for said in reader.feed(text):
                judge(said)

        answer = self._asker.cached(question)
        if answer is not None:
            read(answer.text)
        elif run.stopped:
            return UnitState.INCOMPLETE
        else:
            run.waiting(subject)
            answer = await self._asker.ask(question, read, run.note)
        for said in reader.finish():
            judge(said)
        _require_whole(answer, reader)
        self._asker.keep(question, answer)
        return UnitState.CACHED if answer.cached else UnitState.ASKED


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


def _suppressions_of(subject: Subject) -> tuple[Suppression, ...]:
    document = subject.document
    mentioned = "reread:" in document.text or "nosem" in document.text
    return find(document, parse(document)) if mentioned else ()


class _Run:
    """What one review has come to so far."""

    def __init__(
        self,
        settings: ReviewSettings,
        subjects: Sequence[Subject],
        on_finding: OnFinding,
        on_progress: OnProgress | None,
    ) -> None:
        self.states = [UnitState.INCOMPLETE] * len(subjects)
        self.stopped = False
        self._on_finding = on_finding
        self._on_progress = on_progress
        self._lists: dict[str, Shortlist] = {
            subject.document.uri: Shortlist(settings.max_findings_per_file) for subject in subjects
        }
        self._first: dict[str, Subject] = {}
        for subject in subjects:
            self._first.setdefault(subject.document.uri, subject)
        self._problems: dict[object, str] = {}
        self._suppressions = {uri: _suppressions_of(subject) for uri, subject in self._first.items()}
        self._dropped: Counter[Drop] = Counter()
        self._timeouts = 0
        self._done = 0

    def judged(self, subject: Subject, finding: Finding | Drop) -> None:
        if isinstance(finding, Finding) and is_suppressed(
            finding, self._suppressions[subject.document.uri], subject.document
        ):
            finding = Drop.SUPPRESSED
        if isinstance(finding, Drop):
            self._dropped[finding] += 1
            return
        shortlist = self._lists[subject.document.uri]
        if shortlist.add(finding):
            numbered = with_fingerprints(shortlist.best(), subject.document, subject.relative)
            same = (entry for entry in numbered if (entry.rule, entry.span) == (finding.rule, finding.span))
            self._on_finding(subject, next(same))

    def failed(self, subject: Subject, error: ProviderError) -> None:
        if isinstance(error, _OF_ONE_ANSWER):
            where = f"{subject.relative}:{subject.document.lines.line_of(subject.unit.span.start) + 1}"
            self._problems[where, str(error)] = f"{where}: {error}"
            return
        # What stops everything fails several open requests at once, each with figures of its own.
        self._problems.setdefault(type(error), str(error))
        self._timeouts += isinstance(error, TimeLimitError)
        if not isinstance(error, TimeLimitError) or self._timeouts >= _TIMEOUTS_TO_STOP:
            self.stopped = True

    def waiting(self, subject: Subject) -> None:
        self.note(f"{subject.relative}: {subject.unit.name}" if subject.unit.name else subject.relative)

    def progressed(self, subject: Subject) -> None:
        self._done += 1
        self.waiting(subject)

    def note(self, message: str) -> None:
        if self._on_progress is not None:
            self._on_progress(message, self._done, len(self.states))

    def result(self) -> Review:
        findings = []
        for uri, subject in self._first.items():
            best = with_fingerprints(self._lists[uri].best(), subject.document, subject.relative)
            findings += [(subject, finding) for finding in best]
        over_limit = sum(shortlist.left_out for shortlist in self._lists.values())
        return Review(tuple(findings), tuple(self.states), tuple(self._problems.values()), self._dropped, over_limit)
