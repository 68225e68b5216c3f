from __future__ import annotations

import re

import pytest

from reread.analyzers.findings import Applicability, Finding, Severity, Source
from reread.analyzers.fixes import apply_fix
from reread.analyzers.multi_file_fixes import parts
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.fix.fix_verifier import FixVerifier, Objection
from reread.analyzers.review.fix.fixer import Fixer, unit_around
from reread.analyzers.review.spend.ledger import SpendingLimits
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


OTHER = Document(
    "file:///w/lib/b.py",
    "from a import first\n\n\ndef use():\n    return first(None)\n",
    path="/w/lib/b.py",
    language="python",
)
SHOWN = ContextPiece("lib/b.py", 4, "def use():\n    return first(None)\n", "calls first")
USE = {"file": "lib/b.py", "search": "    return first(None)", "replace": "    return first([])"}


def read(relative: str) -> Document | None:
    return {"a.py": document(), "lib/b.py": OTHER}.get(relative)


async def fix(bench, text: str = TEXT, check=compared, tools=None, context=(), **asker):
    doc = document(text)
    finding = compared(doc)[0]
    subject = Subject("/w", "a.py", doc, unit_around(doc, finding.span))
    tried_with = FixVerifier(read, lambda relative: check, tools)
    return await Fixer(bench.asker(**asker), tried_with).fix(subject, finding, context)


