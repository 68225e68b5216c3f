"""Which `yield` of a generator of Python comes when: `next` gives one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reread.analyzers.dataflow.ir.nodes import Evaluate, Function, Parts, Yield

YieldNumbers = Mapping[tuple[int, int], int]
_NONE: YieldNumbers = {}
_MOST = 8


def numbered_yields(function: Function) -> YieldNumbers:
    """The places of the `yield`s of a function with their numbers, where all of them are statements of its own.

    One alone is what a context manager gives.
    """
    found: dict[tuple[int, int], int] = {}
    for statement in function.body:
        if isinstance(statement, Evaluate) and isinstance(statement.value, Yield) and _is_one(statement.value):
            found[statement.value.start, statement.value.end] = len(found)
    if not 1 < len(found) <= _MOST or _count(function.body) != len(found):
        return _NONE
    return found


def _is_one(e: Yield) -> bool:
    """False for `yield from`."""
    inner = e.value
    return not (isinstance(inner, Parts) and len(inner.parts) == 1 and isinstance(inner.parts[0], Parts))


def _count(body: Any) -> int:
    """The `yield`s in a body, those in other statements and in functions inside of it as well."""
    count = 0
    stack = [body]
    while stack:
        each = stack.pop()
        count += isinstance(each, Yield)
        stack += (part for part in each if isinstance(part, tuple))
    return count
