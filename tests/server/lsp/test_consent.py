"""The consent to send code, asked for in the editor by a dialogue."""

from __future__ import annotations

import asyncio
import subprocess
from pathlib import Path
from typing import Any

import pytest

from reread.analyzers.review.privacy import consent
from reread.server.lsp.parts.consent import ALLOW, REFUSE
from reread.server.report.review import FixOutcome, ReviewOutcome
from tests.server.lsp.editor import Editor
from tests.server.lsp.test_review import Worker, start, worker

__all__ = ["worker"]

DIALOGUE = "window/showMessageRequest"


@pytest.fixture(autouse=True)
def provider(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("REREAD_CONSENT", "ANTHROPIC_API_KEY", "OPENAI_BASE_URL", "OLLAMA_HOST"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", "no-real-key")
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))


def answers(editor: Editor, *titles: str | None) -> list[Any]:
    """Answer the dialogues so, one after the other; what they asked is in the list."""
    asked: list[Any] = []
    left = list(titles)

    def answer(params: Any) -> Any:
        asked.append(params)
        title = left.pop(0)
        return None if title is None else {"title": title}

    editor.answers[DIALOGUE] = answer
    return asked


def said(editor: Editor, words: str) -> Any:
    return editor.until(lambda message: message.get("method") == "window/showMessage" and words in str(message))


async def command(editor: Editor, name: str, *arguments: Any) -> None:
    await editor.request("workspace/executeCommand", {"command": name, "arguments": list(arguments)})


async def test_before_the_first_byte_a_person_is_asked_and_the_answer_is_kept(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    asked = answers(editor, ALLOW)
    worker.answer.set_result(ReviewOutcome())
    uri = await start(editor, tmp_path)
    await command(editor, "reread.reviewFile", uri)
    await asyncio.wait_for(worker.asked.wait(), 120)
    [question] = asked
    assert "openai (api.openai.com)" in question["message"]
    assert str(tmp_path) in question["message"]
    assert [action["title"] for action in question["actions"]] == [ALLOW, REFUSE]
    assert worker.requests[0].consent
    worker.asked.clear()
    await command(editor, "reread.reviewFile", uri)
    await asyncio.wait_for(worker.asked.wait(), 120)
    assert len(asked) == 1
    assert consent.read(str(tmp_path)).allowed


async def test_a_refusal_is_kept_and_said_again_without_a_question(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    asked = answers(editor, REFUSE)
    uri = await start(editor, tmp_path)
    await command(editor, "reread.reviewFile", uri)
    await said(editor, "it was refused for this workspace")
    seen = len(editor.sent)
    await command(editor, "reread.reviewFile", uri)
    await editor.until(lambda message: "it was refused" in str(message), seen)
    assert (len(asked), worker.requests) == (1, [])


async def test_a_question_that_is_closed_sends_nothing_and_is_asked_again_on_command(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    asked = answers(editor, None, ALLOW)
    worker.answer.set_result(ReviewOutcome())
    uri = await start(editor, tmp_path)
    await command(editor, "reread.reviewFile", uri)
    await said(editor, "nobody has agreed to it")
    assert worker.requests == []
    await command(editor, "reread.reviewFile", uri)
    await asyncio.wait_for(worker.asked.wait(), 120)
    assert len(asked) == 2


async def test_what_was_said_can_be_changed(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    asked = answers(editor, REFUSE, ALLOW)
    uri = await start(editor, tmp_path)
    await command(editor, "reread.consent", uri)
    await said(editor, "may not be sent to openai")
    await command(editor, "reread.consent", uri)
    await said(editor, "changed code may be sent to openai")
    assert len(asked) == 2


async def test_each_folder_has_a_question_of_its_own(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    """Also one in which nothing is open, whatever document was touched last."""
    asked = answers(editor, REFUSE)
    await start(editor, tmp_path)
    other = tmp_path.with_name("other-folder")
    other.mkdir()
    folders = {"added": [{"uri": other.as_uri(), "name": "other"}], "removed": []}
    editor.notify("workspace/didChangeWorkspaceFolders", {"event": folders})
    await command(editor, "reread.consent", other.as_uri())
    await said(editor, "may not be sent to openai")
    [question] = asked
    assert str(other) in question["message"]


async def test_a_fix_by_the_model_needs_it_too(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    answers(editor, REFUSE)
    worker.answer.set_result(FixOutcome())
    uri = await start(editor, tmp_path, "bad\n")
    [problem] = await editor.diagnostics(uri, 1)
    await command(editor, "reread.fixWithModel", {"uri": uri, "range": problem["range"]})
    await said(editor, "it was refused")
    assert worker.requests == []


async def test_saving_asks_once_however_often_and_takes_silence_for_a_no(
    editor: Editor, worker: Worker, repository: Path
) -> None:
    editor.settings = {**editor.settings, "review": {"run": "on-save"}}
    asked = answers(editor, None)
    await editor.start(repository.as_uri())
    uri = (repository / "a.py").as_uri()
    editor.open(uri, (repository / "a.py").read_text().replace("maybe", "perhaps"))
    await editor.diagnostics(uri, 1)
    for _ in range(2):
        editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        await editor.until(lambda message: message.get("method") == DIALOGUE)
        await drained()
    assert (len(asked), worker.requests) == (1, [])


async def drained() -> None:
    """Until the reviews that were started are over."""
    running = [task for task in asyncio.all_tasks() if task.get_name().startswith(("review of", "consent"))]
    await asyncio.wait_for(asyncio.gather(*running), 120)


async def test_a_model_on_this_machine_needs_none(
    editor: Editor, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    monkeypatch.setenv("OLLAMA_HOST", "127.0.0.1")
    asked = answers(editor)
    worker.answer.set_result(ReviewOutcome())
    uri = await start(editor, tmp_path)
    await command(editor, "reread.reviewFile", uri)
    await asyncio.wait_for(worker.asked.wait(), 120)
    assert asked == []


def committed(repository: Path, name: str, text: str) -> None:
    (repository / name).write_text(text)
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
    for arguments in (["add", "."], [*identity, "commit", "-q", "-m", "more"]):
        subprocess.run(["git", *arguments], cwd=repository, check=True)


async def test_what_moved_from_a_deleted_file_is_told_to_the_reviewer(
    editor: Editor, worker: Worker, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REREAD_CONSENT", "1")
    committed(repository, "b.py", "def three():\n    return 3\n")
    (repository / "b.py").unlink()
    (repository / "a.py").write_text((repository / "a.py").read_text() + "\n\ndef three():\n    return 3\n")
    worker.answer.set_result(ReviewOutcome())
    await editor.start(repository.as_uri())
    await command(editor, "reread.reviewChanges")
    await asyncio.wait_for(worker.asked.wait(), 120)
    [request] = worker.requests
    assert [document.relative for document in request.documents] == ["a.py"]
    assert [(other.relative, other.text) for other in request.others] == [("b.py", "")]
    assert request.others[0].base_text == "def three():\n    return 3\n"
