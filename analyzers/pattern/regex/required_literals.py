"""Literals of which every match contains at least one, for testing a file before matching."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from reread.analyzers.pattern.regex.regex_safety import parsed, regex

SHORTEST = 3
_MOST = 12
_DEEPEST = 20


def required_texts(expression: str) -> frozenset[str]:
    """Texts one of which is in each match; empty if none are known, or only very short ones or very many."""
    items = parsed(regex(expression).pattern)
    if items.state.flags & (re.IGNORECASE | re.VERBOSE):
        return frozenset()
    return _of_sequence(items, 0)


def _of_sequence(items: Iterable[tuple[Any, Any]], depth: int) -> frozenset[str]:
    """Of the items that must all match: the one of which the texts say most."""
    best: frozenset[str] = frozenset()
    run = ""
    for operation, argument in items:
        is_literal = str(operation) == "LITERAL"
        run = run + chr(argument) if is_literal else ""
        best = _better(best, frozenset((run,)) if is_literal else _of_item(str(operation), argument, depth + 1))
    return best


def _of_item(operation: str, argument: Any, depth: int) -> frozenset[str]:
    if depth > _DEEPEST:
        return frozenset()
    if operation == "SUBPATTERN":
        _, more_flags, fewer_flags, inner = argument
        return frozenset() if more_flags or fewer_flags else _of_sequence(inner, depth)
    if operation in ("MAX_REPEAT", "MIN_REPEAT"):
        return _of_sequence(argument[2], depth) if argument[0] else frozenset()
    if operation == "BRANCH":
        each = [_of_sequence(branch, depth) for branch in argument[1]]
        found = frozenset().union(*each) if all(each) else frozenset()
        return found if len(found) <= _MOST else frozenset()
    return frozenset()


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    shortest = min(map(len, other), default=0)
    return other if shortest >= SHORTEST and shortest > min(map(len, one), default=0) else one
