"""Questions that wait for room in the limits."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers.review.provider import BudgetError, Usage
from reread.analyzers.review.spend import waiting as turns_module
from reread.analyzers.review.spend.ledger import Call, Ledger, SpendingLimits
from reread.analyzers.review.spend.owners import is_gone, this_process
from reread.analyzers.review.spend.waiting import ReservationQueue

CALL = Call("run", "review", "openai", "gpt", "review-1")
LIMITS = SpendingLimits(tokens_per_run=1_000)


@pytest.fixture
def turns(tmp_path):
    return ReservationQueue(Ledger(str(tmp_path / "ledger.sqlite")))


def reserve(turns, tokens, on_wait=None, call=CALL):
    return turns.reserve(call, Usage(tokens, 0), 0.0, LIMITS, on_wait)


def settle(turns, number, tokens):
    turns.settle(number, "done", Usage(tokens, 0), 0.0, 1.0)


async def waiting(turns, tokens, call=CALL):
    """A question that has begun to wait."""
    begun = asyncio.Event()
    task = asyncio.create_task(reserve(turns, tokens, lambda _: begun.set(), call))
    await begun.wait()
    return task


async def test_a_question_waits_until_an_open_one_took_less_than_it_could(turns):
    first = await reserve(turns, 900)
    task = await waiting(turns, 900)
    settle(turns, first, 50)
    assert await task
    assert turns.ledger.spent().open_tokens == 900


async def test_what_no_open_question_can_make_room_for_is_refused_at_once(turns):
    await reserve(turns, 900)
    with pytest.raises(BudgetError, match="0 tokens are spent and about 1,001 are needed"):
        await reserve(turns, 1_001)


async def test_it_is_refused_when_the_last_open_question_took_too_much(turns):
    first = await reserve(turns, 900)
    task = await waiting(turns, 500)
    settle(turns, first, 600)
    with pytest.raises(BudgetError, match=r"600 tokens are spent and about 500 are needed, but review\.tokens-per-run"):
        await task


async def test_why_it_waits_is_said_once(turns):
    first, said, begun = await reserve(turns, 900), [], asyncio.Event()
    task = asyncio.create_task(reserve(turns, 900, lambda line: (said.append(line), begun.set())))
    await begun.wait()
    settle(turns, first, 900 - 1)
    with pytest.raises(BudgetError):
        await task
    assert said == ["waiting for open questions to end: review.tokens-per-run is 1,000"]


async def test_a_small_question_does_not_overtake_a_large_one(turns):
    first = await reserve(turns, 600)
    large = await waiting(turns, 900)
    small = asyncio.create_task(reserve(turns, 100))
    await asyncio.sleep(0)
    settle(turns, first, 0)
    await large
    await small
    assert [entry.input_tokens for entry in turns.ledger.entries()] == [0, 900, 100]


async def test_a_cancelled_question_lets_the_next_have_its_turn(turns):
    await reserve(turns, 600)
    large = await waiting(turns, 900)
    small = asyncio.create_task(reserve(turns, 100))
    large.cancel()
    assert await small
    with pytest.raises(asyncio.CancelledError):
        await large
    assert turns.ledger.spent().open_tokens == 700


HOLD = """
import sys
from reread.analyzers.review.spend.ledger import Call, Ledger, SpendingLimits
from reread.analyzers.review.provider import Usage
ledger = Ledger(sys.argv[1])
number = ledger.reserve(Call("run", "review", "p", "m", "v"), Usage(900, 0), 0.0, SpendingLimits())
print("held", flush=True)
sys.stdin.readline()
ledger.settle(number, "done", Usage(10, 0), 0.0, 1.0)
"""


@pytest.fixture
def other(turns, monkeypatch):
    """Another process with an open question."""
    monkeypatch.setattr(turns_module, "LOOK", 0.01)
    command = [sys.executable, "-c", HOLD, turns.ledger.path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


async def test_the_open_question_of_another_process_is_waited_for(turns, other):
    task = await waiting(turns, 900)
    other.stdin.write("\n")
    other.stdin.flush()
    assert await task


async def test_a_process_that_was_killed_while_it_asked_is_not_waited_for(turns, other):
    task = await waiting(turns, 900)
    other.kill()
    with pytest.raises(BudgetError, match="0 tokens are spent, up to 900 more by calls that were broken off"):
        await task


def test_a_process_is_known_by_its_number_and_when_it_was_started():
    assert not is_gone(this_process())
    assert is_gone("")
    assert is_gone(this_process() + "1")
    assert is_gone(f"{2**22 + 1}@1")


questions = st.lists(st.tuples(st.integers(1, 700), st.floats(0, 1)), min_size=1, max_size=12)


@settings(max_examples=30)
@given(questions, st.integers(1, 5))
@pytest.mark.slow
def test_never_over_the_limit_and_whatever_fits_in_the_end_is_asked(asked, at_once):
    with tempfile.TemporaryDirectory() as folder:
        turns = ReservationQueue(Ledger(str(Path(folder) / "ledger.sqlite")))
        refused = asyncio.run(_ask_all(turns, asked, at_once))
        spent = turns.ledger.spent()
    assert spent.open_tokens == 0
    assert all(spent.tokens + most > LIMITS.tokens_per_run for most in refused)


async def _ask_all(turns, asked, at_once):
    """Asks as a review does, each question taking a share of its most; returns the sizes of those that were refused."""
    places, refused = asyncio.Semaphore(at_once), []

    async def ask(most, share):
        async with places:
            try:
                number = await reserve(turns, most)
            except BudgetError:
                refused.append(most)
                return
            assert turns.ledger.spent().most_tokens <= LIMITS.tokens_per_run
            for _ in range(most % 3):
                await asyncio.sleep(0)
            settle(turns, number, int(most * share))

    await asyncio.gather(*(ask(most, share) for most, share in asked))
    return refused
