"""Code as a sequence of tokens without comments and white space, for comparing pieces in any language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reread.analyzers import syntax

NAME, NUMBER, STRING, MARK = "n", "0", "s", ""
"""Kinds of tokens; MARK is an operator or bracket."""


class Token(NamedTuple):
    """`start` and `end` are code points in the text that it is from. Key words are marks."""

    kind: str
    text: str
    start: int
    end: int


_KEYWORDS = frozenset(
    """
    if elif else for while do try except catch finally return yield raise throw throws in is not and or def class
    function func fn let var const new delete await async with as from import export default switch case break continue
    pass lambda go defer select range map chan struct interface type package public private protected static final void
    int long double float boolean bool char byte short string this self cls super None True False null nil true false
    undefined typeof instanceof extends implements abstract enum extends readonly declare namespace global nonlocal
    """.split()  # noqa: SIM905 - so many words are read more easily like this
)


_LONG_STRING = r"\"\"\".*?(?:\"\"\"|\Z)|'''.*?(?:'''|\Z)"
_STRING = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"


@cache
def _expression(mark: str) -> re.Pattern[str]:
    comments = r"\#[^\n]*" if mark == "#" else r"//[^\n]*|/\*.*?(?:\*/|\Z)" if mark == "//" else r"--[^\n]*"
    return re.compile(
        rf"""
        (?P<comment>{comments})
        |(?P<string>[rRbBuUfF]{{0,2}}(?:{_LONG_STRING}|{_STRING})|`(?:\\.|[^`\\])*`)
        |(?P<name>[^\W\d][\w$]*|\$[\w$]+)
        |(?P<number>\d[\w.]*)
        |(?P<mark>[-+*/%&|^~<>=!:?.]{{2,3}}(?<![.:]\.)|\S)
        """,
        re.VERBOSE | re.DOTALL,
    )


def tokens(text: str, language: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]` (code points)."""
    table = syntax.language(language)
    found = []
    for match in _expression(table.line_comment if table is not None else "#").finditer(text, start, end or len(text)):
        group = match.lastgroup
        if group == "name":
            kind = MARK if match[0] in _KEYWORDS else NAME
        elif group == "comment":
            continue
        else:
            kind = {"string": STRING, "number": NUMBER}.get(str(group), MARK)
        found.append(Token(kind, match[0], match.start(), match.end()))
    return found


_marks: dict[str, str] = {}


def shape(found: Sequence[Token]) -> str:
    """Tokens with all names, numbers and strings made equal: one character per token, so that pieces can be found by
    text search.
    """
    return "".join(token.kind or _marks.setdefault(token.text, chr(0x100 + len(_marks))) for token in found)


def renamed(first: Sequence[Token], second: Sequence[Token]) -> dict[str, str] | None:
    """The names of the first sequence with what stands for them in the second; None when that is not one to one, or
    the two differ in anything but names.
    """
    if len(first) != len(second):
        return None
    forth: dict[str, str] = {}
    back: dict[str, str] = {}
    for one, other in zip(first, second, strict=True):
        if one.kind != other.kind or (one.kind != NAME and one.text != other.text):
            return None
        if one.kind == NAME and (
            forth.setdefault(one.text, other.text) != other.text or back.setdefault(other.text, one.text) != one.text
        ):
            return None
    return forth
