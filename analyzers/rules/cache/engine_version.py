"""The version of the code that reads rules, by which a cache of rules was written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache

from reread.analyzers import identifiers
from reread.analyzers.rules.locations import ANALYZERS

_FOLDERS = ("rules", "pattern", "languages")


def engine_version() -> list[int]:
    """Changes whenever the code that reads rules does."""
    return [*(installed_at() or (newest_code(), code_size())), sys.hexversion]


@cache
def installed_at() -> tuple[int, int] | None:
    """Time and size of the list of files that an installation from a wheel leaves (`RECORD`; PyPA's specification of
    recorded projects), which another installation replaces.

    Over a thousand files of the program need not be looked at then. None where it runs from its sources, whose files
    change at any time.
    """
    site = os.path.dirname(os.path.dirname(ANALYZERS))
    version = installed_version("reread", site)
    try:
        status = os.stat(os.path.join(site, f"reread-{version}.dist-info", "RECORD"))
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def installed_version(name: str, site: str) -> str | None:
    """The version of a distribution that is installed in a folder of packages, by the name of its own folder there
    (PyPA's specification of recorded projects); None if it is not there or in several versions. `name` is as in that
    folder.

    `importlib.metadata` would find it too, and takes 30 ms to be imported.
    """
    start, end = f"{name}-", ".dist-info"
    found = [each for each in _names_in(site) if each.startswith(start) and each.endswith(end)]
    return found[0][len(start) : -len(end)] if len(found) == 1 else None


@cache
def _names_in(folder: str) -> tuple[str, ...]:
    try:
        return tuple(os.listdir(folder))
    except OSError:
        return ()


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
