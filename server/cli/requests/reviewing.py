"""Has the worker review a change, or plan a review, with an up-to-date index."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import NamedTuple, TypeVar

import msgspec

from reread.analyzers import parts
from reread.server.cli.consenting import may_be_sent
from reread.server.cli.live import Live
from reread.server.cli.progress import Bar
from reread.server.cli.requests import indexing
from reread.server.cli.requests.values import RequestOptions
from reread.server.cli.worker import WorkerError, with_worker
from reread.server.report.review import ReviewOutcome, ReviewPlan, ReviewRequest
from reread.server.settings import Settings
from reread.server.worker.client import Worker

Value = TypeVar("Value")


class ReviewAnswer(NamedTuple):
    """The result of a review.

    `plan` is what it was to ask (None: it did not come so far), and `current` says that the index was up to date.
    """

    outcome: ReviewOutcome
    plan: ReviewPlan | None = None
    current: bool = False


def plan(folder: str, request: ReviewRequest, settings: Settings, asking: RequestOptions) -> ReviewPlan:
    """The plan of a review; raises WorkerError. Nothing is sent."""
    return _in_worker(folder, settings, asking, lambda worker, _: worker.plan(request))


def review(
    folder: str,
    request: ReviewRequest,
    settings: Settings,
    asking: RequestOptions,
    announce: Callable[[ReviewPlan], None],
) -> ReviewAnswer:
    """The model's review, after the plan was announced and a person has consented to sending it."""

    async def ask(worker: Worker, current: bool) -> ReviewAnswer:
        made = await worker.plan(request)
        announce(made)
        if not made.units:
            return ReviewAnswer(ReviewOutcome(skipped=len(made.skipped)))
        refused = may_be_sent(folder, settings, once=asking.once)
        if refused:
            return ReviewAnswer(ReviewOutcome(complete=False, problems=(refused,), skipped=len(made.skipped)))
        with Live(quiet=asking.quiet) as live:
            agreed = msgspec.structs.replace(request, consent=True)
            return ReviewAnswer(await worker.review(agreed, live.found, live.at), made, current)

    try:
        return _in_worker(folder, settings, asking, ask)
    except WorkerError as error:
        return ReviewAnswer(ReviewOutcome(complete=False, problems=(str(error),)))


def _in_worker(
    folder: str, settings: Settings, asking: RequestOptions, ask: Callable[[Worker, bool], Awaitable[Value]]
) -> Value:
    """What a worker answers whose index is up to date; `ask` is told where it is not."""
    bar = Bar("Indexing", quiet=asking.quiet)

    async def run(worker: Worker) -> Value:
        current = True
        with bar:
            if settings.index.enable and asking.context and parts.is_installed("index"):
                current = await indexing.bring_up_to_date(worker, folder, settings)
        return await ask(worker, current)

    return with_worker(folder, settings, run, bar.indexed)
