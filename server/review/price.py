"""The price of a review, and a warning if it would use up much of a limit."""

from __future__ import annotations

from reread.analyzers.review.settings import ReviewSettings
from reread.server.report.review import ReviewPlan

_MUCH = 0.1
"""A share of a limit from which on a person is told before anything is sent."""


def price_of(made: ReviewPlan) -> str:
    """The tokens of a plan, usually and if much is found, and the money where it is known."""
    money = f" ({_money(made.usual_cost, made.cost)}{' by list price' * made.list_price})" if made.cost else ""
    return f"about {made.usual_tokens:,} tokens, up to {made.tokens:,} if much is found{money}"


def _money(usual: float | None, most: float) -> str:
    """In US dollars, to the cent."""
    low, high = f"${usual or 0:.2f}", f"${most:.2f}"
    if high == "$0.00":
        return "less than $0.01"
    return high if low == high else f"up to {high}" if low == "$0.00" else f"{low} to {high}"


def much_of(made: ReviewPlan, options: ReviewSettings) -> str:
    """Of which limit a plan usually takes more than a tenth, the largest share; "" where it takes less of all."""
    shares = [
        (_share(made.usual_tokens, options.tokens_per_run), "review.tokens-per-run"),
        (_share(made.usual_tokens, options.tokens_per_day), "review.tokens-per-day"),
        (_share(made.usual_tokens, options.tokens_per_month), "review.tokens-per-month"),
        (_share(made.usual_cost, options.cost_per_run), "review.cost-per-run"),
        (_share(made.usual_cost, options.cost_per_day), "review.cost-per-day"),
        (_share(made.usual_cost, options.cost_per_month), "review.cost-per-month"),
    ]
    share, limit = max(shares)
    if share <= _MUCH:
        return ""
    return f"{share:.0%} of {limit}" if share <= 1 else f"more than {limit} allows"


def warning(made: ReviewPlan, options: ReviewSettings) -> str:
    """One line on the price where it is much of a limit, else ""."""
    much = much_of(made, options)
    return f"this review takes {price_of(made)}, {much}" if much else ""


def _share(taken: float | None, limit: float) -> float:
    return taken / limit if taken and limit else 0.0
