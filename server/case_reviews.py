"""Has the worker review the cases of a data set, each in its own folder, several at a time, with cached answers."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

import msgspec

from reread.analyzers.findings import Finding
from reread.analyzers.review.answer.worth import worth
from reread.analyzers.review.change.intent import ChangeContext, Intent
from reread.analyzers.review.settings import Selection
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Span
from reread.server.evaluation.stored_answers import StoredAnswers, key_of
from reread.server.evaluation.values import AnnotatedLines, Answer, Case, Judged, Reported
from reread.server.report.review import (
    DecidedLead,
    OnFinding,
    OnProgress,
    Resumable,
    ReviewDocument,
    ReviewOutcome,
    ReviewPlan,
    ReviewRequest,
    document_of,
)
from reread.server.rpc.errors import RequestFailedError, WorkerGoneError
from reread.server.settings import Settings
from reread.server.worker.client import Worker

EVERYTHING = Selection(0.0, 0, 0)

OnAnswer = Callable[[int, int], None]
"""Is given how many answers there are, and how many there will be."""


class Reviews(Protocol):
    """The interface for reviewing cases: the worker."""

    async def start(self) -> None: ...
    async def stop(self) -> None: ...
    async def open_folder(self, folder: str, settings: Settings) -> None: ...
    async def close_folder(self, folder: str) -> None: ...
    async def index(self, folder: str) -> object: ...
    async def review(self, request: ReviewRequest, on_finding: OnFinding, on_progress: OnProgress) -> ReviewOutcome: ...


OpenReviews = Callable[[str], Reviews]
"""What reviews, given a folder for its cache."""


def worker(cache: str) -> Reviews:
    """A worker process with a cache of its own."""
    return Worker(
        on_progress=lambda progress: None,
        on_state=lambda state, message: None,
        environment={"REREAD_CACHE_DIR": cache},
    )


class CaseHints(NamedTuple):
    """The hints of rules in a case, by path, and the class of what each of their rules finds."""

    hints: Mapping[str, tuple[Finding, ...]] = {}
    classes: Mapping[str, str] = {}


NO_HINTS = CaseHints()


class CaseRun(NamedTuple):
    """A case to review for one answer; `key` is the key of the answer in the cache. The model is asked about the hints,
    and what it confirms is a finding.
    """

    case: Case
    settings: Settings
    key: str
    known: CaseHints = NO_HINTS


def case_runs(cases: Sequence[Case], settings: Settings, runs: int, hints: Sequence[CaseHints] = ()) -> list[CaseRun]:
    """All answers that an evaluation takes, the runs of a case beside each other; `hints` are those of each case."""
    settings = _measured(settings)
    return [
        CaseRun(case, settings, key_of(case, settings, run, _names(known)), known)
        for case, known in zip(cases, hints or [NO_HINTS] * len(cases), strict=True)
        for run in range(runs)
    ]


def _names(known: CaseHints) -> list[str]:
    return [f"{path}:{hint.span} {hint.rule}" for path, some in sorted(known.hints.items()) for hint in some]


def judged(
    cases: Sequence[Case], answers: Sequence[Answer], runs: int, selection: Selection = EVERYTHING
) -> list[Judged]:
    """The cases with their answers, which are in the order of `case_runs`, and in these what a selection shows."""
    return [
        Judged(case, tuple(shown(answer, selection) for answer in answers[place * runs : (place + 1) * runs]))
        for place, case in enumerate(cases)
        if not any(answer.problems for answer in answers[place * runs : (place + 1) * runs])
    ]


def shown(answer: Answer, selection: Selection) -> Answer:
    """The answer with the findings that a review with this selection shows."""
    chosen: list[int] = []
    of_file: Counter[str] = Counter()
    for place, finding in sorted(enumerate(answer.findings), key=lambda each: each[1].rank):
        path = finding.place.path
        room = not selection.per_file or of_file[path] < selection.per_file
        if room and finding.confidence >= selection.minimum_confidence:
            of_file[path] += 1
            chosen.append(place)
    kept = sorted(chosen[: selection.per_review or None])
    return msgspec.structs.replace(answer, findings=tuple(answer.findings[place] for place in kept))


async def ask(
    questions: Sequence[CaseRun],
    kept: StoredAnswers,
    *,
    at_once: int,
    budget: float,
    on_answer: OnAnswer,
    opened: OpenReviews = worker,
) -> list[Answer]:
    """An answer to each question, in their order; what is kept is not asked.

    No case is begun after the `budget` (US dollars; 0: none) is spent. The reviews have a cache and folders of their
    own, which are gone afterwards; consent must have been given.
    """
    answers = [kept.get(question.key) for question in questions]
    missing = [place for place, answer in enumerate(answers) if answer is None]
    if not missing:
        return [answer for answer in answers if answer is not None]
    scratch = _scratch(kept.workspace)
    try:
        reviews = opened(os.path.join(scratch, "cache"))
        async with _CaseReviewer(scratch, reviews, kept, at_once, budget) as asking:
            done = len(questions) - len(missing)

            async def one(place: int) -> None:
                nonlocal done
                answers[place] = await asking.answer(questions[place], place)
                done += 1
                on_answer(done, len(questions))

            async with asyncio.TaskGroup() as group:
                for place in missing:
                    group.create_task(one(place))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return [answer for answer in answers if answer is not None]


class Estimated(NamedTuple):
    """What reviews are going to take: `plan` has the sums of their plans.

    `limit` names the setting that leaves less than that, with what it `leaves`, or is "".
    """

    plan: ReviewPlan
    limit: str = ""
    leaves: str = ""


async def estimated(questions: Sequence[CaseRun]) -> Estimated:
    """What answers to these questions take by their plans, without related code from the index. Sends nothing."""
    from reread.server.review import plan

    alike = Counter((question.case.name, id(question.settings)) for question in questions)
    total = ReviewPlan()
    with tempfile.TemporaryDirectory(prefix="reread-evaluation-") as folder:
        for question in {(each.case.name, id(each.settings)): each for each in questions}.values():
            made = await plan.plan(
                request_of(question.case, folder, question.known), question.settings, None, reviews=len(questions)
            )
            times = alike[question.case.name, id(question.settings)]
            total = _plus(total, made, times)
    if not questions:
        return Estimated(total)
    room = plan.room_of_days(questions[0].settings.review)
    if room.tokens is not None and total.tokens > room.tokens:
        return Estimated(total, room.tokens_by, f"{room.tokens:,} tokens")
    if room.cost is not None and total.cost is not None and total.cost > room.cost:
        return Estimated(total, room.cost_by, f"${room.cost:.2f}")
    return Estimated(total)


def _plus(total: ReviewPlan, made: ReviewPlan, times: int) -> ReviewPlan:
    def cost(so_far: float | None, one: float | None) -> float | None:
        return None if so_far is None or one is None else so_far + times * one

    return ReviewPlan(
        tokens=total.tokens + times * made.tokens,
        cost=cost(total.cost, made.cost),
        usual_tokens=total.usual_tokens + times * made.usual_tokens,
        usual_cost=cost(total.usual_cost, made.usual_cost),
        list_price=total.list_price or made.list_price,
    )


def _scratch(workspace: str) -> str:
    """A folder for the cases, named after their workspace: so the audit log says what they belong to."""
    return os.path.realpath(tempfile.mkdtemp(prefix=f"reread-evaluation-{workspace}-"))


class _CaseReviewer:
    """What reviews, and what it has spent."""

    def __init__(self, scratch: str, reviews: Reviews, kept: StoredAnswers, at_once: int, budget: float) -> None:
        self._scratch = scratch
        self._worker = reviews
        self._answers = kept
        self._slots = asyncio.Semaphore(at_once)
        self._budget = budget
        self._spent = 0.0

    async def __aenter__(self) -> _CaseReviewer:
        await self._worker.start()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self._worker.stop()

    async def answer(self, question: CaseRun, number: int) -> Answer:
        async with self._slots:
            if self._budget and self._spent >= self._budget:
                return Answer(problems=(f"not requested: the budget of ${self._budget:g} is spent",))
            folder = os.path.join(self._scratch, str(number))
            await asyncio.to_thread(write_files, folder, question.case.after)
            try:
                answer = await self._reviewed(question, folder)
            except (WorkerGoneError, RequestFailedError) as error:
                answer = Answer(problems=(str(error),))
            finally:
                await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
            self._spent += answer.cost or 0.0
            if not answer.problems:
                await asyncio.to_thread(self._answers.put, question.key, answer)
            return answer

    async def _reviewed(self, question: CaseRun, folder: str) -> Answer:
        worker, settings = self._worker, question.settings
        await worker.open_folder(folder, settings)
        try:
            if settings.review.context_tokens and settings.index.enable:
                await worker.index(folder)
            resume = Resumable(self._answers.requests, question.key)
            request = msgspec.structs.replace(request_of(question.case, folder, question.known), resume=resume)
            started = time.perf_counter()
            outcome = await worker.review(request, lambda uri, finding: None, lambda line, done, units: None)
            seconds = time.perf_counter() - started
        finally:
            await worker.close_folder(folder)
        documents = {document.uri: document for document in request.documents}
        return Answer(
            (
                *_confirmed(outcome.leads, documents, question.known),
                *_reported([(documents[uri], finding) for uri, finding in outcome.findings]),
            ),
            () if outcome.complete else outcome.problems or ("the model did not answer all requests",),
            outcome.tokens,
            outcome.cost,
            seconds,
            outcome.provider,
            outcome.model,
        )


def _confirmed(
    leads: Iterable[DecidedLead], documents: Mapping[str, ReviewDocument], known: CaseHints
) -> Iterator[Reported]:
    """The hints that the model confirmed."""
    for lead in leads:
        if lead.holds:
            category = known.classes.get(lead.finding.rule, "")
            place = _lines(documents[lead.uri], lead.finding.span)
            yield Reported(place, category, 1.0, f"{lead.finding.rule}: {lead.finding.message} {lead.words}")


def request_of(case: Case, folder: str, known: CaseHints = NO_HINTS) -> ReviewRequest:
    """The review of a case whose files are in the folder as they are after the change."""

    def document(path: str, text: str) -> ReviewDocument:
        absolute = os.path.join(folder, *path.split("/"))
        hints = known.hints.get(path, ())
        return ReviewDocument(absolute, absolute, path, language_of(path), text, case.before.get(path), leads=hints)

    changed = [path for path in case.changed if path in case.after and language_of(path)]
    gone = [path for path in case.changed if path not in case.after]
    files = tuple((path, _fate(case, path)) for path in case.changed)
    return ReviewRequest(
        folder,
        tuple(document(path, case.after[path]) for path in changed),
        others=tuple(document(path, "") for path in gone),
        consent=True,
        change=ChangeContext(Intent(message=case.intent), files),
    )


def _fate(case: Case, path: str) -> str:
    return "gone" if path not in case.after else "changed" if path in case.before else "new"


def _reported(found: Sequence[tuple[ReviewDocument, Finding]]) -> tuple[Reported, ...]:
    ranked = sorted(range(len(found)), key=lambda place: (worth(found[place][1]), found[place][0].uri))
    ranks = {place: rank for rank, place in enumerate(ranked)}
    return tuple(
        Reported(
            _lines(document, finding.span),
            finding.rule.removeprefix("model/"),
            finding.confidence,
            finding.message,
            ranks[place],
        )
        for place, (document, finding) in enumerate(found)
    )


def _lines(document: ReviewDocument, span: Span) -> AnnotatedLines:
    lines = document_of(document).lines
    first, last = lines.line_of(span.start), lines.line_of(max(span.start, span.end - 1))
    return AnnotatedLines(document.relative, first + 1, last + 1)


def write_files(folder: str, texts: Mapping[str, str]) -> None:
    """Write the files of a version of a case (texts by path) below a folder. Raises OSError."""
    for path, text in texts.items():
        file = os.path.join(folder, *path.split("/"))
        os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
        with open(file, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)


def _measured(settings: Settings) -> Settings:
    """Without the cache, which would make all runs the same at no cost, and without what only selects findings to show:
    that is applied to the answers, so that another value of it asks for nothing.

    Where several looks vote, a finding of one look has to be surer than the least confidence.
    """
    review = settings.review
    votes = review.looks > 1 or review.panel
    return msgspec.structs.replace(
        settings,
        review=msgspec.structs.replace(
            review,
            cache=False,
            precision=None,
            profile="quiet",
            minimum_confidence=review.selection.minimum_confidence if votes else 0.0,
            max_findings_per_file=0,
            max_findings=0,
        ),
    )
