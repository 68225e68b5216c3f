"""Documents that nobody works on let go of what the next analysis goes on from; nobody sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from reread.server.lsp.analysis import cross_file, resting
from reread.server.lsp.documents.session import OpenDocument
from tests.server.lsp.editor import Editor
from tests.server.lsp.test_cross_file import APP, SHELL

CODE = "import os\nfrom flask import request\n\n\ndef run():\n    os.system(request.args['name'])\n"
URIS = [f"file:///nowhere/{name}.py" for name in "abc"]


class Rests:
    """Waits until a document rests."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(resting, "PAUSE", 0.01)
        monkeypatch.setattr(resting, "MOST_AWAKE", 1)
        monkeypatch.setattr(cross_file, "PAUSE", 0.01)
        self.rested: list[str] = []
        self._changed = asyncio.Event()
        rest: Callable[[OpenDocument], None] = OpenDocument.rest

        def noted(opened: OpenDocument) -> None:
            rest(opened)
            self.rested.append(opened.document.uri)
            self._changed.set()

        monkeypatch.setattr(OpenDocument, "rest", noted)

    async def until(self, *uris: str) -> None:
        async with asyncio.timeout(60):
            while not set(uris) <= set(self.rested):
                self._changed.clear()
                await self._changed.wait()


def lines(told: list[dict[str, object]]) -> list[int]:
    return [each["range"]["start"]["line"] for each in told]  # type: ignore[index]


async def test_those_used_last_stay_awake_and_the_others_answer_as_before(
    real_editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests = Rests(monkeypatch)
    await real_editor.start("file:///nowhere")
    for uri in URIS:
        real_editor.open(uri, CODE)
    await rests.until(*URIS[:2])
    first, last = (real_editor.server.session.document(uri) for uri in (URIS[0], URIS[2]))
    assert first is not None and last is not None
    assert first.at_rest and first.current and not last.at_rest
    before = first.findings()
    assert [finding.rule for finding in before]

    rests.rested.clear()
    real_editor.change(URIS[0], 2, (3, 0), (3, 0), "\n")
    assert lines(await real_editor.diagnostics(URIS[0], 2)) == [6]
    assert not first.at_rest
    await rests.until(URIS[2])
    assert last.at_rest


async def test_a_code_action_of_a_document_at_rest_has_its_tree(
    real_editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests = Rests(monkeypatch)
    await real_editor.start("file:///nowhere")
    for uri in URIS[:2]:
        real_editor.open(uri, CODE)
    await rests.until(URIS[0])
    actions = await real_editor.actions(URIS[0], (5, 4), (5, 4))
    assert any("gnore" in action["title"] for action in actions)
    opened = real_editor.server.session.document(URIS[0])
    assert opened is not None and not opened.at_rest


async def test_what_another_file_makes_of_a_document_at_rest_is_told_when_that_is_saved(
    real_editor: Editor, monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    rests = Rests(monkeypatch)
    app, shell = (tmp_path / "app.py").as_uri(), (tmp_path / "shell.py").as_uri()
    (tmp_path / "reread.toml").write_text('[rules]\nprofile = "standard"\n')
    (tmp_path / "shell.py").write_text("def run(command):\n    pass\n")
    await real_editor.start(tmp_path.as_uri())
    real_editor.open(app, APP)
    real_editor.open(shell, "def run(command):\n    pass\n")
    await rests.until(app)
    (tmp_path / "shell.py").write_text(SHELL)
    real_editor.edit(shell, 2, [{"text": SHELL}])
    real_editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": shell, "type": 2}]})
    told = await real_editor.until(
        lambda message: (
            message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["uri"] == app
            and message["params"]["diagnostics"]
        )
    )
    assert lines(told["params"]["diagnostics"]) == [5]


async def test_a_document_that_is_looked_at_wakes_and_one_whose_findings_are_asked_for_does_not(
    real_editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests = Rests(monkeypatch)
    await real_editor.start("file:///nowhere")
    for uri in URIS:
        real_editor.open(uri, CODE)
    await rests.until(*URIS[:2])
    opened = real_editor.server.session.document(URIS[0])
    assert opened is not None
    await real_editor.server.schedule.settled(opened)
    assert opened.at_rest
    place = {"line": 5, "character": 4}
    shown = await real_editor.request("textDocument/hover", {"textDocument": {"uri": URIS[0]}, "position": place})
    assert "command" in str(shown)
    await rests.until(*URIS)  # Now the last one is another than that.
    assert not opened.at_rest
