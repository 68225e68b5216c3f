"""Known findings in the editor: hints, and the same answer as everywhere else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reread.server import engines
from reread.server.known import BASELINE, baseline
from reread.server.lsp.analysis import configuration
from tests.server.lsp.editor import Editor

RULE = "rules:\n- {id: no-nap, languages: [python], severity: ERROR, message: No naps., pattern: nap(...)}\n"
OLD = "def rest(nap):\n    nap(1)\n"
NEW = "import os\n\n\ndef rest(nap):\n    nap(2)\n    nap(1)\n"
HINT, ERROR = 4, 1


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reread.server", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> Path:
    """A repository with one known finding, and an editor that loads rules for real."""
    monkeypatch.setattr(configuration, "load_engine", engines.load_engine)
    monkeypatch.setenv("REREAD_CACHE_DIR", str(own_cache))
    folder = tmp_path / "work"
    (folder / ".reread" / "rules").mkdir(parents=True)
    (folder / ".reread" / "rules" / "own.yaml").write_text(RULE)
    (folder / "a.py").write_text(OLD)
    assert run(folder, "baseline", "create").returncode == 0
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "start")
    return folder


def severities(diagnostics: list[dict]) -> list[tuple[int, int]]:
    return [(found["range"]["start"]["line"], found["severity"]) for found in diagnostics]


def new(result: subprocess.CompletedProcess[str]) -> tuple[int, list[tuple[int, bool]]]:
    assert result.returncode in (0, 1), result.stderr
    findings = json.loads(result.stdout)["findings"]
    return result.returncode, [(found["start"]["line"] - 1, found["new"]) for found in findings]


async def test_what_is_known_is_a_hint_and_stays_one_while_text_changes_around_it(editor: Editor, workspace: Path):
    await editor.start(workspace.as_uri())
    uri = (workspace / "a.py").as_uri()
    editor.open(uri, OLD)
    assert severities(await editor.diagnostics(uri, 1)) == [(1, HINT)]
    editor.change(uri, 2, (0, 0), (0, 0), "x = 1\n")
    assert severities(await editor.diagnostics(uri, 2)) == [(2, HINT)]
    editor.change(uri, 3, (2, 8), (2, 9), "3")
    assert severities(await editor.diagnostics(uri, 3)) == [(2, ERROR)]


async def test_a_baseline_that_changes_on_disk_is_in_force_at_once(editor: Editor, workspace: Path):
    await editor.start(workspace.as_uri())
    uri = (workspace / "a.py").as_uri()
    editor.open(uri, OLD)
    await editor.diagnostics(uri, 1)
    seen = len(editor.sent)
    (workspace / BASELINE).write_text(baseline.written({}))
    changes = [{"uri": (workspace / BASELINE).as_uri(), "type": 2}]
    editor.notify("workspace/didChangeWatchedFiles", {"changes": changes})
    again = await editor.until(lambda message: message.get("method") == "textDocument/publishDiagnostics", seen)
    assert severities(again["params"]["diagnostics"]) == [(1, ERROR)]


async def test_a_broken_baseline_is_told_and_everything_is_new(editor: Editor, workspace: Path):
    (workspace / BASELINE).write_text("{")
    await editor.start(workspace.as_uri())
    uri = (workspace / "a.py").as_uri()
    editor.open(uri, OLD)
    assert severities(await editor.diagnostics(uri, 1)) == [(1, ERROR)]
    assert any("no baseline" in str(message) for message in editor.sent)


@pytest.mark.slow
async def test_the_same_content_gets_the_same_answer_everywhere(editor: Editor, workspace: Path):
    """In the editor, on the command line, in the hook and in CI, and in the file as it is renamed."""
    await editor.start(workspace.as_uri())
    git(workspace, "checkout", "-q", "-b", "change")
    for name in ("a.py", "renamed.py"):
        if name != "a.py":
            git(workspace, "mv", "a.py", name)
        (workspace / name).write_text(NEW)
        git(workspace, "add", ".")
        uri = (workspace / name).as_uri()
        editor.open(uri, NEW)
        in_editor = [(line, severity != HINT) for line, severity in severities(await editor.diagnostics(uri, 1))]
        answer = (1, [(4, True), (5, False)])
        assert answer == (int(any(is_new for _, is_new in in_editor)), in_editor)
        assert answer == new(run(workspace, "check", "--format", "json", name))
        assert answer == new(run(workspace, "check", "--format", "json", "--hook", name))
        assert answer == new(run(workspace, "check", "--format", "json", "--base", "main"))
        assert answer == new(run(workspace, "review", "--no-model", "--format", "json", "--staged"))


async def test_accepting_findings_counts_them_first_and_writes_only_when_told(editor: Editor, workspace: Path):
    await editor.start(workspace.as_uri())
    (workspace / "b.py").write_text(OLD)
    before = (workspace / BASELINE).read_text()
    place = {"uri": workspace.as_uri()}
    counted = await editor.request("reread/acceptFindings", place)
    assert counted == {"folder": workspace.as_uri(), "findings": 2, "added": 1, "removed": 0}
    assert (workspace / BASELINE).read_text() == before
    assert await editor.request("reread/acceptFindings", {**place, "write": True}) == counted
    assert "b.py" in (workspace / BASELINE).read_text()


async def test_a_first_baseline_is_made_after_a_question_that_says_how_many(editor: Editor, workspace: Path):
    (workspace / BASELINE).unlink()
    editor.answers["window/showMessageRequest"] = lambda params: params["actions"][0]
    await editor.start(workspace.as_uri())
    await editor.request("workspace/executeCommand", {"command": "reread.acceptFindings", "arguments": []})
    await editor.until(lambda message: "known findings: 1" in str(message))
    [question] = [each for each in editor.sent if each.get("method") == "window/showMessageRequest"]
    assert "accept all findings as known: 1 (1 not yet known)?" in question["params"]["message"]
    assert (workspace / BASELINE).exists()


async def test_findings_are_accepted_in_a_folder_only(editor: Editor):
    await editor.start()
    assert "open a folder" in (await editor.request("reread/acceptFindings", {}))["problem"]
