"""The plan of a review: what it asks now, what the cache answers, what is left for later."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.review.ledger import Room
from reread.analyzers.review.questions import Subject
from reread.analyzers.review.units import plan_units
from reread.analyzers.text import Document
from reread.server.review_plan import Estimate, batched
from reread.server.review_units import Units
from reread.server.reviewing import SkippedPart


def units(count: int, *skipped: SkippedPart) -> Units:
    text = "\n\n".join(f"def f{number}():\n    return {number}\n" for number in range(count))
    document = Document("file:///a", text, language="python")
    return Units(tuple(Subject("/w", "a.py", document, unit) for unit in plan_units(document, None).units), {}, skipped)


def estimate(tokens: int = 1_000, cost: float | None = 0.01) -> Estimate:
    return Estimate(tokens, cost, 2 * tokens, None if cost is None else 2 * cost)


def fates(estimates: list[Estimate | None], room: Room) -> list[str]:
    return [unit.fate for unit in batched(units(len(estimates)), estimates, room)[0]]


def test_without_limits_all_is_asked_in_one_run():
    planned, skipped, tokens, cost, runs, limit = batched(
        units(2, SkippedPart("a.py", "g", "only moved")), [estimate(), estimate()], Room()
    )
    assert [(unit.name, unit.first_line, unit.fate) for unit in planned] == [("f0", 1, "ask"), ("f1", 5, "ask")]
    assert (tokens, cost, runs, limit) == (2_000, 0.02, 1, "")
    assert [part.reason for part in skipped] == ["only moved"]


def test_what_the_cache_answers_takes_nothing():
    planned, _, tokens, cost, runs, _ = batched(units(1), [None], Room(0, "review.tokens-per-day"))
    assert ([unit.fate for unit in planned], tokens, cost, runs) == (["cached"], 0, 0.0, 0)


def test_what_has_no_room_is_left_for_later_runs():
    made = batched(units(5), [estimate()] * 5, Room(3_000, "review.tokens-per-run"))
    assert [unit.fate for unit in made[0]] == ["ask", "ask", "later", "later", "later"]
    assert made[4:] == (3, "review.tokens-per-run")


@pytest.mark.parametrize(
    ("cost", "expected"), [(0.01, ["ask", "later"]), (0.0, ["ask", "ask"]), (None, ["ask", "ask"])]
)
def test_money_limits_what_has_a_price(cost, expected):
    assert fates([estimate(cost=cost)] * 2, Room(None, "", 0.025, "review.cost-per-day")) == expected


def test_a_unit_without_a_price_makes_the_cost_unknown():
    assert batched(units(2), [estimate(), estimate(cost=None)], Room())[3] is None


def test_where_nothing_is_left_nothing_is_asked():
    assert fates([estimate(), None], Room(0, "review.tokens-per-day")) == ["later", "cached"]


@given(st.lists(st.one_of(st.none(), st.integers(1, 5_000).map(estimate)), max_size=8), st.integers(0, 20_000))
def test_what_is_asked_now_fits_and_comes_first(estimates, room):
    planned = batched(units(len(estimates)), estimates, Room(room, "x"))[0]
    asked = [unit.fate for unit in planned if unit.fate != "cached"]
    assert asked == sorted(asked)
    assert sum(unit.tokens for unit in planned if unit.fate == "ask") <= room
