"""Words of code: `getUserName` is found by "get", "user" and "name"."""

from __future__ import annotations

import re
from functools import lru_cache

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_PART = re.compile(r"[A-Z]+(?=[A-Z][^\W\d_A-Z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d+")

_LONGEST = 64
"""Longer "identifiers" are data, such as base64."""


def identifiers(text: str) -> list[str]:
    """All identifiers and words of a text, in order, with repetitions."""
    return _IDENTIFIER.findall(text)


@lru_cache(maxsize=65_536)
def parts(identifier: str) -> tuple[str, ...]:
    """The words inside an identifier, lower case: ("http", "server", "2") for `HTTPServer2`."""
    if len(identifier) > _LONGEST:
        return ()
    return tuple(part.lower() for part in _PART.findall(identifier))


@lru_cache(maxsize=65_536)
def _indexed(identifier: str) -> str:
    found = parts(identifier)
    whole = identifier.lower().replace("_", "")
    if len(found) > 1 and len(whole) <= _LONGEST:
        return " ".join((*found, whole))
    return " ".join(found)


def indexed(text: str) -> str:
    """The text as the keyword index has it: the words of every identifier, and the identifier as one word."""
    return " ".join(map(_indexed, _IDENTIFIER.findall(text)))
