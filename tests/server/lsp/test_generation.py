"""Answers, commit messages and suggested tests in the editor."""

from __future__ import annotations

import asyncio
import subprocess
from pathlib import Path
from typing import Any

import pytest

from reread.rag.results import NamedPlace
from reread.server.generation.values import (
    CitedPlace,
    GeneratedText,
    MessageRequest,
    QuestionRequest,
    SuggestedTestRequest,
)
from tests.server.lsp.editor import Editor

START = ((0, 0), (0, 0))


class Worker:
    """Answers with what it is given, and keeps what it is asked."""

    def __init__(self) -> None:
        self.requests: list[Any] = []
        self.text_back = GeneratedText()
        self.streamed: tuple[str, ...] = ()

    async def generate(self, request: Any, on_words: Any, ask_client: Any) -> GeneratedText:
        self.requests.append(request)
        for words in self.streamed:
            on_words(words)
        return self.text_back

    async def look_up(self, folder: str, name: str, what: str) -> list[NamedPlace]:
        found = [NamedPlace(path="a.py", line=2, name="f", signature="def f(x)")]
        return found if (name, what) == ("f", "definitions") else []


@pytest.fixture
async def worker(editor: Editor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Worker:
    stand_in = Worker()

    async def worker_for(folder: object) -> Worker:
        return stand_in

    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("REREAD_CONSENT", "1")
    monkeypatch.setattr(editor.server.background, "worker_for", worker_for)
    monkeypatch.setattr(editor.server.background, "settings_changed", lambda folder: None)
    editor.settings["index"]["enable"] = True
    return stand_in


async def opened(editor: Editor, folder: Path) -> str:
    await editor.start(folder.as_uri())
    uri = (folder / "a.py").as_uri()
    editor.open(uri, "bad\ndef f(x): pass\n")
    assert await editor.diagnostics(uri, 1)
    return uri


def content(shown: dict[str, Any]) -> str:
    return Path(shown["params"]["uri"].removeprefix("file://")).read_text()


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True)


async def run(editor: Editor, command: str, *arguments: Any) -> None:
    await editor.request("workspace/executeCommand", {"command": command, "arguments": list(arguments)})
    await asyncio.gather(*editor.server.session.tasks._tasks)


async def test_rules_and_names_are_answered_without_the_model(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await opened(editor, tmp_path)
    explained = await editor.request("reread/ask", {"question": "explain bad-word", "uri": uri})
    assert explained["page"].startswith("# bad-word")
    defined = await editor.request("reread/ask", {"question": "where is f defined?", "uri": uri})
    assert f"- [`a.py:2`](<{uri}#L2>) `def f(x)`" in defined["page"]
    assert defined["places"] == [{"uri": uri, "line": 1, "text": "def f(x)"}]
    nobody = await editor.request("reread/ask", {"question": "who calls g?"})
    assert (nobody["problem"], worker.requests) == ("no call of g in the index", [])


async def test_an_answer_of_the_model_is_a_page_with_places(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await opened(editor, tmp_path)
    worker.text_back = GeneratedText("See a.py:2. <b>", places=(CitedPlace("a.py", 2, "def f(x): pass"),))
    await run(editor, "reread.ask", "what does this do?", uri)
    (request,) = worker.requests
    assert isinstance(request, QuestionRequest) and request.consent
    assert [each.relative for each in request.opened] == ["a.py"]
    shown = next(sent for sent in editor.sent if sent.get("method") == "window/showDocument")
    page = content(shown)
    assert "<b>" not in page and f"[`a.py:2`](<{uri}#L2>)" in page


async def test_an_answer_is_shown_while_it_is_written(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await opened(editor, tmp_path)
    worker.streamed, worker.text_back = ("See <b>", " more"), GeneratedText("See <b> more")
    given = {"question": "what does this do?", "uri": uri, "partialResultToken": "t1"}
    answer = await editor.request("reread/ask", given)
    told = [sent["params"] for sent in editor.sent if sent.get("method") == "$/progress"]
    (first,) = [each["value"]["page"] for each in told if each["token"] == "t1"]
    assert first == "# what does this do?\n\nSee \\<b\\>\n"
    assert answer["page"] == "# what does this do?\n\nSee \\<b\\> more\n"


@pytest.mark.parametrize("token", [None, True, {"a": 1}])
async def test_nothing_is_told_before_the_answer_without_a_token(
    editor: Editor, worker: Worker, tmp_path: Path, token: Any
) -> None:
    uri = await opened(editor, tmp_path)
    worker.streamed, worker.text_back = ("See",), GeneratedText("See")
    await editor.request("reread/ask", {"question": "why?", "uri": uri, "partialResultToken": token})
    assert not [sent for sent in editor.sent if "page" in sent.get("params", {}).get("value", {})]


async def test_a_question_takes_the_lines_along_that_it_is_about(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    uri = await opened(editor, tmp_path)
    place = {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 3}}
    await editor.request("reread/ask", {"question": "why?", "uri": uri, "range": place})
    await editor.request("reread/ask", {"question": "why?", "uri": f"{uri}x", "range": place})
    await editor.request("reread/ask", {"question": "why?", "uri": uri, "range": "all"})
    about, *others = [request.about for request in worker.requests]
    assert (about.relative, about.selection, others) == ("a.py", (4, 7), [None, None])


@pytest.mark.parametrize(("question", "said"), [("", "enter a question"), ("why?", "no consent to send code")])
async def test_without_a_question_or_consent_nothing_is_asked(
    editor: Editor, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, question: str, said: str
) -> None:
    monkeypatch.setenv("REREAD_CONSENT", "0")
    await opened(editor, tmp_path)
    answer = await editor.request("reread/ask", {"question": question})
    assert (said in answer["problem"], worker.requests) == (True, [])


async def test_a_commit_message_is_given_back(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await opened(editor, tmp_path)
    problem = await editor.request("reread/commitMessage", {"uri": uri})
    assert "is not in a git repository" in problem["problem"]
    git(tmp_path, "init", "--quiet")
    assert await editor.request("reread/commitMessage", {"uri": uri}) == {"problem": "nothing is staged"}
    (tmp_path / "b.py").write_text("x = 1\n")
    git(tmp_path, "add", "b.py")
    worker.text_back = GeneratedText("Add b\n")
    assert await editor.request("reread/commitMessage", {}) == {"message": "Add b\n"}
    (request,) = worker.requests
    assert isinstance(request, MessageRequest) and [each.relative for each in request.documents] == ["b.py"]


async def test_a_test_is_suggested_for_a_finding_and_opened(
    editor: Editor, worker: Worker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OLLAMA_HOST", "127.0.0.1:11434")
    uri = await opened(editor, tmp_path)
    worker.text_back = GeneratedText("def test(): pass\n", path="tests/test_a.py", explanation="It shows it.")
    action = next(each for each in await editor.actions(uri, *START) if "Suggest a test" in each["title"])
    await run(editor, action["command"]["command"], *action["command"]["arguments"])
    (request,) = worker.requests
    assert isinstance(request, SuggestedTestRequest) and request.finding.rule == "bad-word"
    shown = next(sent for sent in editor.sent if sent.get("method") == "window/showDocument")
    assert shown["params"]["uri"].endswith("/test_a.py")
    assert not (tmp_path / "tests").exists()
    await run(editor, "reread.suggestTest", {"uri": uri, "fingerprint": "gone"})
    assert len(worker.requests) == 1
