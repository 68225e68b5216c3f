"""`reread doctor`: a line for each thing, whatever state it is in."""

from __future__ import annotations

import json
import os
import shutil
import zipfile

import pytest

from reread.server.cli import doctor
from reread.server.cli.commands.operation import doctor as command
from reread.server.setup.hook import program
from tests.standin import Reply, StandIn


@pytest.fixture
def examine(reread):
    """The diagnoses by topic."""

    def run() -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for line in reread("doctor").out.splitlines():
            status, topic, text = line[:4].strip(), *line[6:].split(": ", 1)
            found.setdefault(topic, []).append((status, text))
        return found

    return run


def test_a_sound_installation(repository, examine):
    found = examine()
    assert found["reread"][0][0] == "ok"
    assert "chromadb" in found["libraries"][0][1]
    assert found["parsers"][0][0] == "ok"
    assert found["git"][0] == ("ok", found["git"][0][1])
    assert "0 files staged" in found["git"][0][1]
    assert found["index"] == [("warn", "empty; fill it with `reread index` or open the folder in an editor")]
    assert found["model review"][0] == (
        "warn",
        "no provider is set up; set ANTHROPIC_API_KEY or OPENAI_API_KEY, or start Ollama and set OLLAMA_HOST",
    )
    assert "reread server" in found["editors"][0][1]


def test_problems_of_settings_and_rules_are_named(repository, reread):
    repository.write("reread.toml", '[review]\nbase-url = "http://evil.example"\n')
    repository.write(".reread/rules/broken.yaml", "rules: [")
    result = reread("doctor")
    assert result.code == 1
    assert "reread.toml:2: review.base-url: a repository cannot set this" in result.out
    assert any(line.startswith("fail  rules: ") and "broken.yaml" in line for line in result.out.splitlines())


def test_without_git_the_rest_is_examined(repository, examine, monkeypatch):
    monkeypatch.setenv("PATH", str(repository.path))
    found = examine()
    assert found["git"] == [("warn", "git is not installed; needed for --staged, --uncommitted and --base")]
    assert "editors" in found


def test_outside_a_repository_that_is_said(folder, examine):
    assert "is not in a git repository" in examine()["git"][0][1]


def test_a_key_in_the_environment_is_never_printed(folder, reread, monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-very-secret")
    result = reread("doctor")
    assert "model review: anthropic, " in result.out
    assert "very-secret" not in result.out + result.err


def test_json(folder, reread):
    data = json.loads(reread("doctor", "--format", "json").out)
    assert data["version"] == 1
    assert {"status", "topic", "text"} == set(data["checks"][0])


def test_a_check_that_breaks_is_a_line_and_the_others_go_on(folder, reread, monkeypatch):
    def broken(patient):
        raise RuntimeError("odd")

    monkeypatch.setattr(command, "CHECKS", (broken, doctor.editors))
    result = reread("doctor")
    assert result.code == 1
    assert result.out.splitlines()[0] == "fail  broken: RuntimeError: odd"
    assert result.out.splitlines()[1].startswith("ok    editors: ")


def test_ping_asks_the_model_one_small_question(folder, reread, monkeypatch):
    with StandIn() as model:
        monkeypatch.setenv("OLLAMA_HOST", model.url)
        assert "model review: answered after " not in reread("doctor").out
        assert model.requests == []
        assert "ok    model review: answered after " in reread("doctor", "--ping").out
        assert len(model.requests) == 1
        model.always(Reply(status=404, error="no such model"))
        result = reread("doctor", "--ping")
    assert result.code == 1
    assert "fail  model review: " in result.out


def test_it_says_whether_code_may_be_sent_and_which_files_of_yours_are_not_used(folder, reread, tmp_path, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "no-real-key")
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "keys.toml").write_text("")
    (tmp_path / "keys.toml").chmod(0o644)
    (tmp_path / "models.toml").write_text("[")
    out = reread("doctor").out
    assert "warn  consent: nobody has said whether changed code may be sent to openai (api.openai.com)" in out
    assert "keys.toml: others can read it" in out
    assert "warn  prices: " in out
    reread("consent", "allow")
    assert "ok    consent: changed code may be sent to openai (api.openai.com)" in reread("doctor").out


