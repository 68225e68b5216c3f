"""The values of number and string literals."""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u+([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-7]{1,3})|(\r\n|.))", re.S
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a", "s": " ", "\n": "", "\r\n": ""}


def unescaped(text: str) -> str:
    """The text that a string with backslashes stands for."""
    return _ESCAPE.sub(_escaped, text) if "\\" in text else text


def _escaped(found: re.Match[str]) -> str:
    for group in (1, 2, 3, 4):
        if found[group]:
            code = int(found[group], 16)
            return chr(code) if code < 0x110000 else "\ufffd"
    if found[5]:
        return chr(int(found[5], 8))
    return _ESCAPES.get(found[6], found[6])


def number(text: str) -> int | float | None:
    """The value of a number as JavaScript, Go and Java write it, None for what has none (imaginary numbers)."""
    text = text.replace("_", "")
    try:
        if text[:1] == "0" and text[1:2] in ("x", "X", "b", "B", "o", "O"):
            return int(text.rstrip("lLn"), 0) if "p" not in text.lower() else float.fromhex(text)
        if len(text) > 1 and text[0] == "0" and text.rstrip("lLn").isdigit():
            digits = text.rstrip("lLn")
            return int(digits, 10 if "8" in digits or "9" in digits else 8)
        digits = text.rstrip("lLnfFdD")
        return int(digits) if digits.isdigit() and text[-1] not in "fFdD" else float(digits)
    except ValueError:
        return None
