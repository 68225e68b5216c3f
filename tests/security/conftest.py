from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.security import hostile_git
from tests.security.hostile_git import Traps

# The fixtures of the command line: nothing of whoever runs the tests, and `reread` in this process.
from tests.server.cli.conftest import nothing_from_outside as nothing_from_outside
from tests.server.cli.conftest import reread as reread

Hostile = Callable[..., Path]


@pytest.fixture
def traps(tmp_path: Path) -> Traps:
    return Traps(tmp_path / "traps")


@pytest.fixture
def hostile(tmp_path: Path, traps: Traps, monkeypatch: pytest.MonkeyPatch) -> Hostile:
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


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file that lies outside of every workspace and must never be read."""
    path = tmp_path / "elsewhere" / "secret.py"
    os.makedirs(path.parent)
    path.write_text("def leaked():\n    return eval(input())\n")
    return path
