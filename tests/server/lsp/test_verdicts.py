"""Dismissing and accepting in the editor."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from reread.server.known import feedback
from tests.server.lsp.editor import Editor

START = ((0, 0), (0, 0))
UNDO = {"command": "reread.undoDismissal", "arguments": []}


async def opened(editor: Editor, folder: Path, text: str = "bad\n") -> str:
    await editor.start(folder.as_uri())
    uri = (folder / "a.py").as_uri()
    editor.open(uri, text)
    assert await editor.diagnostics(uri, 1)
    return uri


async def run(editor: Editor, command: dict[str, Any]) -> None:
    params = {"command": command["command"], "arguments": command["arguments"]}
    await editor.request("workspace/executeCommand", params)
    await asyncio.gather(*editor.server.session.tasks._tasks)


async def action(editor: Editor, uri: str, words: str) -> dict[str, Any]:
    return next(each for each in await editor.actions(uri, *START) if words in each["title"])


async def test_a_dismissed_finding_goes_at_once_with_a_reason(editor: Editor, tmp_path: Path) -> None:
    uri = await opened(editor, tmp_path)
    editor.answers["window/showMessageRequest"] = lambda params: params["actions"][1]
    seen = len(editor.sent)
    await run(editor, (await action(editor, uri, "Dismiss"))["command"])
    again = await editor.until(lambda message: message.get("method") == "textDocument/publishDiagnostics", seen)
    assert again["params"]["diagnostics"] == []
    (event,) = feedback.read(str(tmp_path))
    assert (event.verdict, event.rule, event.path, event.reason) == ("dismissed", "bad-word", "a.py", "Intended")
    assert await editor.actions(uri, *START) in ([], None)


async def test_the_last_dismissal_is_taken_back(editor: Editor, tmp_path: Path) -> None:
    uri = await opened(editor, tmp_path)
    editor.answers["window/showMessageRequest"] = lambda params: params["actions"][1]
    await run(editor, (await action(editor, uri, "Dismiss"))["command"])
    seen = len(editor.sent)
    await run(editor, UNDO)
    again = await editor.until(lambda message: message.get("method") == "textDocument/publishDiagnostics", seen)
    assert [each["code"] for each in again["params"]["diagnostics"]] == ["bad-word"]
    assert [each.verdict for each in feedback.read(str(tmp_path))] == ["dismissed", "undone"]
    await run(editor, UNDO)
    assert "nothing was dismissed in this session" in str(editor.sent[-1])
    assert len(feedback.read(str(tmp_path))) == 2


async def test_closing_the_question_is_no_verdict(editor: Editor, tmp_path: Path) -> None:
    uri = await opened(editor, tmp_path)
    editor.answers["window/showMessageRequest"] = lambda params: None
    await run(editor, (await action(editor, uri, "Dismiss"))["command"])
    assert feedback.read(str(tmp_path)) == []


async def test_a_fix_that_is_taken_is_an_acceptance(editor: Editor, tmp_path: Path) -> None:
    uri = await opened(editor, tmp_path)
    fix = await editor.request("codeAction/resolve", await action(editor, uri, "Replace"))
    editor.change(uri, 2, (0, 0), (0, 3), "good")
    assert await editor.diagnostics(uri, 2) == []
    await run(editor, fix["command"])
    (event,) = feedback.read(str(tmp_path))
    assert (event.verdict, event.rule, event.code) == ("accepted", "bad-word", "bad")
    await run(editor, fix["command"])
    assert len(feedback.read(str(tmp_path))) == 1


async def taken(editor: Editor, folder: Path) -> str:
    """The fix is taken, as editors do it: the edit, then the command that follows it."""
    uri = await opened(editor, folder)
    fix = await editor.request("codeAction/resolve", await action(editor, uri, "Replace"))
    editor.change(uri, 2, (0, 0), (0, 3), "good")
    assert await editor.diagnostics(uri, 2) == []
    await run(editor, fix["command"])
    return uri


async def saved(editor: Editor, uri: str) -> list[str]:
    editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    await asyncio.gather(*editor.server.session.tasks._tasks)
    folder = str(Path(uri.removeprefix("file://")).parent)
    return [each.verdict for each in feedback.in_force(feedback.read(folder))]


async def test_a_fix_that_is_saved_as_it_was_taken_stays_accepted(editor: Editor, tmp_path: Path) -> None:
    uri = await taken(editor, tmp_path)
    assert await saved(editor, uri) == ["accepted"]
    editor.change(uri, 3, (0, 0), (0, 4), "best")
    assert await saved(editor, uri) == ["accepted"]


async def test_a_fix_that_is_changed_before_it_is_saved_was_edited(editor: Editor, tmp_path: Path) -> None:
    uri = await taken(editor, tmp_path)
    editor.change(uri, 3, (0, 0), (0, 4), "best")
    assert await saved(editor, uri) == ["edited"]


async def test_a_fix_that_is_taken_back_was_never_accepted(editor: Editor, tmp_path: Path) -> None:
    uri = await taken(editor, tmp_path)
    editor.change(uri, 3, (0, 0), (0, 4), "bad")
    assert await saved(editor, uri) == []


async def test_what_is_not_there_cannot_be_dismissed(editor: Editor, tmp_path: Path) -> None:
    uri = await opened(editor, tmp_path)
    await run(editor, {"command": "reread.dismiss", "arguments": [{"uri": uri, "fingerprint": "gone"}]})
    assert feedback.read(str(tmp_path)) == []
