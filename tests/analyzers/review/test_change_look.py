"""The look at a change as a whole: what it is shown, what it may say, and what it costs."""

from __future__ import annotations

import json

import pytest

from reread.analyzers.review.ask.batches import question_of
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.whole_change import whole_change
from reread.analyzers.review.change.folding import FOLD, folded, removed, risk
from reread.analyzers.review.change.intent import ChangeContext, Intent
from reread.analyzers.review.run.reviewer import Reviewer, UnitState
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.tokens import estimate
from tests.analyzers.review.asking import subjects_of
from tests.standin import Reply
from tests.standin.reviewer import sections

WRITER = "def save(user, file):\n    file.write(user.name)\n"
READER = "def load(file):\n    return file.read()\n"
CHANGED = WRITER.replace("user.name", "encode(user.name)")
NOTHING = ChangeContext()
TWO = [*subjects_of(CHANGED, WRITER, name="writer.py"), *subjects_of(READER, name="reader.py")]
INCOMPLETE = {
    "unit": 1,
    "title": "`load` does not decode what `save` encodes",
    "message": "`load` returns the encoded name.",
    "severity": "warning",
    "category": "missing-counterpart",
    "confidence": 0.9,
    "quote": "    file.write(encode(user.name))",
    "failure": "load(save('a')) is encode('a')",
    "why": "reader.py reads as before",
    "edits": [],
}


@pytest.fixture(params=["openai"])
def vendor(request):
    return request.param


async def looked(bench, *findings: dict, subjects=TWO, change=NOTHING, **options):
    bench.model.script(Reply(kind="change", text=json.dumps({"findings": list(findings)})))
    reviewer = Reviewer(bench.asker(), ReviewSettings(**options), change=change)
    return await reviewer.review(subjects, lambda _, finding: None)


def prompt_of(bench) -> dict[str, str]:
    [asked] = [request for request in bench.model.requests if request.kind == "change"]
    return dict(sections(asked.prompt))


def with_callers(*pieces: ContextPiece, change_tokens=8_000, subjects=TWO):
    """The question about the change, whose first unit has some code around it."""
    options = ReviewSettings(change_tokens=change_tokens)
    units = [question_of(place, subject, () if place else pieces, options) for place, subject in enumerate(subjects)]
    return whole_change(units, NOTHING, options).question


def shown(question) -> list[str]:
    return [text for name, text in sections(question.prompt.user) if name == "CONTEXT"]


CALLER = ContextPiece("main.py", 7, "save(admin, out)\n", "calls the change", caller=True)


def test_callers_outside_of_the_change_are_shown_once():
    question = with_callers(CALLER, CALLER, CALLER._replace(path="other.py", caller=False))
    assert shown(question) == ["save(admin, out)"]
    assert [(piece.path, piece.first_line, piece.last_line) for piece in question.context] == [("main.py", 7, 7)]


def test_a_caller_that_is_in_the_change_is_not_shown_again():
    assert shown(with_callers(CALLER._replace(path="reader.py", start_line=1))) == []
    assert shown(with_callers(CALLER._replace(path="reader.py", start_line=3))) == ["save(admin, out)"]


def test_there_is_room_for_a_few_callers_only():
    many = [CALLER._replace(path=f"m{number}.py", text=f"save({number})\n" * 100) for number in range(20)]
    few = shown(with_callers(*many, change_tokens=4_000))
    assert 0 < len(few) < 20
    assert sum(map(estimate, few)) <= 1_000


def test_an_edit_to_a_caller_is_no_new_question_unless_a_secret_is_in_it():
    asked = with_callers(CALLER).identity
    assert asked and asked == with_callers(CALLER._replace(text="save(root, out)\n")).identity
    assert with_callers(CALLER._replace(text="password = 'hunter2-Xy77'; save(a, b)\n")).identity == ""


