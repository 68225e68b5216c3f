"""Classes of characters that PCRE knows by a name: general categories, scripts, and a few of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from unicodedata import category, name

_LAST_CODE = 0xFFFF
"""Of the characters that `\\p{L}` and the like stand for."""

_SCRIPTS = frozenset(
    {
        *("Arabic", "Armenian", "Bengali", "Cherokee", "Cyrillic", "Devanagari", "Ethiopic", "Georgian", "Greek"),
        *("Gujarati", "Gurmukhi", "Hangul", "Hebrew", "Hiragana", "Kannada", "Katakana", "Khmer", "Lao", "Latin"),
        *("Malayalam", "Mongolian", "Myanmar", "Tamil", "Telugu", "Thai", "Tibetan"),
    }
)
_WORDS = {**{script: script.upper() for script in _SCRIPTS}, "Han": "CJK"}
"""What the name of each letter of a script has in it."""

_CATEGORY = re.compile(r"[CLMNPSZ][a-z]?|L&")


@lru_cache(maxsize=50)
def ranges_of(property: str, *, negated: bool) -> str:
    """What `\\p{...}` stands for as the inside of a class, or with `negated` all others; "" where there is no such
    property, or nothing has it.
    """
    test = _test(property)
    if test is None:
        return ""
    held = [test(chr(code)) for code in range(_LAST_CODE + 1)]
    if not any(held):
        return ""
    held = [each != negated for each in held]
    edges = [
        code for code, (before, now) in enumerate(zip([False, *held], [*held, False], strict=True)) if before != now
    ]
    return "".join(_range(low, high - 1) for low, high in zip(edges[::2], edges[1::2], strict=True))


def _test(property: str) -> Callable[[str], bool] | None:
    if _CATEGORY.fullmatch(property):
        wanted = ("Lu", "Ll", "Lt") if property == "L&" else property
        return lambda character: category(character).startswith(wanted)
    if property in _WORDS:
        word = _WORDS[property]
        return lambda character: category(character)[0] in "LM" and word in name(character, "").split()
    if property == "ASCII":
        return str.isascii
    if property in ("Xan", "Xwd"):
        return lambda character: category(character)[0] in "LN" or (property == "Xwd" and character == "_")
    return (lambda character: True) if property == "Any" else None


def _range(low: int, high: int) -> str:
    first, last = (re.escape(chr(code)) if code < 128 else chr(code) for code in (low, high))
    return first if low == high else f"{first}-{last}"
