"""A file lock that the operating system releases when the process ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from reread.analyzers import owned_files

_PAUSE = 0.005


class FileLock:
    """A lock held by at most one process (and one `FileLock` in it) at a time. Its file stays; only its lock counts."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        return self._descriptor is not None

    def acquire(self) -> bool:
        """Take the lock if it is free; never waits. Raises OSError when the file cannot be made."""
        if self._descriptor is not None:
            return True
        descriptor = owned_files.opener(self._path, os.O_RDWR | os.O_CREAT)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


@contextmanager
def held(path: str, patience: float) -> Iterator[None]:
    """Does what only one process may do at a time. Raises OSError, also when it is not free for `patience` seconds."""
    lock = FileLock(path)
    last = time.monotonic() + patience
    while not lock.acquire():
        if time.monotonic() > last:
            raise TimeoutError(f"{path}: another process holds it")
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        lock.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
