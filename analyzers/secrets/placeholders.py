"""Tells placeholders from secrets: documentation examples, templates, made-up letters."""

from __future__ import annotations

import re
from itertools import pairwise

from reread.analyzers.secrets.vocabulary import forms

_WORDS = forms(
    r"""
    example sample dummy placeholder change[-_\x20]?(?:me|it|this) replace redacted removed insert your[-_\x20]
    your(?=[A-Z]) [-_\x20]here\b todo fixme foobar foo[-_]?bar fake mock lorem invalid
    not[-_\x20]?(?:a[-_\x20])?(?:real|secret|used)
    """
)
_MARKS = r"x{4,}|\*{3,}|\.{3}|-{4,}|_{4,}|#{3,}|undefined|unknown|none\b|null\b|<[^>]*>|some[-_]"
_SPEAKS = re.compile(rf"{_WORDS}|{_MARKS}", re.IGNORECASE)
_MADE_UP = re.compile(
    r"0{8,}|1{6,}|abcdefg|qwertyuiop|123456789|987654321|deadbeef|cafebabe|a1b2c3|testtest", re.IGNORECASE
)
_TEMPLATE = re.compile(
    r"\$\{|\$\(|\{\{|\}\}|%\(|%[sdv]\b|#\{|^\$\w+$|\$[A-Za-z_]{3,}|\{\w*\}|<%|%\{|@\w+@|__\w+__|\bENC\("
)
_REPEATED = re.compile(r"(.{1,4})\1{3,}")


def is_placeholder(value: str) -> bool:
    """True for `your-api-key`, `xxxx`, `${TOKEN}`, `AKIAIOSFODNN7EXAMPLE` and the like."""
    return bool(_SPEAKS.search(value)) or bool(_TEMPLATE.search(value)) or len(set(value)) <= 2


def is_made_up(value: str) -> bool:
    """True for `abcdefgh12345678`, `deadbeefdeadbeef` and the like, which no service gives away."""
    return (
        bool(_MADE_UP.search(value))
        or bool(_REPEATED.fullmatch(value) or (len(value) >= 12 and _REPEATED.search(value)))
        or len(set(value)) <= 3
        or _is_counted(value)
    )


def _is_counted(value: str) -> bool:
    """Most characters follow their neighbour in the alphabet or the numbers."""
    steps = sum(ord(following) - ord(letter) == 1 for letter, following in pairwise(value))
    return len(value) >= 8 and steps > 0.6 * len(value)
