"""Rules of the workspace while they are written: problems in the file itself, and live reload."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reread.server import engines
from reread.server.lsp.analysis import configuration
from reread.server.lsp.features import watch
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
    assert (wrong["code"], wrong["message"]) == (
        "any/rule-file-problem",
        "rule no-nap: patern: `patern` is not supported",
    )
    column = RULE.split("\n")[1].index("pattern:")
    assert wrong["range"] == {"start": {"line": 1, "character": column}, "end": {"line": 1, "character": column + 6}}
    editor.change(uri, 2, (1, column + 2), (1, column + 2), "t")
    assert await editor.diagnostics(uri, 2) == []


async def test_open_documents_follow_a_rule_that_changes_on_disk(editor: Editor, workspace: Path) -> None:
    await editor.start(workspace.as_uri())
    uri = (workspace / "a.py").as_uri()
    editor.open(uri, "import nap, rest; nap(1)\nrest(1)\n")
    assert [found["range"]["start"]["line"] for found in await editor.diagnostics(uri, 1)] == [0]
    seen = len(editor.sent)
    rule = workspace / ".reread" / "rules" / "own.yaml"
    rule.write_text(RULE.replace("nap(...)", "rest(...)"))
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": rule.as_uri(), "type": 2}]})
    again = await editor.until(lambda message: message.get("method") == "textDocument/publishDiagnostics", seen)
    assert [found["range"]["start"]["line"] for found in again["params"]["diagnostics"]] == [1]


@pytest.mark.parametrize("gone", [".reread", ".reread/rules"])
async def test_the_folder_of_the_rules_may_be_all_that_is_told(editor: Editor, workspace: Path, gone: str) -> None:
    await editor.start(workspace.as_uri())
    uri = (workspace / "a.py").as_uri()
    editor.open(uri, "import nap; nap(1)\n")
    assert await editor.diagnostics(uri, 1)
    seen = len(editor.sent)
    shutil.rmtree(workspace / gone)
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": (workspace / gone).as_uri(), "type": 3}]})
    again = await editor.until(lambda message: message.get("method") == "textDocument/publishDiagnostics", seen)
    assert again["params"]["diagnostics"] == []


async def test_a_saved_rule_is_followed_though_no_change_on_disk_was_told(editor: Editor, workspace: Path) -> None:
    await editor.start(workspace.as_uri(), {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
    uri, rule = (workspace / "a.py").as_uri(), workspace / ".reread" / "rules" / "own.yaml"
    editor.open(rule.as_uri(), RULE, "yaml")
    editor.open(uri, "import nap; nap(1)\n")
    assert await editor.diagnostics(uri, 1)
    seen = len(editor.sent)
    rule.write_text("rules: []\n")
    editor.notify("textDocument/didSave", {"textDocument": {"uri": rule.as_uri()}})
    again = await editor.until(lambda message: message.get("params", {}).get("uri") == uri, seen)
    assert again["params"]["diagnostics"] == []


@pytest.mark.parametrize(
    ("path", "rules"),
    [
        ("/w/.reread", True),
        ("/w/.reread/rules", True),
        ("/w/.reread/rules/a.yaml", True),
        ("/w/.reread/rules/sub/a.yaml", True),
        ("/w/.reread/other", False),
        ("/w/.reread.toml", False),
        ("/w/rules", False),
        ("/w/a.py", False),
    ],
)
def test_paths_of_rules(path: str, rules: bool) -> None:
    assert watch.of_rules(path) is rules
