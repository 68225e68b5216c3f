"""Number literals of all languages."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?(?:\d|\.\d)[\w.+-]*")
_FLOAT = re.compile(r"(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][+-]?\d+)?[fFdD]?")
_OCTAL = re.compile(r"[+-]?0[0-7]+")
_LONGEST = 40


def whole_number(text: str, base: int) -> int:
    """The whole number that a text is; with `base` 0 its prefix (`0x`, `0o`, `0`) says which. Raises ValueError."""
    text = text.strip().replace("_", "").rstrip("lLnN")
    if len(text) > _LONGEST:
        raise ValueError("too long")
    if base == 0 and _OCTAL.fullmatch(text):
        return int(text, 8)
    return int(text, base)


def number_of(text: str) -> int | float | None:
    """The number that a literal is, in the spellings of all languages, or None."""
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return whole_number(text, 0)
    except ValueError:
        pass
    if _FLOAT.fullmatch(text) is None:
        return None
    try:
        return float(text.replace("_", "").rstrip("fFdD"))
    except ValueError:
        return None
