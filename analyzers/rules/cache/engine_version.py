"""The version of the code that reads rules, by which a cache of rules was written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from reread.analyzers import identifiers
from reread.analyzers.rules.locations import ANALYZERS

_FOLDERS = ("rules", "pattern", "languages")


def engine_version() -> list[int]:
    """Changes whenever the code that reads rules does."""
    return [newest_code(), code_size(), sys.hexversion]


def newest_code() -> int:
    """When the code that reads rules was last changed, in nanoseconds since the epoch."""
    return max(status.st_mtime_ns for status in _code())


def code_size() -> int:
    """The size of the code that reads rules, in bytes."""
    return sum(status.st_size for status in _code())


def _code() -> Iterator[os.stat_result]:
    """The files of the code that reads rules."""
    yield os.stat(identifiers.__file__)
    folders = [os.path.join(ANALYZERS, name) for name in _FOLDERS]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    yield entry.stat()
                elif entry.name != "__pycache__" and entry.is_dir():
                    folders.append(entry.path)
