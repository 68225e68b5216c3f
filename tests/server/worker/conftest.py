from __future__ import annotations

import asyncio
import sys

import pytest

from reread.server.settings import Settings
from reread.server.worker.client import Worker
from tests.rag.conftest import SAMPLE, write


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """An index of its own for each test, and no settings or keys of the person who runs it."""
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config.toml"))
    for name in ("ANTHROPIC_API_KEY", "OPENAI_API_KEY", "OLLAMA_HOST"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "cache"


@pytest.fixture
def sample(tmp_path):
    folder = tmp_path / "workspace"
    folder.mkdir()
    write(folder, SAMPLE)
    return str(folder)


class Watched:
    """A worker whose states and progress are kept, with a way to wait for a state."""

    def __init__(self, command=None):
        self.states = []
        self.progress = []
        self._changed = asyncio.Event()
        self._progressed = asyncio.Event()
        self.worker = Worker(on_progress=self._on_progress, on_state=self._on_state, command=command)

    def _on_state(self, state, message):
        self.states.append((state, message))
        self._changed.set()

    def _on_progress(self, progress):
        self.progress.append(progress)
        self._progressed.set()

    async def until_progress(self, count=1):
        async with asyncio.timeout(120):
            while len(self.progress) < count:
                self._progressed.clear()
                await self._progressed.wait()

    async def until(self, state, count=1):
        async with asyncio.timeout(120):
            while [seen for seen, _ in self.states].count(state) < count:
                self._changed.clear()
                await self._changed.wait()
        return self.states[-1][1]


@pytest.fixture
def command(forked_worker):
    """What starts the worker of a test; None for a start as users have it."""
    return forked_worker


@pytest.fixture
async def watched(command):
    made = Watched(command)
    yield made
    await made.worker.stop()


@pytest.fixture
async def worker(watched, sample):
    """A running worker with the sample open."""
    await watched.worker.start()
    await watched.worker.open_folder(sample, Settings())
    return watched.worker


@pytest.fixture
def scripted(tmp_path):
    """Makes a worker out of a few lines of Python."""

    def make(script):
        path = tmp_path / "script.py"
        path.write_text(script)
        return Watched([sys.executable, str(path)])

    return make
