"""What all tests share: nothing of the person who runs them, and the built-in rules read once."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from reread.analyzers.rules import ruleset
from reread.server.worker import client
from reread.server.worker.process import worker_command
from tests import leaks
from tests.forking import fork_server

PLACES = {"REREAD_CACHE_DIR": "cache", "REREAD_STATE_DIR": "state", "REREAD_CONFIG": "config.toml"}
MEMORY = "/dev/shm"
"""Where the files of tests are if possible: elsewhere many of them mostly wait for a disk to have their databases."""
ROOM = 1 << 30

# A test that a busy machine slows down has not failed, and `make test` answers the same twice; `make test-slow` and
# `make fuzz` look further.
_UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeatable", _UNHURRIED, derandomize=True, max_examples=30)
settings.register_profile("fuzz", _UNHURRIED, print_blob=True, max_examples=200)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


def pytest_configure(config: pytest.Config) -> None:
    """Puts caches, state and settings into a folder of this run; the processes of pytest-xdist inherit it."""
    config.pluginmanager.register(leaks)
    gc.disable()
    if hasattr(config, "workerinput"):
        return
    if has_room(MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", MEMORY)
    folder = tempfile.mkdtemp(prefix="reread-tests-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT"))
    os.environ.update({variable: os.path.join(folder, part) for variable, part in PLACES.items()})
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests whose examples hypothesis draws."""
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker("property")


def pytest_collection_finish() -> None:
    """What collecting made lives as long as the process; going through it again and again took a tenth of all time."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def has_room(folder: str) -> bool:
    """True where files can be written, and run."""
    if not os.access(folder, os.W_OK | os.X_OK):
        return False
    status = os.statvfs(folder)
    return status.f_bavail * status.f_frsize >= ROOM and not status.f_flag & os.ST_NOEXEC


@pytest.fixture(autouse=True)
def level_of_logs() -> Iterator[None]:
    """What a command starts to log in one test is not logged in the next."""
    own = logging.getLogger("reread")
    level = own.level
    yield
    own.setLevel(level)


@pytest.fixture(scope="session")
def forked_worker(tmp_path_factory: pytest.TempPathFactory, known_rules: Path) -> Iterator[list[str]]:
    """The command of a worker that needs no time to start; see `tests.forking`."""
    if sys.platform != "linux":
        yield worker_command()
        return
    with fork_server(tmp_path_factory.mktemp("forks"), known_rules) as command:
        yield command


@pytest.fixture
def quick_workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers that this process starts are forked."""
    monkeypatch.setattr(client, "worker_command", lambda: request.getfixturevalue("forked_worker"))


@pytest.fixture(scope="session")
def known_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of caches that knows the built-in rules, for `own_cache` to copy."""
    folder = tmp_path_factory.mktemp("known-rules")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("REREAD_CACHE_DIR", str(folder))
        ruleset._builtin.cache_clear()
        ruleset.load()
    return folder


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Processes started now hear an interrupt, also where the tests run in the background and ignore it themselves."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def own_cache(tmp_path: Path, known_rules: Path) -> Path:
    """A folder of caches of this test that knows the built-in rules: reading them anew takes most of a short test.

    The file of the rules is a link, since a cache of rules is replaced and never written into.
    """
    folder = tmp_path / "cache"
    shutil.copytree(known_rules, folder, copy_function=os.link)
    return folder
