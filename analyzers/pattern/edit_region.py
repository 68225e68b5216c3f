"""The region that an edit touched, in the old text and in the new one."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.syntax import Node, SyntaxTree
from reread.analyzers.text import TextChange
from reread.analyzers.tokenize import words_of

_MARGIN = 1


class Region(NamedTuple):
    """The region that an edit touched: in bytes of the old text, of the new one, and how far the rest moved."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    moved_bytes: int
    moved: int

    @property
    def around(self) -> tuple[int, int]:
        """Where in the new text the nodes are that the edit may have touched."""
        return max(0, self.new_start - 1), self.new_end + 2

    @property
    def old_bytes(self) -> tuple[int, int]:
        """The range of the old text that differs, without its surroundings."""
        return self.old_start + _MARGIN, self.old_end - _MARGIN

    @property
    def new_bytes(self) -> tuple[int, int]:
        """The range of the new text that differs, without its surroundings."""
        return self.new_start + _MARGIN, self.new_end - _MARGIN


def region_of(old: SyntaxTree, change: TextChange, tree: SyntaxTree, *, of_text: bool = False) -> Region:
    """Where both trees may differ; only where the texts do with `of_text`."""
    (start, end), inserted = change
    old_start = old.document.lines.byte(start)
    moved = len(tree.document.data) - len(old.document.data)
    new_end = old.document.lines.byte(end) + moved
    new_start = old_start
    for low, high in () if of_text else tree.changed:
        new_start = min(new_start, low)
        new_end = max(new_end, high)
    return Region(
        new_start - _MARGIN,
        new_end - moved + _MARGIN,
        new_start - _MARGIN,
        new_end + _MARGIN,
        moved,
        len(inserted) - (end - start),
    )


def touches(start: int, end: int, region: Region) -> bool:
    return start <= region.old_end and end >= region.old_start


def in_region(node: Node, region: Region) -> bool:
    return node.start_byte <= region.new_end and node.end_byte >= region.new_start


def words_on_lines(data: bytes, start: int, end: int) -> set[bytes]:
    """The words on the lines that a range is on."""
    return words_of(_lines(data, start, end))


def lines_around(data: bytes, start: int, end: int) -> tuple[int, int]:
    """The range of the lines that a range is on, without the last line break."""
    start = data.rfind(b"\n", 0, max(0, start)) + 1
    end = data.find(b"\n", end)
    return start, len(data) if end < 0 else end


def _lines(data: bytes, start: int, end: int) -> bytes:
    start, end = lines_around(data, start, end)
    return data[start:end]


def looked_for(old: bytes, region: Region, data: bytes) -> set[bytes]:
    """The names in edited lines that answers can depend on: words, and names that are assigned constants there."""
    from reread.analyzers.constants.assignment_scan import given_on

    before, after = lines_around(old, *region.old_bytes), lines_around(data, *region.new_bytes)
    if _ends_a_line(old, region.old_bytes) and _ends_a_line(data, region.new_bytes):
        # Whole lines came or went. The one after them is as it was.
        before, after = (before[0], region.old_bytes[1]), (after[0], region.new_bytes[1])
    was, now = old[slice(*before)], data[slice(*after)]
    return words_of(was) | words_of(now) | given_on(now)


def _ends_a_line(data: bytes, changed: tuple[int, int]) -> bool:
    """True for a range, be it empty, before which a line begins and at whose end one does."""
    return all(place <= 0 or data[place - 1 : place] == b"\n" for place in changed)
