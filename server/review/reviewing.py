"""The entry point of the model review, for the worker process and the command line.

Importing this module is cheap: the first call of `review` or `fix` imports the libraries of the review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.server.report.review import (
    FixOutcome,
    FixRequest,
    OnFinding,
    OnProgress,
    Retrieve,
    ReviewOutcome,
    ReviewPlan,
    ReviewRequest,
)
from reread.server.settings import Settings

if TYPE_CHECKING:
    from reread.analyzers.review.ask.pool import Pool
    from reread.analyzers.review.availability import Availability
    from reread.server.review.gathering import OpenIndex


async def review(
    request: ReviewRequest,
    settings: Settings,
    retrieve: Retrieve | None,
    on_finding: OnFinding,
    on_progress: OnProgress | None = None,
    pool: Pool | None = None,
    index: OpenIndex | None = None,
) -> ReviewOutcome:
    """Review documents with the model. What goes wrong is in the outcome; cancelling closes the connection.

    `index` is what the model may look things up in.

    Reviews with the same `pool` share their connections and the limits of their traffic.
    """
    from reread.server.review import model_review

    return await model_review.review(request, settings, retrieve, on_finding, on_progress, pool, index)


async def plan(
    request: ReviewRequest, settings: Settings, retrieve: Retrieve | None, index: OpenIndex | None = None
) -> ReviewPlan:
    """The plan for a review of the request. Sends nothing."""
    from reread.server.review import plan

    return await plan.plan(request, settings, retrieve, index)


async def fix(
    request: FixRequest, settings: Settings, retrieve: Retrieve | None = None, pool: Pool | None = None
) -> FixOutcome:
    """Ask the model for a fix. What goes wrong is in the outcome; cancelling closes the connection."""
    from reread.server.review import model_review

    return await model_review.fix(request, settings, retrieve, pool)


def open_pool() -> Pool:
    """Connections to share; to be closed on the loop that they were used on."""
    from reread.analyzers.review.ask.pool import Pool

    return Pool()


def availability(settings: Settings) -> Availability:
    """How the model review stands, in one line; looks at settings and environment only."""
    from reread.analyzers.review import availability as review_availability

    return review_availability.availability(settings.review, enable=settings.enable)
