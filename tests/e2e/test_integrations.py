"""What other systems run Reread by, run as far as that goes without them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.server.cli.conftest import HOUSE_RULES
from tests.standin.hosts import STAND_INS, Pull
from tests.standin.hosts.server import TOKEN

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
BEFORE = "from names import new_name, old_name\n"
AFTER = BEFORE + "old_name(2)\n"


class Place:
    """A repository with a branch, and programs that stand for those that a CI job installs."""

    def __init__(self, path: Path, own_cache: Path) -> None:
        self.path = path / "work"
        programs = path / "bin"
        programs.mkdir()
        self._program(programs / "reread", f'exec {sys.executable} -P -m reread.server "$@"')
        self._program(programs / "python3", f'echo "$@" >> {path}/installed')
        self.installed = path / "installed"
        self.environment = {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(path),
            "REREAD_CACHE_DIR": str(own_cache),
            "REREAD_STATE_DIR": str(path / "state"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            **{f"GIT_{role}_{what}": "tester" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }
        (self.path / ".reread/rules").mkdir(parents=True)
        (self.path / ".reread/rules/house.yaml").write_text(HOUSE_RULES)
        (self.path / "a.py").write_text(BEFORE)
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit()
        self.git("checkout", "--quiet", "-b", "topic")
        (self.path / "a.py").write_text(AFTER)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "change")

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.path, env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def pull(self) -> Pull:
        rules = {".reread/rules/house.yaml": HOUSE_RULES}
        commits = {"head": self.git("rev-parse", "topic"), "base": self.git("rev-parse", "main")}
        return Pull(12, {"a.py": BEFORE, **rules}, {"a.py": AFTER, **rules}, **commits)

    def run(self, script: str, shell: str = "bash", **environment: str) -> subprocess.CompletedProcess[str]:
        command = [shell, "-e", "-c", script]
        whole = {**self.environment, **environment}
        return subprocess.run(command, cwd=self.path, env=whole, capture_output=True, text=True, check=False)

    def _program(self, path: Path, line: str) -> None:
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(0o755)


@pytest.fixture
def place(tmp_path: Path, own_cache: Path) -> Place:
    return Place(tmp_path, own_cache)


def filled(text: str, values: dict[str, str]) -> str:
    """A value of a workflow with its expressions replaced."""
    return re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda match: values[match[1]], text)


def test_the_action_reviews_and_posts(place, tmp_path):
    place.commit()
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    values = {"github.token": TOKEN}
    inputs = {f"inputs.{name}": filled(each["default"], values) for name, each in action["inputs"].items()}
    event = tmp_path / "event.json"
    side = {"repo": {"full_name": "acme/shop"}}
    event.write_text(json.dumps({"pull_request": {"number": 12, "head": side, "base": side}}))
    with STAND_INS["github"](place.pull()) as standin:
        github = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_NAME": "pull_request",
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_API_URL": standin.url,
            "GITHUB_REPOSITORY": "acme/shop",
        }
        for step in action["runs"]["steps"]:
            assert "${{" not in step["run"]
            own = {name: filled(value, inputs) for name, value in step["env"].items()}
            done = place.run(step["run"], step["shell"], **github, **own)
        assert [comment.line for comment in standin.pull.comments] == [2]
    assert place.installed.read_text() == "-m pip install --quiet reread[pr]\n"
    assert (done.returncode, "::error file=a.py,line=2" in done.stdout) == (1, True), done.stderr


def test_the_template_of_gitlab_reviews_and_posts(place):
    place.commit()
    job = yaml.safe_load((ROOT / "integrations/gitlab.yml").read_text())["reread"]
    with STAND_INS["gitlab"](place.pull()) as standin:
        gitlab = {
            "GITLAB_CI": "true",
            "CI_API_V4_URL": standin.url,
            "CI_PROJECT_PATH": "acme/shop",
            "CI_MERGE_REQUEST_IID": "12",
            "CI_MERGE_REQUEST_PROJECT_ID": "1",
            "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "1",
            "GITLAB_TOKEN": TOKEN,
        }
        done = place.run("\n".join(job["script"]), "sh", **job["variables"], **gitlab)
        assert len(standin.pull.comments) == 1, done.stderr
    assert json.loads((place.path / "gl-code-quality.json").read_text())[0]["check_name"] == "old-name"


def test_the_pipe_of_bitbucket_reviews_and_posts(place, tmp_path):
    place.commit()
    with STAND_INS["bitbucket"](place.pull()) as standin:
        settings = tmp_path / "settings.toml"
        settings.write_text(f'[pr]\nhost = "bitbucket"\nurl = "{standin.url}"\n')
        bitbucket = {
            "BITBUCKET_BUILD_NUMBER": "1",
            "BITBUCKET_REPO_FULL_NAME": "acme/shop",
            "BITBUCKET_PR_ID": "12",
            "BITBUCKET_TOKEN": TOKEN,
            "REREAD_CONFIG": str(settings),
        }
        done = place.run((ROOT / "integrations/bitbucket/pipe.sh").read_text(), "sh", **bitbucket)
        assert len(standin.pull.comments) == 1, done.stderr


def lines_of_hooks() -> dict[str, str]:
    lefthook = yaml.safe_load((ROOT / "integrations/lefthook.yml").read_text())
    return {
        "lefthook": lefthook["pre-commit"]["commands"]["reread"]["run"],
        "husky": (ROOT / "integrations/husky/pre-commit").read_text(),
    }


@pytest.mark.parametrize("manager", ["lefthook", "husky"])
def test_a_hook_stops_a_commit_that_brings_a_finding(place, manager):
    hook = place.path / ".git/hooks/pre-commit"
    hook.write_text(f"#!/bin/sh\n{lines_of_hooks()[manager]}\n")
    hook.chmod(0o755)
    with pytest.raises(subprocess.CalledProcessError) as raised:
        place.commit()
    assert "a.py:2:1: error old-name" in raised.value.stdout + raised.value.stderr
