"""Splits text into tokens, the same for all languages: names, numbers, strings, comments, signs, line ends.

Where the language has a parser its tree says where strings and comments are; what is between them, and texts without a
tree, are split by rules that most languages share. Pieces of files never fail: what is open at the end is a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reread.analyzers.secrets.vocabulary import one_of, words
from reread.analyzers.syntax import Query, captures, language, parse, query
from reread.analyzers.text import Document

NAME, NUMBER, STRING, COMMENT, SIGN, LINE = "name", "number", "string", "comment", "sign", "line"


class Token(NamedTuple):
    """A token at `start` to `end` (code points). `text` of a string or comment is what it holds, at `inner`."""

    kind: str
    start: int
    end: int
    text: str
    inner: int


_NAMES = r"[^\W\d][\w$]*|[$@][^\W\d]\w*"
_COMMENTS = one_of(
    r"(?<![:\w\"'])//[^\n]*",  # No address: `https://`
    # No directive of C, no attribute of Rust
    r"(?<!\S)\#(?!\s*(?:define|undef|pragma|include|if|endif)\b|\[|!\[)[^\n]*",
)
_STRINGS = one_of(
    r"\"\"\"[\s\S]{0,20000}?\"\"\"",
    r"'''[\s\S]{0,20000}?'''",
    r"\"(?:[^\"\\\n]|\\[\s\S]){0,20000}\"",
    # No apostrophe: behind a letter, a quote begins a string where the letter is a prefix, as in `b'x'`.
    r"(?<![AC-EG-KM-QS-TV-Zac-eg-km-qs-tv-z0-9])'(?:[^'\\\n]|\\[\s\S]){0,20000}'",
    r"(?<!`)`(?!``)(?:[^`\\]|\\.){0,4000}`",
)
_SIGNS = words(
    """
    === !== ??= ||= &&= **= <<= := => -> <- == != <= >= += -= ?= .= ?? || && ?. ?: :: <> << ...
    """
)
_SIGN = one_of(*map(re.escape, sorted(_SIGNS, key=lambda sign: (-len(sign), sign))), r"[^\s\w]")
_TOKEN = re.compile(
    rf"(?P<name>{_NAMES})|(?P<line>\n)|\\\n|(?P<number>\d[\w.]*)|(?P<open>/\*|<!--)"
    rf"|(?P<comment>{_COMMENTS})|(?P<string>{_STRINGS})|(?P<sign>{_SIGN})"
)
_OPENING = re.compile(r"[A-Za-z@$]{0,3}#*(?:\"\"\"|'''|\"|'|`)")
_LONGEST_COMMENT = 20_000
_DATA = frozenset({"yaml", "dockerfile"})
"""Languages whose values need no quotes: their trees say nothing that their lines do not."""


def tokens(text: str, language_name: str = "") -> list[Token]:
    """The tokens of a text in order. A language without a parser, or "", is read by the common rules."""
    if not language_name or language_name in _DATA or (islands := _islands(text, language_name)) is None:
        return list(_between(text, 0, len(text)))
    found: list[Token] = []
    position = 0
    for start, end, is_comment in islands:
        if start < position:
            continue
        found += _between(text, position, start)
        found.append(_comment(text, start, end) if is_comment else _string(text, start, end))
        position = end
    found += _between(text, position, len(text))
    return found


def _between(text: str, start: int, end: int) -> Iterator[Token]:
    closings = _Closings(text, end)
    position = start
    while position < end:
        for match in _TOKEN.finditer(text, position, end):
            kind = match.lastgroup
            if kind == "open":
                position = closings.after(*match.span())
                if position >= 0:
                    yield _comment(text, match.start(), position)
                    break
                yield from (Token(SIGN, at, at + 1, text[at], at) for at in range(*match.span()))
            elif kind == STRING:
                yield _string(text, *match.span())
            elif kind == COMMENT:
                yield _comment(text, *match.span())
            elif kind == LINE:
                yield Token(LINE, *match.span(), "\n", match.start())
            elif kind is not None:
                yield Token(kind, *match.span(), match[0], match.start())
        else:
            return


class _Closings:
    """Where comments that an opening begins end, in one look over the text for all that nothing closes."""

    def __init__(self, text: str, end: int) -> None:
        self._text = text
        self._end = end
        self._none_before = {"*/": 0, "-->": 0}

    def after(self, start: int, opened: int) -> int:
        """The end of the comment that begins at `start`; -1 where it is not closed. To be asked from left to right."""
        closing = "*/" if self._text.startswith("/*", start) else "-->"
        limit = min(opened + _LONGEST_COMMENT, self._end)
        first = max(opened, self._none_before[closing] - len(closing) + 1)
        place = self._text.find(closing, first, limit)
        if place < 0:
            self._none_before[closing] = limit
            return -1
        return place + len(closing)


def _string(text: str, start: int, end: int) -> Token:
    whole = text[start:end]
    opening = _OPENING.match(whole)
    if opening is None:
        return Token(STRING, start, end, whole, start)
    quote = opening[0].lstrip("bBrRuUfFLcC@$#8")
    first, last = opening.end(), len(whole.rstrip("#"))
    if whole[:last].endswith(quote) and last - len(quote) >= first:
        last -= len(quote)
    return Token(STRING, start, end, whole[first:last], start + first)


def _comment(text: str, start: int, end: int) -> Token:
    return Token(COMMENT, start, end, text[start:end], start)


def _islands(text: str, language_name: str) -> Sequence[tuple[int, int, bool]] | None:
    """Where the tree has strings and comments, outer ones first; None without a tree, or with a broken one."""
    table = language(language_name)
    tree = parse(Document("", text, language=language_name)) if table is not None else None
    if table is None or tree is None or tree.has_errors:
        return None
    point = tree.document.lines.code_point
    nodes = captures(_query(language_name), tree.root)
    found = [
        (point(node.start_byte), point(node.end_byte), kind == "comment")
        for kind, of_kind in nodes.items()
        for node in of_kind
    ]
    return sorted(found, key=lambda island: (island[0], -island[1]))


@cache
def _query(language_name: str) -> Query:
    table = language(language_name)
    assert table is not None
    strings = " ".join(f"({kind}) @string" for kind in sorted(table.strings - {"concatenated_string"}))
    comments = " ".join(f"({kind}) @comment" for kind in sorted(table.comments))
    return query(language_name, f"{strings} {comments}")
