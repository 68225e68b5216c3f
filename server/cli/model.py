"""The model's part of `reread review`: what it will be asked, asking it, and what it said."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.findings import Finding, with_fingerprints
from reread.analyzers.review import tokens
from reread.analyzers.review.availability import choose
from reread.analyzers.review.models import price
from reread.analyzers.review.units import plan_units
from reread.server.cli import writing
from reread.server.cli.worker import WorkerError, with_worker
from reread.server.output.report import FileReport, locate
from reread.server.reviewing import ReviewDocument, ReviewOutcome, ReviewRequest, document_of
from reread.server.settings import Settings
from reread.server.worker.client import RequestFailedError

if TYPE_CHECKING:
    from reread.analyzers.review.availability import Availability
    from reread.server.worker.client import Worker

_INSTRUCTION_TOKENS = 800
_ANSWER_TOKENS = 300
_PATIENCE = 30.0
"""Seconds that a review waits for the index."""


class Plan(NamedTuple):
    """What the model will be asked: `units` questions with about `tokens` tokens in all, answers included."""

    documents: tuple[ReviewDocument, ...]
    units: int
    input_tokens: int
    whole: bool

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.units * _ANSWER_TOKENS


def plan(documents: Sequence[ReviewDocument], settings: Settings, *, whole: bool) -> Plan:
    """What a review of the documents takes. Nothing is asked yet."""
    units = 0
    asked = 0
    for document in documents:
        text = document_of(document)
        for unit in plan_units(text, document.base_text, whole=whole).units:
            units += 1
            asked += tokens.estimate(text.text[unit.span.start : unit.span.end]) + tokens.estimate(unit.old_text or "")
    asked += units * (_INSTRUCTION_TOKENS + settings.review.context_tokens)
    return Plan(tuple(documents), units, asked, whole)


def announcement(made: Plan, label: str, files: int, state: Availability, settings: Settings) -> str:
    """One line that says what will be sent to whom."""
    scope = f"reviewing {label} in {files} file{'' if files == 1 else 's'}"
    if not made.units:
        return f"{scope}: nothing that a model needs to read (only comments, formatting or removed lines)"
    choice = choose(settings.review)
    known = price(state.provider, state.model, choice.base_url if choice else "")
    cost = known.of(made.input_tokens, made.units * _ANSWER_TOKENS) if known else 0.0
    money = f" (${cost:.2f})" if cost else ""
    parts = f"{made.units} changed part{'' if made.units == 1 else 's'}"
    return f"{scope}: {parts}, up to about {made.tokens:,} tokens{money}; {state.message}"


def ask(made: Plan, folder: str, settings: Settings, arguments: argparse.Namespace) -> ReviewOutcome:
    """What the model says, with its findings shown on a terminal as they come."""
    from reread.server.cli.live import Live

    with Live(quiet=arguments.quiet) as live:

        async def work(worker: Worker) -> ReviewOutcome:
            if settings.index.enable and not arguments.no_context:
                await _index(worker, folder)
            request = ReviewRequest(folder, made.documents, made.whole)
            return await worker.review(request, live.found, live.at)

        try:
            return with_worker(folder, settings, work, lambda news: live.at("Indexing", news.done, news.total))
        except WorkerError as error:
            return ReviewOutcome(complete=False, problems=(str(error),))


async def _index(worker: Worker, folder: str) -> None:
    """Brings the index up to date, unless that takes too long: then the review goes on with what is in it."""
    try:
        await asyncio.wait_for(worker.index(folder), _PATIENCE)
    except TimeoutError:
        writing.say("the index is not complete yet; `reread index` completes it")
    except RequestFailedError as error:
        writing.say(f"the index is not up to date: {error}")


def merged(report: FileReport, document: ReviewDocument, findings: Sequence[Finding]) -> FileReport:
    """The report of a file with the model's findings among those of the rules, all in order."""
    if not findings:
        return report
    text = document_of(document)
    named = with_fingerprints(findings, text, document.relative)
    both = [*report.findings, *locate(text, named)]
    return report._replace(findings=tuple(sorted(both, key=lambda located: located.finding.span)))


def verdict(outcome: ReviewOutcome) -> str:
    """The last word on what the model did and what it cost."""
    cost = "cost not known" if outcome.cost is None else f"${outcome.cost:.4f}"
    count = len(outcome.findings)
    said = "no findings" if not count else f"{count} finding{'' if count == 1 else 's'}"
    lead = "model" if outcome.complete else "model, not all of it read"
    parts = [f"{lead}: {said} in {outcome.units} part{'' if outcome.units == 1 else 's'}"]
    if outcome.cached:
        parts.append(f"{outcome.cached} from the cache")
    if outcome.dropped:
        parts.append(f"{outcome.dropped} dropped as not sure enough or not in the code")
    parts.append(f"{outcome.tokens:,} tokens, {cost}")
    return "; ".join(parts)
