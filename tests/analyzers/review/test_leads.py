"""Hints of rules that a model confirms or refutes: what it is shown, and which answers count."""

from __future__ import annotations

import json

import pytest

from reread.analyzers.findings import Finding, Related, Severity
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.run.reviewer import Reviewer, UnitState
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.text import Span
from tests.analyzers.review.asking import subjects_of
from tests.standin import Reply
from tests.standin.reviewer import sections

CODE = "def show(name):\n    path = BASE / name\n    return path.read_text()\n"
MARKED = "path.read_text()"
LEAD = Finding(
    "py/path-traversal",
    "A name from a request may leave its folder",
    Span(CODE.index(MARKED), CODE.index(MARKED) + len(MARKED)),
    Severity.HINT,
    related=(Related("/w/a.py", 1, "the name is joined here", flow="before"),),
)
REAL = {
    "question": 1,
    "reason": "nothing checks the name",
    "verdict": "real",
    "quote": "    return path.read_text()",
    "failure": "show('../../etc/passwd') returns another file",
    "confidence": 0.9,
}
WRONG = {**REAL, "verdict": "wrong", "quote": "    path = BASE / name", "failure": "", "reason": "only tests call it"}


@pytest.fixture(params=["openai"])
def vendor(request):
    return request.param


async def reviewed(bench, *answers: dict, leads=(LEAD,), context=(), reply: Reply | None = None, asker=None):
    bench.model.script(reply or Reply(kind="leads", text=json.dumps({"answers": list(answers)})))
    subjects = [each._replace(leads=leads) for each in subjects_of(CODE)]

    async def retrieve(subject):
        return context

    reviewer = Reviewer(asker or bench.asker(), ReviewSettings(), retrieve=retrieve)
    return await reviewer.review(subjects, lambda _, finding: None)


def decided(review) -> list[tuple[bool, str]]:
    return [(each.holds, each.words) for each in review.leads]


def asked(bench) -> list[str]:
    return [request.prompt for request in bench.model.requests if request.kind == "leads"]


async def test_a_lead_is_asked_with_its_lines_and_the_steps_of_the_value(bench):
    await reviewed(bench, REAL)
    [prompt] = asked(bench)
    assert dict(sections(prompt))["QUESTION"] == (
        "A name from a request may leave its folder\n\n"
        "It is about these lines:\nreturn path.read_text()\n\n"
        "The value goes through these steps:\na.py: the name is joined here: path = BASE / name"
    )
    assert dict(sections(prompt))["CODE"] == CODE.rstrip("\n")


async def test_nothing_is_asked_without_leads(bench):
    assert decided(await reviewed(bench, leads=())) == []
    assert asked(bench) == []


async def test_a_confirmed_lead_has_its_case_and_a_refuted_one_its_reason(bench):
    assert decided(await reviewed(bench, REAL)) == [(True, "show('../../etc/passwd') returns another file")]
    other = bench.asker(cached=False)
    assert decided(await reviewed(bench, WRONG, asker=other)) == [(False, "only tests call it")]


async def test_a_refutation_may_quote_the_context(bench):
    caller = ContextPiece("b.py", 1, "assert name in KNOWN\nshow(name)\n", "calls the change")
    quoted = {**WRONG, "quote": "assert name in KNOWN"}
    assert decided(await reviewed(bench, quoted, context=[caller])) == [(False, "only tests call it")]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({**REAL, "verdict": "unclear"}, id="unclear"),
        pytest.param({**REAL, "confidence": 0.6}, id="not sure"),
        pytest.param({**REAL, "failure": " "}, id="real without a case"),
        pytest.param({**REAL, "quote": "return elsewhere()"}, id="real, quoted from nowhere"),
        pytest.param({**REAL, "quote": ""}, id="real without a quote"),
        pytest.param({**WRONG, "reason": ""}, id="wrong without a reason"),
        pytest.param({**WRONG, "quote": "if is_safe(name):"}, id="wrong, quoted from nowhere"),
        pytest.param({**WRONG, "quote": ""}, id="wrong without a quote"),
        pytest.param({**WRONG, "quote": "BASE / name"}, id="wrong, quoted from a part of a line"),
        pytest.param({**REAL, "question": 2}, id="another question"),
        pytest.param({**REAL, "question": 0}, id="no question"),
    ],
)
async def test_every_other_answer_leaves_the_hint_a_hint(bench, answer):
    review = await reviewed(bench, answer)
    assert (decided(review), review.complete) == ([], True)


