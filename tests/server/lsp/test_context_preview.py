"""`reread.showContext`: a page with what the review would see."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reread.rag.results import Piece
from reread.server.lsp.features.context_preview import page
from reread.server.rpc.errors import WorkerGoneError
from tests.server.lsp.editor import Editor, range_

TEXT = "x = bad\ndef f():\n    return 1\n"


class Worker:
    """Answers with one piece, or with an error."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.error: Exception | None = None

    async def context(self, *arguments: Any, **_: Any) -> list[Piece]:
        self.asked.append(arguments)
        if self.error is not None:
            raise self.error
        return [Piece(path="b.py", start_line=3, end_line=4, text="f()\n", reason="calls the change", name="g")]


@pytest.fixture
async def worker(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> Worker:
    stand_in = Worker()

    async def worker_for(folder: object) -> Worker:
        return stand_in

    monkeypatch.setattr(editor.server.background, "worker_for", worker_for)
    monkeypatch.setattr(editor.server.background, "settings_changed", lambda folder: None)
    editor.settings["index"]["enable"] = True
    return stand_in


async def start(editor: Editor, folder: Path, **settings: Any) -> str:
    uri = (folder / "a.py").as_uri()
    (folder / "a.py").write_text(TEXT)
    await editor.start(folder.as_uri(), **settings)
    editor.open(uri, TEXT)
    await editor.diagnostics(uri, 1)
    return uri


async def run(editor: Editor, *arguments: Any) -> None:
    await editor.request("workspace/executeCommand", {"command": "reread.showContext", "arguments": list(arguments)})


def content(shown: dict[str, Any]) -> str:
    return Path(shown["params"]["uri"].removeprefix("file://")).read_text()


async def test_the_page_opens_for_the_place_under_the_cursor(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path)
    await run(editor, {"uri": uri, "range": range_((2, 4), (2, 4))})
    shown = await editor.until(lambda message: message.get("method") == "window/showDocument")
    assert worker.asked == [(str(tmp_path), str(tmp_path / "a.py"), TEXT, 21, 21)]
    assert content(shown).startswith(
        "# What a review of `a.py`:3 would see\n\n## `b.py:3-4`\n\n`g`, calls the change\n"
    )


async def test_a_worker_that_is_gone_is_one_line(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path)
    worker.error = WorkerGoneError("the worker is not running")
    await run(editor, uri)
    await editor.until(lambda message: message.get("method") == "window/showMessage")
    assert editor.messages == ["Reread: the lookup failed: the worker is not running"]


async def test_without_a_document_it_asks_for_one(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    await editor.start(tmp_path.as_uri())
    await run(editor)
    await editor.until(lambda message: message.get("method") == "window/showMessage")
    assert editor.messages == ["Reread: open a file to see its context"]


async def test_the_menu_of_source_actions_offers_it(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path)
    actions = await editor.actions(uri, (1, 0), (1, 0), only=["source.reread"])
    assert [action["command"]["arguments"] for action in actions if "would see" in action["title"]] == [
        [uri, range_((1, 0), (1, 0))]
    ]


async def test_without_an_index_it_says_so(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    editor.settings["index"]["enable"] = False
    uri = await start(editor, tmp_path)
    assert "would see" not in str(await editor.actions(uri, (1, 0), (1, 0), only=["source.reread"]))
    await run(editor, uri)
    await editor.until(lambda message: message.get("method") == "window/showMessage")
    assert (editor.messages, worker.asked) == (["Reread: this file is not indexed"], [])


async def test_a_file_outside_of_all_folders_has_no_index(editor: Editor, worker: Worker) -> None:
    await editor.start(None)
    editor.open("file:///elsewhere/a.py", TEXT)
    await editor.diagnostics("file:///elsewhere/a.py", 1)
    await run(editor, "file:///elsewhere/a.py")
    await editor.until(lambda message: message.get("method") == "window/showMessage")
    assert (editor.messages, worker.asked) == (["Reread: this file is not indexed"], [])


def test_a_page_without_pieces_and_one_with_code_that_has_fences() -> None:
    assert page("a.py", 1, []).endswith("\n\nNo related code in the index.\n")
    text = "```python\nx\n```\n"
    shown = page("a.py", 1, [Piece(path="b.md", start_line=1, end_line=3, text=text, reason="r", truncated=True)])
    assert shown.endswith("## `b.md:1-3`\n\nr\n\n````\n```python\nx\n```\n````\n")
