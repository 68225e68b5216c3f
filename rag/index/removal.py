"""Removes indexes of workspace folders: one that somebody names, and those that nobody has used for long."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress

from reread.analyzers import retention
from reread.analyzers.file_lock import FileLock

_DAY = 86_400


def is_used(directory: str) -> bool:
    """Whether a process has the index in a directory open to write."""
    if not os.path.isdir(directory):
        return False
    lock = FileLock(os.path.join(directory, "lock"))
    try:
        return not lock.acquire()
    except OSError:
        return False
    finally:
        lock.release()


def remove(directory: str) -> str:
    """Remove a directory; "", or why that was not possible, in a few words."""
    if is_used(directory):
        return "it is in use by another program"
    try:
        shutil.rmtree(directory)
    except FileNotFoundError:
        return ""
    except OSError as error:
        return error.strerror or str(error)
    return ""


def prune() -> None:
    """Remove the indexes that are beyond the limits of what is kept, those first that were opened longest ago."""
    total = 0
    oldest = time.time() - retention.INDEXES.days * _DAY
    for opened, directory in sorted(_all(retention.INDEXES.place), reverse=True):
        paths = (os.path.join(inside, name) for inside, _, names in os.walk(directory) for name in names)
        total += retention.size_of(paths)[1]
        if opened < oldest or total > retention.INDEXES.size:
            remove(directory)
            with suppress(OSError):
                os.rmdir(os.path.dirname(directory))


def _all(place: str) -> Iterator[tuple[float, str]]:
    """When each index was opened the last time, and its directory."""
    for name in _names(place):
        for version in _names(os.path.join(place, name)):
            directory = os.path.join(place, name, version)
            for stamp in (os.path.join(directory, "folder"), directory):
                with suppress(OSError):
                    yield os.stat(stamp).st_mtime, directory
                    break


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
