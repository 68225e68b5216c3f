"""Several looks pay for what they have in common once: the vendors' prompt caches, by the stand-in's own count."""

from __future__ import annotations

import pytest

from reread.analyzers.review.description import Price
from tests.analyzers.review.asking import Bench
from tests.standin import StandIn

UNITS = "\n\n".join(
    f"def share_{number}(values, parts):\n"
    + "".join(f"    total_{line} = sum(values) * {line} + {number}\n" for line in range(12))
    + "    return total_3 / len(parts)\n"
    for number in range(20)
)


@pytest.fixture(params=["anthropic", "openai"])
async def bench(request, tmp_path, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with StandIn() as model:
        made = Bench(model, request.param, tmp_path)
        yield made
        await made.close()


def in_full(model: StandIn) -> int:
    """Tokens of reviews that are billed in full."""
    return sum(request.tokens - request.cached for request in model.reviews)


async def test_three_looks_at_twenty_units_send_at_most_1_6_times_the_full_tokens_of_one(bench):
    options = {"second_pass": False, "triage": "off", "max_findings_per_file": 0, "max_findings": 0}
    await bench.review(UNITS, asker=bench.asker(cached=False), **options)
    one, requests = in_full(bench.model), len(bench.model.reviews)
    bench.model.reset()
    await bench.review(UNITS, asker=bench.asker(cached=False), looks=3, **options)
    assert len(bench.model.reviews) == 3 * requests
    assert in_full(bench.model) <= 1.6 * one
    assert sum(request.tokens for request in bench.model.reviews) >= 2.9 * one
    read = sum(request.cached for request in bench.model.reviews)
    assert read > one


async def test_one_look_marks_nothing_to_be_kept(bench):
    await bench.review(UNITS, second_pass=False, triage="off")
    assert {"cache_control" in request.body for request in bench.model.reviews} == {False}


def test_what_is_read_from_the_cache_or_put_into_it_has_a_price_of_its_own():
    price = Price(4.0, 20.0, cache_read=0.1, cache_write=1.25)
    assert price.of(1_000_000, 0) == 4.0
    assert price.of(1_000_000, 0, cache_read=1_000_000) == pytest.approx(0.4)
    assert price.of(1_000_000, 100_000, cache_written=500_000) == pytest.approx(6.5)
