from __future__ import annotations

import re

import pytest

from reread.analyzers.findings import Applicability, Finding, Severity, Source
from reread.analyzers.fixes import apply_fix
from reread.analyzers.review.fixer import fix_finding, unit_around
from reread.analyzers.review.ledger import Limits
from reread.analyzers.text import Document, Span
from tests.analyzers.review.secret_corpus import SECRETS
from tests.standin import Fault, Reply

TEXT = "import os\n\n\ndef first(values):\n    if values == None:\n        return 0\n    return values[0]\n\n\ndef other():\n    pass\n"
GOOD = {"search": "    if values == None:", "replace": "    if values is None:"}


def document(text: str = TEXT) -> Document:
    return Document("file:///w/a.py", text, path="/w/a.py", language="python")


def compared(doc: Document) -> list[Finding]:
    """A rule for the tests: no comparison with None by ==."""
    return [
        Finding("none-comparison", "compare with is", Span(*match.span()), Severity.WARNING, Source.RULE)
        for match in re.finditer(r"\S+ == None", doc.text)
    ]


async def fix(bench, text: str = TEXT, check=compared, **asker):
    doc = document(text)
    return await fix_finding(bench.asker(**asker), "/w", "a.py", doc, compared(doc)[0], check)


async def test_the_model_fixes_a_finding_of_a_rule(bench):
    attempt = await fix(bench)
    assert attempt.problem == ""
    assert attempt.fix.generated
    assert attempt.fix.applicability is Applicability.UNSAFE
    assert apply_fix(document(), attempt.fix).text == TEXT.replace("== None", "is None")


async def test_the_same_question_is_not_paid_for_twice(bench):
    first = await fix(bench)
    assert await fix(bench) == first
    assert len(bench.model.requests) == 1


async def test_the_model_is_shown_the_definition_and_not_the_file(bench):
    await fix(bench)
    assert "def first" in bench.model.requests[0].prompt
    assert "def other" not in bench.model.requests[0].prompt


async def test_a_fix_that_does_not_hold_gets_a_second_round_with_the_objection(bench):
    bench.model.script(Reply(edits=[{**GOOD, "replace": "    if (values is None:"}]), Reply(edits=[GOOD]))
    attempt = await fix(bench)
    assert attempt.fix is not None
    assert "would not parse" in bench.model.requests[1].prompt


@pytest.mark.parametrize(
    ("edits", "problem"),
    [
        ([{**GOOD, "replace": "    if values == None or False:"}], "the finding would still be there"),
        ([{**GOOD, "replace": "    if values is None or values[0] == None:"}], "the finding would still be there"),
        ([{**GOOD, "search": "nowhere"}], "not there"),
        ([{**GOOD, "file": "../b.py"}], "not under review"),
    ],
)
async def test_after_the_second_round_it_says_why_not(bench, edits, problem):
    bench.model.always(Reply(edits=edits))
    attempt = await fix(bench)
    assert attempt.fix is None
    assert attempt.problem.startswith("the model's fix was not offered: ")
    assert problem in attempt.problem
    assert len(bench.model.requests) == 2


async def test_a_model_that_sees_no_problem_says_so(bench):
    bench.model.script(Reply(edits=[], explanation="This is fine."))
    assert await fix(bench) == (None, "the model proposes no fix: This is fine.")


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (Reply(text="I would rather not."), "not in the form"),
        (Reply(text='{"edits": [', stop="length"), "review.max-output-tokens"),
        (Reply(status=401), "the key is not accepted"),
        (Reply(fault=Fault.CUT, after=1), "before"),
    ],
)
async def test_what_goes_wrong_is_one_clear_line(bench, reply, problem):
    bench.model.always(reply)
    attempt = await fix(bench)
    assert attempt.fix is None
    assert problem in attempt.problem


async def test_the_limits_hold_here_too(bench):
    attempt = await fix(bench, limits=Limits(tokens_per_day=10))
    assert "over budget" in attempt.problem
    assert bench.model.requests == []


async def test_a_secret_stays_here_and_comes_back_in_the_fix(bench):
    secret = SECRETS["npm token"]
    text = TEXT.replace("values == None:", f'values == None or "{secret}":')
    edit = {
        "search": '    if values == None or "REREAD_SECRET_1_npm_token":',
        "replace": '    if values is None or "REREAD_SECRET_1_npm_token":',
    }
    bench.model.script(Reply(edits=[edit]))
    attempt = await fix(bench, text)
    assert apply_fix(document(text), attempt.fix).text == text.replace("== None", "is None")
    assert secret not in bench.model.requests[0].body


def test_outside_of_definitions_some_lines_around_are_shown():
    text = "".join(f"x{number} = {number}\n" for number in range(200))
    place = text.index("x100 ")
    unit = unit_around(document(text), Span(place, place + 4))
    shown = text[slice(*unit.span)]
    assert shown.startswith("x70 = 70\n")
    assert shown.endswith("x130 = 130")


def test_at_the_end_of_an_empty_document_there_is_something_to_show():
    assert unit_around(document(""), Span(0, 0)).span == Span(0, 0)
