"""`reread init`: what it sees, what it writes, and what it leaves alone."""

from __future__ import annotations

import os
import socket
import subprocess
import tomllib

import pytest
import yaml

from reread.server.setup.detection import detect
from reread.server.setup.files import proposals


@pytest.fixture(autouse=True)
def no_ollama(monkeypatch):
    monkeypatch.setattr("reread.server.setup.detection.socket.create_connection", refuse)


@pytest.fixture(autouse=True)
def installed_from_an_index(monkeypatch):
    monkeypatch.setattr("reread.server.setup.files.requirement", lambda: "reread==1.2")


def refuse(*_, **__):
    raise ConnectionRefusedError


def files(folder) -> set[str]:
    return {str(path.relative_to(folder.path)) for path in folder.path.rglob("*") if path.is_file()}


def test_a_dry_run_shows_everything_and_writes_nothing(repository, reread):
    repository.write("a.py", "x = 1\n")
    before = files(repository)
    result = reread("init", "--dry-run")
    assert result.code == 0
    assert "languages: yaml (1), python (1)" in result.out
    assert " lines of JSON\n" in result.out
    assert "--- reread.toml" in result.out and "--- .git/hooks/pre-commit" in result.out
    assert files(repository) == before


def test_yes_writes_settings_that_are_valid_and_a_hook_that_runs(repository, reread):
    repository.write("a.py", "x = 1\n")
    assert reread("init", "--yes").code == 0
    text = repository.read("reread.toml").decode()
    assert text.startswith("#:schema ./.reread/settings.schema.json\n")
    assert tomllib.loads(text)["rules"]["profile"] == "standard"
    assert repository.path.joinpath(".reread/settings.schema.json").exists()
    assert reread("config", "validate").code == 0
    assert os.access(repository.path / ".git/hooks/pre-commit", os.X_OK)
    subprocess.run(["sh", "-n", ".git/hooks/pre-commit"], cwd=repository.path, check=True)


def test_what_is_there_is_not_changed(repository, reread):
    repository.write("reread.toml", "exclude = ['mine']\n")
    repository.write(".git/hooks/pre-commit", "#!/bin/sh\n")
    assert reread("init", "--yes").code == 0
    assert repository.read("reread.toml") == b"exclude = ['mine']\n"
    assert repository.read(".git/hooks/pre-commit") == b"#!/bin/sh\n"


@pytest.mark.parametrize("name", ["pyproject.toml", ".reread.toml"])
def test_settings_that_are_there_stay_in_force(repository, reread, name):
    repository.write(name, "exclude = ['b']\n" if name != "pyproject.toml" else "[tool.reread]\nexclude = ['b']\n")
    repository.write("b/a.py", "take_a_nap(1)\n")
    assert f"settings: {repository.path / name}" in reread("init", "--yes").out
    assert not (repository.path / "reread.toml").exists()
    assert reread("check", "b").code == 0


def test_a_table_of_other_tools_is_no_setting_of_ours(repository, reread):
    repository.write("pyproject.toml", "[tool.ruff]\n")
    reread("init", "--yes")
    assert (repository.path / "reread.toml").exists()


def test_a_second_run_says_that_nothing_is_left_to_write(repository, reread):
    reread("init", "--yes")
    before = files(repository)
    assert "nothing to write: " in reread("init", "--yes").out
    assert files(repository) == before
    assert "nothing to write: " not in reread("init", "--dry-run", ".reread").out


def test_without_a_person_it_writes_nothing(repository, reread):
    before = files(repository)
    result = reread("init")
    assert (result.code, "use --yes to write without asking" in result.err) == (2, True)
    assert files(repository) == before


def test_a_folder_that_is_not_there_is_wrong_use(folder, reread):
    assert reread("init", "nosuch", "--yes").code == 2


def test_a_key_in_the_environment_is_named_and_never_written(repository, reread, monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-not-a-key")
    repository.write(".github/workflows/ci.yml", "on: push\n")
    repository.write(".vscode/settings.json", "{}\n")
    result = reread("init", "--yes")
    assert "ANTHROPIC_API_KEY is set" in result.out
    written = [repository.read(name) for name in files(repository)]
    assert not any(b"sk-ant-not-a-key" in content for content in (result.out.encode(), *written))
    assert ".vscode/extensions.json" in files(repository)


def test_a_workflow_for_github_checks_against_the_base_and_keeps_its_rights_small(repository, reread):
    repository.write(".github/workflows/ci.yml", "on: push\n")
    reread("init", "--yes")
    workflow = yaml.safe_load(repository.read(".github/workflows/reread.yml"))
    assert workflow["permissions"] == {"contents": "read", "security-events": "write"}
    commands = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    assert 'pip install "reread==1.2"' in commands
    # The name of a branch is a stranger's: it reaches the shell as a variable only.
    assert "${{" not in "".join(commands)


@pytest.mark.parametrize(
    ("file", "advice"),
    [
        (".pre-commit-config.yaml", "entry: reread check --hook"),
        ("lefthook.yml", "run: reread check --staged"),
        (".gitlab-ci.yml", "codequality: gl-code-quality.json"),
        ("bitbucket-pipelines.yml", "BITBUCKET_PR_DESTINATION_BRANCH"),
    ],
)
def test_files_of_the_team_are_not_edited_but_told_what_to_add(repository, reread, file, advice):
    repository.write(file, "x: 1\n")
    result = reread("init", "--yes")
    assert advice in result.out
    assert repository.read(file) == b"x: 1\n"


@pytest.mark.parametrize("file", [".github/workflows/ci.yml", ".gitlab-ci.yml", "bitbucket-pipelines.yml"])
def test_what_no_other_machine_can_install_is_asked_for_in_no_ci_file(repository, reread, monkeypatch, file):
    monkeypatch.setattr("reread.server.setup.files.requirement", lambda: "")
    repository.write(file, "x: 1\n")
    result = reread("init", "--yes")
    assert "CI: no file is proposed, because this Reread was installed from a local folder" in result.out
    assert "pip install" not in result.out
    assert ".github/workflows/reread.yml" not in files(repository)


def test_where_git_takes_hooks_from_another_folder_none_is_written(repository, reread):
    repository.git("config", "core.hooksPath", "shared")
    result = reread("init", "--yes")
    assert f"git takes hooks from {repository.path / 'shared'}; add to pre-commit there" in result.out
    assert ".git/hooks/pre-commit" not in files(repository)


def test_a_hook_manager_that_is_there_gets_no_rival(repository):
    repository.write("lefthook.yml", "")
    paths = [proposal.path for proposal in proposals(detect(str(repository.path), {}))]
    assert ".git/hooks/pre-commit" not in paths


def test_ollama_is_found_where_it_listens(folder, monkeypatch):
    monkeypatch.undo()
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        assert detect(str(folder.path), {}, address).ollama == f"127.0.0.1:{address[1]}"
    assert detect(str(folder.path), {}, address).ollama == ""
    assert detect(str(folder.path), {"OLLAMA_HOST": "there"}, address).ollama == "there"


def test_no_link_leads_a_file_out_of_the_repository(repository, tmp_path):
    (tmp_path / "outside").mkdir()
    (repository.path / ".github").symlink_to(tmp_path / "outside")
    (tmp_path / "outside" / "workflows").mkdir()
    paths = [proposal.path for proposal in proposals(detect(str(repository.path), {}))]
    assert ".github/workflows/reread.yml" not in paths