def test_the_tools_that_fixes_are_tried_with_are_named(repository, examine, monkeypatch, tmp_path):
    own = tmp_path / "own.toml"
    tables = [
        ('["git", "diff", "--check", "{files}"]', f'["{repository.path}"]\nfiles = ["*.py"]\ntimeout = 5'),
        ('["no-such-linter"]', '["/"]'),
        ('["pytest", "-q"]', '["/nowhere"]'),
    ]
    entries = (f"[[review.verify]]\ncommand = {command}\nfolders = {folders}\n" for command, folders in tables)
    own.write_text("".join(entries))
    monkeypatch.setenv("REREAD_CONFIG", str(own))
    runs, missing, elsewhere = examine()["verification"]
    assert runs[0] == "ok" and runs[1].startswith("`git diff --check` (/")
    assert runs[1].endswith(f"at most 5 s, in a copy of {repository.path}")
    assert missing == ("warn", "`no-such-linter` is not installed, so it does not verify fixes")
    assert elsewhere == ("ok", f"`pytest -q` does not run in {repository.path} (review.verify, folders)")


def test_baseline_and_hook_are_named(repository, reread):
    result = reread("doctor")
    assert "baseline: none; create one with `reread baseline create`" in result.out
    assert "hook: none runs `reread check`" in result.out
    repository.write(".reread/baseline.json", "{")
    repository.write("lefthook.yml", "run: reread check --staged\n")
    result = reread("doctor")
    assert "fail  baseline: " in result.out
    assert "hook: lefthook.yml\n" in result.out


@pytest.fixture
def hook(repository, reread):
    """The hook of `init`, in a repository where something is staged."""
    assert reread("init", "--yes").code == 0
    repository.write("a.py", "x = 1\n")
    repository.git("add", "a.py")
    return repository.path / ".git/hooks/pre-commit"


def test_a_hook_is_started_as_git_does(hook, examine, monkeypatch):
    monkeypatch.setenv("PATH", os.path.dirname(shutil.which("git") or ""))
    ((status, said),) = examine()["hook"]
    assert (status, said.endswith("and lets through what is staged")) == ("ok", True), said


def test_what_is_staged_and_would_be_stopped_is_said(hook, examine, repository):
    repository.write("a.py", "take_a_nap(1)\n")
    repository.git("add", "a.py")
    ((status, said),) = examine()["hook"]
    assert (status, said.endswith("and stops what is staged")) == ("ok", True), said


def test_a_hook_whose_program_is_gone_is_found_out(hook, examine, monkeypatch):
    monkeypatch.setattr("reread.server.setup.hook.os.defpath", "/nowhere")
    hook.write_text(hook.read_text().replace(program(), "/gone/reread"))
    ((status, said),) = examine()["hook"]
    assert (status, "neither at /gone/reread nor on PATH" in said) == ("fail", True), said


def test_a_hook_of_an_earlier_release_needs_a_path_that_has_reread(hook, examine, monkeypatch):
    monkeypatch.setattr("reread.server.setup.hook.os.defpath", "/nowhere")
    hook.write_text("".join(hook.read_text().splitlines(keepends=True)[:2]) + "exec reread check --staged\n")
    ((status, said),) = examine()["hook"]
    assert (status, "with exit code 127" in said) == ("fail", True), said


@pytest.mark.parametrize("line", ["touch ran", "reread=./evil"])
def test_a_hook_that_init_did_not_write_is_not_run(hook, examine, line):
    (hook.parents[2] / "evil").write_text("#!/bin/sh\ntouch ran\n")
    (hook.parents[2] / "evil").chmod(0o755)
    text = hook.read_text()
    hook.write_text(text + line if "=" not in line else text.replace(program(), "./evil"))
    assert "not as `reread init` wrote it" in examine()["hook"][0][1]
    assert not list(hook.parents[2].rglob("ran"))


def test_a_hook_for_another_installation_is_not_run(hook, examine):
    hook.write_text(hook.read_text().replace(program(), shutil.which("git")))
    assert "another installation than this one" in examine()["hook"][0][1]


@pytest.mark.skipif(os.name == "nt", reason="there is no such right there")
def test_a_hook_that_git_passes_over_is_named(hook, examine):
    hook.chmod(0o644)
    ((status, said),) = examine()["hook"]
    assert (status, "git passes it over" in said) == ("fail", True)


def test_a_hook_in_a_folder_that_git_does_not_look_in_is_named(hook, examine, repository):
    repository.git("config", "core.hooksPath", "shared")
    ((status, said),) = examine()["hook"]
    assert (status, "Git uses the hooks in" in said) == ("warn", True)


def test_a_bundle_holds_what_the_doctor_says(repository, reread, tmp_path):
    result = reread("doctor", "--bundle", str(tmp_path / "report.zip"), "--yes")
    assert result.code == 0
    assert "--- doctor.txt\nok    reread: " in result.out
    assert "check it before you send it" in result.err
    assert zipfile.is_zipfile(tmp_path / "report.zip")
