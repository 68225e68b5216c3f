from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.language_client import LanguageClient
from tests.standin import StandIn


@pytest.fixture
def environment(tmp_path: Path, own_cache: Path) -> dict[str, str]:
    """The environment of a user without settings, keys or an index, who has used it before and has consented."""
    home = tmp_path / "home"
    (home / ".cache").mkdir(parents=True)
    own_cache.rename(home / ".cache" / "reread")
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "PYTHONWARNINGS")}
    return {**kept, "HOME": str(home), "REREAD_CONFIG": str(home / "config.toml"), "REREAD_CONSENT": "1"}


@pytest.fixture
def client(environment: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., LanguageClient]]:
    """Makes clients of new servers; without an index unless the settings say otherwise."""
    clients: list[LanguageClient] = []

    def make(*, settings: Any = None, tcp: bool = False, **more: str) -> LanguageClient:
        made = LanguageClient(
            {**environment, **more},
            settings={"index": {"enable": False}, **(settings or {})},
            log=tmp_path / f"server-{len(clients)}.log",
            address=("127.0.0.1", 0) if tcp else None,
        )
        clients.append(made)
        return made

    yield make
    for made in clients:
        made.kill()
        assert made.foreign == b"", "something else than protocol was written to standard output"
        assert "Traceback" not in made.log, made.log


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty workspace folder."""
    folder = tmp_path / "my project"
    folder.mkdir()
    return folder


@pytest.fixture
def repository(project: Path) -> Path:
    """The workspace folder as a git repository with one commit."""
    (project / "a.py").write_text("def mean(values):\n    return 0\n")
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
    for arguments in (["init", "-q"], ["add", "."], [*identity, "commit", "-q", "-m", "start"]):
        subprocess.run(["git", *arguments], cwd=project, check=True)
    return project


@pytest.fixture
def model() -> Iterator[StandIn]:
    """A model on loopback."""
    with StandIn() as running:
        yield running
