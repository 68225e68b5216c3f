"""A part that is not installed: the editor is offered it by a question, and nothing is an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reread.analyzers import parts
from reread.server import installing
from reread.server.lsp.analysis.missing_parts import INSTALL, LATER
from reread.server.lsp.documents.folders import Folder
from tests.server.lsp.editor import Editor
from tests.server.lsp.test_consent import answers, command, said


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The parts that are installed: none at first; installing one takes no time."""
    done: set[str] = set()
    monkeypatch.setattr(parts, "is_installed", lambda name: name in done)
    monkeypatch.setattr(installing, "install", done.add)
    return done


@pytest.fixture
def indexed(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> list[Folder]:
    """The folders that the server would index now."""
    found: list[Folder] = []
    monkeypatch.setattr(editor.server.background, "index", found.append)
    return found


async def opened(editor: Editor, folder: Path) -> None:
    editor.settings = {}
    file = folder / "a.py"
    file.write_text("good\n")
    await editor.start(folder.as_uri())
    editor.open(file.as_uri(), "good\n")
    await editor.diagnostics(file.as_uri())


async def test_a_missing_index_is_offered_and_installed_by_one_button(
    editor: Editor, installed: set[str], indexed: list[Folder], tmp_path: Path
) -> None:
    asked: list[Any] = answers(editor, INSTALL)
    await opened(editor, tmp_path)
    await said(editor, "the index is installed")
    assert installed == {"index"}
    assert [folder.path for folder in indexed] == [str(tmp_path)]
    assert "the index is not installed" in asked[0]["message"]
    assert [action["title"] for action in asked[0]["actions"]] == [INSTALL, LATER]


async def test_an_offer_that_is_put_off_installs_nothing(
    editor: Editor, installed: set[str], indexed: list[Folder], tmp_path: Path
) -> None:
    asked = answers(editor, LATER)
    await opened(editor, tmp_path)
    await editor.until(lambda message: asked)
    assert installed == set() and indexed == []
    assert not [sent for sent in editor.sent if sent.get("method") == "window/showMessage"]


async def test_a_failed_installation_says_why_and_what_says_more(
    editor: Editor, installed: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(name: str) -> None:
        raise installing.InstallError("pip ended with exit code 1")

    monkeypatch.setattr(installing, "install", failing)
    await editor.start(tmp_path.as_uri())
    await command(editor, "reread.setup", "model")
    await said(editor, "model review could not be installed: pip ended with exit code 1; run `reread setup model`")


async def test_the_command_installs_what_is_missing(editor: Editor, installed: set[str], tmp_path: Path) -> None:
    installed.add("index")
    await editor.start(tmp_path.as_uri())
    await command(editor, "reread.setup")
    await said(editor, "model review is installed")
    assert installed == {"index", "model"}
