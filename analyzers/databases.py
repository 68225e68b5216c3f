"""Opens Reread's SQLite files: readable by this user alone, in write-ahead mode, recreated if damaged.

Any number of processes may open the same file at the same time without losing rows.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reread.analyzers import owned_files
from reread.analyzers.file_lock import held

_PAUSE = 0.005
_HEADER = b"SQLite format 3\0"
"""How each database begins that is not empty (https://www.sqlite.org/fileformat.html, 1.3)."""
_opened: set[tuple[int, int]] = set()
"""The files, by device and inode, that this process has opened as databases."""
_CODE = 0xFF
"""The part of SQLite's extended error codes that names the kind of error."""


def connect(path: str, *, patience: float, writer: bool = True, any_thread: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode; a writer makes the file if there is none.

    Waits up to `patience` seconds for other processes, also in each statement. Raises sqlite3.Error and OSError.
    """
    if writer:
        owned_files.make_database(path)
    address = f"{Path(path).absolute().as_uri()}?mode={'rwc' if writer else 'ro'}"
    connection = sqlite3.connect(
        address, uri=True, timeout=patience, isolation_level=None, check_same_thread=not any_thread
    )
    with suppress(FileNotFoundError):
        status = os.stat(path)
        _opened.add((status.st_dev, status.st_ino))
    if writer:
        try:
            _write_ahead(connection, patience)
            # Committing must not wait for the disk.
            connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
    return connection


def opened(
    path: str, prepare: Callable[[sqlite3.Connection], None], *, patience: float, aside: str = ""
) -> sqlite3.Connection:
    """A writer's connection on which `prepare` has run. A damaged file is moved to `aside`, or removed without one.

    Raises sqlite3.Error and OSError, and what `prepare` raises.
    """
    try:
        _check_header(path)
        return _prepared(path, prepare, patience)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
    with held(f"{path}.lock", patience):
        try:
            # Another process may have made it anew meanwhile.
            _check_header(path)
            return _prepared(path, prepare, patience)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
        _remove(path, aside)
        return _prepared(path, prepare, patience)


def head(path: str, length: int) -> bytes:
    """The first bytes of a file; none if there is no file, or if this process has opened it as a database before.

    Closing a file ends the locks that this process has on it (POSIX, fcntl), those of its connections too. Raises
    OSError.
    """
    try:
        status = os.stat(path)
        if (status.st_dev, status.st_ino) in _opened:
            return b""
        with open(path, "rb") as stream:
            return stream.read(length)
    except FileNotFoundError:
        return b""


def _check_header(path: str) -> None:
    """Raises sqlite3.DatabaseError for a file that is no database, which SQLite is not to open.

    While another process replaces it, SQLite would take the journal of the new file, which has the same name, for one
    that belongs to the old file, and remove it.
    """
    found = head(path, len(_HEADER))
    if found and found != _HEADER:
        raise sqlite3.DatabaseError("file is not a database")


def is_damage(error: Exception) -> bool:
    """True for an error of SQLite that waiting, room on the disk or other rights would not mend."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


def is_busy(error: Exception) -> bool:
    """True for an error of SQLite that says that other processes use the file."""
    code = getattr(error, "sqlite_errorcode", 0) & _CODE
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _prepared(path: str, prepare: Callable[[sqlite3.Connection], None], patience: float) -> sqlite3.Connection:
    connection = connect(path, patience=patience)
    try:
        prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection, patience: float) -> None:
    """Turns write-ahead mode on. SQLite does not wait for others by itself here, whatever the timeout is."""
    last = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > last:
                raise
        time.sleep(_PAUSE)


def _remove(path: str, aside: str) -> None:
    # First what belongs to the file: once that is gone, another process may make it anew with such files of its own.
    for beside in ("-wal", "-shm", "-journal"):
        if os.path.lexists(path + beside):
            os.unlink(path + beside)
    if aside:
        os.replace(path, aside)
    else:
        os.unlink(path)
