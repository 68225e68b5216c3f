"""Library models of the workspace in the editor: what they teach is found, and a changed model counts at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reread.server import engines
from reread.server.lsp.analysis import configuration
from tests.server.house_framework import HARBOUR, LEDGER, MODEL, SHORE, lines_with
from tests.server.lsp.editor import Editor

PUBLISH = "textDocument/publishDiagnostics"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files of the house framework, and an editor that loads rules for real."""
    monkeypatch.setattr(configuration, "load_engine", engines.load_engine)
    for name, text in (("harbour.py", HARBOUR), ("ledger.py", LEDGER), ("shore.js", SHORE)):
        (tmp_path / name).write_text(text)
    (tmp_path / "reread.toml").write_text('[rules]\nprofile = "standard"\n')
    (tmp_path / ".reread" / "models").mkdir(parents=True)
    return tmp_path


def model(workspace: Path) -> Path:
    return workspace / ".reread" / "models" / "brackwater.yaml"


def lines(message: Any) -> list[int]:
    return sorted({each["range"]["start"]["line"] + 1 for each in message["params"]["diagnostics"]})


async def published(editor: Editor, uri: str, wanted: list[int], since: int = 0) -> None:
    """Waits until these lines of a document are reported, and no others."""

    def is_told(message: Any) -> bool:
        return message.get("method") == PUBLISH and message["params"]["uri"] == uri and lines(message) == wanted

    await editor.until(is_told, since)


async def test_the_framework_is_known_in_the_editor_and_across_files(editor: Editor, workspace: Path) -> None:
    model(workspace).write_text(MODEL)
    await editor.start(workspace.as_uri())
    harbour, shore = ((workspace / name).as_uri() for name in ("harbour.py", "shore.js"))
    editor.open(harbour, HARBOUR)
    editor.open(shore, SHORE, "javascript")
    await published(editor, harbour, lines_with(HARBOUR, "# found"))
    await published(editor, shore, lines_with(SHORE, "// found"))
    both = sorted([*lines_with(HARBOUR, "# found"), *lines_with(HARBOUR, "# found across files")])
    await published(editor, harbour, both)


async def test_without_a_model_nothing_is_found_until_one_is_written(editor: Editor, workspace: Path) -> None:
    await editor.start(workspace.as_uri())
    uri = (workspace / "shore.js").as_uri()
    editor.open(uri, SHORE, "javascript")
    assert await editor.diagnostics(uri, 1) == []
    seen = len(editor.sent)
    model(workspace).write_text(MODEL)
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": model(workspace).as_uri(), "type": 1}]})
    await published(editor, uri, lines_with(SHORE, "// found"), seen)


async def test_a_mistake_is_shown_in_the_model_as_it_is_typed(editor: Editor, workspace: Path) -> None:
    await editor.start(workspace.as_uri())
    uri = model(workspace).as_uri()
    editor.open(uri, "library: a\nlanguages: [python]\nsinks:\n  - function: a.b\n    clas: sql\n", "yaml")
    [wrong] = await editor.diagnostics(uri, 1)
    assert (wrong["code"], wrong["message"]) == (
        "any/rule-file-problem",
        "`clas` is not a key here. Did you mean `class`?",
    )
    assert wrong["range"]["start"] == {"line": 4, "character": 4}
