"""A search for words in the workspace."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from reread.analyzers.review.ask.evidence import Excerpt, Found
from reread.server.review.lookups import Ground, Lookup

_MOST = 3
_CANDIDATES = 12
_LINES = 30
"""Lines of a piece that are shown."""


class Arguments(Struct):
    words: Annotated[str, Meta(min_length=1, max_length=300, description="names and words that the code has")]


def look(ground: Ground, arguments: Arguments) -> Found:
    # By names and words: those who ask know what the code is called, and vectors take as long as all the rest.
    index = ground.require_index()
    found = [
        *index.search(arguments.words, _CANDIDATES, "symbols"),
        *index.search(arguments.words, _CANDIDATES, "keywords"),
    ]
    places = dict.fromkeys((piece.path, piece.start_line, piece.end_line) for piece in found)
    shown = [place for place in places if ground.read(place[0]) is not None][:_MOST]
    return Found(tuple(Excerpt(path, first, min(last, first + _LINES - 1), "has it") for path, first, last in shown))


LOOKUP = Lookup(Arguments, "Code of the project that has certain names or words.", look)
