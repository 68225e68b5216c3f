"""Where a name is defined, with the whole of the definition."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from reread.analyzers.review.ask.evidence import Excerpt, Found
from reread.server.review.lookups import Ground, Lookup
from reread.server.review.lookups._places import around

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
