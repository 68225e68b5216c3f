"""The texts that a regular expression matches, if they are few, so that a table can find candidates by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from typing import Any

from reread.analyzers.pattern.regex.regex_safety import parsed

_MOST = 600
_PLAIN = re.compile(r"\^(?:\((?:\?:)?(?P<several>\w+(?:\|\w+)*)\)|(?P<one>\w+))\$")
# What no expression with few texts has: parsing it would only take time.
_MANY = re.compile(r"[.*+{]|\\[wWsSdDbB]|\(\?[^:]|\[\^")
_DEEPEST = 20
_LONGEST_RANGE = 10


@lru_cache(maxsize=4_000)
def literal_alternatives(expression: str) -> frozenset[str]:
    """All texts of an expression such as `^(get|post)$` or `^(Must)?Exec(Context)?$`, when each of them is a word.

    Empty for an expression without both ends, and for one that matches other texts or more than a few.
    """
    if plain := _PLAIN.fullmatch(expression):
        return frozenset((plain["several"] or plain["one"]).split("|"))
    if not (expression.startswith("^") and expression.endswith("$")) or _MANY.search(expression):
        return frozenset()
    try:
        items = list(parsed(expression))
    except re.error:
        return frozenset()
    if len(items) < 3 or any(str(end[0]) != "AT" for end in (items[0], items[-1])):
        return frozenset()
    texts = _of_sequence(items[1:-1], 0)
    return frozenset(texts) if texts and all(text.isidentifier() or text.isalnum() for text in texts) else frozenset()


def _of_sequence(items: Iterable[tuple[Any, Any]], depth: int) -> set[str]:
    """What the items match one after the other. Empty when that is not known, or too much."""
    found = {""}
    for operation, argument in items:
        texts = _of_item(str(operation), argument, depth + 1)
        if not texts or len(found) * len(texts) > _MOST:
            return set()
        found = {before + after for before, after in product(found, texts)}
    return found


def _of_item(operation: str, argument: Any, depth: int) -> set[str]:
    if depth > _DEEPEST:
        return set()
    if operation == "LITERAL":
        return {chr(argument)}
    if operation == "IN":
        return _of_characters(argument)
    if operation == "BRANCH":
        each = [_of_sequence(branch, depth) for branch in argument[1]]
        return set().union(*each) if all(each) else set()
    if operation == "SUBPATTERN":
        _, more_flags, fewer_flags, inner = argument
        return set() if more_flags or fewer_flags else _of_sequence(inner, depth)
    if operation == "MAX_REPEAT" and argument[:2] == (0, 1):
        inside = _of_sequence(argument[2], depth)
        return {"", *inside} if inside else set()
    return set()


def _of_characters(members: Iterable[tuple[Any, Any]]) -> set[str]:
    found = set()
    for operation, argument in members:
        if str(operation) == "LITERAL":
            found.add(chr(argument))
        elif str(operation) == "RANGE" and argument[1] - argument[0] < _LONGEST_RANGE:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        else:
            return set()
    return found
