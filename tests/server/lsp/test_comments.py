"""Comments of others on a pull request in the editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from reread.server.lsp.analysis import comments
from reread.server.pull_requests import stored_comments
from reread.server.pull_requests.stored_comments import StoredComment
from tests.server.lsp.editor import Editor
from tests.server.lsp.test_external import shown

SAID = StoredComment("a.py", 1, "ada", "Is this right?", "GitHub", text="y = 2")


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comments, "_INTERVAL", 0.02)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    work = tmp_path / "work"
    work.mkdir()
    return work


async def test_a_comment_is_a_hint_on_its_line_wherever_that_is_now(editor: Editor, folder: Path) -> None:
    stored_comments.write(str(folder), [SAID])
    await editor.start(folder.as_uri())
    uri = (folder / "a.py").as_uri()
    editor.open(uri, "x = 1\n\n\ny = 2\n")
    (found,) = await shown(editor, uri, 1)
    assert (found["code"], found["severity"], found["range"]["start"]["line"]) == ("github/comment", 4, 3)
    assert found["message"].startswith("ada: Is this right?")


async def test_comments_that_are_fetched_later_are_shown_and_go_with_the_next(editor: Editor, folder: Path) -> None:
    await editor.start(folder.as_uri())
    uri = (folder / "a.py").as_uri()
    editor.open(uri, "y = 2\n")
    await shown(editor, uri, 0)
    stored_comments.write(str(folder), [SAID])
    seen = len(editor.sent)
    await shown(editor, uri, 1)
    stored_comments.write(str(folder), [])
    await shown(editor, uri, 0, seen)
