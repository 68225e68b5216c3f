"""The team's rules in plain words: shown as guidance, quoted by the finding that relies on one."""

from __future__ import annotations

import pytest

from reread.analyzers.findings import Severity
from reread.analyzers.review.ask.batches import question_of
from reread.analyzers.review.settings import Guideline, ReviewSettings
from tests.analyzers.review.asking import subjects_of
from tests.standin.reviewer import sections

CODE = "def mean(values):\n    return sum(values) / len(values)\n"
RULE = Guideline(text="Functions of statistics never divide; they call `ratio`.", severity="warning")


@pytest.fixture(params=["openai"])
def vendor(request):
    return request.param


def with_rules(*rules: Guideline):
    return [subject._replace(guidelines=rules) for subject in subjects_of(CODE)]


def asked(*rules: Guideline, **options):
    return question_of(0, with_rules(*rules)[0], (), ReviewSettings(**options))


def finding(why: str, severity: str = "info"):
    said = {"title": "Divides", "message": "It divides.", "severity": severity, "category": "convention"}
    return {**said, "confidence": 0.9, "quote": "    return sum(values) / len(values)", "why": why, "edits": []}


async def reviewed(bench, why: str, *rules: Guideline, severity: str = "info"):
    from reread.analyzers.review.run.reviewer import Reviewer
    from tests.standin import Reply

    bench.model.script(Reply(kind="review", findings=[finding(why, severity)]))
    done = await Reviewer(bench.asker(), ReviewSettings()).review(with_rules(*rules), lambda *_: None)
    return [each for _, each in done.findings]


@pytest.mark.parametrize("tokens", [0, 2_000])
def test_a_model_is_shown_them_as_guidance_whatever_room_there_is_for_context(tokens):
    question = asked(RULE, context_tokens=tokens).question
    assert ("GUIDANCE", RULE.text) in list(sections(question.prompt.user))
    assert [piece.path for piece in question.context] == ["(guideline)"]


def test_another_guideline_makes_another_question():
    assert asked(RULE).question.identity != asked().question.identity
    assert asked(RULE).question.identity == asked(RULE).question.identity


@pytest.mark.parametrize(
    "why", [f"The rule says: {RULE.text}", 'It breaks "functions of statistics  never divide"; so.']
)
async def test_a_finding_that_quotes_one_names_it_and_has_its_severity(bench, why):
    [found] = await reviewed(bench, why, RULE)
    assert found.severity is Severity.WARNING
    assert found.message.endswith("(guideline: Functions of statistics never divide; they call `ratio`.)")


async def test_a_guideline_can_make_a_finding_less_severe_than_its_model_did(bench):
    hint = Guideline(text=RULE.text, severity="hint")
    [found] = await reviewed(bench, RULE.text, hint, severity="warning")
    assert found.severity is Severity.HINT


async def test_a_finding_that_quotes_none_stays_as_it_is(bench):
    [found] = await reviewed(bench, "An empty list divides by zero.", RULE)
    assert found.severity is Severity.INFO and "guideline" not in found.message


async def test_the_second_pass_is_shown_them_too(bench):
    await reviewed(bench, RULE.text, RULE)
    [refute] = [request for request in bench.model.requests if request.kind == "refute"]
    assert ("GUIDANCE", RULE.text) in list(sections(refute.prompt))
