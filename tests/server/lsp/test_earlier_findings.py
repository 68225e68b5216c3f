"""What was found in a file when it was last open is shown before the rules are loaded, and never of anything else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from reread.analyzers import retention
from reread.server.lsp.analysis import configuration, cross_file
from reread.server.lsp.analysis.earlier_findings import EarlierFindings
from reread.server.settings import Settings
from tests.server.lsp.conftest import running_editor
from tests.server.lsp.editor import Editor

CODE = "import os\nfrom flask import request\n\n\ndef run():\n    name = request.args['name']\n    os.system(name)\n"
OTHER = CODE.replace("'name'", "'other'")
FILE = "app.py"


class Rules:
    """The rules of a server, which are loaded once they are `released`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._released = threading.Event()
        self._load = configuration.load_engine
        monkeypatch.setattr(configuration, "load_engine", self._wait)

    def _wait(self, folder: str, settings: Settings) -> Any:
        self._released.wait()
        return self._load(folder, settings)

    def hold(self) -> None:
        self._released.clear()

    def release(self) -> None:
        self._released.set()


class Looks:
    """Waits until a server has looked for what is known of its open documents."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.over = asyncio.Event()
        show: Callable[..., Any] = EarlierFindings.show

        async def noted(earlier: EarlierFindings, folder: Any) -> None:
            await show(earlier, folder)
            if folder.path:
                self.over.set()

        monkeypatch.setattr(EarlierFindings, "show", noted)


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Iterator[Rules]:
    held = Rules(monkeypatch)
    yield held
    held.release()


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / FILE).write_text(CODE)
    return folder


def stored() -> list[Path]:
    place = Path(retention.OPENED.place)
    return sorted(place.iterdir()) if place.is_dir() else []


async def settle(editor: Editor, uri: str) -> None:
    opened = editor.server.session.document(uri)
    assert opened is not None
    await opened.folder.loaded.wait()
    await editor.server.schedule.settled(opened)
    await written()


async def written() -> None:
    """Waits until what is to be kept is on disk."""
    tasks = [task for task in asyncio.all_tasks() if task.get_name() == "findings for the next time"]
    if tasks:
        await asyncio.wait(tasks)


async def use(
    workspace: Path, text: str = CODE, edits: Callable[[Editor, str], None] = lambda editor, uri: None
) -> None:
    """Have the file open in an editor until all is found, and go away."""
    async with running_editor() as editor:
        await editor.start(workspace.as_uri())
        uri = (workspace / FILE).as_uri()
        editor.open(uri, text)
        await settle(editor, uri)
        edits(editor, uri)
        await settle(editor, uri)


@asynccontextmanager
async def opened_again(workspace: Path, rules: Rules, text: str = CODE) -> AsyncIterator[tuple[Editor, str]]:
    """An editor that opens the file after another one has, while the rules are still being loaded; and its URI."""
    rules.release()
    await use(workspace)
    rules.hold()
    async with running_editor() as editor:
        await editor.start(workspace.as_uri())
        uri = (workspace / FILE).as_uri()
        editor.open(uri, text)
        yield editor, uri


def lines(told: list[dict[str, Any]]) -> list[int]:
    return [each["range"]["start"]["line"] for each in told]


async def test_it_is_shown_before_the_rules_are_loaded_and_stays(
    workspace: Path, rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened_again(workspace, rules) as (editor, uri):
        assert lines(await editor.diagnostics(uri)) == [6]
        rules.release()
        await settle(editor, uri)
        opened = editor.server.session.document(uri)
        assert opened is not None and opened.analysis is not None and opened.recalled is None
        # That value has to be followed: the first look of the rules does not know of it yet, and nobody sees that.
        assert [lines(told["diagnostics"]) for told in editor.published[uri]] == [[6]]


@pytest.mark.parametrize(
    "change",
    [
        lambda workspace: (workspace / "reread.toml").write_text('[rules]\nignore = ["command-injection"]\n'),
        lambda workspace: (workspace / "reread.toml").write_text('exclude = ["app.py"]\n'),
        lambda workspace: workspace.with_name("config.toml").write_text("enable = false\n"),
        lambda workspace: workspace.with_name("config.toml").write_text("[rules]\nenable = false\n"),
        lambda workspace: workspace.with_name("config.toml").write_text('run = "manual"\n'),
        lambda workspace: (workspace / ".reread" / "rules" / "own.yaml").write_text("rules: []\n# changed\n"),
        lambda workspace: stored()[0].write_bytes(b"damaged"),
        lambda workspace: stored()[0].unlink(),
    ],
)
async def test_nothing_is_shown_that_need_not_hold_any_more(
    workspace: Path, rules: Rules, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    (workspace / ".reread" / "rules").mkdir(parents=True)
    (workspace / ".reread" / "rules" / "own.yaml").write_text("rules: []\n")
    rules.release()
    await use(workspace)
    assert len(stored()) == 1
    rules.hold()
    change(workspace)
    looks = Looks(monkeypatch)
    async with running_editor() as editor:
        await editor.start(workspace.as_uri())
        uri = (workspace / FILE).as_uri()
        editor.open(uri, CODE)
        await looks.over.wait()
        assert uri not in editor.published
        rules.release()


async def test_another_text_is_not_known(workspace: Path, rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened_again(workspace, rules, OTHER) as (editor, uri):
        looks = Looks(monkeypatch)
        await looks.over.wait()
        assert uri not in editor.published
        rules.release()
        assert lines((await editor.until(_found))["params"]["diagnostics"]) == [6]


def _found(message: dict[str, Any]) -> bool:
    return message.get("method") == "textDocument/publishDiagnostics" and bool(message["params"]["diagnostics"])


async def test_what_is_typed_meanwhile_moves_it(workspace: Path, rules: Rules) -> None:
    async with opened_again(workspace, rules) as (editor, uri):
        await editor.diagnostics(uri)
        editor.change(uri, 2, (0, 0), (0, 0), "import sys\n")
        rules.release()
        await settle(editor, uri)
        assert lines(editor.published[uri][-1]["diagnostics"])[-1] == 7
        assert editor.published[uri][-1]["version"] == 2


async def test_a_question_about_it_waits_for_the_rules(workspace: Path, rules: Rules) -> None:
    async with opened_again(workspace, rules) as (editor, uri):
        await editor.diagnostics(uri)
        place = {"textDocument": {"uri": uri}, "position": {"line": 6, "character": 6}}
        asked = asyncio.create_task(editor.request("textDocument/hover", place))
        await asyncio.sleep(0)
        assert not asked.done()
        rules.release()
        assert "command" in (await asked)["contents"]["value"]


async def test_a_text_that_is_not_saved_is_not_kept(workspace: Path) -> None:
    await use(workspace)
    before = stored()[0].read_bytes()

    def edit(editor: Editor, uri: str) -> None:
        editor.change(uri, 2, (0, 0), (0, 0), "import sys\n")

    await use(workspace, edits=edit)
    assert stored()[0].read_bytes() == before

    def save(editor: Editor, uri: str) -> None:
        edit(editor, uri)
        editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})

    await use(workspace, edits=save)
    assert stored()[0].read_bytes() != before


async def test_what_depends_on_another_file_is_not_kept(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cross_file, "PAUSE", 0.01)
    (workspace / "shell.py").write_text("import os\n\n\ndef run(command):\n    os.system('ls ' + command)\n")
    text = "from flask import request\nfrom shell import run\n\n\ndef view():\n    run(request.args['name'])\n"
    async with running_editor() as editor:
        await editor.start(workspace.as_uri())
        uri = (workspace / FILE).as_uri()
        editor.open(uri, text)
        await editor.until(_found)
        await written()
        before = [path.read_bytes() for path in stored()]
        editor.change(uri, 2, (0, 0), (0, 0), "import sys\n")
        editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        await settle(editor, uri)
        assert [path.read_bytes() for path in stored()] == before


async def test_nothing_of_the_text_is_on_the_disk(workspace: Path) -> None:
    secret = "ghp_" + "J7mQ2xVb9TzKc4Rw8LsPd3Yf6HnGa1Ue5Xok"
    text = f'TOKEN = "{secret}"\n' + CODE
    (workspace / FILE).write_text(text)
    await use(workspace, text)
    (kept,) = stored()
    assert len(kept.read_bytes()) > 200
    assert secret.encode() not in kept.read_bytes() and b"os.system(name)" not in kept.read_bytes()


async def test_outside_of_a_workspace_nothing_is_kept(workspace: Path) -> None:
    async with running_editor() as editor:
        await editor.start()
        uri = (workspace / FILE).as_uri()
        editor.open(uri, CODE)
        await settle(editor, uri)
    assert stored() == []
