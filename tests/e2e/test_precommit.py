"""The hooks, run by the real pre-commit in a real repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
RULES = "rules:\n- {id: no-nap, languages: [python], severity: ERROR, message: No naps., pattern: take_a_nap(...)}\n"


class Repository:
    def __init__(self, path: Path, environment: dict[str, str]) -> None:
        self.path = path
        self.environment = environment

    def run(self, *command: str, code: int = 0) -> str:
        done = subprocess.run(
            command, cwd=self.path, env=self.environment, capture_output=True, text=True, check=False, timeout=120
        )
        output = done.stdout + done.stderr
        assert (done.returncode != 0) == (code != 0), output
        return output

    def write(self, name: str, text: str) -> None:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def commit(self, code: int = 0) -> str:
        return self.run("git", "commit", "-m", "change", code=code)


def hooks(*names: str) -> str:
    """A configuration with the hooks as the manifest has them, but with this installation of Reread."""
    wanted = [hook for hook in yaml.safe_load(MANIFEST.read_text()) if hook["id"] in names]
    local = [
        {
            **hook,
            "language": "system",
            "entry": hook["entry"].replace("reread", f"{sys.executable} -P -m reread.server", 1),
        }
        for hook in wanted
    ]
    return yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]})


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "LANG")}
    environment = {
        **kept,
        "HOME": str(tmp_path / "home"),
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{f"GIT_{role}_{what}": "tester" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    folder = tmp_path / "repository"
    folder.mkdir()
    made = Repository(folder, environment)
    made.run("git", "init", "--quiet")
    made.write(".reread/rules/house.yaml", RULES)
    made.write(".pre-commit-config.yaml", hooks("reread-check"))
    made.write("a.py", "take_a_nap('old')\n\n\ndef work():\n    return 1\n")
    made.run("git", "add", "--all")
    made.run("git", "commit", "--quiet", "-m", "first")
    made.run(sys.executable, "-m", "pre_commit", "install")
    return made


def test_the_manifest_is_well_formed():
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)], check=True)


def test_a_change_that_brings_a_finding_is_not_committed(repository):
    repository.write("b.py", "take_a_nap(1)\n")
    repository.run("git", "add", "b.py")
    said = repository.commit(code=1)
    assert "b.py:1:1: error no-nap No naps." in said
    assert repository.run("git", "rev-list", "--count", "HEAD").strip() == "1"


def test_what_was_there_before_stops_nobody(repository):
    repository.write("a.py", "take_a_nap('old')\n\n\ndef work():\n    return 2\n")
    repository.run("git", "add", "a.py")
    repository.commit()
    assert repository.run("git", "rev-list", "--count", "HEAD").strip() == "2"


def test_a_partially_staged_file_is_judged_as_it_will_be_committed(repository):
    repository.write("b.py", "x = 1\n")
    repository.run("git", "add", "b.py")
    repository.write("b.py", "x = 1\ntake_a_nap(1)\n")
    repository.commit()
    assert (repository.path / "b.py").read_text() == "x = 1\ntake_a_nap(1)\n"

    repository.run("git", "add", "b.py")
    repository.write("b.py", "x = 1\n")
    assert "b.py:2:1: error no-nap" in repository.commit(code=1)
    assert (repository.path / "b.py").read_text() == "x = 1\n"


def test_over_all_files_every_finding_counts(repository):
    said = repository.run(sys.executable, "-m", "pre_commit", "run", "--all-files", code=1)
    assert "a.py:1:1: error no-nap" in said


def test_excluded_files_are_left_out_over_all_files_too(repository):
    repository.write("reread.toml", 'exclude = ["a.py"]\n')
    repository.run("git", "add", "--all")
    repository.commit()
    repository.run(sys.executable, "-m", "pre_commit", "run", "--all-files")


def test_a_commit_without_code_is_looked_at_for_secrets_alone(repository):
    repository.write("notes.md", "take_a_nap(1)\n")
    repository.run("git", "add", "notes.md")
    repository.commit()
    repository.write("deploy.env", "AWS_ACCESS_KEY_ID=AKIA" + "JAJSLTZCAZ4SRI5Q\n")
    repository.run("git", "add", "deploy.env")
    assert "deploy.env:1:19: warning any/secret-token" in repository.commit(code=1)


def test_the_review_does_not_pass_without_a_model(repository):
    repository.write(".pre-commit-config.yaml", hooks("reread-review"))
    repository.write("b.py", "def half(x):\n    return x / 2\n")
    repository.run("git", "add", "--all")
    said = repository.commit(code=1)
    assert "exit code: 3" in said
    assert "set ANTHROPIC_API_KEY or OPENAI_API_KEY" in said


@pytest.mark.parametrize("arguments", [["--all"], ["b.py"]])
def test_a_plain_git_hook_sees_what_this_commit_takes_and_not_what_is_staged_besides(repository, arguments):
    hook = repository.path / ".git" / "hooks" / "pre-commit"
    hook.write_text(f"#!/bin/sh\nexec {sys.executable} -P -m reread.server check --staged\n")
    repository.write("b.py", "x = 1\n")
    repository.run("git", "add", "b.py")
    repository.run("git", "commit", "--quiet", "-m", "second")
    # Nothing is staged: git makes an index for this commit alone and names it to the hook.
    repository.write("b.py", "x = 1\ntake_a_nap(1)\n")
    said = repository.run("git", "commit", "-m", "third", *arguments, code=1)
    assert "b.py:2:1: error no-nap" in said


def test_a_file_whose_name_begins_with_a_dash_is_checked_and_stops_no_other_commit(repository):
    repository.write("-x.py", "fine = 1\n")
    repository.run("git", "add", "--", "-x.py")
    repository.commit()
    repository.write("-x.py", "take_a_nap(1)\n")
    repository.run("git", "add", "--", "-x.py")
    assert "-x.py:1:1: error no-nap No naps." in repository.commit(code=1)
