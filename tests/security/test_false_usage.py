"""What a server says that an answer took is believed as far as it can be so; limits hold whatever it says.

Who: whoever answers at the address that is set up. What must not happen: more is spent than the limits say, because
the ledger has less in it than was taken, or nothing at all.
"""

from __future__ import annotations

import pytest

from reread.analyzers.review.ask import provider_call
from reread.analyzers.review.spend.ledger import SpendingLimits
from tests.analyzers.review.asking import Bench
from tests.security.vendors import VENDORS
from tests.standin import Reply

COUNTS = (-1_000_000, 0, 2**63, 10**30, 1.5, 1e300, [], {}, None)
FALSE = (*((count, 10) for count in COUNTS), *((800, count) for count in COUNTS))


@pytest.fixture(params=VENDORS)
async def bench(request, model, tmp_path):
    made = Bench(model, request.param, tmp_path)
    yield made
    await made.close()


@pytest.mark.parametrize("usage", FALSE, ids=str)
async def test_counts_that_are_none_are_estimated(bench, usage, monkeypatch):
    monkeypatch.setattr("tests.standin.protocols.sum", lambda counts: 0, raising=False)
    bench.model.always(Reply(usage=usage))
    asker = bench.asker(cached=False)
    await bench.review(asker=asker, triage="off")
    spent = bench.ledger.spent()
    calls = [entry for entry in bench.ledger.entries() if entry.state != "open"]
    assert calls
    assert all(100 < entry.input_tokens < 100_000 and 0 <= entry.output_tokens < 100_000 for entry in calls)
    assert asker.tokens == spent.tokens > 100
    assert spent.open_tokens == 0


async def test_a_limit_holds_against_a_server_that_takes_back(bench):
    bench.model.always(Reply(usage=(-1_000_000, 1)))
    asker = bench.asker(cached=False, limits=SpendingLimits(tokens_per_day=4_000))
    for _ in range(4):
        review = await bench.review(asker=asker, triage="off")
    assert "over budget" in review.problems[0]
    assert bench.ledger.spent().tokens <= 4_000


async def test_believed_it_would_pass_every_limit(bench, monkeypatch):
    monkeypatch.setattr(provider_call, "_believed", lambda said, most, pieces: said)
    bench.model.always(Reply(usage=(-1_000_000, 1)))
    asker = bench.asker(cached=False, limits=SpendingLimits(tokens_per_day=4_000))
    reviews = [await bench.review(asker=asker, triage="off") for _ in range(6)]
    assert not any(review.problems for review in reviews)


async def test_counts_that_can_be_are_believed(bench):
    bench.model.always(Reply(usage=(777, 11)))
    await bench.review(asker=bench.asker(cached=False), triage="off")
    assert {(entry.input_tokens, entry.output_tokens) for entry in bench.ledger.entries()} == {(777, 11)}
