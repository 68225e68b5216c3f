"""The definition of a name, in full."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from reread.analyzers.review.ask.evidence import Excerpt, Found
from reread.analyzers.review.change.definitions import definitions
from reread.server.review.lookups import Ground, Lookup

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


_MOST = 3


class Arguments(Struct):
    name: Annotated[str, Meta(min_length=1, max_length=200, description="a name such as parse_money or Money.add")]


def look(ground: Ground, arguments: Arguments) -> Found:
    excerpts = []
    for place in ground.require_index().definitions(arguments.name):
        lines = around(ground, place.path, place.line)
        if lines is not None:
            excerpts.append(Excerpt(place.path, *lines, "defines it"))
        if len(excerpts) == _MOST:
            break
    return Found(tuple(excerpts))


LOOKUP = Lookup(Arguments, "The definition of a function, class or constant of the project, by its name.", look)
