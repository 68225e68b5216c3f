"""Every provider, through its real library, with every fault in every stage of a review.

An endpoint of one's own that speaks OpenAI's protocol is the case "openai": the stand-in is one.
"""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import NamedTuple

import pytest

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.fix.fix_verifier import BARE
from reread.analyzers.review.fix.fixer import Fixer
from reread.analyzers.review.providers import connect
from tests.analyzers.review.asking import Bench, subjects_of
from tests.analyzers.review.conftest import VENDORS
from tests.analyzers.review.leaping_clock import leap
from tests.standin import Fault, Reply, StandIn

pytestmark = pytest.mark.slow

ONE = "def mean(values):\n    return sum(values) / len(values)\n"
STAGES = ("triage", "review", "refute", "fix")


class Case(NamedTuple):
    """A fault, a part of what is said about it, and how often the provider is asked until it is said."""

    says: str
    calls: int
    reply: dict


def dated(seconds: int) -> dict[str, str]:
    """A wait as a date, by a clock that is years behind ours."""
    return {"date": "Wed, 21 Oct 2015 07:28:00 GMT", "retry-after": f"Wed, 21 Oct 2015 07:28:{seconds:02} GMT"}


CASES = {
    "dropped": Case("cannot reach|broke", 4, {"fault": Fault.DROP}),
    "silent": Case("did not answer within 600 s", 1, {"fault": Fault.HANG}),
    "stalled": Case("stopped answering within 600 s", 1, {"fault": Fault.HANG_MIDWAY}),
    "cut": Case("broke|ended before|not in the form", 1, {"fault": Fault.CUT}),
    "ended early": Case("ended before", 1, {"fault": Fault.END_EARLY}),
    "broken frame": Case("not in the form|broke", 1, {"fault": Fault.BROKEN_FRAME}),
    "error midway": Case("broke off|overloaded", 1, {"fault": Fault.ERROR_MIDWAY}),
    "400": Case("HTTP 400", 1, {"status": 400}),
    "401": Case("key is not accepted|HTTP 401", 1, {"status": 401}),
    "403": Case("may not do that", 1, {"status": 403}),
    "404": Case("no such model or endpoint", 1, {"status": 404}),
    "408": Case("HTTP 408", 4, {"status": 408}),
    "409": Case("HTTP 409", 4, {"status": 409}),
    "413": Case("too large", 1, {"status": 413}),
    "429": Case("too many requests", 4, {"status": 429}),
    "429, wait": Case("try again in 7 s", 4, {"status": 429, "headers": {"retry-after": "7"}}),
    "429, long wait": Case("try again in 3600 s", 1, {"status": 429, "headers": {"retry-after": "3600"}}),
    "429, date": Case("try again in 7 s", 4, {"status": 429, "headers": dated(7)}),
    "429, date that is over": Case("too many requests", 4, {"status": 429, "headers": dated(0)}),
    "500": Case("HTTP 500", 4, {"status": 500}),
    "502": Case("HTTP 502", 4, {"status": 502}),
    "503": Case("HTTP 503", 4, {"status": 503}),
    "529": Case("HTTP 529|overloaded", 4, {"status": 529}),
    "web page": Case("web page", 1, {"raw": "<html>Sign in</html>", "content_type": "text/html"}),
    "garbage": Case("not in the form|ended before|broke", 1, {"raw": "\x00\x13\xff{]garbage"}),
    "nothing": Case("ended before", 1, {"raw": ""}),
    "no words": Case("empty|form", 1, {"text": ""}),
    "invalid JSON": Case("form", 1, {"text": '{"findings": [{"quote": "'}),
    "wrong schema": Case("form", 1, {"text": '{"answer": 42}'}),
    "prose": Case("form", 1, {"text": "I would rather talk about something else."}),
    "huge": Case("no end|was cut at", 1, {"text": '{"findings": [{"quote": "' + "x" * 1_200_000, "pieces": 50_000}),
    "refusal": Case("refused|form", 1, {"refusal": True}),
    "limit of tokens": Case("cut at", 1, {"text": '{"findings": [', "stop": "length"}),
}


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
    assert_ledger_is_whole(bench)
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
    assert_ledger_is_whole(bench)
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
        assert_ledger_is_whole(bench)
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


def assert_ledger_is_whole(bench: Bench) -> None:
    """Each request has its entry, each entry its end, and none took less than nothing."""
    with closing(sqlite3.connect(bench.ledger.path)) as database:
        rows = database.execute("SELECT kind, state, input_tokens + output_tokens FROM calls").fetchall()
    kinds = sorted(kind for kind, state, _ in rows if state != "cached")
    if bench.model.requests:
        assert kinds == sorted(request.kind for request in bench.model.requests)
    assert {state for _, state, _ in rows} <= {"done", "failed", "cancelled", "cached"}
    assert all(tokens >= 0 for _, _, tokens in rows)


def no_answer_is_open(model: StandIn) -> None:
    assert model.state.wait(lambda state: state.active == 0, 120)


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
