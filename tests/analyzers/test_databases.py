"""Files of SQLite: opened beside others who use them, made anew once where they are damaged."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from reread.analyzers import databases, file_lock


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "a file? with #odd %25 letters")


def prepare(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE IF NOT EXISTS t (x)")


def mode(path: str) -> str:
    with closing(databases.connect(path, patience=0, writer=False)) as reader:
        found: str = reader.execute("PRAGMA journal_mode").fetchone()[0]
    return found


def test_what_is_opened_is_in_write_ahead_mode_also_when_it_was_made_anew(path):
    databases.opened(path, prepare, patience=0).close()
    assert mode(path) == "wal"
    Path(path).write_bytes(b"no database" * 1_000)
    databases.opened(path, prepare, patience=0).close()
    assert mode(path) == "wal"


def test_the_change_of_the_mode_waits_for_a_process_that_has_the_file(path, monkeypatch):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    pauses = []
    clock = SimpleNamespace(monotonic=lambda: 0.0, sleep=lambda seconds: (pauses.append(seconds), other.close()))
    monkeypatch.setattr(databases, "time", clock)
    databases.connect(path, patience=0).close()
    assert pauses
    assert mode(path) == "wal"


def test_it_does_not_wait_for_ever(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked") as caught:
            databases.connect(path, patience=0)
    assert databases.is_busy(caught.value)


def test_a_file_that_others_use_is_not_taken_for_damaged(path):
    databases.opened(path, prepare, patience=0).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("INSERT INTO t VALUES (1)")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError):
            databases.opened(path, lambda connection: connection.execute("DELETE FROM t"), patience=0)
    with closing(databases.opened(path, prepare, patience=0)) as kept:
        assert kept.execute("SELECT x FROM t").fetchall() == [(1,)]


def test_a_damaged_file_is_kept_aside_where_somebody_may_want_to_look(path):
    Path(path).write_bytes(b"no database" * 1_000)
    databases.opened(path, prepare, patience=0, aside=f"{path}.damaged").close()
    assert Path(f"{path}.damaged").read_bytes() == b"no database" * 1_000


def test_a_damaged_file_that_another_process_made_anew_meanwhile_is_left_to_it(path, monkeypatch):
    Path(path).write_bytes(b"no database" * 1_000)

    def acquire(lock, own=file_lock.FileLock.acquire):
        Path(path).unlink()
        with closing(databases.connect(path, patience=0)) as other:
            other.execute("CREATE TABLE t AS SELECT 1 AS x")
        return own(lock)

    monkeypatch.setattr(file_lock.FileLock, "acquire", acquire)
    with closing(databases.opened(path, prepare, patience=0)) as kept:
        assert kept.execute("SELECT x FROM t").fetchall() == [(1,)]


def test_a_reader_makes_no_file(path):
    with pytest.raises(sqlite3.OperationalError):
        databases.connect(path, patience=0, writer=False)
    assert not Path(path).exists()


def test_who_does_not_get_the_lock_in_time_does_nothing(tmp_path):
    place = str(tmp_path / "lock")
    with file_lock.held(place, 0), pytest.raises(TimeoutError), file_lock.held(place, 0):
        pytest.fail("two have it")
    with file_lock.held(place, 0):
        pass


def test_another_connection_of_the_process_keeps_its_locks(tmp_path):
    """Closing any descriptor of a file ends the locks of its process, after which another process may remove the log."""
    path = str(tmp_path / "store")
    held = databases.opened(path, lambda database: None, patience=5)
    held.execute("CREATE TABLE t (a)")
    for _ in range(2):
        databases.opened(path, lambda database: None, patience=5).close()
        assert databases.head(path, 16) == b""
    other = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM t').fetchall()"
    subprocess.run([sys.executable, "-c", other, path], check=True)
    assert os.path.exists(f"{path}-wal")
    held.close()
    assert not os.path.exists(f"{path}-wal")
