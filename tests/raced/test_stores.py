"""Every store that is opened by many processes at the same moment, when it is not there yet: no error, nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.raced.stores import STORES

pytestmark = pytest.mark.slow
PROCESSES = 16
ROUNDS = 25
MOST_ROUNDS_OF_CONTROL = 400


class Racers:
    """Processes that have all been started, and begin when a byte for each of them is in one pipe."""

    def __init__(self, store: str) -> None:
        self._moment, self._start = os.pipe()
        command = [sys.executable, "-m", "tests.raced.stores", store]
        self._all = [
            subprocess.Popen(
                [*command, str(number), str(self._moment)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                pass_fds=[self._moment],
                env={**os.environ, "PYTHONPATH": os.getcwd()},
            )
            for number in range(PROCESSES)
        ]

    def race(self, folder: Path) -> list[str]:
        """What each of them said after it wrote into this folder."""
        for each in self._all:
            assert each.stdin is not None
            each.stdin.write(f"{folder}\n")
            each.stdin.flush()
        assert self._said() == ["ready"] * PROCESSES
        os.write(self._start, b"." * PROCESSES)
        return self._said()

    def _said(self) -> list[str]:
        lines = [(each, each.stdout.readline().removesuffix("\n")) for each in self._all if each.stdout is not None]
        return [line or f"ended with {each.wait()}" for each, line in lines]

    def end(self) -> None:
        for each in self._all:
            each.communicate()
        os.close(self._moment)
        os.close(self._start)


@contextmanager
def racing(store: str) -> Iterator[Racers]:
    racers = Racers(store)
    try:
        yield racers
    finally:
        racers.end()


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder on a disk, as users have it, and not in shared memory like those of other tests."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.parametrize("name", STORES)
def test_nothing_is_lost_when_many_processes_open_a_store_at_once(name, tmp_path):
    store = STORES[name]
    with racing(name) as racers:
        for number in range(ROUNDS):
            folder = tmp_path / str(number)
            folder.mkdir()
            store.begin(str(folder))
            assert racers.race(folder) == ["written"] * PROCESSES
            assert sorted(store.names(str(folder)), key=int) == [str(each) for each in range(PROCESSES)]


def test_the_race_is_hard_enough_for_a_store_that_relies_on_the_timeout_of_sqlite(tmp_path):
    with racing("control") as racers:
        for number in range(MOST_ROUNDS_OF_CONTROL):
            (tmp_path / str(number)).mkdir()
            if "OperationalError: database is locked" in racers.race(tmp_path / str(number)):
                return
    pytest.fail("nobody was ever locked out")
