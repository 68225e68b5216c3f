"""Finds texts in the format of a token: searches for words first, and tries a format only if one of its words occurs.

The words are a hundred times fewer than the places at which an expression would be tried, so that a text without
tokens costs next to nothing whatever the number of formats.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from reread.analyzers.secrets.formats import FORMATS, Format

_WORD = re.compile(r"[A-Za-z0-9_$]+")
_SEPARATORS = bytes(byte if _WORD.fullmatch(chr(byte)) else 32 for byte in range(256))
_KEY = 3
"""How many characters of a word choose the formats that may begin with it."""


class Token(NamedTuple):
    """A text in the form of a secret, at `start` to `end` (code points)."""

    format: Format
    start: int
    end: int


class _Index(NamedTuple):
    """The formats with their words and literals: `by_word` by a whole word of the literal, `by_beginning` by the first
    letters of a word that goes on after it, `by_near` by what is on the same line.
    """

    by_word: dict[str, list[tuple[str, str, Format]]]
    by_beginning: dict[str, list[tuple[str, str, Format]]]
    by_near: dict[str, list[Format]]


@cache
def _index() -> _Index:
    index = _Index({}, {}, {})
    for entry in FORMATS:
        for literal in entry.starts:
            words = _WORD.findall(literal)
            whole = [word for word in words if not literal.endswith(word) and word != "https"]
            if whole:
                word = max(whole, key=len)
                index.by_word.setdefault(word, []).append((word, literal, entry))
            else:
                index.by_beginning.setdefault(words[-1][:_KEY], []).append((words[-1], literal, entry))
        for near in entry.near:
            index.by_near.setdefault(near, []).append(entry)
    return index


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def tokens(
    text: str, words: Collection[str] | None = None, start: int = 0, end: int | None = None, *, reported: bool = False
) -> Iterator[Token]:
    """Texts in the format of a token that begin between `start` and `end` (code points), in no order.

    `words` are all words of that part of the text where they are known already; with `reported`, only formats that are
    reported count. Matches of several formats may overlap.
    """
    end = len(text) if end is None else end
    if words is None:
        words = _words_of(text[start:end])
    for literal, entry in _called_for(words):
        if entry.reported or not reported:
            place = text.find(literal, start, end)
            while place >= 0:
                match = _compiled(entry.pattern).match(text, place)
                if match is not None:
                    yield _token(entry, match)
                place = text.find(literal, place + 1, end)
    yield from _carried(text, words, start, end, reported)


def _carried(text: str, words: Collection[str], start: int, end: int, reported: bool) -> Iterator[Token]:
    lowered = " ".join(words).lower()
    lines = None
    for near, entries in _index().by_near.items():
        if (near.isalpha() and near not in lowered) or not (entries[0].reported or not reported):
            continue
        lines = text[start:end].lower() if lines is None else lines
        place = lines.find(near)
        while place >= 0:
            first = lines.rfind("\n", 0, place) + 1
            last = lines.find("\n", place)
            last = len(lines) if last < 0 else last
            for entry in entries:
                if entry.anywhere:
                    first, last = 0, len(lines)
                for match in _compiled(entry.pattern).finditer(text, start + first, start + last):
                    yield _token(entry, match)
            place = lines.find(near, last)


def _words_of(text: str) -> set[str]:
    """Splitting bytes is several times as fast as searching for words."""
    data = text.encode(errors="replace").translate(_SEPARATORS)
    return set(data.decode("ascii").split())


def _called_for(words: Collection[str]) -> Iterator[tuple[str, Format]]:
    index = _index()
    by_word, by_beginning = index.by_word, index.by_beginning
    found = {word for word in words if word in by_word or word[:_KEY] in by_beginning}
    for key in found & by_word.keys():
        yield from ((literal, entry) for _, literal, entry in by_word[key])
    for key in {word[:_KEY] for word in found} & by_beginning.keys():
        for beginning, literal, entry in by_beginning[key]:
            if any(word.startswith(beginning) for word in found):
                yield literal, entry


def _token(entry: Format, match: re.Match[str]) -> Token:
    named = "secret" in match.re.groupindex and match["secret"] is not None
    return Token(entry, *match.span("secret" if named else 0))
