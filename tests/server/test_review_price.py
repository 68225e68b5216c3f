"""The price of a review, which is told where it is much of a limit."""

from __future__ import annotations

import msgspec
import pytest

from reread.analyzers.review.settings import ReviewSettings
from reread.server.report.review import ReviewPlan
from reread.server.review.price import much_of, price_of, warning


@pytest.mark.parametrize(
    ("plan", "options", "much"),
    [
        (ReviewPlan(usual_tokens=10_000), ReviewSettings(), ""),
        (ReviewPlan(usual_tokens=10_100), ReviewSettings(), "10% of review.tokens-per-run"),
        (ReviewPlan(usual_tokens=1_000, usual_cost=0.3), ReviewSettings(), "30% of review.cost-per-run"),
        (
            ReviewPlan(usual_tokens=1_000, usual_cost=None),
            ReviewSettings(tokens_per_day=4_000),
            "25% of review.tokens-per-day",
        ),
        (ReviewPlan(usual_tokens=1_000), ReviewSettings(tokens_per_month=2_000), "50% of review.tokens-per-month"),
        (ReviewPlan(usual_cost=0.9), ReviewSettings(cost_per_run=0, cost_per_month=3), "30% of review.cost-per-month"),
        (ReviewPlan(usual_tokens=64_000, tokens=146_000), ReviewSettings(), "64% of review.tokens-per-run"),
        (ReviewPlan(usual_tokens=120_000), ReviewSettings(), "more than review.tokens-per-run allows"),
        (
            ReviewPlan(usual_tokens=9_000_000),
            ReviewSettings(tokens_per_run=0, tokens_per_day=0, tokens_per_month=0),
            "",
        ),
    ],
)
def test_it_is_much_from_a_tenth_of_any_limit(plan, options, much):
    assert much_of(plan, options) == much
    assert bool(warning(plan, options)) == bool(much)


def test_both_figures_are_named_and_money_where_it_is_known():
    words = "about 700 tokens, up to 1,200 if much is found"
    known = ReviewPlan(tokens=1_200, cost=0.034, usual_tokens=700, usual_cost=0.019)
    assert price_of(known) == f"{words} ($0.02 to $0.03)"
    assert price_of(msgspec.structs.replace(known, list_price=True)).endswith("($0.02 to $0.03 by list price)")
    assert price_of(msgspec.structs.replace(known, cost=None, usual_cost=None)) == words


@pytest.mark.parametrize(
    ("usual", "most", "money"),
    [
        (0.001, 0.004, "less than $0.01"),
        (0.001, 0.02, "up to $0.02"),
        (0.019, 0.021, "$0.02"),
        (1.0, 2.5, "$1.00 to $2.50"),
    ],
)
def test_money_is_told_to_the_cent(usual, most, money):
    assert price_of(ReviewPlan(cost=most, usual_cost=usual)).endswith(f"({money})")
