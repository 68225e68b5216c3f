"""Every provider through its real library, with everything that can go wrong on the way."""

from __future__ import annotations

import asyncio

import pytest

from tests.analyzers.review.asking import MEAN, subjects_of
from tests.analyzers.review.leaping_clock import leap
from tests.standin import Fault, Reply

ONE = "def mean(values):\n    return sum(values) / len(values)\n"
FINDING = {
    "title": "Division by zero",
    "message": "It raises for no values.",
    "severity": "warning",
    "category": "division by zero",
    "confidence": 0.9,
    "quote": "    return sum(values) / len(values)",
    "why": "len is 0",
    "edits": [],
}


async def test_an_ordinary_answer_gives_its_findings(bench):
    result = await bench.review()
    assert result.rules == ["model/division-by-zero", "model/off-by-one"]
    assert result.problems == ()
    assert result.asker.tokens > 0


@pytest.mark.parametrize(
    ("reply", "problem", "calls"),
    [
        (Reply(status=401), "the key is not accepted", 1),
        (Reply(status=403, error="no access to this model"), "may not do that: ", 1),
        (Reply(status=404, error="model not found"), "no ", 1),
        (Reply(status=400, error="too long"), "rejected (HTTP 400): ", 1),
        (Reply(status=429, headers={"retry-after": "3600"}), "too many requests or tokens; try again in 3600 s", 1),
        (Reply(status=429, error="You exceeded your current quota"), "the account has no credit left", 1),
        (Reply(status=429, error="code: insufficient_quota"), "no credit left; add credit to the account", 1),
        (Reply(status=402, error="payment required"), "no credit left; add credit to the account", 1),
        (Reply(status=400, error="Your credit balance is too low"), "no credit left; add credit to the account", 1),
        (Reply(status=500), "not available (HTTP 500)", 4),
        (Reply(status=503), "not available (HTTP 503)", 4),
        (Reply(status=529), "", 4),
    ],
    ids=lambda value: str(value.status) if isinstance(value, Reply) else "",
)
async def test_an_http_error_is_one_clear_line(bench, reply, problem, calls):
    bench.model.always(reply)
    result = await bench.review(ONE)
    assert result.findings == []
    [line] = result.problems
    assert problem in line
    assert line.count("\n") == 0
    assert bench.vendor in line
    assert len(bench.model.requests) == calls
    assert bench.ledger.spent().tokens == 0


async def test_it_waits_as_long_as_the_provider_asks_for_and_tries_again(bench):
    bench.model.script(Reply(status=429, headers={"retry-after": "7"}), Reply(status=503))
    result = await bench.review(ONE)
    assert result.rules == ["model/division-by-zero"]
    assert result.problems == ()
    assert bench.slept[0] == 7
    assert 0 < bench.slept[1] <= 2


async def test_it_gives_up_when_the_provider_stays_away(bench):
    bench.model.always(Reply(status=429, headers={"retry-after": "9"}))
    result = await bench.review(ONE)
    assert bench.slept == [9, 9, 9]
    assert "too many requests" in result.problems[0]


async def test_an_account_without_credit_is_asked_once_whatever_there_is_to_ask(bench):
    bench.model.always(Reply(status=402))
    result = await bench.review(parts_per_request=1, concurrency=1)
    assert len(bench.model.requests) == 1
    assert len(result.problems) == 1


async def test_nonsense_about_each_unit_is_one_message(bench):
    bench.model.always(Reply(text="I would rather not."))
    result = await bench.review(parts_per_request=1)
    assert result.problems == ("a.py:1 and 1 other place: the model's answer is not in the form that was asked for",)


UNITS = "\n\n".join(f"def mean_{number}(values):\n    return sum(values) / len(values)\n" for number in range(20))
NO_FORM = Reply(text="I would rather not.")


