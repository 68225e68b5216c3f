"""Findings of other tools in the editor."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reread.server import engines
from reread.server.lsp.analysis import configuration
from tests.server.external.test_tools import RESULT, SARIF
from tests.server.lsp.editor import Editor

SCRIPT = f"print('{SARIF}' % '{RESULT}' % 'a.py')"


@pytest.fixture
def folder(tmp_path: Path, real_editor: Editor) -> Path:
    """A workspace whose user has a tool that finds something in line 1 of a.py."""
    work = tmp_path / "work"
    work.mkdir()
    command = f"['{sys.executable}', '-c', '''{SCRIPT}''', '{{files}}']"
    settings = (
        f"[index]\nenable = false\n[[external]]\ncommand = {command}\nfolders = ['{tmp_path}']\nfiles = ['*.py']\n"
    )
    Path(os.environ["REREAD_CONFIG"]).write_text(settings)
    return work


def add_settings(text: str) -> None:
    with Path(os.environ["REREAD_CONFIG"]).open("a") as file:
        file.write(text)


async def shown(editor: Editor, uri: str, count: int, seen: int = 0) -> list[dict]:
    """The diagnostics of a document once there are that many, in a message after the first `seen` ones."""
    while True:
        message = await editor.until(lambda one: one.get("method") == "textDocument/publishDiagnostics", seen)
        seen = editor.sent.index(message) + 1
        if message["params"]["uri"] == uri and len(message["params"]["diagnostics"]) == count:
            return message["params"]["diagnostics"]


async def test_they_are_among_ours(editor: Editor, folder: Path) -> None:
    (folder / "a.py").write_text("x = 1\nbad\n")
    await editor.start(folder.as_uri())
    uri = (folder / "a.py").as_uri()
    editor.open(uri, "x = 1\nbad\n")
    codes = [found["code"] for found in await shown(editor, uri, 2)]
    assert codes == ["t/r", "bad-word"]


async def test_the_settings_say_how_severe_they_are(editor: Editor, folder: Path) -> None:
    add_settings("[rules.severity]\n't/r' = 'hint'\n")
    await editor.start(folder.as_uri())
    (folder / "a.py").write_text("x = 1\n")
    editor.open((folder / "a.py").as_uri(), "x = 1\n")
    (found,) = await shown(editor, (folder / "a.py").as_uri(), 1)
    assert (found["code"], found["severity"]) == ("t/r", 4)


async def test_a_comment_silences_them(editor: Editor, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(configuration, "load_engine", engines.load_engine)
    await editor.start(folder.as_uri())
    uri = (folder / "a.py").as_uri()
    editor.open(uri, "x = 1\n")
    await shown(editor, uri, 1)
    seen = len(editor.sent)
    editor.change(uri, 2, (0, 5), (0, 5), "  # reread: ignore[t/r] -- fine")
    assert await shown(editor, uri, 0, seen) == []
