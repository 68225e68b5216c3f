"""Several units in one request: what is put together, what each of them keeps of it, and what happens when it fails."""

from __future__ import annotations

import asyncio
import json

import pytest

from reread.analyzers.review.answer.ranking import Drop
from reread.analyzers.review.ask.batches import Packer, UnitQuestion, question_of, together
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.run.reviewer import Reviewer
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend.ledger import SpendingLimits
from tests.analyzers.review.asking import MEAN, Bench, subjects_of
from tests.standin import Fault, Reply
from tests.standin.reviewer import sections, units

MEANS = [f"    return sum(values) / len(values) + {number}" for number in range(3)]
THREE = "".join(f"def f{number}(values):\n{line}\n\n\n" for number, line in enumerate(MEANS))
PASSWORD = "correct-horse-battery-staple-9"


@pytest.fixture(params=["openai"])
def vendor(request):
    return request.param


def said(unit: int, quote: str, **values) -> dict:
    plain = {"title": "t", "message": "It raises.", "category": "c", "confidence": 0.9, "severity": "warning"}
    return {**plain, "unit": unit, "quote": quote, "why": "", "edits": [], **values}


def asked_about(*texts: str, context=(), names=(), **options) -> list[UnitQuestion]:
    files = zip(texts, names or ["a.py"] * len(texts), strict=True)
    subjects = [subject for text, name in files for subject in subjects_of(text, name=name)]
    return [question_of(place, subject, context, ReviewSettings(**options)) for place, subject in enumerate(subjects)]


def packed(*texts: str, names=(), **options) -> list[list[str]]:
    """The names of the units of each request."""
    packer = Packer(ReviewSettings(**options))
    batches = [batch for unit in asked_about(*texts, names=names) for batch in packer.add(unit)]
    return [[unit.subject.unit.name for unit in batch] for batch in (*batches, *packer.rest())]


def functions(*names: str, lines: int = 1) -> str:
    return "\n\n".join(f"def {name}():\n" + f"    step_{name}()\n" * lines for name in names)


def test_small_units_are_together():
    assert packed(functions("a", "b", "c")) == [["a", "b", "c"]]


def test_a_large_unit_is_alone():
    text = "\n\n".join((functions("a"), functions("b_that_is_long", lines=380), functions("c")))
    assert packed(text) == [["b_that_is_long"], ["a", "c"]]


def test_no_more_units_and_tokens_are_together_than_a_request_may_have():
    assert packed(functions("a", "b", "c"), parts_per_request=2) == [["a", "b"], ["c"]]
    assert packed(functions("a", "b"), parts_per_request=1) == [["a"], ["b"]]
    assert packed(functions("a", "b", "c", lines=100), ollama_context_size=4_096) == [["a", "b"], ["c"]]


def test_files_of_one_folder_are_together_and_those_of_others_apart():
    texts = [functions(name) for name in "abc"]
    assert packed(*texts, names=["x/a.py", "x/b.py", "y/c.py"]) == [["a", "b"], ["c"]]


def test_a_unit_with_a_secret_is_alone():
    text = "\n\n".join((functions("a"), f"def b():\n    password = '{PASSWORD}'\n", functions("c")))
    assert packed(text) == [["b"], ["a", "c"]]


def test_what_only_another_file_gives_away_is_not_asked_about_together():
    one = f"password = '{PASSWORD}'\n\n\n{functions('a')}"
    other = f"def b():\n    login('{PASSWORD}')\n"
    asked = asked_about(one, other, names=["a.py", "b.py"])
    assert together(asked[-2:], ReviewSettings()) is None


def test_what_units_share_is_sent_once():
    text = f"import os\n\n\n{functions('a', 'b').replace('step', 'os.step')}"
    piece = ContextPiece("b.py", 1, "def step(): ...", "called by the change")
    asked = asked_about(text, context=[piece])
    prompt = together(asked, ReviewSettings()).prompt.user
    assert [name for name, _ in sections(prompt)] == ["CONTEXT", "CONTEXT", "CODE", "CODE"]
    assert set(units(prompt)) == {1, 2}


