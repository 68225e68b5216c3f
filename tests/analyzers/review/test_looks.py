"""Several looks at the same change: merged by place and meaning, cached one by one, and stricter with what one has."""

from __future__ import annotations

import json

import pytest

from reread.analyzers.review.answer.ranking import Drop
from reread.analyzers.review.ask.cached_client import AnswerLimits, CachedClient
from reread.analyzers.review.provider import UnreachableError
from reread.analyzers.review.run.outcome import UnitState
from reread.analyzers.review.run.reviewer import Reviewer
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend.ledger import SpendingLimits
from tests.analyzers.review.asking import MEAN, Bench, subjects_of
from tests.standin import Fault, Reply, StandIn

QUOTE = "    return sum(values) / len(values)"
SAID = {
    "unit": 1,
    "title": "Division by zero",
    "message": "It raises for no values.",
    "severity": "warning",
    "category": "division-by-zero",
    "confidence": 0.8,
    "quote": QUOTE,
    "failure": "mean([])",
    "why": "len is 0",
    "edits": [],
}
OTHERWISE = {**SAID, "title": "Empty input", "message": "mean([]) fails with ZeroDivisionError.", "confidence": 0.7}
TEXT = MEAN.split("\n\n\n")[0] + "\n"


@pytest.fixture(params=["openai"])
def vendor(request):
    return request.param


def refuting(verdict: str, confidence: float) -> Reply:
    said = {"reason": "r", "verdict": verdict, "confidence": confidence}
    return Reply(kind="refute", text=json.dumps(said))


async def looked(bench, *answers: list[dict], looks: int = 3, **options):
    bench.model.script(*(Reply(kind="review", findings=answer) for answer in answers))
    return await bench.review(TEXT, looks=looks, concurrency=1, **options)


async def test_what_several_looks_have_is_one_finding_and_surer(bench):
    result = await looked(bench, [SAID], [OTHERWISE], [])
    [finding] = result.findings
    assert finding.confidence == pytest.approx(1 - 0.2 * 0.3)
    assert finding.message.startswith("Division by zero")


async def test_two_findings_of_one_look_are_no_agreement(bench):
    result = await looked(bench, [SAID, OTHERWISE], [], [])
    assert [finding.confidence for finding in result.findings] == [0.8]


@pytest.mark.parametrize(
    ("verdict", "confidence", "reason"),
    [("unclear", 0.9, Drop.REFUTED), ("real", 0.65, Drop.LOW_CONFIDENCE), ("wrong", 0.9, Drop.REFUTED)],
)
async def test_what_one_look_alone_has_must_be_confirmed_and_surer(bench, verdict, confidence, reason):
    bench.model.always(refuting(verdict, confidence))
    result = await looked(bench, [SAID], [], [])
    assert result.findings == []
    assert result.review.dropped[reason] == 1


async def test_the_same_doubt_does_not_drop_what_two_looks_have(bench):
    bench.model.always(refuting("unclear", 0.65))
    assert len((await looked(bench, [SAID], [SAID], [])).findings) == 1


async def test_findings_of_other_places_stay_apart(bench):
    other = {**SAID, "quote": "def mean(values):", "category": "naming", "message": "It hides a module of this name."}
    assert len((await looked(bench, [SAID, other], [SAID, other], [])).findings) == 2


async def test_each_look_has_its_own_question_after_the_same_beginning(bench):
    await looked(bench, [], [], [])
    prompts = sorted((request.prompt for request in bench.model.reviews), key=len)
    assert len(set(prompts)) == 3
    assert all(prompt.startswith(prompts[0]) for prompt in prompts)


async def test_a_second_run_asks_nothing_and_says_the_same(bench):
    first = await looked(bench, [SAID], [OTHERWISE], [])
    asked = len(bench.model.requests)
    second = await looked(bench)
    assert (second.findings, len(bench.model.requests)) == (first.findings, asked)
    assert second.review.states == (UnitState.CACHED,)


async def test_one_look_more_asks_only_that(bench):
    await looked(bench, [], [], looks=2)
    bench.model.reset()
    await looked(bench, [], looks=3)
    assert len(bench.model.reviews) == 1


async def test_a_look_that_fails_leaves_the_unit_incomplete_and_the_others_count(bench):
    bench.model.script(
        Reply(kind="review", findings=[SAID]), Reply(kind="review", findings=[SAID]), Reply(kind="review", text="none")
    )
    result = await bench.review(TEXT, looks=3, concurrency=1)
    assert (len(result.findings), result.review.states) == (1, (UnitState.INCOMPLETE,))
    [problem] = result.problems
    assert problem.endswith("the model's answer is not in the form that was asked for")


async def test_a_look_that_breaks_off_keeps_what_was_whole(bench):
    bench.model.script(
        Reply(kind="review", findings=[SAID, {**SAID, "quote": "x"}], pieces=10, fault=Fault.CUT, after=35)
    )
    bench.model.script(Reply(kind="review", findings=[]))
    result = await bench.review(TEXT, looks=2, concurrency=1)
    assert (result.rules, result.review.states) == (["model/division-by-zero"], (UnitState.INCOMPLETE,))


async def test_a_look_that_fails_at_units_together_is_had_at_each(bench):
    bench.model.script(Reply(kind="review", status=413))
    result = await bench.review(MEAN, looks=2, concurrency=1)
    assert (result.problems, result.review.complete) == ((), True)
    assert len(bench.model.reviews) == 4


async def test_a_look_that_fails_at_one_unit_keeps_what_it_has_of_the_others(bench):
    """Only the unit of which an answer is missing is incomplete."""
    whole = Reply(kind="review", findings=[SAID])
    bench.model.script(Reply(kind="review", status=413), whole, Reply(kind="review", status=400))
    result = await bench.review(MEAN, looks=2, concurrency=1)
    assert result.review.states == (UnitState.REVIEWED, UnitState.INCOMPLETE)
    assert result.rules == ["model/division-by-zero", "model/off-by-one"]


def panel_of(bench: Bench, second: Bench) -> CachedClient:
    limits = AnswerLimits(1_000, 20.0, SpendingLimits())
    return CachedClient(
        [bench.line], limits, run="r", turns=bench.turns, audit=bench.audit, cache=None, panel=[second.line]
    )


async def test_one_of_a_panel_that_fails_does_not_keep_the_others_from_going_on(bench, tmp_path):
    (tmp_path / "second").mkdir()
    with StandIn() as other:
        second = Bench(other, bench.vendor, tmp_path / "second")
        other.always(Reply(status=401))
        asker = panel_of(bench, second)
        settings = ReviewSettings(parts_per_request=1, concurrency=1)
        review = await Reviewer(asker, settings).review(subjects_of(MEAN), lambda _, finding: None)
        await second.close()
        assert (len(bench.model.reviews), len(other.requests)) == (2, 1)
    assert len(review.findings) == 2
    assert (len(review.problems), review.complete) == (1, False)


async def test_one_of_a_panel_that_is_left_alone_is_told_whatever_fails_at_another(bench, tmp_path):
    (tmp_path / "second").mkdir()
    with StandIn() as other:
        second = Bench(other, bench.vendor, tmp_path / "second")
        for _ in range(5):
            second.line.gate.breaker.ended(UnreachableError("cannot reach it"))
        bench.model.always(Reply(kind="review", text="none"))
        asker = panel_of(bench, second)
        review = await Reviewer(asker, ReviewSettings()).review(subjects_of(TEXT), lambda _, finding: None)
        await second.close()
    assert sorted("not asked" in line for line in review.problems) == [False, True]
