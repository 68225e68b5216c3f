"""The limits on tokens and money from the settings, and the ledger where spending is entered."""

from __future__ import annotations

import os

from reread.analyzers.data_directories import state_folder
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend.ledger import SpendingLimits


def limits_of(settings: ReviewSettings) -> SpendingLimits:
    """The limits of a run, a day and a month."""
    return SpendingLimits(
        tokens_per_run=settings.tokens_per_run,
        tokens_per_day=settings.tokens_per_day,
        tokens_per_month=settings.tokens_per_month,
        cost_per_run=settings.cost_per_run,
        cost_per_day=settings.cost_per_day,
        cost_per_month=settings.cost_per_month,
    )


def ledger_path() -> str:
    """Where the ledger of this user is."""
    return os.path.join(state_folder(), "ledger.sqlite")
