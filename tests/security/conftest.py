"""What the attacks share: places that are thrown away, and servers that do as they are told."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from tests.security.raw_server import RawServer
from tests.standin import StandIn

OUTSIDE = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "OLLAMA_HOST")
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


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
        yield lambda answer, drip=b"", pause=0.02: servers.enter_context(RawServer(answer, drip, pause))
