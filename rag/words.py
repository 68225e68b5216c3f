"""Words of code: `getUserName` is found by "get", "user" and "name"."""

from __future__ import annotations

import json
import math
import os
import re
from functools import cache, lru_cache

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_PART = re.compile(r"[A-Z]+(?=[A-Z][^\W\d_A-Z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d+")

_RAREST = 0.005
"""The share of chunks that a word is taken to be in when the table of common words has none."""

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


@lru_cache(maxsize=65_536)
def rarity(part: str) -> float:
    """How much a word (lower case) says: 1 for a rare one, less for words that are all over any project."""
    if part.isdigit() or len(part) == 1:
        return 0.1
    return math.log(_shares().get(part, _RAREST)) / math.log(_RAREST)


@cache
def _shares() -> dict[str, float]:
    """The share of chunks of code that hold a word, for the most common words in projects of several languages."""
    with open(os.path.join(os.path.dirname(__file__), "common_words.json"), encoding="utf-8") as file:
        shares: dict[str, float] = json.load(file)
    return shares
