from __future__ import annotations

import pytest

from reread.server.logs import writing


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """Where the log is; no settings of whoever runs the tests."""
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "state" / "logs"


@pytest.fixture
def log():
    """A log of this process that is written at once."""
    started = writing.start("server")
    yield started
    started.close()
