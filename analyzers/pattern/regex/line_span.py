"""The number of line ends that a match can span: edits further away cannot change it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from reread.analyzers.pattern.regex.regex_safety import holds, parsed

_MOST = 200
_UNLIMITED = _MOST + 1
_AT_ENDS = ("AT_BEGINNING_STRING", "AT_END_STRING")


@lru_cache(maxsize=2_000)
def newlines_of(expression: re.Pattern[str]) -> int | None:
    """The most line ends in a match and in what it asks for around it; None when there is no telling."""
    items = parsed(expression.pattern, expression.flags & ~re.UNICODE)
    count = _in_sequence(items, bool(expression.flags & re.DOTALL), {})
    return count if count <= _MOST else None


def is_line_bound(expression: re.Pattern[str]) -> bool:
    """True when no match, and nothing that a match asks for around it, goes beyond one line."""
    return newlines_of(expression) == 0


def _in_sequence(items: Any, dotall: bool, groups: dict[int, int]) -> int:
    return min(_UNLIMITED, sum(_in_item(str(operation), argument, dotall, groups) for operation, argument in items))


def _in_item(operation: str, argument: Any, dotall: bool, groups: dict[int, int]) -> int:
    if operation in ("LITERAL", "NOT_LITERAL", "IN"):
        return int(holds((operation, argument), ord("\n")))
    if operation == "ANY":
        return int(dotall)
    if operation == "AT":
        return _UNLIMITED if str(argument) in _AT_ENDS else 0
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        _, most, body = argument
        inside = _in_sequence(body, dotall, groups)
        return min(_UNLIMITED, inside * int(most))
    if operation == "BRANCH":
        return max(_in_sequence(part, dotall, groups) for part in argument[1])
    if operation == "SUBPATTERN":
        number, added, removed, body = argument
        if removed & re.MULTILINE:
            return _UNLIMITED  # `^` and `$` ask for the ends of the text.
        inside = _in_sequence(body, bool(added & re.DOTALL) or (dotall and not removed & re.DOTALL), groups)
        if number is not None:
            groups[number] = inside
        return inside
    if operation == "GROUPREF":
        return groups.get(argument, _UNLIMITED)
    if operation in ("ASSERT", "ASSERT_NOT"):
        return _in_sequence(argument[1], dotall, groups)
    return _in_sequence(argument, dotall, groups) if operation == "ATOMIC_GROUP" else _UNLIMITED