def test_a_secret_that_only_a_caller_gives_away_is_shown_nowhere():
    changed = CHANGED.replace("user.name", "user.name, 'hunter2-Xy77'")
    assert "hunter2-Xy77" in with_callers(subjects=subjects_of(changed, WRITER, name="writer.py")).prompt.user
    caller = CALLER._replace(text="password = 'hunter2-Xy77'; save(a, b)\n")
    asked = with_callers(caller, subjects=[*subjects_of(changed, WRITER, name="writer.py"), TWO[1]])
    assert "hunter2-Xy77" not in asked.prompt.user


async def test_a_finding_about_two_places_stands_at_its_quote(bench):
    review = await looked(bench, INCOMPLETE)
    [(subject, finding)] = review.findings
    assert (subject.relative, finding.rule) == ("writer.py", "model/missing-counterpart")
    assert subject.document.text[slice(*finding.span)] == INCOMPLETE["quote"].strip()
    assert review.change is UnitState.REVIEWED


async def test_it_sees_intent_files_and_evidence(bench):
    known = ChangeContext(
        Intent("Names are encoded", "encode-names", ("Add encode",), "See issue 7"),
        (("migrations/1.sql", "new"), ("writer.py", "changed")),
        (("api.py", "api.py:3: `save` is called with one argument"),),
    )
    await looked(bench, change=known)
    said = prompt_of(bench)
    assert said["FILES"] == "new migrations/1.sql\nchanged writer.py"
    assert said["EVIDENCE"] == "api.py:3: `save` is called with one argument"
    [request] = [each for each in bench.model.requests if each.kind == "change"]
    intents = [text for name, text in sections(request.prompt) if name == "INTENT"]
    assert intents == ["Names are encoded", "See issue 7", "encode-names", "Add encode"]


async def test_the_reviews_of_units_see_the_intent_and_are_kept_whatever_it_says(bench):
    await looked(bench, change=ChangeContext(Intent("Encode names")))
    assert {"Encode names" in request.prompt for request in bench.model.reviews} == {True}
    before = len(bench.model.requests)
    review = await looked(bench, change=ChangeContext(Intent("Encode the names of users")))
    assert set(review.states) == {UnitState.CACHED}
    assert [request.kind for request in bench.model.requests[before:]] == ["change"]


async def test_a_secret_in_the_message_is_not_sent(bench):
    await looked(bench, change=ChangeContext(Intent('Rotate the key, password="hunter2-Zx81qq"')))
    bodies = [request.body for request in bench.model.requests]
    assert any("Rotate the key" in body for body in bodies)
    assert not any("hunter2-Zx81qq" in body for body in bodies)


async def test_what_the_review_of_a_unit_says_is_not_said_twice(bench):
    bench.model.script(Reply(kind="review", findings=[{**INCOMPLETE, "title": "Counterpart is missing"}]))
    review = await looked(bench, INCOMPLETE)
    assert len(review.findings) == 1
    assert sum(review.dropped.values()) == 1


async def test_a_renamed_file_is_no_new_question(bench):
    before = ChangeContext(
        files=(("reader.py", "new"), ("writer.py", "changed")), evidence=(("writer.py", "writer.py:2: is wrong"),)
    )
    after = ChangeContext(
        files=(("a/author.py", "changed"), ("reader.py", "new")), evidence=(("a/author.py", "a/author.py:2: is wrong"),)
    )
    renamed = [*subjects_of(CHANGED, WRITER, name="a/author.py"), *subjects_of(READER, name="reader.py")]
    await looked(bench, INCOMPLETE, change=before)
    asked = len(bench.model.requests)
    review = await looked(bench, subjects=renamed, change=after)
    assert len(bench.model.requests) == asked
    [(subject, _)] = review.findings
    assert subject.relative == "a/author.py"


