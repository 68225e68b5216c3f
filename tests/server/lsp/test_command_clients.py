"""What clients get that take code actions as commands only, and those that make no edits for the server."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.lsp.conftest import WordEngine
from tests.server.lsp.editor import Editor, range_

URI = "file:///work/a.py"
COMMANDS_ONLY: dict[str, Any] = {
    "workspace": {"applyEdit": True},
    "textDocument": {"codeAction": {"dynamicRegistration": True}, "publishDiagnostics": {}, "synchronization": {}},
}
"""Such as Vim's and Emacs' older clients, and those written against version 2 of the protocol, send them."""
WITHOUT_EDITS: dict[str, Any] = {**COMMANDS_ONLY, "workspace": {}}


async def commands(editor: Editor, text: str, capabilities: dict[str, Any], column: int = 0) -> dict[str, Any]:
    """The commands at a place, by their titles."""
    started = await editor.start("file:///work", capabilities=capabilities)
    assert started["capabilities"]["codeActionProvider"] is True
    editor.open(URI, text, version=5)
    await editor.diagnostics(URI, 5)
    found = await editor.actions(URI, (0, column), (0, column))
    assert all(each.keys() <= {"title", "command", "arguments"} for each in found), "these are commands"
    assert {each["command"] for each in found} <= {*started["capabilities"]["executeCommandProvider"]["commands"]}
    return {each["title"]: each for each in found}


async def run(editor: Editor, command: dict[str, Any]) -> dict[str, Any]:
    """Run a command; what the client is sent because of it."""
    before = len(editor.sent)
    params = {"command": command["command"], "arguments": command["arguments"]}
    await editor.request("workspace/executeCommand", params)
    wanted = ("workspace/applyEdit", "window/showMessage")
    return await editor.until(lambda sent: sent.get("method") in wanted, before)


async def test_the_edit_of_a_command_is_made_by_the_client(editor: Editor) -> None:
    found = await commands(editor, "x = bad\n", COMMANDS_ONLY, 5)
    assert list(found) == [
        "Replace `bad` (Reread: bad-word)",
        "Ignore for this line (Reread: bad-word)",
        "Ignore in this file (Reread: bad-word)",
        "Dismiss this finding for everyone here (Reread: bad-word)",
        "Explain this finding (Reread: bad-word)",
    ]
    made = await run(editor, found["Replace `bad` (Reread: bad-word)"])
    edit = {"range": range_((0, 4), (0, 7)), "newText": "good"}
    assert made["params"]["edit"] == {"changes": {URI: [edit]}}
    made = await run(editor, found["Ignore for this line (Reread: bad-word)"])
    assert "reread: ignore[bad-word]" in str(made["params"]["edit"])


async def test_the_edit_of_a_command_fits_the_text_as_it_is_then(editor: Editor) -> None:
    found = await commands(editor, "bad\n", COMMANDS_ONLY)
    editor.change(URI, 6, (0, 0), (0, 0), "# one\n")
    made = await run(editor, found["Replace `bad` (Reread: bad-word)"])
    assert made["params"]["edit"]["changes"][URI][0]["range"] == range_((1, 0), (1, 3))


async def test_a_command_whose_finding_is_gone_says_so(editor: Editor) -> None:
    found = await commands(editor, "bad\n", COMMANDS_ONLY)
    editor.change(URI, 6, (0, 0), (0, 3), "fine")
    said = await run(editor, found["Replace `bad` (Reread: bad-word)"])
    assert "nothing was changed: the text has changed" in said["params"]["message"]


async def test_an_edit_that_the_client_refuses_is_reported(editor: Editor) -> None:
    found = await commands(editor, "bad\n", COMMANDS_ONLY)
    editor.answers["workspace/applyEdit"] = lambda _: {"applied": False, "failureReason": "it is read-only"}
    await run(editor, found["Replace `bad` (Reread: bad-word)"])
    said = await editor.until(lambda sent: sent.get("method") == "window/showMessage")
    assert said["params"]["message"] == "Reread: the editor did not apply the edit: it is read-only"


async def test_a_fix_that_fails_verification_is_no_command(editor: Editor) -> None:
    assert not [title for title in await commands(editor, "x = worse\n", COMMANDS_ONLY, 5) if "Replace" in title]


async def test_a_client_that_makes_no_edits_is_shown_the_fix(editor: Editor) -> None:
    found = await commands(editor, "bad\n", WITHOUT_EDITS)
    assert list(found) == [
        "Show the fix: Replace `bad` (Reread: bad-word)",
        "Dismiss this finding for everyone here (Reread: bad-word)",
        "Explain this finding (Reread: bad-word)",
    ]
    said = await run(editor, found["Show the fix: Replace `bad` (Reread: bad-word)"])
    assert said["method"] == "window/showMessage" and "-bad\n+good\n" in said["params"]["message"]


@pytest.mark.parametrize("capabilities", [COMMANDS_ONLY, WITHOUT_EDITS])
@pytest.mark.parametrize("text", ["bad\n", "worse\n", "odd\n", "bad\n" * 20])
async def test_there_is_something_for_every_finding(editor: Editor, capabilities: dict[str, Any], text: str) -> None:
    assert await commands(editor, text, capabilities)


async def test_a_page_is_shown_in_plain_words_where_no_document_can_be_opened(
    editor: Editor, engine: WordEngine
) -> None:
    found = await commands(editor, "bad\n", COMMANDS_ONLY)
    said = await run(editor, found["Explain this finding (Reread: bad-word)"])
    message = said["params"]["message"]
    assert message.startswith("Reread: bad-word\n\n(warning, from a rule)\n\nBad word: bad\n\n")
    assert "A bad word makes everything worse." in message
    assert not {"*", "`", "#", "\\", "<"} & set(message)
