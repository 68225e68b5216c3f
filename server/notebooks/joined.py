"""The code cells of a notebook as one text, so that later cells know the names and imports of earlier ones.

A cell takes whole lines, so a place in it is one in the joined text with another line number and the same column.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from reread.analyzers.text import LineIndex
from reread.server.notebooks.magics import as_python, defines_unseen

_MARK = "# get_ipython\n"
"""What rules about undefined names know as a sign that names come from elsewhere."""


class Joined(NamedTuple):
    """One text of several cells. `starts` has the first line of each in it, from 0; `end` is the line after all."""

    text: str
    starts: tuple[int, ...]
    end: int

    def cell_of(self, line: int) -> int:
        """Which of the cells a line of the text is in; with no cells, 0."""
        return max(0, bisect_right(self.starts, line) - 1)

    def end_of(self, cell: int) -> int:
        """The line after the last one of a cell."""
        return self.starts[cell + 1] if cell + 1 < len(self.starts) else self.end


def join(cells: Iterable[str]) -> Joined:
    """The cells one after the other, as Python. A marker follows where magics define invisible names."""
    cells = list(cells)
    parts: list[str] = []
    starts: list[int] = []
    line = 0
    for cell in cells:
        starts.append(line)
        # A lone carriage return would become one line ending with the next line feed.
        text = as_python(cell) + ("\r\n" if cell.endswith("\r") else "\n")
        parts.append(text)
        line += LineIndex(text).count - 1
    if any(map(defines_unseen, cells)):
        parts.append(_MARK)
    return Joined("".join(parts), tuple(starts), line)