@pytest.mark.parametrize(
    "change",
    [
        ChangeContext(files=(("writer.py", "changed"), ("notes.md", "new"))),
        ChangeContext(files=(("writer.py", "new"),)),
        ChangeContext(Intent("Encode names"), (("writer.py", "changed"),)),
        ChangeContext(files=(("writer.py", "changed"),), evidence=(("b.py", "b.py:2: is wrong"),)),
    ],
)
async def test_anything_else_is_a_new_question(bench, change):
    await looked(bench, change=ChangeContext(files=(("writer.py", "changed"),)))
    asked = len(bench.model.requests)
    await looked(bench, change=change)
    assert [request.kind for request in bench.model.requests[asked:]][-1:] == ["change"]


async def test_a_second_run_asks_nothing(bench):
    first = await looked(bench, INCOMPLETE)
    asked = len(bench.model.requests)
    second = await looked(bench)
    assert second.findings == first.findings
    assert (second.change, len(bench.model.requests)) == (UnitState.CACHED, asked)


async def test_its_finding_is_tried_with_the_other_parts_of_the_change(bench):
    await looked(bench, INCOMPLETE)
    [tried] = [request for request in bench.model.requests if request.kind == "refute"]
    assert "return file.read()" in tried.prompt


async def test_a_finding_that_is_refuted_is_dropped(bench):
    refuted = {"reason": "It decodes elsewhere.", "verdict": "wrong", "confidence": 0.1}
    bench.model.always(Reply(kind="refute", text=json.dumps(refuted)))
    assert (await looked(bench, INCOMPLETE)).findings == ()


@pytest.mark.parametrize(
    ("options", "subjects", "change"),
    [
        ({"change_tokens": 0}, TWO, ChangeContext()),
        ({}, TWO[:1], ChangeContext()),
        ({}, TWO, None),
    ],
    ids=["switched off", "a single unit", "not a change"],
)
async def test_there_is_no_such_look(bench, options, subjects, change):
    review = await looked(bench, subjects=subjects, change=change, **options)
    assert review.change is None
    assert {request.kind for request in bench.model.requests} <= {"review", "refute"}


async def test_a_look_that_fails_makes_the_review_incomplete(bench):
    bench.model.script(Reply(kind="change", text="no JSON"))
    review = await looked(bench)
    assert (review.change, review.complete) == (UnitState.INCOMPLETE, False)
    assert review.problems == ("the change as a whole: the model's answer is not in the form that was asked for",)


def test_what_there_is_no_room_for_is_named():
    long = "def long(values):\n" + "".join(f"    use(values[{number}])\n" for number in range(200))
    subjects = [*TWO, *subjects_of(long, name="long.py")]
    units = [question_of(place, subject, (), ReviewSettings()) for place, subject in enumerate(subjects)]
    change = whole_change(units, ChangeContext(), ReviewSettings(change_tokens=500))
    assert [unit.subject.relative for unit in change.units] == ["writer.py", "reader.py"]
    assert dict(sections(change.question.prompt.user))["OTHERS"] == "long.py long"


def test_unchanged_lines_are_folded():
    old = "def f(values):\n" + "".join(f"    use({number})\n" for number in range(60))
    [subject] = subjects_of(old.replace("use(30)", "drop(30)"), old)
    shown = folded(subject.document, subject.unit).splitlines()
    assert shown == [
        "def f(values):",
        "    use(0)",
        FOLD,
        *("    use(28)", "    use(29)", "    drop(30)", "    use(31)", "    use(32)"),
        FOLD,
    ]
    assert removed(subject.document, subject.unit) == "    use(30)"


def test_a_new_unit_has_nothing_that_was_removed():
    [subject] = subjects_of(READER)
    assert removed(subject.document, subject.unit) == ""


def test_a_changed_signature_is_the_greater_risk():
    [body] = subjects_of(CHANGED, WRITER)
    [signature] = subjects_of(WRITER.replace("user,", "user, mode,"), WRITER)
    assert risk(signature.document, signature.unit) > risk(body.document, body.unit)
