"""What each editor gets, by what it said that it can do: the table in `docs/clients.md`, cell by cell.

The recordings are those of pytest-lsp, and those of the sessions in `tests/editors/screens/`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import converters
from pytest_lsp import client_capabilities

from tests.editors.screens import recorded
from tests.server.lsp.editor import Editor, range_

URI = "file:///work/a.py"
PAGE = Path(__file__).parents[3] / "docs" / "clients.md"
CLIENTS = {
    "Emacs 29.1 (eglot)": "emacs@v29.1",
    "Neovim 0.6": "neovim@v0.6",
    "Neovim 0.7": "neovim@v0.7",
    "Neovim 0.8": "neovim@v0.8",
    "Neovim 0.9": "neovim@v0.9",
    "Neovim 0.10": "neovim@v0.10",
    "Neovim 0.11": "neovim@v0.11",
    "VS Code 1.65": "visual-studio-code@v1.65",
}
NAMES = [*CLIENTS, *recorded.names()]
WITHOUT_EDITS = ["Kate 22.12.3"]
"""Editors that make no edits of the server, only those of code actions."""


def declared(name: str) -> dict[str, Any]:
    """What an editor said that it can do."""
    if name not in CLIENTS:
        return recorded.capabilities(name)
    said: dict[str, Any] = converters.get_converter().unstructure(client_capabilities(CLIENTS[name]))
    return said


async def row(editor: Editor, capabilities: dict[str, Any]) -> list[str]:
    """What the client got in one session, as it stands in the table."""
    announced = (await editor.start(capabilities=capabilities))["capabilities"]
    editor.open(URI, "# \U0001f600\nx = bad + odd\n")
    found = await editor.diagnostics(URI)
    assert [each["range"] for each in found] == [range_((1, 4), (1, 7)), range_((1, 10), (1, 13))]
    safe, unsafe = [await fix(editor, column) for column in (4, 10)]
    return [
        announced["positionEncoding"].upper(),
        "pulled" if "diagnosticProvider" in announced else "pushed",
        "at once" if safe["resolved"] is False else "when chosen",
        "asks" if unsafe["edit"].get("changeAnnotations") else "says so in its title",
        "document" if await page_opens(editor) else "message",
        *(
            "yes" if asked_for(editor, method) else "no"
            for method in ("didChangeWatchedFiles", "didChangeConfiguration")
        ),
        "yes" if editor.server.session.client.progress else "no",
        "yes" if "notebookDocumentSync" in announced else "no",
    ]


async def fix(editor: Editor, column: int) -> dict[str, Any]:
    actions = await editor.actions(URI, (1, column), (1, column), only=["quickfix"])
    action = next(each for each in actions if each["title"].startswith("Replace"))
    is_whole = "edit" in action
    whole = action if is_whole else await editor.request("codeAction/resolve", action)
    return {"resolved": not is_whole, "edit": whole["edit"]}


async def page_opens(editor: Editor) -> bool:
    await editor.request("workspace/executeCommand", {"command": "reread.explain", "arguments": ["bad-word"]})
    shown = await editor.until(lambda sent: sent.get("method") in ("window/showDocument", "window/showMessage"))
    return bool(shown["method"] == "window/showDocument")


def asked_for(editor: Editor, method: str) -> bool:
    return any(
        message.get("method") == "client/registerCapability" and method in str(message) for message in editor.sent
    )


@pytest.mark.parametrize("name", NAMES)
async def test_the_table_says_what_the_editor_gets(editor: Editor, name: str) -> None:
    cells = await row(editor, declared(name))
    assert f"| {name} | {' | '.join(cells)} |" in PAGE.read_text().splitlines()


@pytest.mark.parametrize("name", NAMES)
async def test_every_squiggle_has_actions(editor: Editor, name: str) -> None:
    found = await actions(editor, declared(name))
    assert all("kind" in each and isinstance(each.get("command", {}), dict) for each in found)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WITHOUT_EDITS])
async def test_an_editor_that_takes_commands_only_gets_the_same_as_commands(editor: Editor, name: str) -> None:
    capabilities = declared(name)
    assert capabilities["workspace"]["applyEdit"] is True
    del capabilities["textDocument"]["codeAction"]["codeActionLiteralSupport"]
    found = await actions(editor, capabilities)
    assert all(isinstance(each["command"], str) and "kind" not in each for each in found)
    assert [each["title"].split(" (")[0] for each in found] == [
        *("Replace `bad`", "Ignore for this line", "Ignore in this file", "Explain this finding"),
        *("Replace `odd`", "Ignore for this line", "Ignore in this file", "Explain this finding"),
    ]


async def actions(editor: Editor, capabilities: dict[str, Any]) -> list[dict[str, Any]]:
    """What is offered for one finding after the other, for each of which there is something."""
    await editor.start(capabilities=capabilities)
    editor.open(URI, "# \U0001f600\nx = bad + odd\n")
    found = await editor.diagnostics(URI)
    places = [[(end["line"], end["character"]) for end in each["range"].values()] for each in found]
    offered = [await editor.actions(URI, *place) for place in places]
    assert all(offered)
    return [action for each in offered for action in each]


@pytest.mark.parametrize("name", WITHOUT_EDITS)
def test_such_an_editor_said_nothing_of_edits(name: str) -> None:
    assert "applyEdit" not in declared(name).get("workspace", {})


def test_every_other_row_says_that_it_is_untried() -> None:
    table, _ = PAGE.read_text().split("\n## ", 1)
    rows = [line.strip("|").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    others = [cells for cells in rows[1:] if cells[0].strip() not in NAMES]
    assert others and all(cell.strip() == "untried" for cells in others for cell in cells[1:])
