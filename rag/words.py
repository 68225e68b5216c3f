"""Words in code: `getUserName` is found by "get", "user" and "name"."""

from __future__ import annotations

import json
import math
import os
import re
from functools import cache, lru_cache

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_PART = re.compile(r"[A-Z]+(?=[A-Z][^\W\d_A-Z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d+")
_VOWEL = re.compile(r"[aeiouy]")

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
def stem(part: str) -> str:
    """A word without its ending, so that "parses", "parsed" and "parsing" are one; short words stay as they are."""
    if len(part) < 4 or not part.isascii():
        return part
    word = part
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed", "er", "or", "ion"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) > 2 and _VOWEL.search(rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@lru_cache(maxsize=65_536)
def stems(identifier: str) -> tuple[str, ...]:
    """The keywords of an identifier in the index: the stems of its words, and all of it as one word."""
    found = tuple(stem(part) for part in parts(identifier))
    whole = identifier.lower().replace("_", "")
    return (*found, whole) if len(found) > 1 and len(whole) <= _LONGEST else found


@lru_cache(maxsize=65_536)
def _indexed(identifier: str) -> str:
    return " ".join(stems(identifier))


def indexed(text: str) -> str:
    """The text as the keyword index has it; see `stems`."""
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
