"""What the tests of the model review share: a stand-in model, and places that are thrown away."""

from __future__ import annotations

import pytest

from tests.analyzers.review.asking import Bench
from tests.standin import StandIn

VENDORS = ("openai", "anthropic", "ollama")


@pytest.fixture(autouse=True)
def places(tmp_path, monkeypatch):
    """Folders of our own, and no key, endpoint or proxy from outside."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "OLLAMA_HOST"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config" / "config.toml"))
    return tmp_path


@pytest.fixture
def model():
    with StandIn() as stand_in:
        yield stand_in


@pytest.fixture(params=VENDORS)
def vendor(request):
    return request.param


@pytest.fixture
async def bench(model, vendor, tmp_path):
    made = Bench(model, vendor, tmp_path)
    yield made
    await made.close()
