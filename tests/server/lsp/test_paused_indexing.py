"""Indexing paused from the editor, and an index that another process writes, with a worker that says what is so."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from reread.rag.index import pause
from reread.rag.results import IndexProgress, IndexReport
from reread.server.lsp.analysis import paused_indexing
from reread.server.lsp.client.progress import duration
from reread.server.rpc.errors import WorkerGoneError
from tests.server.lsp.editor import Editor


class Worker:
    """Indexes nothing; `reports` are its next answers, and after them all is well. `asked` are the paths of each."""

    def __init__(self) -> None:
        self.reports: list[IndexReport] = []
        self.asked: list[Any] = []
        self.whole = asyncio.Event()

    async def index(self, folder: str, paths: Any = None) -> IndexReport:
        self.asked.append(paths)
        if pause.is_paused(folder):
            return IndexReport(folder=folder, paused=True)
        report = self.reports.pop(0) if self.reports else IndexReport(folder=folder)
        if paths is None and not report.read_only:
            self.whole.set()
        return report


@pytest.fixture
async def worker(editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Worker:
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(paused_indexing, "LOOK_AGAIN", 0)
    stand_in = Worker()

    async def worker_for(folder: object) -> Worker:
        return stand_in

    background = editor.server.background
    monkeypatch.setattr(background, "worker_for", worker_for)
    monkeypatch.setattr(background, "settings_changed", lambda folder: None)
    monkeypatch.setattr(editor.server.index_findings, "look", lambda folder: None)
    return stand_in


async def command(editor: Editor, name: str) -> None:
    await editor.request("workspace/executeCommand", {"command": name, "arguments": []})


async def message_of(editor: Editor, words: str) -> None:
    await editor.until(lambda sent: words in str(sent.get("params", {}).get("message", "")))


async def nobody_waits(editor: Editor) -> None:
    async with asyncio.timeout(120):
        while True:
            if not any("waiting" in name for name in editor.server.session.tasks.names):
                return
            await asyncio.sleep(0)


async def test_a_pause_is_told_once_and_a_resumption_indexes_all(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    await editor.start(tmp_path.as_uri())
    pause.pause(str(tmp_path))
    for _ in range(2):
        await command(editor, "reread.index")
        await message_of(editor, "is paused")
    assert len(editor.messages) == 1
    assert not worker.whole.is_set()
    await command(editor, "reread.resumeIndexing")
    async with asyncio.timeout(120):
        await worker.whole.wait()
    assert not pause.is_paused(str(tmp_path))


async def test_the_command_pauses_every_folder(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    await editor.start(*(folder.as_uri() for folder in folders))
    await command(editor, "reread.pauseIndexing")
    await message_of(editor, "one is paused")
    await message_of(editor, "two is paused")
    assert all(pause.is_paused(str(folder)) for folder in folders)


async def test_a_pause_is_told_once_whoever_finds_it_and_anew_after_a_resumption(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    await editor.start(tmp_path.as_uri())
    await command(editor, "reread.pauseIndexing")
    await command(editor, "reread.index")
    await message_of(editor, f"indexing of {tmp_path.name} is paused; resume it with the command Resume Indexing")
    assert len(editor.messages) == 1
    seen = len(editor.sent)
    await command(editor, "reread.resumeIndexing")
    async with asyncio.timeout(120):
        await worker.whole.wait()
    await command(editor, "reread.pauseIndexing")
    await editor.until(lambda sent: "is paused" in str(sent.get("params", {}).get("message", "")), seen)


async def test_a_pause_that_ended_elsewhere_is_noticed(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    await editor.start(tmp_path.as_uri())
    pause.pause(str(tmp_path))
    await command(editor, "reread.index")
    await message_of(editor, "is paused")
    pause.resume(str(tmp_path))
    async with asyncio.timeout(120):
        await worker.whole.wait()


async def test_when_the_writer_has_ended_this_process_takes_over(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    worker.reports = [IndexReport(folder=str(tmp_path), read_only=True)] * 4
    await editor.start(tmp_path.as_uri())
    await command(editor, "reread.index")
    async with asyncio.timeout(120):
        await worker.whole.wait()
    assert worker.asked == [None, (), (), (), (), None]
    assert editor.messages == []


async def test_a_worker_that_is_gone_is_not_waited_for(
    editor: Editor, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await editor.start(tmp_path.as_uri())
    asked = asyncio.Event()

    async def gone(folder: str, paths: Any = None) -> IndexReport:
        if paths is None:
            return IndexReport(folder=folder, read_only=True)
        asked.set()
        raise WorkerGoneError("it died")

    monkeypatch.setattr(worker, "index", gone)
    await command(editor, "reread.index")
    async with asyncio.timeout(120):
        await asked.wait()
    await nobody_waits(editor)


async def test_a_folder_that_is_closed_is_not_waited_for(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    await editor.start(tmp_path.as_uri())
    pause.pause(str(tmp_path))
    await command(editor, "reread.index")
    await message_of(editor, "is paused")
    (folder,) = editor.server.session.folders.values()
    editor.server.background.close_folder(folder)
    await nobody_waits(editor)
    pause.resume(str(tmp_path))
    assert None not in worker.asked[1:]


async def test_a_pause_that_cannot_be_noted_is_told(
    editor: Editor, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "file" / "below"))
    await editor.start(tmp_path.as_uri())
    await command(editor, "reread.pauseIndexing")
    await message_of(editor, "not a directory")


async def test_progress_says_how_fast_it_goes_and_how_long_it_takes(
    editor: Editor, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await editor.start(tmp_path.as_uri())

    async def index(folder: str, paths: Any = None) -> IndexReport:
        news = IndexProgress(folder=folder, done=20, total=80, rate=1234.5, seconds_left=61.2)
        editor.server.background._show_progress(news)
        return IndexReport(folder=folder)

    monkeypatch.setattr(worker, "index", index)
    await command(editor, "reread.index")
    shown = await editor.until(lambda sent: sent.get("params", {}).get("value", {}).get("kind") == "report")
    assert shown["params"]["value"]["percentage"] == 25
    assert shown["params"]["value"]["message"] == "20 of 80 files, 1,234 chunks/s, 61 s left"


@pytest.mark.parametrize(("seconds", "said"), [(0.2, "1 s"), (89.4, "89 s"), (90, "2 min"), (600, "10 min")])
def test_a_time_as_a_person_says_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said
