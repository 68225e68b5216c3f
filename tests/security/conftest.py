"""What the attacks share: places that are thrown away, servers that answer as they are set up, hostile repositories."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.security import hostile_git
from tests.security.hostile_git import Traps
from tests.security.raw_server import RawServer
from tests.server.cli.conftest import Reread, isolate, runner
from tests.standin import StandIn

OUTSIDE = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "OLLAMA_HOST")
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
Hostile = Callable[..., Path]


@pytest.fixture(autouse=True)
def places(tmp_path, monkeypatch):
    """Folders of our own, and no key, endpoint or proxy from outside."""
    for name in (*OUTSIDE, *PROXIES, *map(str.lower, PROXIES)):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config" / "config.toml"))
    return tmp_path


@pytest.fixture
def model():
    """The address that is set up."""
    with StandIn() as standin:
        yield standin


@pytest.fixture
def elsewhere():
    """Another address, which nobody has set up."""
    with StandIn() as standin:
        yield standin


@pytest.fixture
def answering():
    """Makes servers of one fixed answer."""
    with ExitStack() as servers:
        yield lambda answer, drip=b"", times=None: servers.enter_context(RawServer(answer, drip, times))


@pytest.fixture
def isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of whoever runs the tests."""
    isolate(tmp_path, monkeypatch)


@pytest.fixture
def reread(isolated: None, own_cache: Path, capsys: pytest.CaptureFixture[str]) -> Reread:
    """Runs a command in this process."""
    return runner(capsys)


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