@pytest.mark.parametrize("together", [1, 5])
async def test_after_three_answers_out_of_form_in_a_row_the_rest_is_left_for_later(bench, together):
    bench.model.always(NO_FORM)
    result = await bench.review(UNITS, parts_per_request=together, concurrency=1)
    assert len(bench.model.requests) == 3
    [line] = result.problems
    assert line.endswith("that was asked for; after 3 such answers in a row it was not asked about the rest")
    assert {state.value for state in result.review.states} == {"incomplete"}
    bench.model.reset()
    again = await bench.review(UNITS, parts_per_request=together)
    assert (again.problems, again.review.complete) == ((), True)


async def test_answers_out_of_form_between_others_leave_nothing_for_later(bench):
    good = Reply(findings=[])
    bench.model.script(*(reply for _ in range(6) for reply in (NO_FORM, NO_FORM, good)))
    result = await bench.review(UNITS, parts_per_request=1, concurrency=1)
    assert len(bench.model.reviews) == 20
    assert result.problems[0].startswith("a.py:1 and 11 other places: ")


async def test_what_else_fails_when_a_model_is_left_is_not_said_to_be_out_of_form(bench):
    bench.model.script(Reply(status=401), Reply(status=400))
    result = await bench.review(UNITS, parts_per_request=1, concurrency=2)
    assert not any("in a row" in line for line in result.problems)


async def test_after_a_hopeless_failure_no_other_unit_is_asked_about(bench):
    bench.model.always(Reply(status=401))
    result = await bench.review(MEAN, concurrency=1)
    assert len(bench.model.requests) == 1
    assert len(result.problems) == 1
    assert [state.value for state in result.review.states] == ["incomplete", "incomplete"]


@pytest.mark.parametrize(("fault", "said"), [(Fault.HANG, "did not answer"), (Fault.HANG_MIDWAY, "stopped answering")])
async def test_a_silent_provider_is_left_after_the_time_limit(bench, monkeypatch, fault, said):
    bench.model.always(Reply(fault=fault))
    leap(monkeypatch, bench.model, 600.0)
    result = await bench.review(ONE, asker=bench.asker(timeout=600.0))
    assert f"{said} within 600 s" in result.problems[0]
    await asyncio.to_thread(bench.model.wait_until_abandoned)


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.END_EARLY, Fault.BROKEN_FRAME, Fault.ERROR_MIDWAY])
async def test_a_stream_that_breaks_keeps_what_was_whole(bench, fault):
    whole_first = Reply(findings=[FINDING, {**FINDING, "title": "Never arrives"}], pieces=10, fault=fault, after=30)
    bench.model.script(whole_first)
    result = await bench.review(ONE)
    assert result.rules == ["model/division-by-zero"]
    assert result.findings[0].message.startswith("Division by zero")
    assert len(result.problems) == 1
    assert [state.value for state in result.review.states] == ["incomplete"]
    assert len(bench.model.reviews) == 1
    assert bench.ledger.spent().tokens > 0


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.END_EARLY, Fault.BROKEN_FRAME, Fault.ERROR_MIDWAY])
async def test_a_stream_that_breaks_before_the_first_word_is_told_too(bench, fault):
    bench.model.always(Reply(fault=fault, after=0))
    result = await bench.review(ONE)
    assert result.findings == []
    assert len(result.problems) == 1
    assert bench.vendor in result.problems[0]


async def test_a_cut_answer_is_not_kept_in_the_cache(bench):
    bench.model.script(Reply(fault=Fault.CUT, after=3))
    await bench.review(ONE)
    result = await bench.review(ONE)
    assert result.rules == ["model/division-by-zero"]
    assert len(bench.model.reviews) == 2


async def test_an_answer_at_the_limit_of_tokens_is_incomplete(bench):
    bench.model.script(Reply(text='{"findings": [', stop="length"))
    result = await bench.review(ONE)
    assert "review.max-output-tokens" in result.problems[0]
    assert [state.value for state in result.review.states] == ["incomplete"]


