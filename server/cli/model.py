"""The model's part of `reread review`: what it will be asked, whether it may be, asking it, and what it said."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reread.analyzers import parts
from reread.analyzers.findings import Finding, OtherFile, with_fingerprints
from reread.analyzers.model_duplicates import without_repeated
from reread.analyzers.text import Document
from reread.server import textfile
from reread.server.cli import writing
from reread.server.cli.consenting import may_be_sent
from reread.server.cli.progress import Bar
from reread.server.cli.worker import WorkerError, with_worker
from reread.server.output.report import FileReport, locate
from reread.server.review.values import ReviewDocument, ReviewOutcome, ReviewPlan, ReviewRequest, document_of
from reread.server.settings import Settings
from reread.server.worker.errors import RequestFailedError

if TYPE_CHECKING:
    from reread.analyzers.review.availability import Availability
    from reread.server.worker.client import Worker

Value = TypeVar("Value")

_PATIENCE = 30.0
"""Seconds that a review waits for the index."""


class Asking(NamedTuple):
    """How to ask: `once` is a consent for this run, `context` looks up other code, `quiet` shows no progress."""

    once: bool = False
    context: bool = True
    quiet: bool = False


class Assignment(NamedTuple):
    """What the model is to review: `label` says the change in words, `others` are files that are gone with it.

    Files of more than `largest_file` bytes are not read.
    """

    label: str
    folder: str
    documents: tuple[ReviewDocument, ...]
    others: tuple[ReviewDocument, ...]
    whole: bool
    largest_file: int

    @property
    def request(self) -> ReviewRequest:
        return ReviewRequest(self.folder, self.documents, self.whole, self.others)

    def text(self, file: OtherFile) -> Document | None:
        """A file that a fix edits: as it is reviewed, else as it is on disk; None when it cannot be read any more."""
        for document in self.documents:
            if document.uri == file.uri:
                return document_of(document)
        try:
            return Document(file.uri, textfile.read(file.path, self.largest_file, self.folder).text, path=file.path)
        except textfile.UnreadableFileError:
            return None


def plan(work: Assignment, settings: Settings, asking: Asking) -> ReviewPlan:
    """What a review would ask; raises WorkerError. Nothing is sent."""
    return _in_worker(work, settings, asking, lambda worker: worker.plan(work.request))


def review(work: Assignment, settings: Settings, state: Availability, asking: Asking) -> ReviewOutcome:
    """What the model says, after the plan is shown and a person has agreed that it is sent.

    Its findings are shown on a terminal as they come.
    """
    from reread.server.cli.live import Live

    async def ask(worker: Worker) -> ReviewOutcome:
        made = await worker.plan(work.request)
        if not asking.quiet:
            writing.say(announcement(made, work, state))
        if not made.units:
            return ReviewOutcome(skipped=len(made.skipped))
        refused = may_be_sent(work.folder, settings, once=asking.once)
        if refused:
            return ReviewOutcome(complete=False, problems=(refused,), skipped=len(made.skipped))
        with Live(quiet=asking.quiet) as live:
            request = ReviewRequest(work.folder, work.documents, work.whole, work.others, consent=True)
            return await worker.review(request, live.found, live.at)

    try:
        return _in_worker(work, settings, asking, ask)
    except WorkerError as error:
        return ReviewOutcome(complete=False, problems=(str(error),))


def _in_worker(
    work: Assignment, settings: Settings, asking: Asking, ask: Callable[[Worker], Awaitable[Value]]
) -> Value:
    """What a worker answers whose index is up to date."""
    bar = Bar("Indexing", quiet=asking.quiet)

    async def run(worker: Worker) -> Value:
        with bar:
            if settings.index.enable and asking.context and parts.is_installed("index"):
                await _index(worker, work.folder)
        return await ask(worker)

    return with_worker(work.folder, settings, run, bar.indexed)


async def _index(worker: Worker, folder: str) -> None:
    """Brings the index up to date, unless that takes too long: then the review goes on with what is in it."""
    try:
        await asyncio.wait_for(worker.index(folder), _PATIENCE)
    except TimeoutError:
        writing.say("the index is not complete yet; `reread index` completes it")
    except RequestFailedError as error:
        writing.say(f"the index is not up to date: {error}")


def announcement(made: ReviewPlan, work: Assignment, state: Availability) -> str:
    """One line that says what will be sent to whom."""
    files = writing.plural(len(work.documents), "file")
    scope = f"reviewing {files}" if work.whole else f"reviewing {work.label} in {files}"
    if not made.units:
        return f"{scope}: nothing that a model needs to read (only comments, formatting, moved or removed lines)"
    requests = len({unit.request for unit in made.units if unit.fate == "ask"})
    together = f" in {writing.plural(requests, 'request')}" if requests else ""
    parts = [writing.plural(len(made.units), "part" if work.whole else "changed part") + together]
    cached = sum(unit.fate == "cached" for unit in made.units)
    if cached:
        parts.append(f"{cached} of them answered from the cache")
    if later := sum(unit.fate == "later" for unit in made.units):
        parts.append(f"{later:,} of them left for {writing.plural(made.runs - 1, 'more run')} by {made.limit}")
    money = f" (${made.cost:.2f})" if made.cost else ""
    if made.tokens:
        parts.append(f"up to about {made.tokens:,} tokens{money}")
    return f"{scope}: {', '.join(parts)}; {state.message}"


def merged(report: FileReport, document: ReviewDocument, findings: Sequence[Finding], work: Assignment) -> FileReport:
    """The report of a file with the model's findings among those of the rules, all in order."""
    if not findings:
        return report
    text = document_of(document)
    by_rules = [located.finding for located in report.findings]
    reported = without_repeated([*by_rules, *findings], text)[len(by_rules) :]
    named = with_fingerprints(reported, text, document.relative)
    both = [*report.findings, *locate(text, named, work.text)]
    return report._replace(findings=tuple(sorted(both, key=lambda located: located.finding.span)), text=text.text)


def verdict(outcome: ReviewOutcome) -> str:
    """The last word on what the model did and what it cost."""
    cost = "cost not known" if outcome.cost is None else f"${outcome.cost:.4f}"
    count = len(outcome.findings)
    said = "no findings" if not count else f"{count} finding{'' if count == 1 else 's'}"
    lead = "model" if outcome.complete else "model, not all of it read"
    parts = [f"{lead}: {said} in {outcome.units} part{'' if outcome.units == 1 else 's'}"]
    if outcome.cached:
        parts.append(f"{outcome.cached} from the cache")
    if outcome.passed:
        parts.append(f"{outcome.passed} passed by the small model")
    if outcome.dropped:
        parts.append(f"{outcome.dropped} dropped as refuted, not sure enough or not in the code")
    if outcome.refused:
        parts.append(f"{writing.plural(outcome.refused, 'proposal')} refused, for files that it was not shown")
    parts.append(f"{outcome.tokens:,} tokens, {cost}")
    return "; ".join(parts)
