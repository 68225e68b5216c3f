"""`reread eval --judge`, with judges of known quality, about what rules find."""

from __future__ import annotations

import json

import pytest

from reread.server.evaluation import intervals
from reread.server.evaluation.judging import sample
from tests.server.cli.test_eval_layers import CLEAN, LITERAL
from tests.server.evaluation.judges import asked, judge, oracle
from tests.standin import Reply, StandIn

IN_OTHER_WORDS = f"{LITERAL}    says: [thread]\n"
"""What rules find here is at the place, of no class, and does not say it with this word."""
WHY = "Identity of integers depends on the interpreter."
ARGUMENTS = ("eval", "set", "--rules-only", "--judge", "--format", "json", "-q")


@pytest.fixture
def model(folder, monkeypatch):
    folder.write("set/literal.yaml", IN_OTHER_WORDS)
    folder.write("set/clean.yaml", CLEAN)
    with StandIn() as stand_in:
        monkeypatch.setenv("OPENAI_BASE_URL", stand_in.openai_url)
        yield stand_in


@pytest.mark.slow
def test_an_oracle_agrees_in_all_and_what_it_recognises_is_found(model, reread):
    model.answers(judge(oracle))
    result = reread(*ARGUMENTS, "--yes")
    assert result.code == 0, result.err
    found = json.loads(result.out)["first"]
    assert found["score"]["counts"] == {"found": 1, "wrong": 0, "missed": 0, "repeated": 0}
    assert found["judge"]["without"] == {"found": 0, "wrong": 1, "missed": 1, "repeated": 0}
    assert (found["judge"]["requested"], found["judge"]["found"], found["judge"]["undecided"]) == (1, 1, 0)
    known = found["judge"]["agreement"]
    assert (known["share"]["value"], known["kappa"], known["undecided"]) == (1.0, 1.0, 0)
    assert found["judge"]["model"].startswith("openai/")
    doubts = [asked(request.prompt) for request in model.requests]
    assert len(doubts) == len(sample()) + 1
    assert [doubt for doubt in doubts if doubt.defects == (WHY,)]


@pytest.mark.slow
def test_a_judge_that_always_says_yes_agrees_as_often_as_the_label_is_yes(model, reread):
    model.answers(judge(lambda doubt: 1))
    known = json.loads(reread(*ARGUMENTS, "--yes").out)["first"]["judge"]["agreement"]
    share = intervals.share(sum(each.same for each in sample()), len(sample()))
    assert (known["share"]["value"], known["share"]["low"], known["kappa"]) == (share.value, share.low, 0.0)


@pytest.mark.slow
def test_a_second_run_asks_nothing_even_with_a_spent_budget_and_says_the_same(model, reread):
    model.answers(judge(oracle))
    first = reread(*ARGUMENTS, "--yes")
    count = len(model.requests)
    again = reread(*ARGUMENTS, "--yes", "--budget", "0.0000001")
    assert (again.code, json.loads(again.out)["first"]["judge"]) == (0, json.loads(first.out)["first"]["judge"])
    assert len(model.requests) == count


def test_nothing_is_sent_without_consent(model, reread):
    result = reread(*ARGUMENTS)
    assert (result.code, result.out, model.requests) == (3, "", [])
    assert "nobody has agreed" in result.err


def test_the_judge_stops_at_the_budget_and_the_rest_is_undecided(model, reread):
    model.answers(judge(oracle))
    result = reread(*ARGUMENTS, "--yes", "--budget", "0.0000001", "--parallel", "1", "-m", "gpt-5-mini")
    assert (result.code, len(model.requests)) == (3, 1)
    found = json.loads(result.out)["first"]
    assert (found["judge"]["undecided"], found["judge"]["agreement"]["undecided"]) == (1, len(sample()) - 1)
    assert found["score"]["counts"] == {"found": 0, "wrong": 1, "missed": 1, "repeated": 0}
    assert "the judge did not decide all: the budget is spent" in result.err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("reply", "code"),
    [(Reply(status=400), 3), (Reply(text="number 1"), 0), (Reply(text='{"quote": "", "number": 1}'), 0)],
    ids=["failed", "out of form", "no quote"],
)
def test_a_judge_that_decides_nothing_changes_nothing(model, reread, reply, code):
    model.always(reply)
    result = reread(*ARGUMENTS, "--yes")
    found = json.loads(result.out)["first"]
    assert (result.code, found["score"]["counts"]["found"], found["judge"]["undecided"]) == (code, 0, 1)
    assert found["judge"]["agreement"] == {
        "pairs": len(sample()),
        "undecided": len(sample()),
        "share": None,
        "kappa": None,
    }


@pytest.mark.slow
def test_another_model_may_judge_and_is_named_and_entered_in_ledger_and_audit(model, reread):
    model.answers(judge(oracle))
    found = json.loads(reread(*ARGUMENTS, "--yes", "--judge-model", "gpt-5").out)["first"]["judge"]
    assert (found["model"], found["prompt"]) == ("openai/gpt-5", "judge-1")
    assert {json.loads(request.body)["model"] for request in model.requests} == {"gpt-5"}
    assert "judge" in reread("stats").out
    assert "judge" in reread("audit").out


@pytest.mark.slow
def test_without_the_option_no_judge_is_asked_or_named(model, reread):
    result = reread("eval", "set", "--rules-only", "--format", "json", "-q")
    assert (json.loads(result.out)["first"]["judge"], model.requests) == (None, [])
    assert "--judge-model needs --judge" in reread("eval", "set", "--judge-model", "x").err


@pytest.mark.slow
def test_results_of_different_judges_are_compared_with_a_warning(model, folder, reread):
    model.answers(judge(oracle))
    folder.write("before.json", reread("eval", "set", "--rules-only", "--format", "json", "-q").out)
    result = reread(*ARGUMENTS, "--yes", "--against", "before.json")
    assert "matched with different judges" in result.err


@pytest.mark.slow
def test_a_plan_says_what_the_judge_is_asked_and_sends_nothing(model, reread):
    planned = reread("eval", "set", "--rules-only", "--judge", "--plan").out
    assert f"the judge is asked about {len(sample())} remarks" in planned
    assert model.requests == []


@pytest.mark.slow
def test_limits_of_a_review_do_not_stop_a_judge_and_those_of_a_day_do(model, reread):
    model.answers(judge(oracle))
    limited = (*ARGUMENTS, "--yes", "--set")
    assert reread(*limited, "review.tokens-per-day=2000").code == 3
    assert reread(*limited, "review.tokens-per-run=2000").code == 0
