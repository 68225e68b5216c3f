"""What the index says after a save and while you type, with a worker that says what the test wants."""

from __future__ import annotations

import asyncio
import subprocess
from pathlib import Path
from typing import Any

import pytest

from reread.analyzers.findings import Finding, Related, Severity, Source
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.text import Document, Span
from reread.server.lsp.analysis import index_findings
from reread.server.rpc.protocol import ChangedText, FileFindingsMessage, LookAtChange
from tests.server.lsp.conftest import WordEngine
from tests.server.lsp.editor import Editor

CALLER = "from a import one\n\none(1)\n"


class Worker:
    """Answers looks with what is in `found`; `requests` are what it was asked, each answered when `gate` is open."""

    def __init__(self) -> None:
        self.found: list[FileFindingsMessage] = []
        self.requests: list[LookAtChange] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.asked = asyncio.Event()

    async def findings(self, request: LookAtChange) -> list[FileFindingsMessage]:
        self.requests.append(request)
        self.asked.set()
        await self.gate.wait()
        return self.found

    async def index(self, folder: str, paths: Any = None) -> None:
        raise AssertionError("the index of these tests is the worker's own")

    def says(self, path: Path, text: str, message: str = "no longer fits") -> None:
        """From now on it says so about the word `one(` in the file."""
        start = text.index("one(")
        related = (Related(str(path.parent / "a.py"), 0, "its parameters are others since this change"),)
        finding = Finding(
            "index/call-mismatch",
            message,
            Span(start, start + 3),
            Severity.ERROR,
            Source.INDEX,
            related=related,
            fingerprint=message,
        )
        self.found = [FileFindingsMessage(path.name, Document("", text).sha256, (finding,))]


@pytest.fixture
async def worker(editor: Editor, engine: WordEngine, monkeypatch: pytest.MonkeyPatch) -> Worker:
    stand_in = Worker()
    engine.options = CheckOptions()  # type: ignore[attr-defined]
    editor.settings = {"index": {"enable": True}}

    async def worker_for(folder: object) -> Worker:
        return stand_in

    monkeypatch.setattr(editor.server.background, "worker_for", worker_for)
    monkeypatch.setattr(editor.server.background, "index", lambda folder, paths=None: None)
    return stand_in


@pytest.fixture
async def uri(editor: Editor, worker: Worker, repository: Path) -> str:
    """The changed file of a repository, open, and beside it a caller that is not open."""
    (repository / "b.py").write_text(CALLER)
    text = (repository / "a.py").read_text().replace("one()", "one(value)")
    (repository / "a.py").write_text(text)
    await editor.start(repository.as_uri())
    uri = (repository / "a.py").as_uri()
    editor.open(uri, text)
    await editor.diagnostics(uri, 1)
    return uri


def save(editor: Editor, uri: str) -> None:
    editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})


async def published(editor: Editor, uri: str, count: int = 1) -> list[dict[str, Any]]:
    """The diagnostics of a URI when there are `count` from the index."""

    def fits(message: dict[str, Any]) -> bool:
        params = message.get("params") or {}
        if message.get("method") != "textDocument/publishDiagnostics" or params["uri"] != uri:
            return False
        return len([found for found in params["diagnostics"] if found["code"].startswith("index/")]) == count

    after = max((n for n, message in enumerate(editor.sent) if fits(message)), default=len(editor.sent))
    found: list[dict[str, Any]] = (await editor.until(fits, after))["params"]["diagnostics"]
    return found


async def test_a_file_that_is_not_open_gets_a_diagnostic_that_points_at_the_definition(
    editor: Editor, worker: Worker, uri: str, repository: Path
) -> None:
    worker.says(repository / "b.py", CALLER)
    save(editor, uri)
    [found] = await published(editor, (repository / "b.py").as_uri())
    assert (found["severity"], found["range"]["start"]) == (1, {"line": 2, "character": 0})
    [related] = found["relatedInformation"]
    assert related["location"]["uri"] == uri
    assert related["message"] == "its parameters are others since this change"


async def test_asked_is_about_all_that_is_not_committed_with_the_text_of_the_editor(
    editor: Editor, worker: Worker, uri: str, repository: Path
) -> None:
    editor.change(uri, 2, (0, 0), (0, 0), "# not saved yet\n")
    save(editor, uri)
    await asyncio.wait_for(worker.asked.wait(), 120)
    by_path = {each.path: each for each in worker.requests[-1].files}
    old = "def one():\n    return maybe\n\n\ndef two():\n    return surely\n"
    assert by_path["a.py"] == ChangedText("a.py", old, "# not saved yet\n" + old.replace("one()", "one(value)"))
    assert by_path["b.py"] == ChangedText("b.py", None, CALLER)


