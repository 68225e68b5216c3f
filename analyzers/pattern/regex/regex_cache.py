"""Caches the matches of regular expressions in a document; an edit invalidates only those around its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from reread.analyzers.pattern.bindings import TooManySteps
from reread.analyzers.pattern.regex.allowance import current
from reread.analyzers.pattern.regex.line_span import is_line_bound, newlines_of
from reread.analyzers.pattern.regex.search import find_all

if TYPE_CHECKING:
    from reread.analyzers.pattern.bindings import Binding
    from reread.analyzers.pattern.edit_region import Region

Found: TypeAlias = "tuple[int, int, dict[str, Binding]]"
"""Start and end of a match in bytes, and its groups."""
Searched: TypeAlias = Mapping[re.Pattern[str], tuple[Found, ...]]

_MOST_RETAINED = 5_000
NOTHING: Searched = {}


class Partial(tuple["Found", ...]):
    """What was found by a search of which a part was given up."""

    __slots__ = ()


class Searches:
    """The searches of one document (UTF-8). `before` are those of the document before an edit that touched `region`."""

    __slots__ = ("_before", "_data", "_found", "_region")

    def __init__(self, data: bytes, before: Searched = NOTHING, region: Region | None = None) -> None:
        self._data = data
        self._before = before
        self._region = region
        self._found: dict[re.Pattern[str], tuple[Found, ...]] = {}

    @classmethod
    def of_same_text(cls, data: bytes, found: Searched) -> Searches:
        """The searches of a document that was searched before."""
        searches = cls(data)
        searches._found.update(found)
        return searches

    def of(self, expression: re.Pattern[str]) -> tuple[Found, ...]:
        """Where the expression matches in the whole text, as `find_all` says it."""
        found = self._found.get(expression)
        if found is None:
            found = self._after_edit(expression)
            if found is None:
                found = _found(expression, self._data, 0, len(self._data), 0)
            self._found[expression] = found
        return found

    def retained(self) -> Searched:
        """The part worth keeping for the next edit."""
        return {expression: found for expression, found in self._found.items() if len(found) <= _MOST_RETAINED}

    def _after_edit(self, expression: re.Pattern[str]) -> tuple[Found, ...] | None:
        """The matches from those before the edit; None if all of the text must be searched."""
        before, region = self._before.get(expression), self._region
        if before is None or region is None:
            return None
        newlines = newlines_of(expression)
        if newlines is None:
            return before if isinstance(before, Partial) else None
        # A match that begins on another line than these ends before the edit begins, or begins after it ends,
        # with all that it asks for around it.
        start = _lines_before(self._data, max(0, region.new_start), newlines)
        end = _lines_after(self._data, region.new_end, newlines)
        old_end = end - region.moved_bytes
        first = [each for each in before if each[0] < start]
        last = [_moved(each, region.moved_bytes) for each in before if each[0] >= old_end]
        if any(start <= each[0] < old_end < each[1] for each in before):
            return None  # It kept the text after these lines from being matched.
        low = _lines_before(self._data, start, newlines)
        high = _lines_after(self._data, end, newlines)
        begin = max(start, first[-1][1]) if first else start
        searched = _found(expression, self._data, low, high, begin)
        again = [each for each in searched if each[0] < end]
        if again and again[-1][1] > end:
            return None
        found = (*first, *again, *last)
        return Partial(found) if isinstance(before, Partial) or isinstance(searched, Partial) else found


def _found(expression: re.Pattern[str], data: bytes, start: int, end: int, begin: int) -> tuple[Found, ...]:
    """What `find_all` finds, or as much of that as the time is enough for: of the lines, where each is for itself."""
    try:
        return tuple(find_all(expression, data, start, end, begin))
    except TooManySteps:
        return Partial(found_by_lines(expression, data, start, end, begin))


def found_by_lines(expression: re.Pattern[str], data: bytes, start: int, end: int, begin: int) -> Iterator[Found]:
    """What an expression finds in lines of which each takes little time; nothing where matches may span lines."""
    while start < end and is_line_bound(expression):
        after = min(end, data.find(b"\n", start) + 1 or end)
        if begin < after:
            try:
                yield from list(find_all(expression, data, start, after, max(start, begin)))
            except TooManySteps:
                allowance = current()
                if allowance is None or allowance.left <= 0:
                    return
        start = after


def _moved(found: Found, distance: int) -> Found:
    start, end, groups = found
    if not distance:
        return found
    shifted = {
        name: bound._replace(start=bound.start + distance, end=bound.end + distance) for name, bound in groups.items()
    }
    return start + distance, end + distance, shifted


def _lines_before(data: bytes, position: int, count: int) -> int:
    """The start of the line that is `count` lines above that of a position."""
    for _ in range(count + 1):
        position = data.rfind(b"\n", 0, position)
        if position < 0:
            return 0
    return position + 1


def _lines_after(data: bytes, position: int, count: int) -> int:
    """The end, its line end included, of the line that is `count` lines below that of a position."""
    for _ in range(count + 1):
        position = data.find(b"\n", position) + 1
        if position == 0:
            return len(data)
    return position