def test_what_is_under_review_is_no_context():
    text = functions("a", "b")
    asked = asked_about(text, context=[ContextPiece("a.py", 5, "def b():\n    step_b()", "beside the change")])
    assert "CONTEXT" not in together(asked, ReviewSettings()).prompt.user


def test_the_best_context_of_each_unit_comes_before_the_second_of_any():
    pieces = [ContextPiece(f"{letter}.py", 1, letter * 1_600, "r") for letter in "wxyz"]
    [one, other] = asked_about(functions("a", "b"))
    asked = [one._replace(context=pieces[:2]), other._replace(context=pieces[2:])]
    used = together(asked, ReviewSettings(context_tokens=1_000)).context
    assert [piece.path for piece in used] == ["w.py", "y.py"]


def test_the_audit_is_told_of_all_units():
    asked = asked_about(functions("a", "b"))
    assert [(piece.first_line, piece.last_line) for piece in together(asked, ReviewSettings()).code] == [(1, 2), (5, 6)]


async def test_together_and_alone_come_to_the_same(bench):
    one = await bench.review(MEAN, asker=bench.asker(cached=False))
    other = await bench.review(MEAN, asker=bench.asker(cached=False), parts_per_request=1)
    assert one.findings == other.findings != []
    assert [request.kind for request in bench.model.requests].count("review") == 3


async def test_what_was_asked_together_is_known_alone(bench):
    await bench.review(MEAN)
    edited = await bench.review(MEAN.replace("print(values[index])", "print(index, values[index])"))
    assert sorted(state.value for state in edited.review.states) == ["cached", "reviewed"]
    assert set(units(bench.model.reviews[-1].prompt)) == {1}
    assert "def mean" not in units(bench.model.reviews[-1].prompt)[1]["CODE"]


async def test_the_number_says_which_unit_is_meant(bench):
    bench.model.script(Reply(findings=[said(2, MEANS[1]), said(3, MEANS[0]), said(0, MEANS[2]), said(9, MEANS[0])]))
    result = await bench.review(THREE)
    assert [THREE[slice(*finding.span)] for finding in result.findings] == [line.strip() for line in MEANS]
    assert result.review.dropped == {Drop.QUOTE_MISSING: 1}


async def test_a_finding_without_a_number_and_with_several_places_is_dropped(bench):
    text = THREE.replace(MEANS[1], MEANS[0])
    bench.model.script(Reply(findings=[said(0, MEANS[0]), said(0, "nowhere")]))
    result = await bench.review(text)
    assert result.review.dropped == {Drop.QUOTE_AMBIGUOUS: 1, Drop.QUOTE_MISSING: 1}


@pytest.mark.parametrize(
    "reply",
    [
        Reply(text=json.dumps({"findings": [said(1, MEANS[0])]})[:-2], stop="length"),
        Reply(text="I would rather not."),
        Reply(refusal=True),
        Reply(status=400, error="too long"),
    ],
    ids=["cut", "prose", "refusal", "too long"],
)
async def test_an_answer_about_several_that_is_of_no_use_is_asked_for_one_by_one(bench, reply):
    bench.model.script(reply, *(Reply(findings=[said(1, line)]) for line in MEANS))
    result = await bench.review(THREE, concurrency=1)
    assert [THREE[slice(*finding.span)] for finding in result.findings] == [line.strip() for line in MEANS]
    assert (result.problems, len(bench.model.reviews)) == ((), 4)
    assert {state.value for state in result.review.states} == {"reviewed"}


async def test_a_connection_that_breaks_is_asked_for_no_more_and_told_once(bench):
    bench.model.script(Reply(findings=[said(1, MEANS[0]), said(2, MEANS[1])], pieces=10, fault=Fault.CUT, after=20))
    result = await bench.review(THREE)
    assert len(result.findings) == 1
    [line] = result.problems
    assert line.startswith("a.py:1 and 2 more: ")
    assert {state.value for state in result.review.states} == {"incomplete"}
    assert len(bench.model.reviews) == 1