async def test_files_that_are_gone_are_part_of_it_unless_they_are_open(
    editor: Editor, worker: Worker, uri: str, repository: Path
) -> None:
    old = "def one():\n    return maybe\n\n\ndef two():\n    return surely\n"
    (repository / "a.py").unlink()
    save(editor, uri)
    await asyncio.wait_for(worker.asked.wait(), 120)
    assert "a.py" not in {each.path for each in worker.requests[-1].files}
    editor.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    worker.asked.clear()
    editor.server.index_findings.look(editor.server.session.folder_of(str(repository / "a.py")))
    await asyncio.wait_for(worker.asked.wait(), 120)
    assert {each.path: each for each in worker.requests[-1].files}["a.py"] == ChangedText("a.py", old, None)


async def test_it_is_taken_away_when_the_next_look_finds_nothing(
    editor: Editor, worker: Worker, uri: str, repository: Path
) -> None:
    other = (repository / "b.py").as_uri()
    worker.says(repository / "b.py", CALLER)
    save(editor, uri)
    await published(editor, other)
    worker.found = []
    save(editor, uri)
    await published(editor, other, count=0)


async def test_it_follows_the_file_when_that_is_opened_and_moves_with_edits(
    editor: Editor, worker: Worker, uri: str, repository: Path
) -> None:
    other = (repository / "b.py").as_uri()
    worker.says(repository / "b.py", CALLER)
    save(editor, uri)
    await published(editor, other)
    editor.open(other, CALLER)
    [found] = [each for each in await editor.diagnostics(other, 1) if each["code"].startswith("index/")]
    editor.change(other, 2, (0, 0), (0, 0), "# above\n")
    [found] = [each for each in await editor.diagnostics(other, 2) if each["code"].startswith("index/")]
    assert found["range"]["start"]["line"] == 3
    editor.change(other, 3, (3, 0), (3, 3), "two")
    assert await editor.diagnostics(other, 3) == []


async def test_edits_made_while_it_was_asked_are_followed(
    editor: Editor, worker: Worker, uri: str, repository: Path
) -> None:
    other = (repository / "b.py").as_uri()
    editor.open(other, CALLER)
    await editor.diagnostics(other, 1)
    worker.gate.clear()
    worker.says(repository / "b.py", CALLER)
    save(editor, uri)
    await asyncio.wait_for(worker.asked.wait(), 120)
    editor.change(other, 2, (0, 0), (0, 0), "# above\n")
    worker.gate.set()
    [found] = await published(editor, other)
    assert found["range"]["start"]["line"] == 3


async def test_a_file_that_changed_on_disk_meanwhile_is_left_out(
    editor: Editor, worker: Worker, uri: str, repository: Path
) -> None:
    other = (repository / "b.py").as_uri()
    worker.says(repository / "b.py", CALLER)
    (repository / "b.py").write_text("# above\n" + CALLER)
    (repository / "c.py").write_text(CALLER)
    save(editor, uri)
    await asyncio.wait_for(worker.asked.wait(), 120)
    worker.says(repository / "c.py", CALLER)
    save(editor, uri)
    await published(editor, (repository / "c.py").as_uri())
    assert other not in editor.published


@pytest.mark.parametrize("settings", [{"index": {"enable": False}}, {"rules": {"enable": False}}, {"enable": False}])
async def test_switched_off_nothing_is_asked(
    editor: Editor, worker: Worker, repository: Path, settings: dict[str, Any]
) -> None:
    editor.settings = settings
    await editor.start(repository.as_uri())
    uri = (repository / "a.py").as_uri()
    editor.open(uri, "one = 1\n")
    save(editor, uri)
    editor.server.index_findings.look(editor.server.session.folder_of(str(repository / "a.py")))
    assert worker.requests == []


