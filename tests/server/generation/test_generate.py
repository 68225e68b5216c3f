"""What a model writes for people, with the real client library against a model on loopback."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from msgspec import structs

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.text import Span
from reread.server.generation.generate import generated
from reread.server.generation.values import (
    GeneratedText,
    LogEntry,
    MessageRequest,
    QuestionRequest,
    SuggestedTestRequest,
    SummaryRequest,
)
from reread.server.report.review import ReviewDocument
from reread.server.settings import Settings
from tests.standin import Reply, StandIn

TEXT = "def mean(values):\n    return sum(values) / len(values)\n"
KEY = "AKIA" + "JAJSLTZCAZ4SRI5Q"
LOG = tuple(LogEntry("Ann <ann@example.invalid>", f"fix(io): read the file {number}") for number in range(9))


@pytest.fixture
def model(tmp_path, monkeypatch):
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, part in (("CACHE_DIR", "cache"), ("STATE_DIR", "state"), ("CONFIG", "config.toml")):
        monkeypatch.setenv(f"REREAD_{name}", str(tmp_path / part))
    monkeypatch.delenv("REREAD_CONSENT", raising=False)
    with StandIn() as stand_in:
        monkeypatch.setenv("OLLAMA_HOST", stand_in.url)
        yield stand_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "work"
    path.mkdir()
    (path / "a.py").write_text(TEXT)
    return path


def document(name: str = "a.py", text: str = TEXT, base: str | None = None) -> ReviewDocument:
    return ReviewDocument(f"file:///w/{name}", f"/w/{name}", name, "python", text, base)


async def written(request, pieces=(), said: list[str] | None = None, settings: Settings | None = None) -> GeneratedText:
    async def search(text: str):
        return pieces

    async def retrieve(*about: object):
        return pieces

    heard: list[str] = [] if said is None else said
    return await generated(request, settings or Settings(), search, retrieve, heard.append)


def question(folder: Path, text: str = "is len(values) the number that the sum is divided by?") -> QuestionRequest:
    return QuestionRequest(str(folder), text, consent=True)


def audited() -> list[str]:
    lines = Path(os.environ["REREAD_STATE_DIR"], "audit.jsonl").read_text().splitlines()
    return [json.loads(line)["kind"] for line in lines]


PIECE = ContextPiece("a.py", 1, TEXT, "defines it")


async def test_a_message_is_in_the_style_of_the_log(model, folder):
    outcome = await written(MessageRequest(str(folder), (document(),), LOG, consent=True))
    assert (outcome.text, outcome.problem) == ("chore: add a.py\n", "")
    assert outcome.tokens > 0
    assert "Ann" not in model.requests[0].prompt


async def test_a_message_that_is_too_long_is_asked_for_again_with_the_reason(model, folder):
    long = {"type": "fix", "scope": "", "subject": "x" * 90, "body": ""}
    model.script(Reply(kind="message", text=json.dumps(long)))
    outcome = await written(MessageRequest(str(folder), (document(),), LOG, consent=True))
    assert (outcome.text, outcome.problem) == ("chore: add a.py\n", "")
    assert "at most 50 are usual here" in model.requests[1].prompt
    model.reset()
    model.always(Reply(kind="message", text=json.dumps(long)))
    outcome = await written(MessageRequest(str(folder), (document(text="y = 1\n"),), LOG, consent=True))
    assert (len(model.requests), "at most 50" in outcome.problem, "xxx" in outcome.text) == (2, True, True)


async def test_a_summary_names_only_paths_that_changed(model, folder):
    concern = {"title": "Mean", "text": "It is new.", "paths": ["a.py", "/etc/passwd"]}
    model.script(Reply(kind="summary", text=json.dumps({"title": "New.", "concerns": [concern], "risks": []})))
    outcome = await written(SummaryRequest(str(folder), (document(),), LOG, consent=True))
    assert outcome.text == "New."
    assert [(each.title, each.paths) for each in outcome.concerns] == [("Mean", ("a.py",))]


async def test_an_answer_streams_with_places_that_are_there(model, folder):
    heard: list[str] = []
    outcome = await written(question(folder), (PIECE,), heard)
    assert outcome.text == "".join(heard) == "See a.py:1 and a.py:2."
    assert [(each.path, each.line, each.text) for each in outcome.places] == [
        ("a.py", 1, "def mean(values):"),
        ("a.py", 2, "return sum(values) / len(values)"),
    ]


async def test_the_same_question_is_answered_from_the_cache(model, folder):
    first, second = await written(question(folder), (PIECE,)), await written(question(folder), (PIECE,))
    assert (second.text, second.tokens, len(model.requests)) == (first.text, 0, 1)


async def test_an_invented_place_is_none_and_the_answer_is_not_kept(model, folder):
    said = {"places": [{"path": "a.py", "quote": "def median(values):"}], "answer": "In [1], that is a.py:77."}
    for _ in range(2):
        model.script(Reply(kind="ask", text=json.dumps(said)))
        outcome = await written(question(folder), (PIECE,))
    assert (outcome.text, outcome.places) == ("In (place not found), that is a.py.", ())
    assert len(model.requests) == 2


async def test_a_link_out_of_the_workspace_is_no_place(model, folder, tmp_path):
    (tmp_path / "outside.py").write_text(TEXT)
    (folder / "b.py").symlink_to(tmp_path / "outside.py")
    said = {"places": [{"path": "b.py", "quote": "def mean(values):"}], "answer": "[1]"}
    model.script(Reply(kind="ask", text=json.dumps(said)))
    outcome = await written(question(folder), (PIECE._replace(path="b.py"),))
    assert outcome.places == ()


async def test_excluded_files_are_not_shown(model, folder):
    (folder / ".rereadignore").write_text("a.py\n")
    outcome = await written(question(folder), (PIECE,))
    assert (outcome.problem, model.requests) == ("nothing in the index has to do with this question", [])


def selecting(start: int, end: int, text: str = TEXT, relative: str = "b.py") -> ReviewDocument:
    return ReviewDocument("file:///b.py", "", relative, "python", text, selection=(start, end))


async def test_the_selected_lines_are_shown_with_the_question(model, folder):
    about = selecting(TEXT.index("return"), TEXT.index("return") + 6)
    again = ContextPiece("b.py", 2, "    return sum(values) / len(values)\n", "is like these words")
    await written(structs.replace(question(folder), about=about), (again,))
    assert 'path="b.py" line="2" reason="the question is about this"' in model.requests[0].prompt
    assert model.requests[0].prompt.count("return sum(values)") == 1
    assert "def mean" not in model.requests[0].prompt


async def test_what_is_selected_counts_up_to_a_limit_and_not_in_excluded_files(model, folder):
    await written(structs.replace(question(folder), about=selecting(0, 0)), (PIECE,))
    long = "".join(f"x{number} = 1\n" for number in range(300))
    await written(structs.replace(question(folder), about=selecting(0, len(long), long)))
    assert ["the question is about this" in each.prompt for each in model.requests] == [False, True]
    assert "x199 = 1" in model.requests[1].prompt and "x200 = 1" not in model.requests[1].prompt
    (folder / ".rereadignore").write_text("b.py\n")
    outcome = await written(structs.replace(question(folder), about=selecting(0, 9)))
    assert (len(model.requests), outcome.problem) == (2, "nothing in the index has to do with this question")


async def test_nothing_is_asked_without_consent(model, folder, monkeypatch):
    monkeypatch.setenv("REREAD_CONSENT", "0")
    outcome = await written(QuestionRequest(str(folder), "why", consent=False), (PIECE,))
    assert (model.requests, outcome.text, bool(outcome.problem)) == ([], "", True)


async def test_no_secret_is_sent_in_any_kind_of_words(model, folder):
    text = f'def connect():\n    return client("{KEY}")\n'
    found = Finding("x/y", f"{KEY} is a key.", Span(0, len(text)), Severity.ERROR)
    requests = [
        MessageRequest(str(folder), (document(text=text),), (LogEntry("a", f"Use {KEY}"),), consent=True),
        SummaryRequest(str(folder), (document(text=text),), (LogEntry("a", f"Use {KEY}"),), consent=True),
        question(folder, f"what connects with {KEY}?"),
        SuggestedTestRequest(str(folder), document(text=text), found, consent=True),
    ]
    for request in requests:
        await written(request, (ContextPiece("a.py", 1, text, "defines it"),))
    assert {each.kind for each in model.requests} == {"message", "summary", "ask", "test"}
    assert all(KEY not in each.body for each in model.requests)
    assert audited() == [each.kind for each in model.requests]


async def test_a_test_has_a_place_and_can_be_parsed(model, folder):
    found = Finding("x/division", "The list may be empty.", Span(4, 8), Severity.ERROR)
    outcome = await written(SuggestedTestRequest(str(folder), document(), found, consent=True))
    assert (outcome.path, outcome.problem) == ("tests/test_mean.py", "")
    assert outcome.text.startswith("def test_mean_holds():\n")


@pytest.mark.parametrize(
    ("file", "code", "problem"),
    [
        ("../test_a.py", "def test(): pass\n", "is no path of a file with tests in this project"),
        (".git/test_a.py", "def test(): pass\n", "is no path of a file with tests in this project"),
        ("tests/test_a.py", "def test(:\n", "it cannot be parsed"),
        ("tests/test_a.py", "KEY = 'REREAD_SECRET_1_KEY'\n", "it has a placeholder"),
    ],
)
async def test_a_test_that_does_not_hold_is_asked_for_again_and_then_only_shown(model, folder, file, code, problem):
    reply = Reply(kind="test", text=json.dumps({"explanation": "", "file": file, "code": code}))
    model.always(reply)
    found = Finding("x/division", "The list may be empty.", Span(4, 8), Severity.ERROR)
    outcome = await written(SuggestedTestRequest(str(folder), document(), found, consent=True))
    assert (len(model.requests), problem in outcome.problem) == (2, True)
    assert problem in model.requests[1].prompt


async def test_a_model_without_a_test_says_why(model, folder):
    model.script(Reply(kind="test", text=json.dumps({"explanation": "It is a constant.", "file": "", "code": ""})))
    found = Finding("x/division", "The list may be empty.", Span(4, 8), Severity.ERROR)
    outcome = await written(SuggestedTestRequest(str(folder), document(), found, consent=True))
    assert (outcome.text, outcome.problem) == ("", "the model has no test for it: It is a constant.")
