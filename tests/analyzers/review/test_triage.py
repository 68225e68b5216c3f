"""Triage before a review and the attempt to refute each finding after it."""

from __future__ import annotations

import json

import pytest

from reread.analyzers.review.answer.ranking import Drop
from reread.analyzers.review.answer.schema import ModelFinding, Refutation
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.run.reviewer import Reviewer
from reread.analyzers.review.run.triage import cited
from reread.analyzers.review.settings import ReviewSettings
from tests.analyzers.review.asking import MEAN, subjects_of
from tests.standin import Reply

ONE = "def mean(values):\n    return sum(values) / len(values)\n"
RULES = ["model/division-by-zero"]


@pytest.fixture(params=["openai"])
def vendor(request):
    return request.param


def verdict(word: str, confidence: float) -> Reply:
    return Reply(kind="refute", text=json.dumps({"reason": "r", "verdict": word, "confidence": confidence}))


def kinds(bench) -> list[str]:
    return [request.kind for request in bench.model.requests]


async def test_a_finding_that_is_refuted_is_dropped_and_counted(bench):
    bench.model.script(verdict("wrong", 0.9))
    result = await bench.review(ONE)
    assert (result.findings, result.shown, result.problems) == ([], [], ())
    assert result.review.dropped == {Drop.REFUTED: 1}


async def test_the_lower_confidence_is_stored_with_the_finding(bench):
    bench.model.script(verdict("unclear", 0.7))
    assert (await bench.review(ONE)).findings[0].confidence == 0.7
    bench.model.script(verdict("real", 1.0))
    assert (await bench.review(ONE, asker=bench.asker(cached=False))).findings[0].confidence == 0.9


async def test_the_threshold_acts_on_that_confidence(bench):
    bench.model.script(verdict("real", 0.5))
    result = await bench.review(ONE)
    assert (result.findings, result.review.dropped) == ([], {Drop.LOW_CONFIDENCE: 1})


async def test_each_finding_is_tried_alone(bench):
    bench.model.script(verdict("wrong", 0.0))
    result = await bench.review(MEAN)
    assert kinds(bench).count("refute") == 2
    assert len(result.findings) == 1


async def test_what_is_dropped_anyway_is_not_tried(bench):
    bench.model.script(Reply(findings=[{"message": "m", "quote": "not there", "confidence": 0.9}]))
    await bench.review(ONE)
    assert kinds(bench) == ["review"]


async def test_a_finding_that_a_comment_silences_is_not_tried(bench):
    await bench.review(ONE.replace("len(values)", "len(values)  # reread: ignore[model/division-by-zero]"))
    assert "refute" not in kinds(bench)


async def test_the_second_pass_can_be_switched_off(bench):
    assert (await bench.review(ONE, second_pass=False)).rules == RULES
    assert kinds(bench) == ["review"]


async def test_the_second_pass_is_kept_like_all_answers(bench):
    bench.model.script(verdict("wrong", 0.9))
    await bench.review(ONE)
    again = await bench.review(ONE, asker=bench.asker(run="again"))
    assert (again.findings, again.asker.tokens, kinds(bench)) == ([], 0, ["review", "refute"])


async def test_it_is_shown_the_code_the_remark_and_the_context_that_the_finding_cites(bench):
    async def retrieve(subject):
        return [
            ContextPiece("lib.py", 3, "def sum(values): ...", "called"),
            ContextPiece("far.py", 9, "def unrelated(): ...", "similar"),
        ]

    await Reviewer(bench.asker(), ReviewSettings(), retrieve=retrieve).review(subjects_of(ONE), lambda *_: None)
    prompt = bench.model.requests[-1].prompt
    assert "With no elements the length is 0" in prompt
    assert "return sum(values) / len(values)" in prompt
    assert 'path="lib.py"' in prompt
    assert "unrelated" not in prompt


async def test_secrets_stay_here_in_the_second_pass_too(bench):
    text = ONE.replace("    return", '    total = 0\n    password = "kT9vLq2xZp7w"\n    return')
    await bench.review(text)
    assert kinds(bench) == ["review", "refute"]
    assert all("kT9vLq2xZp7w" not in request.body for request in bench.model.requests)


async def test_a_change_that_deserves_no_review_gets_none(bench):
    bench.model.script(Reply(kind="triage", text='{"reason": "a name", "review": false}'))
    result = await bench.review(ONE, triage="on")
    assert (result.findings, result.problems, kinds(bench)) == ([], (), ["triage"])
    assert [state.value for state in result.review.states] == ["passed"]
    again = await bench.review(ONE, triage="on")
    assert ([state.value for state in again.review.states], len(bench.model.requests)) == (["passed"], 1)


async def test_a_change_that_deserves_a_review_gets_one(bench):
    assert (await bench.review(ONE, triage="on")).rules == RULES
    assert kinds(bench) == ["triage", "review", "refute"]


async def test_with_one_model_only_triage_would_save_nothing_and_is_left_out(bench):
    await bench.review(ONE, triage="auto")
    assert "triage" not in kinds(bench)


async def test_what_was_reviewed_before_is_not_sorted_again(bench):
    await bench.review(ONE)
    assert (await bench.review(ONE, triage="on")).rules == RULES
    assert "triage" not in kinds(bench)


def test_pieces_are_cited_by_name_or_by_file():
    said = ModelFinding(message="`load_all` is called twice, see util.py", quote="    total = parse(line)")
    pieces = [
        ContextPiece("a.py", 1, "def load_all(): ...", ""),
        ContextPiece("lib/util.py", 1, "X = 1", ""),
        ContextPiece("b.py", 1, "def parse(text): ...", ""),
        ContextPiece("c.py", 1, "def called(twice): return twice", ""),
    ]
    assert [piece.path for piece in cited(said, pieces)] == ["a.py", "lib/util.py", "b.py"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("REAL", "real"), (True, "real"), ("False", "wrong"), ("Refuted", "wrong"), ("unsure", "unclear")],
)
def test_verdicts_in_other_words_are_understood(word, meant):
    assert Refutation.model_validate({"verdict": word, "confidence": "80%"}) == Refutation(
        verdict=meant, confidence=0.8
    )


def test_callers_and_guidance_are_shown_whatever_a_finding_mentions():
    said = ModelFinding(message="It fails.", quote="x = 1")
    caller = ContextPiece("b.py", 1, "f(1)\n", "calls the change", caller=True)
    convention = ContextPiece("AGENTS.md", 1, "Amounts are in cents.\n", "team guidance", guidance=True)
    other = ContextPiece("c.py", 1, "y = 2\n", "beside the change")
    assert cited(said, [caller, convention, other]) == [caller, convention]


async def test_the_failing_case_is_part_of_the_remark(bench):
    finding = {"unit": 1, "message": "m", "quote": "    return sum(values) / len(values)", "failure": "mean([]) raises"}
    bench.model.script(Reply(kind="review", text=json.dumps({"findings": [{**finding, "confidence": 0.9}]})))
    await bench.review(ONE)
    [asked] = [request for request in bench.model.requests if request.kind == "refute"]
    assert "It is said to fail so: mean([]) raises" in asked.body
