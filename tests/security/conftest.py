from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.security import hostile_git
from tests.security.hostile_git import Traps
from tests.server.cli.conftest import Reread, isolate

Hostile = Callable[..., Path]


@pytest.fixture
def isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of whoever runs the tests."""
    isolate(tmp_path, monkeypatch)


@pytest.fixture
def reread(isolated: None, known_rules: Path, tmp_path: Path, run_reread: Reread) -> Reread:
    """Runs a command in this process."""
    shutil.copytree(known_rules, tmp_path / "cache", dirs_exist_ok=True)
    return run_reread


@pytest.fixture
def traps(tmp_path: Path) -> Traps:
    return Traps(tmp_path / "traps")


@pytest.fixture
def hostile(tmp_path: Path, traps: Traps, isolated: None, monkeypatch: pytest.MonkeyPatch) -> Hostile:
    """Makes a hostile repository, which is then the current folder."""

    def make(carrier: str = "config", *, promise: bool = False, worktree: bool = False) -> Path:
        folder = hostile_git.harmless(tmp_path / "repository")
        source = hostile_git.harmless(tmp_path / "source")
        hostile_git.submodule(folder, source, traps)
        hostile_git.embedded(folder, traps)
        hostile_git.signed(folder)
        directory = folder / ".git"
        if worktree:
            hostile_git.git(folder, "worktree", "add", "-q", str(tmp_path / "second"))
            folder = tmp_path / "second"
        hostile_git.changed(folder)
        if promise:
            hostile_git.promised(folder, directory, traps)
        hostile_git.plant(directory, traps, carrier)
        if worktree and carrier == "worktree-config":
            (directory / "config.worktree").rename(directory / "worktrees/second/config.worktree")
        traps.forget()
        monkeypatch.chdir(folder)
        return folder

    return make
