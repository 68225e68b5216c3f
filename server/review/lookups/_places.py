"""From a line that the index names to the lines to show of the file as it is now."""

from __future__ import annotations

from reread.analyzers.review.change.definitions import definitions
from reread.server.review.lookups import Ground

_LINES = 8
"""What is shown from a place on that is in no definition."""


def around(ground: Ground, path: str, line: int) -> tuple[int, int] | None:
    """The first and last line (from 1) of the definition that a line is in, or some lines from there on.

    None for a file that may not be shown, or is not as long any more.
    """
    document = ground.read(path)
    if document is None or not 1 <= line <= document.lines.count:
        return None
    found = definitions(document)
    for entry in (*found.leaves, *reversed(found.containers)):
        if entry.first < line <= entry.end:
            return entry.first + 1, entry.end
    return line, line + _LINES
