"""An answer ends: by its limit of tokens, by the time for the whole request, and when nobody wants it any more.

Who: whoever answers at the address that is set up. What must not happen: a review that never ends, or costs without end.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import httpx
import pytest

from reread.analyzers.network import deadline
from reread.analyzers.network.clients import client
from reread.analyzers.network.errors import OverdueError
from reread.analyzers.network.limits import ResponseLimits
from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.ask.provider_call import AnswerLimit, AnswerLimits
from reread.analyzers.review.spend.ledger import SpendingLimits as Spending
from reread.server import configuration
from tests.analyzers.review.asking import Bench
from tests.analyzers.review.leaping_clock import leap
from tests.security.raw_server import RawServer
from tests.security.vendors import VENDORS
from tests.standin import Fault, Reply

ONE = "def mean(values):\n    return sum(values) / len(values)\n"


@pytest.fixture(params=VENDORS)
async def bench(request, model, tmp_path):
    made = Bench(model, request.param, tmp_path)
    yield made
    await made.close()


def patient(bench: Bench, *, timeout: float, total_timeout: float) -> CachedClient:
    """Asks for long answers."""
    asker = bench.asker()
    asker._caller._limits = AnswerLimits(10_000, timeout, Spending(), total_timeout)
    return asker


async def test_an_answer_that_goes_on_past_its_limit_is_cut_there_and_told(bench):
    bench.model.always(Reply(text='{"findings": [' + " " * 400, pieces=400, fault=Fault.ENDLESS))
    result = await bench.review(ONE)
    assert "the model's answer was cut at review.max-output-tokens" in result.problems[0]
    bench.model.wait_until_abandoned()


async def test_the_ledger_has_what_came_until_then(bench):
    bench.model.always(Reply(text="word " * 80, pieces=400, fault=Fault.ENDLESS))
    asker = bench.asker()
    await bench.review(ONE, asker=asker)
    assert 1_000 < asker.tokens < 3_000


@pytest.mark.parametrize("pieces", [1, 7, 400, 10_000])
def test_a_room_ends_at_the_same_place_however_the_answer_is_cut(pieces):
    text = "if x: return value\n" * 1_000
    room, kept = AnswerLimit(1_000), ""
    for place in range(0, len(text), pieces):
        kept += room.take(text[place : place + pieces])
        if room.full:
            break
    assert room.full
    assert text.startswith(kept)
    assert 1_000 * 3.5 < len(kept) <= 1_000 * 3.5 * 1.5


def test_an_answer_within_its_limit_is_not_cut():
    room = AnswerLimit(1_000)
    assert room.take("x" * 5_000) == "x" * 5_000
    assert not room.full


@pytest.mark.parametrize("fault", [Fault.ENDLESS, Fault.PINGS, Fault.HANG])
async def test_the_whole_request_has_a_time_limit(bench, monkeypatch, fault):
    """Each piece comes well within the time for one, which would last longer."""
    bench.model.always(Reply(text="x", fault=fault, delay=0.01))
    leap(monkeypatch, bench.model, 600.0)
    result = await bench.review(ONE, asker=patient(bench, timeout=6_000.0, total_timeout=600.0))
    assert "not complete within 600 s (review.total-timeout)" in result.problems[0]
    bench.model.wait_until_abandoned()


async def test_without_it_the_request_goes_on_until_it_is_cancelled(bench, monkeypatch):
    taken, many, take = [], asyncio.Event(), AnswerLimit.take

    def counted(room: AnswerLimit, piece: str) -> str:
        taken.append(piece)
        if len(taken) == 41:
            many.set()
        return take(room, piece)

    monkeypatch.setattr(AnswerLimit, "take", counted)
    bench.model.always(Reply(text="x", fault=Fault.ENDLESS, delay=0.01))
    asking = asyncio.ensure_future(bench.review(ONE, asker=patient(bench, timeout=600.0, total_timeout=1e6)))
    arrived = asyncio.ensure_future(many.wait())
    assert await asyncio.wait({asking, arrived}, return_when=asyncio.FIRST_COMPLETED) == ({arrived}, {asking})
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    bench.model.wait_until_abandoned()


class TimerOf:
    """In the place of a timer: rings when a server has sent its bytes."""

    def __init__(self, server: RawServer) -> None:
        self.server = server

    def __call__(self, seconds: float, ring: Callable[[], None]) -> threading.Thread:
        timer = threading.Thread(target=lambda: self.server.dripped.wait(120) and ring())
        timer.cancel = timer.join  # type: ignore[attr-defined]
        return timer


HEAD = b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\ncontent-type: application/json\r\n\r\n"


@pytest.mark.parametrize(("answer", "drip"), [(HEAD, b" "), (b"HTTP/1.1 200 OK\r\n", b"a: b\r\n")])
def test_a_client_that_blocks_has_one_too(answering, monkeypatch, answer, drip):
    """Bytes come, each within the time for one, and then the time for all is over."""
    server = answering(answer, drip=drip, times=5)
    monkeypatch.setattr(deadline.threading, "Timer", TimerOf(server))
    with (
        client(httpx, server.url, limits=ResponseLimits(seconds=600.0), timeout=120.0) as ours,
        pytest.raises(OverdueError),
    ):
        ours.post("/", json={})
    assert server.left.wait(120)


def test_a_repository_cannot_lengthen_it(tmp_path):
    (tmp_path / "reread.toml").write_text("[review]\ntotal-timeout = 1e9\nbase-url = 'http://x.invalid'\n")
    loaded = configuration.load(str(tmp_path))
    assert loaded.settings.review.total_timeout == 900.0
    assert loaded.settings.review.base_url == ""
    assert {problem.key for problem in loaded.problems} == {"review.total-timeout", "review.base-url"}