async def test_two_answers_to_one_question_count_as_none(bench):
    assert decided(await reviewed(bench, REAL, WRONG)) == []


async def test_each_lead_gets_its_own_answer(bench):
    other = LEAD._replace(rule="py/other", message="Something else")
    review = await reviewed(bench, {**WRONG, "question": 2}, REAL, leads=(LEAD, other))
    assert [(each.finding.rule, each.holds) for each in review.leads] == [
        ("py/path-traversal", True),
        ("py/other", False),
    ]


@pytest.mark.parametrize("reply", [Reply(kind="leads", text="I cannot say."), Reply(kind="leads", status=400)], ids=str)
async def test_an_answer_that_cannot_be_used_is_a_note_and_the_review_is_complete(bench, reply):
    review = await reviewed(bench, reply=reply)
    assert decided(review) == []
    assert review.states == (UnitState.REVIEWED,)
    [note] = review.notes
    assert note.startswith("hints of rules were not decided: ")


@pytest.mark.parametrize(
    ("reply", "requests"),
    [
        pytest.param(Reply(kind="leads", status=401), 1, id="hopeless"),
        pytest.param(Reply(kind="leads", status=503), 4, id="not available"),
        pytest.param(Reply(kind="leads", text="I cannot say."), 3, id="out of form"),
        pytest.param(Reply(kind="leads", text='{"answers": [', stop="length"), 3, id="cut"),
    ],
)
async def test_what_keeps_hints_from_being_decided_is_one_note_however_many_there_are(bench, reply, requests):
    bench.model.always(reply)
    text = "\n\n".join(CODE.replace("show", f"show_{number}") for number in range(8))
    subjects = [each._replace(leads=(LEAD,)) for each in subjects_of(text)]
    review = await Reviewer(bench.asker(), ReviewSettings(concurrency=1)).review(subjects, lambda _, finding: None)
    assert (len(review.notes), review.leads, review.complete) == (1, (), True)
    assert len(asked(bench)) == requests
    assert ("was cut" in review.notes[0]) == (reply.stop == "length")


async def test_the_same_leads_are_asked_once(bench):
    first = await reviewed(bench, REAL)
    again = await reviewed(bench, WRONG)
    assert decided(again) == decided(first)
    assert len(asked(bench)) == 1


async def test_other_leads_are_another_question(bench):
    await reviewed(bench, REAL)
    review = await reviewed(bench, WRONG, leads=(LEAD._replace(message="Another suspicion"),))
    assert decided(review) == [(False, "only tests call it")]
    assert len(asked(bench)) == 2


async def test_what_is_kept_back_is_kept_back_of_questions_too(bench):
    secret = "sk-ant-api03-" + "a1B2c3D4e5" * 9 + "-x1y2z3AA"
    lead = LEAD._replace(message=f"The key {secret} is used", related=())
    review = await reviewed(bench, {**REAL, "failure": "sent with REREAD_SECRET_1"}, leads=(lead,))
    [prompt] = asked(bench)
    assert secret not in prompt
    assert all(secret not in each.words for each in review.leads)


async def test_leads_are_asked_after_all_reviews_so_that_those_have_the_budget_first(bench):
    await reviewed(bench, REAL)
    kinds = [request.kind for request in bench.model.requests]
    assert kinds.index("leads") > max(place for place, kind in enumerate(kinds) if kind == "review")
