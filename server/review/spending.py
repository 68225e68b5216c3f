"""The limits on tokens and money as the settings have them."""

from __future__ import annotations

from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend.ledger import Limits


def limits_of(settings: ReviewSettings) -> Limits:
    """The limits of a run, a day and a month."""
    return Limits(
        settings.tokens_per_run,
        settings.tokens_per_day,
        settings.cost_per_run,
        settings.cost_per_day,
        settings.tokens_per_month,
        settings.cost_per_month,
    )
