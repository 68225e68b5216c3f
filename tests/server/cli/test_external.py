"""Findings of other tools on the command line: one list with ours."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.server.external.test_sarif import log, result

NAP = "take_a_nap(1)\n"


def found(run) -> list[str]:
    return [line.split(" ")[0] + line.split(" ")[2] for line in run.out.splitlines()]


def test_imported_findings_join_ours(repository, reread):
    repository.write("a.py", "import take_a_nap\n" + NAP)
    repository.write("other.sarif", log(result(1), result(1, uri="notes.txt")))
    repository.write("notes.txt", "text\n")
    assert found(reread("check", "-q", "--import", "other.sarif")) == [
        "a.py:1:1:my-tool/X1",
        "a.py:2:1:no-sleep",
        "notes.txt:1:1:my-tool/X1",
    ]
    assert found(reread("check", "-q", "--import", "other.sarif", "a.py"))[-1] == "a.py:2:1:no-sleep"


@pytest.mark.slow
def test_they_are_formatted_dismissed_and_known_as_ours(repository, reread):
    repository.write("a.py", "x = 1\n")
    repository.write("other.sarif", log(result(1)))
    (run,) = json.loads(reread("check", "--format", "sarif", "--import", "other.sarif").out)["runs"]
    assert run["results"][0]["ruleId"] == "my-tool/X1"
    repository.write("b.py", "")
    fingerprint = json.loads(reread("history", "--format", "json").out)["findings"][0]["fingerprint"]
    assert reread("feedback", "dismiss", fingerprint).code == 0
    assert reread("check", "--import", "other.sarif").code == 0


def test_with_a_change_only_those_on_its_lines_count(repository, reread):
    repository.write("a.py", "x = 1\ny = 1\n")
    repository.commit()
    repository.write("a.py", "x = 1\ny = 2\n")
    repository.write("other.sarif", log(result(1), result(2), result(1, uri="b.py")))
    repository.git("add", "a.py")
    assert found(reread("check", "-q", "--staged", "--import", "other.sarif")) == ["a.py:2:1:my-tool/X1"]


def test_what_is_no_sarif_is_wrong_use(repository, reread):
    repository.write("other.sarif", "{")
    run = reread("check", "--import", "other.sarif")
    assert (run.code, "other.sarif: not JSON" in run.err) == (2, True)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch) -> Path:
    file = tmp_path / "mine.toml"
    monkeypatch.setenv("REREAD_CONFIG", str(file))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return file


def test_tools_of_the_settings_are_asked(repository, reread, settings):
    settings.write_text(f"[[external]]\npreset = 'ruff'\nfolders = ['{repository.path}']\n")
    repository.write("a.py", "import os\n")
    assert found(reread("check", "-q")) == ["a.py:1:8:ruff/F401"]
    assert reread("check", "-q", "--no-external").out == ""


def test_a_tool_that_cannot_be_asked_makes_the_run_incomplete(repository, reread, settings):
    settings.write_text(f"[[external]]\ncommand = ['no-such-tool']\nfolders = ['{repository.path}']\n")
    repository.write("a.py", "x = 1\n")
    run = reread("check")
    assert (run.code, "no-such-tool is not installed" in run.err) == (3, True)


@pytest.fixture
def ruff(repository, settings):
    settings.write_text(f"[[external]]\npreset = 'ruff'\nfolders = ['{repository.path}']\n")
    return repository


def test_tools_judge_what_is_staged_and_not_what_is_on_disk(ruff, reread):
    ruff.write("a.py", "import os\n")
    ruff.git("add", "a.py")
    ruff.write("a.py", "x = 1\n")
    run = reread("check", "-q", "--staged")
    assert (found(run), run.code) == (["a.py:1:8:ruff/F401"], 1)
    ruff.git("add", "a.py")
    ruff.write("a.py", "import os\n")
    assert reread("check", "-q", "--staged").code == 0
    assert reread("check", "-q").code == 1


def test_tools_are_configured_as_it_is_staged(ruff, reread):
    ruff.write("a.py", "import os\n")
    ruff.write("pyproject.toml", "[tool.ruff.lint]\nignore = ['F401']\n")
    ruff.git("add", "-A")
    ruff.write("pyproject.toml", "")
    assert reread("check", "-q", "--staged").code == 0
    ruff.git("add", "-A")
    ruff.write("pyproject.toml", "[tool.ruff.lint]\nignore = ['F401']\n")
    assert found(reread("check", "-q", "--staged")) == ["a.py:1:8:ruff/F401"]


def test_tools_judge_what_is_on_standard_input(ruff, reread, monkeypatch):
    ruff.write("a.py", "x = 1\n")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"import os\n")))
    assert found(reread("check", "-q", "-", "--stdin-filename", "a.py")) == ["a.py:1:8:ruff/F401"]


def test_without_a_copy_of_what_is_staged_the_run_is_incomplete(ruff, reread, monkeypatch):
    ruff.write("a.py", "import os\n")
    ruff.write("b.py", "x = 1\n")
    ruff.git("add", "-A")
    monkeypatch.setattr("reread.server.verification.copies.MOST_FILES", 1)
    run = reread("check", "--staged")
    assert (run.code, "ruff was not asked: the workspace has more than 1 files" in run.err) == (3, True)


def test_a_baseline_knows_them(ruff, reread):
    ruff.write("a.py", "import os\n")
    assert "1 known finding (1 added" in reread("baseline", "create").err
    assert reread("check").code == 0
    ruff.write("a.py", "import os\nimport re\n")
    assert found(reread("check", "-q")) == ["a.py:2:8:ruff/F401"]
    ruff.write("a.py", "")
    assert "(0 added, 1 removed)" in reread("baseline", "prune").err


@pytest.mark.parametrize("action", ["update", "prune"])
def test_who_has_no_tools_keeps_what_the_baseline_knows_of_them(ruff, reread, settings, action):
    ruff.write("a.py", "import os\n")
    reread("baseline", "create")
    assert "(0 added, 0 removed)" in reread("baseline", action, "--no-external").err
    settings.write_text("")
    assert "(0 added, 0 removed)" in reread("baseline", action).err


def test_a_baseline_without_a_tool_is_incomplete_and_keeps_what_was_known_of_it(ruff, reread, monkeypatch):
    ruff.write("a.py", "import os\n")
    reread("baseline", "create")
    monkeypatch.setenv("PATH", os.path.dirname(shutil.which("git") or ""))
    run = reread("baseline", "update")
    assert (run.code, "ruff is not installed" in run.err, "(0 added, 0 removed)" in run.err) == (3, True, True)


def test_a_baseline_takes_what_is_imported(repository, reread):
    repository.write("a.py", "x = 1\n")
    repository.write("other.sarif", log(result(1)))
    assert "(1 added" in reread("baseline", "create", "--import", "other.sarif").err
    assert reread("check", "--import", "other.sarif").code == 0


def test_the_settings_say_how_severe_they_are(ruff, reread, settings):
    ruff.write("a.py", "import os\nimport re\n")
    settings.write_text(settings.read_text() + "[rules.severity]\n'ruff/F401' = 'hint'\n")
    run = reread("check", "--hints")
    assert (run.code, run.out.count("hint ruff/F401"), "no such rule" in run.err) == (0, 2, False)


@pytest.mark.parametrize("rules", ["severity = {'ruff/F401' = 'off'}", "ignore = ['ruff/F401']", "ignore = ['ruff/*']"])
def test_the_settings_switch_them_off(ruff, reread, settings, rules):
    ruff.write("a.py", "import os\n")
    settings.write_text(f"rules.{rules}\n{settings.read_text()}")
    run = reread("check")
    assert (run.code, run.out, "no such rule" in run.err) == (0, "", False)


def test_an_option_ignores_them(ruff, reread):
    ruff.write("a.py", "import os\n")
    assert reread("check", "--ignore", "ruff/F401").code == 0
    assert reread("check", "--ignore", "ruff/E999").code == 1


@pytest.mark.parametrize("name", ["pyy/sql-injection", "py/F401", "F401", "*/F401"])
def test_a_name_that_is_no_tools_is_still_a_typing_error(ruff, reread, name):
    ruff.write("a.py", "import os\n")
    run = reread("check", "--ignore", name)
    assert (run.code, f"--ignore: no such rule: {name}" in run.err) == (2, True)


def test_they_are_dismissed_by_their_place(ruff, reread):
    ruff.write("a.py", "x = 1\nimport os\n")
    assert reread("feedback", "dismiss", "a.py:2").code == 0
    assert reread("check").code == 0
    assert reread("feedback", "dismiss", "a.py:1").code == 2


def test_where_rules_and_tools_speak_the_rule_says_which_is_meant(ruff, reread):
    ruff.write("a.py", "import os; take_a_nap(1)\n")
    run = reread("feedback", "dismiss", "a.py:1")
    assert "several rules report this line: no-sleep, py/undefined-name, ruff/" in run.err
    reread("feedback", "dismiss", "a.py:1", "--rule", "ruff/F401")
    assert found(reread("check", "-q"))[-1] == "a.py:1:12:no-sleep"
    assert "ruff/F401" not in reread("check", "-q").out


def test_what_no_rule_finds_again_is_dismissed_by_its_fingerprint(repository, reread):
    repository.write("a.py", "x = 1\n")
    assert "use the fingerprint (see `reread history`)" in reread("feedback", "dismiss", "a.py:1").err


def test_a_repository_names_no_tool(repository, reread):
    repository.write("reread.toml", "[[external]]\ncommand = ['touch', 'ran']\nfolders = ['/']\n")
    repository.write("a.py", "x = 1\n")
    assert "external: a repository cannot set this" in reread("check").err
    assert not (repository.path / "ran").exists()
