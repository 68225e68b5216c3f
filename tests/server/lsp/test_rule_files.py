"""Rules of the workspace while they are written: problems in the file itself, and live reload."""

from __future__ import annotations

from pathlib import Path

import pytest

from reread.server import engines
from reread.server.lsp import configuration
from tests.server.lsp.editor import Editor

RULE = "rules:\n- {id: no-nap, languages: [python], severity: ERROR, message: No naps., pattern: nap(...)}\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with rules of its own, and an editor that loads rules for real."""
    monkeypatch.setattr(configuration, "load_engine", engines.load_engine)
    (tmp_path / ".reread" / "rules").mkdir(parents=True)
    (tmp_path / ".reread" / "rules" / "own.yaml").write_text(RULE)
    return tmp_path


async def test_a_mistake_in_a_rule_file_is_shown_in_it_as_it_is_typed(editor: Editor, workspace: Path) -> None:
    await editor.start(workspace.as_uri())
    uri = (workspace / ".reread" / "rules" / "own.yaml").as_uri()
    editor.open(uri, RULE.replace("pattern:", "patern:"), "yaml")
    [wrong] = await editor.diagnostics(uri, 1)
    assert (wrong["code"], wrong["message"]) == ("rule-file-problem", "rule no-nap: patern: `patern` is not supported")
    column = RULE.split("\n")[1].index("pattern:")
    assert wrong["range"] == {"start": {"line": 1, "character": column}, "end": {"line": 1, "character": column + 6}}
    editor.change(uri, 2, (1, column + 2), (1, column + 2), "t")
    assert await editor.diagnostics(uri, 2) == []


async def test_open_documents_follow_a_rule_that_changes_on_disk(editor: Editor, workspace: Path) -> None:
    await editor.start(workspace.as_uri())
    uri = (workspace / "a.py").as_uri()
    editor.open(uri, "nap(1)\nrest(1)\n")
    assert [found["range"]["start"]["line"] for found in await editor.diagnostics(uri, 1)] == [0]
    seen = len(editor.sent)
    rule = workspace / ".reread" / "rules" / "own.yaml"
    rule.write_text(RULE.replace("nap(...)", "rest(...)"))
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": rule.as_uri(), "type": 2}]})
    again = await editor.until(lambda message: message.get("method") == "textDocument/publishDiagnostics", seen)
    assert [found["range"]["start"]["line"] for found in again["params"]["diagnostics"]] == [1]
