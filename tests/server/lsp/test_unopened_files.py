"""Rules on files that are not open, at the pace that the settings give."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from reread.server.lsp.analysis import unopened_files
from tests.server.lsp.editor import Editor
from tests.server.lsp.test_pulled import PULLING, pull_workspace

AT_PACE = {"index": {"enable": False}, "workspaceFilesPerMinute": 60_000}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(unopened_files, "BETWEEN_ROUNDS", 0.01)
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


async def start(editor: Editor, root: Path, settings: Any = AT_PACE, **more: Any) -> None:
    editor.settings = settings
    await editor.start(root.as_uri(), **more)


async def reported(editor: Editor, path: Path, count: int, after: int = 0) -> None:
    """Wait until so many findings of a file are published."""
    await editor.until(
        lambda message: (
            message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["uri"] == path.as_uri()
            and len(message["params"]["diagnostics"]) == count
        ),
        after,
    )


async def test_files_that_are_not_open_are_checked(editor: Editor, root: Path) -> None:
    (root / "a.py").write_text("bad worse")
    (root / "b.py").write_text("fine")
    await start(editor, root)
    await reported(editor, root / "a.py", 2)
    assert (root / "b.py").as_uri() not in editor.published


async def test_they_are_not_by_default(editor: Editor, engine: Any, root: Path) -> None:
    (root / "a.py").write_text("bad")
    await start(editor, root, {"index": {"enable": False}})
    editor.open((root / "b.py").as_uri(), "bad")
    await editor.diagnostics((root / "b.py").as_uri(), 1)
    assert editor.server.unopened_files._rounds == {}


async def test_a_file_is_looked_at_again_when_it_is_another(editor: Editor, root: Path) -> None:
    (root / "a.py").write_text("bad")
    await start(editor, root)
    await reported(editor, root / "a.py", 1)
    (root / "a.py").write_text("bad and bad")
    await reported(editor, root / "a.py", 2)
    (root / "a.py").unlink()
    await reported(editor, root / "a.py", 0)


async def test_a_file_that_is_the_same_is_not(editor: Editor, engine: Any, root: Path) -> None:
    (root / "a.py").write_text("bad")
    await start(editor, root)
    await reported(editor, root / "a.py", 1)
    (root / "b.py").write_text("bad")
    await reported(editor, root / "b.py", 1)
    assert engine.checks == 2


async def test_what_is_ignored_binary_or_a_notebook_is_left_alone(editor: Editor, engine: Any, root: Path) -> None:
    (root / ".rereadignore").write_text("mine.py\n")
    (root / "mine.py").write_text("bad")
    (root / "notes.ipynb").write_text('{"cells": []}')
    (root / "image.py").write_bytes(b"bad\0")
    (root / "z.py").write_text("bad")
    await start(editor, root)
    await reported(editor, root / "z.py", 1)
    assert engine.checks == 1


async def test_an_open_file_is_told_of_once_and_again_when_it_is_closed(editor: Editor, root: Path) -> None:
    path = root / "a.py"
    path.write_text("bad")
    await start(editor, root)
    await reported(editor, path, 1)
    editor.open(path.as_uri(), "bad bad")
    await editor.diagnostics(path.as_uri(), 1)
    before = len(editor.sent)
    editor.notify("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})
    await reported(editor, path, 1, before)


async def test_switched_off_nothing_is_left(editor: Editor, root: Path) -> None:
    (root / "a.py").write_text("bad")
    await start(editor, root)
    await reported(editor, root / "a.py", 1)
    editor.settings = {"index": {"enable": False}}
    editor.notify("workspace/didChangeConfiguration", {"settings": None})
    await reported(editor, root / "a.py", 0)


async def test_a_folder_that_is_closed_takes_its_findings_with_it(editor: Editor, root: Path) -> None:
    (root / "a.py").write_text("bad")
    await start(editor, root)
    await reported(editor, root / "a.py", 1)
    event = {"added": [], "removed": [{"uri": root.as_uri(), "name": "work"}]}
    editor.notify("workspace/didChangeWorkspaceFolders", {"event": event})
    await reported(editor, root / "a.py", 0)
    assert editor.server.unopened_files._rounds == {}


async def test_a_failure_of_the_rules_ends_that_file_alone(
    editor: Editor, engine: Any, root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (root / "a.py").write_text("bad")
    engine.broken = True
    await start(editor, root)
    assert await asyncio.to_thread(engine.entered.acquire, timeout=120)
    (root / "b.py").write_text("odd")
    assert await asyncio.to_thread(engine.entered.acquire, timeout=120)
    assert "the rules failed on" in caplog.text
    engine.broken = False
    (root / "c.py").write_text("bad")
    await reported(editor, root / "c.py", 1)


async def test_a_client_that_pulls_finds_them_in_the_workspace(editor: Editor, root: Path) -> None:
    path = root / "a.py"
    path.write_text("bad")
    await start(editor, root, capabilities=PULLING)
    await editor.until(lambda message: message.get("method") == "workspace/diagnostic/refresh")
    [report] = (await pull_workspace(editor))["items"]
    assert (report["uri"], len(report["items"])) == (path.as_uri(), 1)
    editor.open(path.as_uri(), "bad")
    assert (await pull_workspace(editor))["items"] == []


async def test_more_files_than_a_client_can_keep_are_not_told(
    editor: Editor, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unopened_files, "MOST_REPORTED", 1)
    for name in "ab":
        (root / f"{name}.py").write_text("bad")
    await start(editor, root)
    await editor.until(lambda message: "use `reread check` for all" in str(message))
    assert (root / "b.py").as_uri() not in editor.published
