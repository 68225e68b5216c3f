"""The callers of a name: the lines around each call, proven calls first."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from reread.analyzers.review.ask.evidence import Excerpt, Found
from reread.server.review.lookups import Ground, Lookup

_MOST = 4
_BEFORE, _AFTER = 4, 3
"""Lines around a call: how its arguments are made, and what becomes of the result."""


class Arguments(Struct):
    name: Annotated[str, Meta(min_length=1, max_length=200, description="a name such as parse_money or Money.add")]


def look(ground: Ground, arguments: Arguments) -> Found:
    excerpts: list[Excerpt] = []
    for place in ground.require_index().callers(arguments.name):
        if len(excerpts) == _MOST:
            break
        if ground.read(place.path) is None or _is_shown(excerpts, place.path, place.line):
            continue
        reason = "calls it" if place.sure else "may call it"
        excerpts.append(Excerpt(place.path, max(1, place.line - _BEFORE), place.line + _AFTER, reason))
    return Found(tuple(excerpts))


def _is_shown(excerpts: list[Excerpt], path: str, line: int) -> bool:
    return any(each.path == path and each.first <= line <= each.last for each in excerpts)


LOOKUP = Lookup(Arguments, "The places of the project that call a function or method, by its name.", look)
