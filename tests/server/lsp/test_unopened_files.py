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


@pytest.fixture
def one_round(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what the editor says brings another look: the next round would begin after all tests."""
    monkeypatch.setattr(unopened_files, "BETWEEN_ROUNDS", 100_000)


def changed(editor: Editor, *paths: Path) -> int:
    """The editor tells of files that are others on disk; the number of messages before."""
    before = len(editor.sent)
    changes = [{"uri": path.as_uri(), "type": 2 if path.exists() else 3} for path in paths]
    editor.notify("workspace/didChangeWatchedFiles", {"changes": changes})
    return before


async def test_files_that_the_editor_tells_of_are_looked_at_at_once(
    editor: Editor, engine: Any, root: Path, one_round: None
) -> None:
    a, b, ignored = root / "a.py", root / "b.py", root / "ignored.py"
    a.write_text("bad")
    (root / ".rereadignore").write_text("ignored.py\n")
    await start(editor, root)
    await reported(editor, a, 1)
    for path in (a, b, ignored):
        path.write_text("bad bad")
    before = changed(editor, a, ignored, b)
    await reported(editor, a, 2, before)
    await reported(editor, b, 2, before)
    assert engine.checks == 3


async def test_the_pace_is_for_the_rounds_alone(editor: Editor, root: Path, one_round: None) -> None:
    await start(editor, root, {**AT_PACE, "workspaceFilesPerMinute": 1})
    uri = (root / "open.py").as_uri()
    editor.open(uri, "bad")
    await editor.diagnostics(uri, 1)
    (root / "a.py").write_text("bad")
    await reported(editor, root / "a.py", 1, changed(editor, root / "a.py"))


async def test_findings_of_a_deleted_file_go_with_the_event(editor: Editor, root: Path, one_round: None) -> None:
    (root / "a.py").write_text("bad")
    await start(editor, root)
    await reported(editor, root / "a.py", 1)
    (root / "a.py").unlink()
    before = changed(editor, root / "a.py")
    assert [message["params"]["diagnostics"] for message in editor.sent[before:]] == [[]]


async def test_a_renamed_file_takes_its_findings_along(editor: Editor, root: Path, one_round: None) -> None:
    (root / "a.py").write_text("bad")
    await start(editor, root)
    await reported(editor, root / "a.py", 1)
    (root / "a.py").rename(root / "b.py")
    before = changed(editor, root / "a.py", root / "b.py")
    await reported(editor, root / "a.py", 0, before)
    await reported(editor, root / "b.py", 1, before)


async def test_so_does_a_folder_of_which_the_editor_tells_alone(editor: Editor, root: Path, one_round: None) -> None:
    (root / "one").mkdir()
    (root / "one" / "a.py").write_text("bad")
    await start(editor, root)
    await reported(editor, root / "one" / "a.py", 1)
    (root / "one").rename(root / "two")
    before = changed(editor, root / "one", root / "two")
    await reported(editor, root / "one" / "a.py", 0, before)
    await reported(editor, root / "two" / "a.py", 1, before)


async def test_of_very_many_files_those_with_findings_come_first_and_a_round_has_the_others(
    editor: Editor, engine: Any, root: Path, one_round: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unopened_files, "MOST_AT_ONCE", 1)
    paths = [root / f"{name}.py" for name in "abcd"]
    for path in paths:
        path.write_text("bad" if path.stem == "d" else "fine")
    await start(editor, root)
    await reported(editor, paths[-1], 1)
    for path in paths:
        path.write_text("bad bad")
    before = changed(editor, *paths)
    for path in paths:
        await reported(editor, path, 2, before)
    told = [message["params"]["uri"] for message in editor.sent[before:]]
    assert told[:2] == [paths[3].as_uri(), paths[0].as_uri()]
    assert engine.checks == 8


async def test_while_an_open_document_waits_for_its_analysis_no_other_file_is_begun(
    editor: Editor, engine: Any, root: Path, one_round: None
) -> None:
    await start(editor, root)
    opened, other = root / "open.py", root / "a.py"
    engine.gate.clear()
    editor.open(opened.as_uri(), "bad")
    assert await asyncio.to_thread(engine.entered.acquire, timeout=120)
    other.write_text("bad")
    before = changed(editor, other)
    engine.gate.set()
    await reported(editor, other, 1, before)
    told = [message["params"]["uri"] for message in editor.sent[before:] if "diagnostics" in str(message)]
    assert told == [opened.as_uri(), other.as_uri()]


async def test_an_open_file_is_what_the_editor_has(editor: Editor, engine: Any, root: Path, one_round: None) -> None:
    path, other = root / "a.py", root / "b.py"
    path.write_text("bad")
    await start(editor, root)
    await reported(editor, path, 1)
    editor.open(path.as_uri(), "bad bad")
    await editor.diagnostics(path.as_uri(), 1)
    path.write_text("bad bad bad")
    other.write_text("bad")
    before = changed(editor, path, other)
    await reported(editor, other, 1, before)
    path.unlink()
    other.unlink()
    changed(editor, path, other)
    await reported(editor, other, 0, before)
    assert all(message["params"]["uri"] != path.as_uri() for message in editor.sent[before:])


async def test_a_file_changes_in_its_own_folder_only(editor: Editor, root: Path, one_round: None) -> None:
    second = root.parent / "second"
    second.mkdir()
    for folder in (root, second):
        (folder / "a.py").write_text("bad")
    editor.settings = AT_PACE
    await editor.start(root.as_uri(), second.as_uri())
    await reported(editor, root / "a.py", 1)
    await reported(editor, second / "a.py", 1)
    (second / "a.py").write_text("bad bad")
    (root / "a.py").unlink()
    before = changed(editor, second / "a.py", root / "a.py")
    await reported(editor, second / "a.py", 2, before)
    await reported(editor, root / "a.py", 0, before)


async def test_files_with_findings_are_looked_at_again_when_a_client_can_keep_no_more(
    editor: Editor, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unopened_files, "MOST_REPORTED", 1)
    for name in "ab":
        (root / f"{name}.py").write_text("bad")
    await start(editor, root)
    await reported(editor, root / "a.py", 1)
    (root / "a.py").write_text("bad bad")
    await reported(editor, root / "a.py", 2)


async def test_switched_off_events_bring_nothing(editor: Editor, engine: Any, root: Path) -> None:
    await start(editor, root, {"index": {"enable": False}})
    (root / "a.py").write_text("bad")
    changed(editor, root / "a.py")
    assert editor.server.unopened_files._catching_up == {}