async def test_what_has_no_room_together_is_asked_one_by_one_until_there_is_none(bench):
    text = functions("a", "b", lines=150)
    result = await bench.review(text, asker=bench.asker(limits=SpendingLimits(tokens_per_run=2_800)), second_pass=False)
    assert sorted(state.value for state in result.review.states) == ["incomplete", "reviewed"]
    assert "review.tokens-per-run is 2,800" in result.problems[0]
    assert [list(units(request.prompt)) for request in bench.model.requests] == [[1]]


async def test_cancelling_closes_the_one_connection(bench):
    bench.model.script(Reply(fault=Fault.HANG_MIDWAY, after=2))
    task = asyncio.ensure_future(bench.review(THREE))
    await asyncio.to_thread(bench.model.wait_for_requests, 1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.to_thread(bench.model.wait_until_abandoned)
    assert (len(bench.model.requests), bench.model.state.abandoned) == (1, 1)


async def test_a_finding_is_shown_while_the_model_writes_about_the_next_unit(bench):
    text = json.dumps({"findings": [said(1, MEANS[0]), said(2, MEANS[1])]})
    whole = text.index("}, {") + 2
    bench.model.script(Reply(text=text, pieces=1, fault=Fault.GATE, after=whole))
    shown = asyncio.Event()
    review = asyncio.ensure_future(
        Reviewer(bench.asker(), ReviewSettings(second_pass=False)).review(subjects_of(THREE), lambda *_: shown.set())
    )
    await asyncio.wait_for(shown.wait(), 120)
    assert not review.done()
    bench.model.release()
    assert len((await review).findings) == 2


def sorted_out(**verdicts: bool) -> Reply:
    entries = [{"unit": int(name[1:]), "reason": "r", "review": review} for name, review in verdicts.items()]
    return Reply(kind="triage", text=json.dumps({"units": entries}))


async def test_several_units_are_sorted_out_together_and_only_what_deserves_it_is_reviewed(bench):
    bench.model.script(sorted_out(u1=False, u2=True, u3=False))
    result = await bench.review(THREE, triage="on")
    assert [state.value for state in result.review.states] == ["passed", "reviewed", "passed"]
    assert [request.kind for request in bench.model.requests].count("triage") == 1
    assert list(units(bench.model.reviews[0].prompt)) == [1]


async def test_a_unit_that_triage_says_nothing_about_is_reviewed(bench):
    bench.model.script(sorted_out(u1=False, u7=False))
    result = await bench.review(THREE, triage="on")
    assert [state.value for state in result.review.states] == ["passed", "reviewed", "reviewed"]


async def test_what_was_sorted_out_together_is_known_alone(bench):
    bench.model.script(sorted_out(u1=False, u2=False, u3=False))
    await bench.review(THREE, triage="on")
    bench.model.reset()
    edited = await bench.review(THREE.replace("+ 2", "- 2"), triage="on")
    assert [state.value for state in edited.review.states][:2] == ["passed", "passed"]
    assert list(units(bench.model.requests[0].prompt)) == [1]


async def test_a_comment_in_a_unit_that_triage_passed_asks_nothing(bench):
    bench.model.script(sorted_out(u1=False, u2=False, u3=False))
    await bench.review(THREE, triage="on")
    bench.model.reset()
    commented = THREE.replace("):\n", "):\n    # why\n\n")
    result = await bench.review(commented, triage="on")
    assert ({state.value for state in result.review.states}, bench.model.requests) == ({"passed"}, [])


async def test_secrets_of_units_are_in_no_request_however_they_are_asked_about(bench: Bench):
    text = "\n\n".join((functions("a"), f"def b():\n    password = '{PASSWORD}'\n", THREE))
    await bench.review(text, triage="on")
    assert bench.model.requests
    assert all(PASSWORD not in request.body for request in bench.model.requests)
