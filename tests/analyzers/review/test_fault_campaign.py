"""Every provider, through its real library, with every fault in every stage of a review.

An endpoint of one's own that speaks OpenAI's protocol is the case "openai": the stand-in is one.
"""

from __future__ import annotations

import asyncio

import pytest

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.fix.fix_verifier import BARE
from reread.analyzers.review.fix.fixer import Fixer
from reread.analyzers.review.providers import connect
from tests.analyzers.review.asking import Bench, subjects_of
from tests.analyzers.review.conftest import VENDORS
from tests.analyzers.review.fault_cases import CASES, assert_ledger_is_whole, no_answer_is_open
from tests.analyzers.review.leaping_clock import leap
from tests.standin import Fault, Reply, StandIn

pytestmark = pytest.mark.slow

ONE = "def mean(values):\n    return sum(values) / len(values)\n"
STAGES = ("triage", "review", "refute", "fix")


@pytest.fixture
async def bench(model, vendor, tmp_path):
    made = Bench(model, vendor, tmp_path, small="stand-in-small")
    yield made
    await made.close()


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("name", CASES)
async def test_a_fault_loses_nothing_and_is_notes_once(bench, monkeypatch, name, stage):
    case = CASES[name]
    leap(monkeypatch, bench.model, 600.0)
    bench.model.always(Reply(kind=stage, **case.reply))
    found, notes = await outcome(bench, stage, bench.asker(timeout=600.0))
    [line] = notes
    assert any(part in line for part in case.says.split("|")), line
    assert line.isprintable()
    assert len(line) < 400
    # Findings are lost only where the review itself could not be had.
    assert found == (stage in ("triage", "refute"))
    assert asked(bench, stage) == case.calls
    assert_ledger_is_whole(bench.ledger, bench.model)
    await asyncio.to_thread(no_answer_is_open, bench.model)
    await assert_it_recovers(bench, stage)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize(
    "reply",
    [{"content_type": "text/plain"}, {"pieces": 1}, {"wrap": "```json\n{}\n```"}, {"headers": {"retry-after": "9"}}],
    ids=["content type", "letter by letter", "fence", "needless header"],
)
async def test_what_is_unusual_only_is_no_fault(bench, reply, stage):
    bench.model.always(Reply(kind=stage, **reply))
    assert await outcome(bench, stage, bench.asker()) == (True, ())


@pytest.mark.parametrize("stage", STAGES)
async def test_an_answer_that_begins_late_is_waited_for(bench, stage):
    bench.model.always(Reply(kind=stage, fault=Fault.HANG))
    waiting = asyncio.ensure_future(outcome(bench, stage, bench.asker()))
    await asyncio.to_thread(bench.model.state.wait, lambda state: any(r.kind == stage for r in state.requests), 20)
    bench.model.release()
    assert await waiting == (True, ())


@pytest.mark.parametrize("stage", STAGES)
async def test_cancelling_closes_the_connection_at_any_stage(bench, stage):
    bench.model.always(Reply(kind=stage, fault=Fault.HANG))
    waiting = asyncio.ensure_future(outcome(bench, stage, bench.asker()))
    await asyncio.to_thread(bench.model.state.wait, lambda state: any(r.kind == stage for r in state.requests), 20)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await asyncio.to_thread(bench.model.wait_until_abandoned)
    assert_ledger_is_whole(bench.ledger, bench.model)
    bench.model.reset()
    assert await outcome(bench, stage, bench.asker(run="again")) == (True, ())
    assert bench.model.requests[0].kind == stage


@pytest.mark.parametrize("stage", ("review", "fix"))
@pytest.mark.parametrize("fault", ["gone", "no TLS"])
async def test_an_endpoint_that_cannot_be_reached_is_notes_once(vendor, stage, fault, tmp_path):
    with StandIn() as model:
        bench = Bench(model, vendor, tmp_path)
        url = bench.url.replace("http:", "https:") if fault == "no TLS" else bench.url
        bench.provider = connect(vendor, url, "a-key", {})
        bench.line = bench.line._replace(provider=bench.provider)
        asker = bench.asker()
        if fault == "gone":
            await asyncio.to_thread(model.stop)
        found, [line] = await outcome(bench, stage, asker)
        assert not found
        assert f"cannot reach {url}" in line
        assert len(bench.slept) >= 3
        assert_ledger_is_whole(bench.ledger, bench.model)
        await bench.close()


async def outcome(bench: Bench, stage: str, asker: CachedClient) -> tuple[bool, tuple[str, ...]]:
    """Whether the one finding (or its fix) was there in the end, and all that was said about what went wrong."""
    if stage == "fix":
        return await fixed(bench, asker)
    result = await bench.review(ONE, asker=asker, triage="on")
    return result.rules == ["model/division-by-zero"], (*result.problems, *result.review.notes)


async def fixed(bench: Bench, asker: CachedClient) -> tuple[bool, tuple[str, ...]]:
    [subject] = subjects_of(ONE)
    finding = Finding("division-by-zero", "It raises.", subject.unit.span, Severity.WARNING)
    attempt = await Fixer(asker, BARE).fix(subject, finding)
    return attempt.fix is not None, (attempt.problem,) if attempt.problem else ()


def asked(bench: Bench, stage: str) -> int:
    return sum(request.kind == stage for request in bench.model.requests)


async def assert_it_recovers(bench: Bench, stage: str) -> None:
    """What failed is asked again and is whole then; what was answered before is not; the breaker lets it through."""
    bench.model.reset()
    assert await outcome(bench, stage, bench.asker(run="again")) == (True, ())
    assert bench.line.gate.breaker.state == "closed"
    kinds = [request.kind for request in bench.model.requests]
    if stage == "triage":
        # The review that did without it is known by now. The same small model may have been of no use to refute either.
        assert set(kinds) <= {"refute"}
    else:
        assert kinds[0] == stage
    bench.model.reset()
    assert await outcome(bench, stage, bench.asker(run="third")) == (True, ())
    assert bench.model.requests == []


def test_the_campaign_is_complete():
    assert len(VENDORS) * len(STAGES) * len(CASES) >= 390
