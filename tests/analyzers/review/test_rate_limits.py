"""What limits the traffic to one endpoint. No test waits for a clock: a limit is reached at once or not at all."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from reread.analyzers.network.health import Health
from reread.analyzers.review.provider import (
    BadRequestError,
    CutOffError,
    OverloadedError,
    PausedError,
    RateLimitError,
    UnreachableError,
)
from reread.analyzers.review.spend.rate_limits import Breaker, Gate, TrafficLimits

DOWN = OverloadedError("openai: not available (HTTP 503)")


def breaker(pause: float = 3_600.0, health: Health | None = None) -> Breaker:
    return Breaker("openai", health, failures=3, pause=pause)


async def fail(tested: Breaker, times: int, error: BaseException = DOWN) -> None:
    for _ in range(times):
        await tested.pass_()
        tested.ended(error)


async def test_after_several_failures_in_a_row_nothing_goes_through():
    tested = breaker()
    await fail(tested, 3)
    assert tested.state == "open"
    with pytest.raises(PausedError, match=r"openai: not asked.* again in 3600 s \(not available \(HTTP 503\)\)"):
        await tested.pass_()


async def test_a_success_begins_the_count_anew():
    tested = breaker()
    await fail(tested, 2)
    await tested.pass_()
    tested.ended(None)
    await fail(tested, 2)
    assert tested.state == "closed"


@pytest.mark.parametrize("error", [BadRequestError("x"), asyncio.CancelledError(), ZeroDivisionError()])
async def test_what_is_no_failure_of_the_service_is_not_counted(error):
    tested = breaker()
    await fail(tested, 2)
    await tested.pass_()
    tested.ended(error)
    assert tested.state == "closed"
    await fail(tested, 1)
    assert tested.state == "open"


@pytest.mark.parametrize("error", [CutOffError("x"), RateLimitError("x"), UnreachableError("x")])
async def test_all_failures_of_the_service_are_counted(error):
    tested = breaker()
    await fail(tested, 3, error)
    assert tested.state == "open"


async def test_after_the_pause_one_question_tries_and_the_others_wait_for_it():
    tested = breaker(pause=0)
    await fail(tested, 3)
    await tested.pass_()
    assert tested.state == "half-open"
    other = asyncio.ensure_future(tested.pass_())
    await asyncio.sleep(0)
    assert not other.done()
    tested.ended(None)
    await other
    assert tested.state == "closed"


async def test_who_waits_for_a_trial_that_fails_is_not_sent(tmp_path):
    await fail(breaker(health=health(tmp_path)), 1)
    tested = breaker(health=health(tmp_path))
    await tested.pass_()
    other = asyncio.ensure_future(tested.pass_())
    await asyncio.sleep(0)
    tested.ended(DOWN)
    with pytest.raises(PausedError):
        await other


async def test_waiting_for_a_trial_can_be_cancelled():
    tested = breaker(pause=0)
    await fail(tested, 3)
    await tested.pass_()
    other = asyncio.ensure_future(tested.pass_())
    await asyncio.sleep(0)
    other.cancel()
    with pytest.raises(asyncio.CancelledError):
        await other


async def test_a_trial_that_fails_opens_it_again():
    tested = breaker(pause=0)
    await fail(tested, 3)
    await fail(tested, 1)
    assert tested.state == "open"


async def test_a_trial_that_is_cancelled_decides_nothing():
    tested = breaker(pause=0)
    await fail(tested, 3)
    await tested.pass_()
    tested.ended(asyncio.CancelledError())
    assert tested.state == "half-open"
    await tested.pass_()


async def test_a_failure_is_told_to_the_next_process_which_sends_one_question_first(tmp_path):
    await fail(breaker(health=health(tmp_path)), 1)
    tested = breaker(health=health(tmp_path))
    assert tested.state == "half-open"
    await fail(tested, 1)
    with pytest.raises(PausedError, match=r"HTTP 503"):
        await tested.pass_()


async def test_an_answer_ends_the_trouble_for_the_next_process_too(tmp_path):
    await fail(breaker(health=health(tmp_path)), 1)
    tested = breaker(health=health(tmp_path))
    await tested.pass_()
    tested.ended(None)
    assert (tested.state, breaker(health=health(tmp_path)).state) == ("closed", "closed")


async def test_the_trouble_of_one_endpoint_is_not_that_of_another(tmp_path):
    await fail(breaker(health=health(tmp_path)), 1)
    assert breaker(health=Health(str(tmp_path), "openai", "http://other")).state == "closed"


@pytest.mark.parametrize("seconds", [-3_600, 121])
async def test_trouble_of_long_ago_or_of_tomorrow_says_nothing(tmp_path, seconds):
    await fail(breaker(health=health(tmp_path)), 1)
    [file] = tmp_path.iterdir()
    changed = file.stat().st_mtime - seconds
    os.utime(file, (changed, changed))
    assert breaker(health=health(tmp_path)).state == "closed"


async def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path):
    (tmp_path / "file").write_text("")
    unusable = Health(str(tmp_path / "file"), "openai", "")
    await fail(breaker(health=unusable), 1)
    assert breaker(health=unusable).state == "closed"


def health(folder: Path) -> Health:
    return Health(str(folder), "openai", "")


async def test_a_place_is_kept_for_short_questions():
    gate = Gate(TrafficLimits(concurrency=3), breaker())
    async with gate.place(short=False), gate.place(short=False):
        waiting = asyncio.ensure_future(entered(gate, short=False))
        await entered(gate, short=True)
        assert not waiting.done()
    await waiting


async def test_with_few_places_none_is_kept():
    gate = Gate(TrafficLimits(concurrency=1), breaker())
    await entered(gate, short=False)
    async with gate.place(short=False):
        waiting = asyncio.ensure_future(entered(gate, short=True))
        await asyncio.sleep(0)
        assert not waiting.done()
    await waiting


async def entered(gate: Gate, *, short: bool) -> None:
    async with gate.place(short=short):
        pass


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        (TrafficLimits(requests_per_minute=2), "review.requests-per-minute (2)"),
        (TrafficLimits(tokens_per_minute=100), "review.tokens-per-minute (100)"),
    ],
)
async def test_what_exceeds_a_limit_a_minute_waits_and_says_so(limits, name):
    gate = Gate(limits, breaker())
    said: list[str] = []
    await gate.wait_for_rate(50, said.append)
    await gate.wait_for_rate(50, said.append)
    assert said == []
    waiting = asyncio.ensure_future(gate.wait_for_rate(50, said.append))
    await asyncio.sleep(0)
    assert said == [f"waiting for {name}"]
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_a_question_larger_than_the_limit_is_asked_all_the_same():
    waits = []
    await Gate(TrafficLimits(tokens_per_minute=100), breaker()).wait_for_rate(5_000, waits.append)
    assert waits == []
