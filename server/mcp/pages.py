"""Long results in pages: a cursor identifies a stored run and the start of its next page."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")

_MOST_RUNS = 16
"""Runs that are kept; a cursor of an older one is no longer known."""


class UnknownCursorError(LookupError):
    """The cursor is unknown, or its run is no longer stored. The text is one line."""


class Page(NamedTuple, Generic[Item]):
    items: Sequence[Item]
    total: int
    next_cursor: str | None


class Pages(Generic[Item]):
    """The runs of one connection's server."""

    def __init__(self) -> None:
        self._runs: OrderedDict[str, Sequence[Item]] = OrderedDict()
        self._numbers = itertools.count(1)

    def first(self, items: Sequence[Item], size: int) -> Page[Item]:
        """The first page of a new run."""
        name = str(next(self._numbers))
        self._runs[name] = items
        while len(self._runs) > _MOST_RUNS:
            self._runs.popitem(last=False)
        return self._page(name, 0, size)

    def at(self, cursor: str, size: int) -> Page[Item]:
        """The page that a cursor names; raises UnknownCursorError."""
        name, _, offset = cursor.partition("-")
        if name not in self._runs or not offset.isdecimal():
            raise UnknownCursorError(f"{cursor!r} is no cursor of a run that is still known; check again")
        return self._page(name, int(offset), size)

    def _page(self, name: str, offset: int, size: int) -> Page[Item]:
        items = self._runs[name]
        end = offset + size
        return Page(items[offset:end], len(items), f"{name}-{end}" if end < len(items) else None)
