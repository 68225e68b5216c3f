"""A folder with house rules of its own, and `reread` called in it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from reread.server import __main__ as program
from reread.server import checking
from tests.server.cli.hosted_branch import Branch
from tests.standin.hosts import STAND_INS, HostStandIn
from tests.standin.hosts.server import TOKEN

HOUSE_RULES = """
rules:
  - id: no-sleep
    languages: [python]
    severity: WARNING
    message: Nobody sleeps here.
    pattern: take_a_nap(...)
  - id: old-name
    languages: [python]
    severity: ERROR
    message: This has a new name.
    pattern: old_name($X)
    fix: new_name($X)
    metadata: {applicability: safe}
  - id: doubtful
    languages: [python]
    severity: INFO
    message: This may be meant otherwise.
    pattern: doubtful($X)
    fix: certain($X)
    metadata: {applicability: unsafe}
"""


OWN_SETTINGS = "../home/.config/reread/config.toml"
"""The user's settings file, from the workspace."""


class Result(NamedTuple):
    code: int
    out: str
    err: str


Reread = Callable[..., Result]


class Folder:
    """A workspace to write files into and to run git in."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self, name: str) -> bytes:
        return (self.path / name).read_bytes()

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.path, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "change")


@pytest.fixture(autouse=True)
def nothing_from_outside(tmp_path: Path, own_cache: Path, quick_workers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings, keys, caches or git configuration of whoever runs the tests."""
    isolate(tmp_path, monkeypatch)


def isolate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts home, cache and state into the folder, and takes everything else from the environment."""
    (tmp_path / "home").mkdir()
    models, systems = ("ANTHROPIC_", "OPENAI_", "OLLAMA_"), ("GITHUB_", "GITLAB_", "GITEA_", "BITBUCKET_", "CI_")
    prefixes = ("GIT_", "REREAD_", "XDG_", *models, *systems)
    for name in [name for name in os.environ if name.startswith(prefixes)]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, part in (("HOME", "home"), ("REREAD_CACHE_DIR", "cache"), ("REREAD_STATE_DIR", "state")):
        monkeypatch.setenv(name, str(tmp_path / part))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "tester")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "tester@localhost")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """The current folder: a workspace with house rules, not a repository."""
    workspace = Folder(tmp_path / "work")
    workspace.write(".reread/rules/house.yaml", HOUSE_RULES)
    # The samples call functions of the house that nothing in them defines.
    workspace.write(OWN_SETTINGS, '[rules]\nignore = ["undefined-name"]\n')
    monkeypatch.chdir(workspace.path)
    return workspace


@pytest.fixture
def repository(folder: Folder) -> Folder:
    """The same, as a git repository with one commit."""
    folder.git("init", "--quiet")
    folder.commit()
    return folder


@pytest.fixture
def reread(capsys: pytest.CaptureFixture[str]) -> Reread:
    """Runs a command in this process."""
    return runner(capsys)


def runner(capsys: pytest.CaptureFixture[str]) -> Reread:
    """What runs a command in this process, as if it were the first."""

    def run(*arguments: str) -> Result:
        checking.rules.cache_clear()
        checking.engine.cache_clear()
        checking.models.cache_clear()
        capsys.readouterr()
        code = program.run(arguments)
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return run


@pytest.fixture
def branch(repository) -> Branch:
    return Branch(repository)


@pytest.fixture
def hosted(branch, monkeypatch, tmp_path) -> Iterator[object]:
    """Starts a kind of host and sets it up in the user's own settings."""
    with ExitStack() as stack:

        def start(name: str) -> HostStandIn:
            standin = stack.enter_context(STAND_INS[name](branch.pull))
            settings = tmp_path / "settings.toml"
            settings.write_text(f'[pr]\nhost = "{name}"\nurl = "{standin.url}"\n')
            monkeypatch.setenv("REREAD_CONFIG", str(settings))
            monkeypatch.setenv("REREAD_PR_TOKEN", TOKEN)
            return standin

        yield start
