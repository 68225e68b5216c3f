"""Several providers in turn: who is asked when, what is said about it, and what is kept."""

from __future__ import annotations

import asyncio

import pytest

from reread.analyzers.review.ask.cached_client import AnswerLimits, CachedClient
from reread.analyzers.review.ask.pool import Line
from reread.analyzers.review.providers import connect
from reread.analyzers.review.spend.ledger import SpendingLimits
from reread.analyzers.review.spend.rate_limits import Breaker, Gate, TrafficLimits
from tests.analyzers.review.asking import Bench
from tests.analyzers.review.leaping_clock import leap
from tests.standin import Fault, Reply, StandIn

ONE = "def mean(values):\n    return sum(values) / len(values)\n"
OTHER = ONE.replace("mean", "middle")
RULES = ["model/division-by-zero"]


class Chain:
    """OpenAI first, then Anthropic, each with a stand-in of its own."""

    def __init__(self, first: StandIn, second: StandIn, folder) -> None:
        self.bench = Bench(first, "openai", folder)
        self.first, self.second = first, second
        other = connect("anthropic", second.url, "a-key", {})
        self.breaker = Breaker("openai", failures=5, pause=3_600.0)
        self.lines = [
            Line(self.bench.provider, Gate(TrafficLimits(), self.breaker), "large", "small"),
            Line(other, Gate(TrafficLimits(), Breaker("anthropic")), "other"),
        ]

    def asker(self, run: str = "run", timeout: float = 20.0) -> CachedClient:
        bench = self.bench
        limits = AnswerLimits(1_000, timeout, SpendingLimits())
        return CachedClient(
            self.lines, limits, run=run, turns=bench.turns, audit=bench.audit, cache=bench.cache, sleep=bench._sleep
        )

    async def review(self, text: str = ONE, asker: CachedClient | None = None, **options):
        return await self.bench.review(text, asker=asker or self.asker(), **options)


@pytest.fixture
async def chain(model, tmp_path):
    with StandIn() as second:
        made = Chain(model, second, tmp_path)
        yield made
        await made.bench.close()
        await made.lines[1].provider.close()


async def test_the_first_is_asked_as_long_as_it_answers(chain):
    result = await chain.review()
    assert (result.rules, chain.second.requests) == (RULES, [])
    assert result.asker.failures == {}


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=401),
        Reply(status=400),
        Reply(status=404),
        Reply(status=429, headers={"retry-after": "3600"}),
        Reply(status=503),
        Reply(fault=Fault.DROP),
        Reply(refusal=True),
        Reply(raw="<html>", content_type="text/html"),
    ],
    ids=lambda reply: f"{reply.status} {reply.fault.value}",
)
async def test_what_the_first_cannot_do_the_next_does_and_it_is_said(chain, reply):
    chain.first.always(reply)
    result = await chain.review()
    assert (result.rules, result.problems) == (RULES, ())
    assert all(line.startswith("openai: ") and line.endswith("; anthropic was asked") for line in result.asker.failures)
    assert len(result.asker.failures) >= 1


async def test_a_silent_provider_is_left_for_the_next(chain, monkeypatch):
    chain.first.always(Reply(fault=Fault.HANG))
    leap(monkeypatch, chain.first, 600.0)
    result = await chain.review(asker=chain.asker(timeout=600.0))
    assert (result.rules, result.problems) == (RULES, ())
    assert "openai: did not answer within 600 s (review.timeout); anthropic was asked" in result.asker.failures


async def test_an_answer_that_has_begun_is_not_asked_for_again(chain):
    chain.first.always(Reply(kind="review", fault=Fault.CUT, after=2))
    result = await chain.review()
    assert len(result.problems) == 1
    assert chain.second.reviews == []


async def test_when_all_fail_one_line_says_why_each_did(chain):
    chain.first.always(Reply(status=401))
    chain.second.always(Reply(status=403))
    [line] = (await chain.review()).problems
    assert line.startswith("openai: the key is not accepted; check OPENAI_API_KEY; anthropic: this key may not do that")


async def test_a_key_that_is_not_accepted_is_tried_once_a_run_for_each_model(chain):
    chain.first.always(Reply(status=401))
    await chain.review(ONE + "\n\n" + OTHER, concurrency=1)
    assert [request.json["model"] for request in chain.first.requests] == ["small", "large"]


async def test_our_own_limits_are_no_reason_to_ask_another(chain):
    asker = chain.asker()
    asker._caller._limits = AnswerLimits(1_000, 20.0, SpendingLimits(tokens_per_run=1))
    [line] = (await chain.review(asker=asker)).problems
    assert "over budget" in line
    assert (chain.first.requests, chain.second.requests) == ([], [])


async def test_the_second_time_the_answer_of_the_next_is_known_and_nothing_is_asked(chain):
    chain.first.always(Reply(status=503))
    first = await chain.review()
    chain.first.reset()
    chain.second.reset()
    again = await chain.review(asker=chain.asker("again"))
    assert again.findings == first.findings
    assert (again.asker.tokens, chain.first.requests, chain.second.requests) == (0, [], [])


async def test_a_provider_that_failed_too_often_is_not_asked_for_a_while(chain):
    chain.first.always(Reply(status=503))
    await chain.review(ONE + "\n\n" + OTHER)
    assert chain.breaker.state == "open"
    asked = len(chain.first.requests)
    result = await chain.review(ONE.replace("mean", "third"), asker=chain.asker("later"))
    assert result.rules == RULES
    assert len(chain.first.requests) == asked
    assert any("not asked, since it failed too often" in line for line in result.asker.failures)


async def test_waits_are_cancelled_at_once(chain):
    waiting = asyncio.Event()

    async def sleep(seconds):
        waiting.set()
        await asyncio.Event().wait()

    chain.bench._sleep = sleep
    chain.first.always(Reply(status=503))
    task = asyncio.ensure_future(chain.review())
    await asyncio.wait_for(waiting.wait(), 120)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert chain.first.state.wait(lambda state: state.active == 0, 120)


async def test_short_questions_go_to_the_small_model(chain):
    await chain.review(triage="auto")
    asked = [(request.kind, request.json["model"]) for request in chain.first.requests]
    assert asked == [("triage", "small"), ("review", "large"), ("refute", "small")]


async def test_without_a_small_model_the_same_one_answers_them(chain):
    asker = chain.asker()
    asker.lines = asker.lines[1:]
    await chain.review(asker=asker, triage="on")
    assert [request.json["model"] for request in chain.second.requests] == ["other"] * 3
