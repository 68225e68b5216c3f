"""What a review spends in many requests is what the server counted, and never more than the limits.

Who: a provider that fails now and then, a model that looks things up, a person who stops a review. What must not
happen: several looks, a panel, lookups, repeated requests or a cancellation spend more than a limit, or than is said.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from reread.analyzers.review.spend.ledger import SpendingLimits
from tests.analyzers.review.asking import MEAN, Bench
from tests.analyzers.review.test_evidence import HELPER, Files
from tests.security.vendors import VENDORS
from tests.standin import Fault, Reply, StandIn

COUNTED = (900, 90)
"""Tokens of each answer, by the server."""
LOOKUP = ("lines", {"path": "b.py"})
MANY = {"triage": "off", "looks": 3, "evidence": "always", "parts_per_request": 1}


@pytest.fixture(params=VENDORS)
async def bench(request, model: StandIn, tmp_path: Path):
    made = Bench(model, request.param, tmp_path)
    yield made
    await made.close()


def asker_of(bench: Bench, limits: SpendingLimits | None = None):
    """One that asks a panel of another line besides."""
    asker = bench.asker(cached=False, limits=limits)
    asker.panel = (bench.line._replace(model="another"),)
    return asker


def failures(bench: Bench) -> int:
    """Has requests fail in ways that are tried again; how many."""
    failed = [
        Reply(kind=kind, status=status, headers={"retry-after": "0"})
        for kind in ("review", "refute")
        for status in (429, 500, 503)
    ]
    bench.model.script(*failed)
    bench.model.script(*(Reply(kind=kind, calls=[LOOKUP], usage=COUNTED) for kind in ("review", "review", "refute")))
    for kind in ("review", "refute", "change", "fix"):
        bench.model.always(Reply(kind=kind, usage=COUNTED))
    return len(failed)


def counted(bench: Bench, failed: int) -> int:
    """The tokens of all requests that were answered."""
    return sum(COUNTED) * (len(bench.model.requests) - failed)


@pytest.mark.slow
async def test_what_is_said_as_spent_is_what_the_server_counted(bench):
    failed = failures(bench)
    asker = asker_of(bench)
    await bench.review(MEAN, gather=Files(b=HELPER).gather, asker=asker, **MANY)
    spent = bench.ledger.spent()
    assert {model["model"] for model in (request.json for request in bench.model.requests)} == {"stand-in", "another"}
    assert any(request.results for request in bench.model.requests)
    assert len(bench.slept) == failed
    assert spent.tokens == asker.tokens == counted(bench, failed) > 10 * sum(COUNTED)
    assert spent.open_tokens == 0


@pytest.mark.parametrize("limit", [4_000, 9_000])
async def test_no_limit_is_passed(bench, limit):
    failures(bench)
    asker = asker_of(bench, SpendingLimits(tokens_per_run=limit))
    review = await bench.review(MEAN, gather=Files(b=HELPER).gather, asker=asker, **MANY)
    assert any("over budget" in problem for problem in review.problems)
    taken = counted(bench, len(bench.slept))
    assert 0 < taken <= limit
    assert bench.ledger.spent().tokens == taken


async def test_a_review_that_is_stopped_has_spent_what_was_begun(bench):
    bench.model.always(Reply(kind="review", fault=Fault.HANG_MIDWAY, usage=COUNTED))
    asker = asker_of(bench)
    task = asyncio.create_task(bench.review(MEAN, asker=asker, **MANY))
    await asyncio.to_thread(bench.model.wait_for_requests, 3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    begun = bench.ledger.entries()
    assert len(begun) >= 3
    assert all(entry.state == "cancelled" and entry.input_tokens > 100 for entry in begun)
    assert bench.ledger.spent().open_tokens == 0
    assert asker.tokens == bench.ledger.spent().tokens