class Tool:
    """A tool of the project: says what is in `answers`, one after the other, and then nothing. Keeps what it tried."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.tried: list[dict[str, str]] = []

    def __bool__(self) -> bool:
        return True

    async def objection(self, fixed, on_wait) -> Objection | None:
        self.tried.append(dict(fixed))
        return Objection("`lint` fails with it", self.answers.pop(0)) if self.answers else None


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
        ([{**GOOD, "file": "../b.py"}], "not shown"),
        ([GOOD, USE], "not shown"),
    ],
)
async def test_after_the_second_round_it_says_why_not(bench, edits, problem):
    bench.model.always(Reply(edits=edits))
    attempt = await fix(bench)
    assert attempt.fix is None or attempt.fix.applicability is Applicability.DISPLAY_ONLY
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
    attempt = await fix(bench, limits=SpendingLimits(tokens_per_day=10))
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


async def test_a_fix_may_edit_the_files_that_were_shown_besides(bench):
    bench.model.script(Reply(edits=[GOOD, USE]))
    attempt = await fix(bench, context=[SHOWN])
    assert attempt.problem == ""
    assert [(file.relative, file.path, file.sha256) for file in attempt.fix.files] == [
        ("lib/b.py", "/w/lib/b.py", OTHER.sha256)
    ]
    own, other = parts(attempt.fix).values()
    assert apply_fix(document(), own).text == TEXT.replace("== None", "is None")
    assert apply_fix(OTHER, other).text == OTHER.text.replace("None", "[]")
    assert "def use():" in bench.model.requests[0].prompt


@pytest.mark.parametrize(
    ("replace", "problem"),
    [
        ("    return first(]", "lib/b.py: the code would not parse any more"),
        ("    return first(1 == None)", "lib/b.py: it would bring a new finding: none-comparison"),
    ],
)
async def test_a_fix_that_breaks_the_other_file_is_displayed_and_not_applied(bench, replace, problem):
    bench.model.always(Reply(edits=[GOOD, {**USE, "replace": replace}]))
    attempt = await fix(bench, context=[SHOWN])
    assert attempt.problem == f"the model's fix was not offered: {problem}"
    assert (attempt.fix.applicability, attempt.fix.reason) == (Applicability.DISPLAY_ONLY, problem)
    assert len(attempt.fix.edits) == 2


async def test_a_file_that_is_gone_cannot_be_edited(bench):
    bench.model.always(Reply(edits=[{**USE, "file": "gone.py"}]))
    attempt = await fix(bench, context=[SHOWN, ContextPiece("gone.py", 1, "x", "calls first")])
    assert (attempt.fix, "not shown (gone.py)" in attempt.problem) == (None, True)


async def test_a_fix_of_another_file_alone_must_solve_the_problem_too(bench):
    bench.model.always(Reply(edits=[USE]))
    assert "the finding would still be there" in (await fix(bench, context=[SHOWN])).problem


async def test_tools_try_all_files_of_a_fix(bench):
    tool = Tool()
    bench.model.script(Reply(edits=[GOOD, USE]))
    assert (await fix(bench, context=[SHOWN], tools=tool)).problem == ""
    assert tool.tried == [
        {"a.py": TEXT.replace("== None", "is None"), "lib/b.py": OTHER.text.replace("None", "[]")},
    ]


async def test_what_a_tool_says_goes_into_the_second_round(bench):
    secret = SECRETS["npm token"]
    bench.model.script(Reply(edits=[GOOD]), Reply(edits=[{**GOOD, "replace": "    if not values:"}]))
    attempt = await fix(bench, tools=Tool(f"line 5: bad {secret}"))
    assert attempt.fix.edits[0].text == "    if not values:"
    again = bench.model.requests[1]
    assert "line 5: bad REREAD_SECRET_" in again.prompt
    assert "In a.py the lines\n    if values == None:\nwere to become\n    if values is None:" in again.prompt
    assert "This did not hold: `lint` fails with it" in again.prompt
    assert secret not in again.body


async def test_what_a_tool_refuses_twice_is_displayed_with_the_reason(bench):
    bench.model.always(Reply(edits=[GOOD]))
    attempt = await fix(bench, tools=Tool("no", "no"))
    assert attempt.problem == "the model's fix was not offered: `lint` fails with it"
    assert (attempt.fix.applicability, attempt.fix.reason) == (Applicability.DISPLAY_ONLY, "`lint` fails with it")
    assert len(bench.model.requests) == 2


async def test_what_does_not_hold_in_memory_no_tool_tries(bench):
    tool = Tool()
    bench.model.always(Reply(edits=[{**GOOD, "replace": "    if ("}]))
    await fix(bench, tools=tool)
    assert tool.tried == []


async def test_when_the_second_round_fails_the_first_is_displayed(bench):
    bench.model.script(Reply(edits=[{**GOOD, "replace": "    if ("}]), Reply(status=401))
    attempt = await fix(bench)
    assert attempt.fix.applicability is Applicability.DISPLAY_ONLY
    assert "would not parse" in attempt.problem


@pytest.mark.parametrize("comment", ["reread: ignore[none-comparison] -- fine", "reread: ignore-file", "nosemgrep"])
async def test_silencing_a_finding_is_no_fix(bench, comment):
    line = f"    if values is None:  # {comment}"
    bench.model.always(Reply(edits=[{**GOOD, "replace": line}]))
    attempt = await fix(bench)
    assert attempt.problem == "the model's fix was not offered: it would silence findings by a comment"


async def test_a_comment_that_was_there_may_stay(bench):
    text = TEXT.replace("== None:", "== None:  # reread: ignore[other]")
    line = "    if values is None:  # reread: ignore[other]"
    bench.model.script(Reply(edits=[{"search": "    if values == None:  # reread: ignore[other]", "replace": line}]))
    assert (await fix(bench, text)).problem == ""


async def test_a_secret_of_one_file_is_not_put_into_another(bench):
    secret = SECRETS["npm token"]
    text = TEXT.replace("return 0", f'return "{secret}"')
    leak = {**USE, "replace": '    return "REREAD_SECRET_1_npm_token"'}
    bench.model.always(Reply(edits=[GOOD, leak]))
    attempt = await fix(bench, text, context=[SHOWN])
    assert attempt.fix is None
    assert "a secret of one file into another" in attempt.problem


def test_outside_of_definitions_some_lines_around_are_shown():
    text = "".join(f"x{number} = {number}\n" for number in range(200))
    place = text.index("x100 ")
    unit = unit_around(document(text), Span(place, place + 4))
    shown = text[slice(*unit.span)]
    assert shown.startswith("x70 = 70\n")
    assert shown.endswith("x130 = 130")


def test_at_the_end_of_an_empty_document_there_is_something_to_show():
    assert unit_around(document(""), Span(0, 0)).span == Span(0, 0)