async def test_a_refusal_is_told(bench):
    bench.model.script(Reply(refusal=True))
    result = await bench.review(ONE)
    assert result.findings == []
    # Ollama has no refusal of its own: the model says it in words, which are no findings.
    assert ("not in the form" if bench.vendor == "ollama" else "refused") in result.problems[0]


@pytest.mark.parametrize(
    "text", ["", "   \n", "I looked at it and it is fine.", '{"findings": 3}', "[1, 2", "{}", "\x00\ufffd"]
)
async def test_words_that_are_no_findings_are_told(bench, text):
    bench.model.script(Reply(text=text))
    result = await bench.review(ONE)
    assert result.findings == []
    assert len(result.problems) == 1
    assert result.review.states[0].value == "incomplete"


@pytest.mark.parametrize(
    "wrap",
    [
        "```json\n{}\n```",
        "Here is what I found:\n\n{}\n\nI hope that helps!",
        "```\n{}\n```\nDone.",
        "\ufeff{}",
        "<think>{ hm }</think>{}",
    ],
)
async def test_fences_and_prose_around_the_answer_do_not_matter(bench, wrap):
    bench.model.script(Reply(findings=[FINDING], wrap=wrap))
    result = await bench.review(ONE)
    assert result.rules == ["model/division-by-zero"]
    assert result.problems == ()


async def test_an_endless_answer_is_stopped(bench):
    bench.model.script(Reply(text='{"findings": [{"quote": "' + "x" * 1_500_000, pieces=50_000))
    result = await bench.review(ONE)
    assert "cut at review.max-output-tokens" in result.problems[0]
    assert bench.model.state.wait(lambda state: state.active == 0, 120)


async def test_a_provider_that_is_not_there_is_one_clear_line(bench):
    asker = bench.asker()
    await asyncio.to_thread(bench.model.stop)
    result = await bench.review(ONE, asker=asker)
    [line] = result.problems
    assert "cannot reach http://127.0.0.1:" in line
    assert len(bench.slept) == 3


async def test_cancelling_closes_the_connection_and_settles_the_ledger(bench):
    bench.model.script(Reply(fault=Fault.HANG_MIDWAY, after=2))
    task = asyncio.ensure_future(bench.review(ONE))
    await asyncio.to_thread(bench.model.wait_for_requests, 1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.to_thread(bench.model.wait_until_abandoned)
    assert bench.model.state.wait(lambda state: state.connections == 0, 120)
    assert states_of(bench) == ["cancelled"]
    assert (await bench.review(ONE)).rules == ["model/division-by-zero"]


async def test_cancelling_before_the_answer_begins_closes_the_connection_too(bench):
    bench.model.script(Reply(fault=Fault.HANG))
    task = asyncio.ensure_future(bench.review(ONE))
    await asyncio.to_thread(bench.model.wait_for_requests, 1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.to_thread(bench.model.wait_until_abandoned)


async def test_the_first_finding_is_there_while_the_model_is_still_writing(bench):
    bench.model.script(
        Reply(findings=[FINDING, {**FINDING, "category": "other"}], pieces=10, fault=Fault.GATE, after=30)
    )
    first = asyncio.Event()
    shown = []

    def show(_, finding):
        shown.append(finding.rule)
        first.set()

    from reread.analyzers.review.run.reviewer import Reviewer
    from reread.analyzers.review.settings import ReviewSettings

    review = asyncio.ensure_future(Reviewer(bench.asker(), ReviewSettings()).review(subjects_of(ONE), show))
    await asyncio.wait_for(first.wait(), 120)
    assert shown == ["model/division-by-zero"]
    assert not review.done()
    bench.model.release()
    assert len((await review).findings) == 2


def states_of(bench) -> list[str]:
    import sqlite3

    with sqlite3.connect(bench.ledger.path) as database:
        found = [row[0] for row in database.execute("SELECT state FROM calls ORDER BY id")]
    database.close()
    return found
