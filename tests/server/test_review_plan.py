"""The plan of a review: what it asks now and together, what the cache answers, what is left for later."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.review.ask.batches import question_of
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.change.units import plan_units
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend.ledger import RemainingBudget
from reread.analyzers.text import Document
from reread.server.report.review import SkippedPart
from reread.server.review.estimates import Estimate
from reread.server.review.plan import PlannedRequest, scheduled
from reread.server.review.units import Units


def units(count: int, *skipped: SkippedPart) -> Units:
    text = "\n\n".join(f"def f{number}():\n    return {number}\n" for number in range(count))
    document = Document("file:///a", text, language="python")
    return Units(tuple(Subject("/w", "a.py", document, unit) for unit in plan_units(document, None).units), {}, skipped)


def estimate(tokens: int = 1_000, cost: float | None = 0.01) -> Estimate:
    return Estimate(tokens, cost, 2 * tokens, None if cost is None else 2 * cost, tokens, cost)


def requests(of: Units, *together: tuple[int, ...], each: Estimate | None = None) -> list[PlannedRequest]:
    """Requests about units by number. Together they take what one takes; alone each does."""
    each = each or estimate()
    asked = [question_of(place, subject, (), ReviewSettings()) for place, subject in enumerate(of.subjects)]
    return [PlannedRequest(tuple(asked[place] for place in batch), each, (each,) * len(batch)) for batch in together]


def fates(estimates: list[Estimate | None], room: RemainingBudget) -> list[str]:
    """Of units that are asked about alone; None is for one that the cache answers."""
    of = units(len(estimates))
    made = [request for place, one in enumerate(estimates) if one for request in requests(of, (place,), each=one)]
    return [unit.fate for unit in scheduled(of, made, room)[0]]


def test_without_limits_all_is_asked_in_one_run():
    of = units(2, SkippedPart("a.py", "g", "only moved"))
    planned, skipped, tokens, cost, runs, limit = scheduled(of, requests(of, (0,), (1,)), RemainingBudget())[:6]
    assert [(unit.name, unit.first_line, unit.fate) for unit in planned] == [("f0", 1, "ask"), ("f1", 5, "ask")]
    assert (tokens, cost, runs, limit) == (2_000, 0.02, 1, "")
    assert [part.reason for part in skipped] == ["only moved"]


def test_what_is_asked_together_has_the_number_of_its_request_and_shares_what_it_takes():
    of = units(4)
    planned, _, tokens, cost, runs, _ = scheduled(of, requests(of, (0, 1, 3)), RemainingBudget())[:6]
    assert [(unit.request, unit.tokens, unit.fate) for unit in planned] == [
        (1, 334, "ask"),
        (1, 333, "ask"),
        (0, 0, "cached"),
        (1, 333, "ask"),
    ]
    assert (tokens, cost, runs) == (1_000, 0.01, 1)


def test_what_has_no_room_together_is_asked_one_by_one():
    of = units(2)
    [request] = requests(of, (0, 1))
    request = request._replace(estimate=estimate(3_000))
    planned, _, tokens, _, runs, limit = scheduled(of, [request], RemainingBudget(4_000, "review.tokens-per-run"))[:6]
    assert [(unit.request, unit.fate) for unit in planned] == [(1, "ask"), (2, "ask")]
    assert (tokens, runs, limit) == (2_000, 1, "")


def test_what_the_cache_answers_takes_nothing():
    planned, _, tokens, cost, runs, _ = scheduled(units(1), [], RemainingBudget(0, "review.tokens-per-day"))[:6]
    assert ([unit.fate for unit in planned], tokens, cost, runs) == (["cached"], 0, 0.0, 0)


def test_what_has_no_room_is_left_for_later_runs():
    of = units(5)
    made = scheduled(
        of, requests(of, *((place,) for place in range(5))), RemainingBudget(3_000, "review.tokens-per-run")
    )
    assert [unit.fate for unit in made[0]] == ["ask", "ask", "later", "later", "later"]
    assert (made.runs, made.limit) == (3, "review.tokens-per-run")


def test_what_usually_fits_is_not_left_for_later():
    of = units(3)
    each = estimate(3_000)._replace(most_tokens=3_000, usual_tokens=1_000, usual_cost=0.005)
    made = scheduled(of, requests(of, (0,), (1,), (2,), each=each), RemainingBudget(5_000, "review.tokens-per-run"))
    assert (made.tokens, made.usual_tokens, made.usual_cost) == (9_000, 3_000, pytest.approx(0.015))
    assert (made.runs, made.limit) == (1, "")


@pytest.mark.parametrize(
    ("cost", "expected"), [(0.01, ["ask", "later"]), (0.0, ["ask", "ask"]), (None, ["ask", "ask"])]
)
def test_money_limits_what_has_a_price(cost, expected):
    assert fates([estimate(cost=cost)] * 2, RemainingBudget(None, "", 0.025, "review.cost-per-day")) == expected


def test_a_unit_without_a_price_makes_the_cost_unknown():
    of = units(2)
    made = [*requests(of, (0,)), *requests(of, (1,), each=estimate(cost=None))]
    assert scheduled(of, made, RemainingBudget()).cost is None


def test_where_nothing_is_left_nothing_is_asked():
    assert fates([estimate(), None], RemainingBudget(0, "review.tokens-per-day")) == ["later", "cached"]


@given(st.lists(st.one_of(st.none(), st.integers(1, 5_000).map(estimate)), max_size=8), st.integers(0, 20_000))
def test_what_is_asked_now_fits_and_comes_first(estimates, room):
    of = units(len(estimates))
    made = [request for place, one in enumerate(estimates) if one for request in requests(of, (place,), each=one)]
    planned = scheduled(of, made, RemainingBudget(room, "x"))[0]
    asked = [unit.fate for unit in planned if unit.fate != "cached"]
    assert asked == sorted(asked)
    assert sum(unit.tokens for unit in planned if unit.fate == "ask") <= room
