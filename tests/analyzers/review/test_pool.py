"""What the reviews of one process share."""

from __future__ import annotations

import shutil

import pytest

from reread.analyzers.review.ask.cache import CachedAnswer
from reread.analyzers.review.ask.pool import Pool
from reread.analyzers.review.availability import Choice, Route
from reread.analyzers.review.spend.rate_limits import TrafficLimits

ROUTE = Route(Choice("openai", "http://127.0.0.1:1/v1", "k"), "large", "small")
LIMITS = TrafficLimits()


@pytest.fixture
async def pool():
    made = Pool()
    yield made
    await made.close()


async def test_the_same_endpoint_has_one_provider_and_one_gate(pool):
    first, second = pool.line(ROUTE, LIMITS, {}), pool.line(ROUTE._replace(model="other"), LIMITS, {})
    assert (first.provider, first.gate) == (second.provider, second.gate)
    assert (first.model, second.model) == ("large", "other")


async def test_other_limits_have_another_gate_but_the_same_breaker(pool):
    first, second = pool.line(ROUTE, LIMITS, {}), pool.line(ROUTE, TrafficLimits(concurrency=9), {})
    assert first.gate is not second.gate
    assert first.gate.breaker is second.gate.breaker


@pytest.mark.parametrize("changed", [{"key": "other"}, {"base_url": "http://127.0.0.1:2/v1"}])
async def test_another_key_or_address_is_another_connection(pool, changed):
    other = ROUTE._replace(choice=ROUTE.choice._replace(**changed))
    assert pool.line(ROUTE, LIMITS, {}).provider is not pool.line(other, LIMITS, {}).provider


async def test_answers_come_back_when_their_folder_was_removed(pool, tmp_path):
    folder = str(tmp_path / "responses")
    pool.cache(folder).set("k", CachedAnswer("old"))
    assert pool.cache(folder).get("k") == CachedAnswer("old")
    shutil.rmtree(folder)
    assert pool.cache(folder).get("k") is None
    pool.cache(folder).set("k", CachedAnswer("new"))
    assert pool.cache(folder).get("k") == CachedAnswer("new")


async def test_the_ledger_is_opened_once(pool, tmp_path):
    path = str(tmp_path / "ledger.sqlite")
    assert pool.reservations(path) is pool.reservations(path)


async def test_a_ledger_that_cannot_be_opened_is_told_when_it_is_needed(pool, tmp_path):
    (tmp_path / "ledger.sqlite").mkdir()
    with pytest.raises(Exception, match="nothing is sent"):
        pool.reservations(str(tmp_path / "ledger.sqlite")).ledger.spent()
