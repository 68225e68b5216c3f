"""Readers of data sets, one module for each format, found by their names.

A reader has `reads(path)`, whether the path is a data set of its format, and `cases(path)`, its cases; both are given
an absolute path. `cases` raises DatasetError.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from reread.server.evaluation.values import Case


class Reader(Protocol):
    """The interface of the modules in this package."""

    def reads(self, path: str) -> bool: ...
    def cases(self, path: str) -> Iterator[Case]: ...


def names() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name[0] != "_"))


def reader(name: str) -> Reader:
    """The reader of a format."""
    return cast(Reader, import_module(f"{__name__}.{name}"))


def readers_of(path: str) -> list[Reader]:
    """The readers that know the format of a data set."""
    return [found for found in map(reader, names()) if found.reads(path)]
