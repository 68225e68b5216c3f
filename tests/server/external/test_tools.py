"""Running other tools: only those of a person's own settings, in workspaces that they are trusted with."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reread.server.external.tools import Ready, ask, presets, ready
from reread.server.settings import ExternalTool

SARIF = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[%s]}]}'
RESULT = (
    '{"ruleId":"r","message":{"text":"m"},"locations":[{"physicalLocation":'
    '{"artifactLocation":{"uri":"%s"},"region":{"startLine":1}}}]}'
)


def tool(script: str, *files: str, timeout: float = 60) -> Ready:
    return Ready("t", (sys.executable, "-c", script, "{files}"), files, timeout)


def test_every_preset_is_a_setting_and_fetches_nothing():
    for name, (command, *_) in presets().items():
        made = ExternalTool(preset=name, folders=("/w",))
        assert ready([made], "/w")[0].command == command
        assert "auto" not in command and "--update" not in command


def test_a_tool_runs_only_in_folders_that_it_is_trusted_with(tmp_path):
    made = ExternalTool(preset="ruff", folders=(str(tmp_path / "mine"),))
    assert [each.name for each in ready([made], str(tmp_path / "mine" / "project"))] == ["ruff"]
    assert ready([made], str(tmp_path / "mine2")) == []


def test_a_tool_is_given_the_files_that_it_is_for(tmp_path):
    script = f"import sys; print('{SARIF}' % ','.join('{RESULT}' % f for f in [*sys.argv[1:], 'other.py']))"
    outcome = ask(tool(script.replace("\n", ""), "*.py"), str(tmp_path), ["a.py", "b.txt", "-c.py"])
    assert outcome.problem == ""
    assert set(outcome.results) == {"a.py", "-c.py"}, "what was not asked about is left out"


def test_without_a_file_for_it_a_tool_does_not_run(tmp_path):
    assert ask(tool("raise SystemExit(3)", "*.py"), str(tmp_path), ["a.txt"]).problem == ""


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("raise SystemExit('broken')", "t wrote no SARIF: broken"),
        ("print('odd')", "t: not JSON"),
        ("import time; time.sleep(60)", "t took longer than 0.5 seconds"),
    ],
)
def test_a_tool_that_fails_is_a_line(tmp_path, script, said):
    outcome = ask(tool(script, timeout=0.5 if "sleep" in script else 60), str(tmp_path), ["a.py"])
    assert (outcome.results, outcome.problem.startswith(said)) == ({}, True), outcome.problem


def test_a_tool_that_is_not_installed_is_a_line(tmp_path):
    outcome = ask(Ready("t", ("no-such-tool-here",), (), 1), str(tmp_path), ["a.py"])
    assert outcome.problem == "t is not installed"


def test_keys_are_not_handed_on(tmp_path, monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-x")
    script = "import os, sys; sys.exit(str([name for name in os.environ if 'ANTHROPIC' in name]))"
    assert ask(tool(script), str(tmp_path), ["a.py"]).problem.endswith("wrote no SARIF: []")


def test_ruff_is_read(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    (tmp_path / "a.py").write_text("import os\n")
    (made,) = ready([ExternalTool(preset="ruff", folders=(str(tmp_path),))], str(tmp_path))
    outcome = ask(made, str(tmp_path), ["a.py"])
    assert [each.rule for each in outcome.results["a.py"]] == ["ruff/F401"], outcome.problem
