from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.review.spend.ledger import LedgerEntry
from reread.analyzers.review.spend.stats import groups, percentiles, statistics


def entry(
    state: str = "done", *, model: str = "m", cost: float | None = 0.5, seconds: float = 1.0, kind: str = "review"
):
    return LedgerEntry(0.0, "run", kind, "p", model, "review-1", state, 10, 2, cost, seconds)


def test_cached_answers_are_no_calls_and_make_the_hit_rate():
    found = statistics([entry(), entry("cached"), entry("cached"), entry("failed", seconds=60.0)])
    assert (found.calls, found.cached, found.failed) == (2, 2, 1)
    assert found.hit_rate == 2 / 3
    assert found.latency == (1.0, 1.0, 1.0)


def test_without_an_answer_there_is_no_hit_rate_and_no_latency():
    found = statistics([entry("cancelled")])
    assert (found.hit_rate, found.latency) == (None, ())


def test_calls_without_a_price_are_counted_and_left_out_of_the_cost():
    found = statistics([entry(cost=None), entry(cost=0.25)])
    assert (found.cost, found.unpriced, found.input_tokens) == (0.25, 1, 20)


def test_models_and_stages_are_told_apart():
    found = groups([entry(model="b"), entry(model="a"), entry(model="a", kind="triage"), entry(model="a")])
    assert [(group.model, group.kind, group.statistics.calls) for group in found] == [
        ("a", "review", 2),
        ("a", "triage", 1),
        ("b", "review", 1),
    ]


def test_percentiles_are_values_that_were_measured():
    assert percentiles([float(number) for number in range(1, 101)]) == (50.0, 90.0, 99.0)
    assert percentiles([]) == ()


@given(st.lists(st.floats(0, 1e6), min_size=1))
def test_at_least_half_of_all_are_at_most_the_median(values):
    median, ninetieth, last = percentiles(values)
    assert median <= ninetieth <= last
    assert 2 * sum(value <= median for value in values) >= len(values)