async def test_outside_of_a_repository_nothing_is_said(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    await editor.start(folder.as_uri())
    uri = (folder / "a.py").as_uri()
    editor.open(uri, "one = 1\n")
    await editor.diagnostics(uri, 1)
    save(editor, uri)
    await asyncio.gather(*editor.server.index_findings._running.values())
    assert worker.requests == []


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pause of the typing is long enough."""
    monkeypatch.setattr(index_findings, "PAUSE", 0.01)


@pytest.fixture
async def committed(editor: Editor, worker: Worker, repository: Path, soon: None) -> str:
    """The file of a repository, open as it was committed, and beside it a caller that is not open."""
    (repository / "b.py").write_text(CALLER)
    uri = (repository / "a.py").as_uri()
    await editor.start(repository.as_uri())
    editor.open(uri, (repository / "a.py").read_text())
    await editor.diagnostics(uri, 1)
    return uri


async def test_what_is_typed_and_not_saved_is_told_and_taken_back_when_it_is_undone(
    editor: Editor, worker: Worker, committed: str, repository: Path
) -> None:
    old, other = (repository / "a.py").read_text(), repository / "b.py"
    worker.says(other, CALLER)
    editor.change(committed, 2, (0, 8), (0, 8), "value")
    await published(editor, other.as_uri())
    by_path = {each.path: each for each in worker.requests[-1].files}
    assert by_path["a.py"] == ChangedText("a.py", old, old.replace("one()", "one(value)"))
    worker.found = []
    editor.change(committed, 3, (0, 8), (0, 13), "")
    await published(editor, other.as_uri(), count=0)
    assert [each.path for each in worker.requests[-1].files] == ["b.py"]


async def test_a_file_that_is_not_on_disk_yet_is_new(
    editor: Editor, worker: Worker, committed: str, repository: Path
) -> None:
    uri = (repository / "new.py").as_uri()
    editor.open(uri, "")
    editor.change(uri, 2, (0, 0), (0, 0), CALLER)
    await asyncio.wait_for(worker.asked.wait(), 120)
    assert ChangedText("new.py", None, CALLER) in worker.requests[-1].files


async def test_a_file_that_is_closed_unsaved_counts_as_it_is_on_disk(
    editor: Editor, worker: Worker, committed: str, repository: Path
) -> None:
    other = repository / "b.py"
    worker.says(other, CALLER)
    editor.change(committed, 2, (0, 8), (0, 8), "value")
    await published(editor, other.as_uri())
    worker.found = []
    editor.notify("textDocument/didClose", {"textDocument": {"uri": committed}})
    await published(editor, other.as_uri(), count=0)
    assert [each.path for each in worker.requests[-1].files] == ["b.py"]


async def test_half_typed_text_is_not_asked_about(
    editor: Editor, worker: Worker, committed: str, repository: Path
) -> None:
    editor.change(committed, 2, (0, 7), (0, 9), "(value")
    await editor.diagnostics(committed, 2)
    folder = editor.server.session.folder_of(str(repository / "a.py"))
    editor.server.index_findings._look_unsaved(folder)
    assert editor.server.index_findings._running == {}
    editor.change(committed, 3, (0, 13), (0, 13), ")")
    await asyncio.wait_for(worker.asked.wait(), 120)
    assert "one(value):" in {each.path: each.new or "" for each in worker.requests[0].files}["a.py"]


@pytest.mark.parametrize("run", ["on-save", "manual"])
async def test_where_rules_do_not_run_while_you_type_the_index_is_not_asked_either(
    editor: Editor, worker: Worker, repository: Path, run: str
) -> None:
    editor.settings = {"index": {"enable": True}, "run": run}
    await editor.start(repository.as_uri())
    uri = (repository / "a.py").as_uri()
    editor.open(uri, (repository / "a.py").read_text())
    loading = editor.server.configuration._task
    assert loading is not None
    await loading
    editor.change(uri, 2, (0, 8), (0, 8), "value")
    assert editor.server.index_findings._pauses == {}


async def test_what_the_rules_say_of_a_file_stays_when_the_index_takes_back_its_own(
    editor: Editor, worker: Worker, repository: Path
) -> None:
    text = f"{CALLER}bad\n"
    (repository / "b.py").write_text(text)
    editor.settings = {"index": {"enable": True}, "workspaceFilesPerMinute": 60_000}
    await editor.start(repository.as_uri())
    other, uri = (repository / "b.py").as_uri(), (repository / "a.py").as_uri()
    editor.open(uri, (repository / "a.py").read_text())
    await editor.diagnostics(other)
    worker.says(repository / "b.py", text)
    save(editor, uri)
    assert len(await published(editor, other)) == 2
    worker.found = []
    save(editor, uri)
    [left] = await published(editor, other, count=0)
    assert left["code"] == "bad-word"


async def test_after_a_checkout_of_an_open_file_nothing_is_left_of_the_change(
    editor: Editor, worker: Worker, uri: str, repository: Path, soon: None
) -> None:
    other = repository / "b.py"
    worker.says(other, CALLER)
    save(editor, uri)
    await published(editor, other.as_uri())
    await asyncio.to_thread(subprocess.run, ["git", "checkout", "-q", "a.py"], cwd=repository, check=True)
    worker.found = []
    editor.edit(uri, 2, [{"text": (repository / "a.py").read_text()}])
    await published(editor, other.as_uri(), count=0)
    assert [each.path for each in worker.requests[-1].files] == ["b.py"]
