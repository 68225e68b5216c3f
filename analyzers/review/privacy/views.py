"""Other readings of a text: the content of its strings and comments, unescaped; each maps back to its origin."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reread.analyzers.review.privacy.lexing import COMMENT, STRING, Token
from reread.analyzers.secrets.vocabulary import one_of
from reread.analyzers.text import Span


class View(NamedTuple):
    """A text that was read out of another: character `i` is at `starts[i]` to `ends[i]` there (code points)."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """Where `text[start:end]` stands: one span for each run without anything between."""
        if start >= end:
            return
        if isinstance(self.starts, range):
            yield Span(start, end)
            return
        first = start
        for place in range(start + 1, end):
            if self.starts[place] != self.ends[place - 1]:
                if self.starts[first] < self.ends[place - 1]:
                    yield Span(self.starts[first], self.ends[place - 1])
                first = place
        if self.starts[first] < self.ends[end - 1]:
            yield Span(self.starts[first], self.ends[end - 1])


def whole(text: str) -> View:
    return View(text, range(len(text)), range(1, len(text) + 1))


def inner(tokens: Sequence[Token], kind: str) -> View:
    """The content of the strings or the comments in a text, a paragraph each."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for token in tokens:
        if token.kind != kind or len(token.text) < 3:
            continue
        texts.append(token.text + "\n\n")
        starts.extend(range(token.inner, token.inner + len(token.text)))
        ends.extend(range(token.inner + 1, token.inner + len(token.text) + 1))
        last = token.inner + len(token.text)
        starts += (last, last)
        ends += (last, last)
    return View("".join(texts), starts, ends)


_MARKERS = re.compile(r"(?m)^[ \t]*(?://+!?|#+!?|/\*+!?|\*+/?|<!--|--+|;+|REM)[ \t]?|\*+/[ \t]*$|-->[ \t]*$")


def comments(tokens: Sequence[Token]) -> View:
    """The text of the comments, without comment markers; lines of one comment stay together."""
    view = inner(tokens, COMMENT)
    text = _MARKERS.sub(lambda match: " " * len(match[0]), view.text)
    return View(text.replace("\n\n", " \n"), view.starts, view.ends)


def strings(tokens: Sequence[Token]) -> View:
    return inner(tokens, STRING)


_ESCAPE = re.compile(
    one_of(
        r"\\(?:u\{(?P<braced>[0-9a-fA-F]{1,6})\}|u(?P<four>[0-9a-fA-F]{4})|x(?P<two>[0-9a-fA-F]{2}))",
        r"\\(?P<plain>[nrt\"'`\\/$])",
        r"(?P<percent>%[0-9a-fA-F]{2})",
        r"&(?P<entity>quot|amp|lt|gt|apos|nbsp|colon|equals|commat);",
        r"&#(?:(?P<number>\d{1,6})|x(?P<hex>[0-9a-fA-F]{1,5}));",
    )
)
_PLAIN = {"n": "\n", "r": "\r", "t": "\t"}
_ENTITIES = {
    "quot": '"',
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "apos": "'",
    "nbsp": " ",
    "colon": ":",
    "equals": "=",
    "commat": "@",
}


def unescaped(view: View) -> View | None:
    """The view with what its escapes stand for: of strings, of addresses and of HTML. None if it has none."""
    if not any(mark in view.text for mark in "\\%&"):
        return None
    matches = list(_ESCAPE.finditer(view.text))
    if not matches:
        return None
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for match in matches:
        texts.append(view.text[position : match.start()])
        starts += view.starts[position : match.start()]
        ends += view.ends[position : match.start()]
        texts.append(_meaning(match))
        starts.append(view.starts[match.start()])
        ends.append(view.ends[match.end() - 1])
        position = match.end()
    texts.append(view.text[position:])
    starts += view.starts[position:]
    ends += view.ends[position:]
    return View("".join(texts), starts, ends)


def _meaning(match: re.Match[str]) -> str:
    if (plain := match["plain"]) is not None:
        return _PLAIN.get(plain, plain)
    if match["entity"]:
        return _ENTITIES[match["entity"]]
    if match["number"]:
        return _character(int(match["number"]))
    digits = match["braced"] or match["four"] or match["two"] or match["hex"] or match["percent"][1:]
    return _character(int(digits, 16))


def _character(number: int) -> str:
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "?"


_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_\-])[A-Za-z0-9+/_\-]{12,20000}={0,2}")
_HEXADECIMAL = re.compile(r"(?<![A-Za-z0-9])(?:0x)?(?P<digits>(?:[0-9a-fA-F]{2}){8,2000})(?![A-Za-z0-9])")


def decoded(text: str) -> Iterator[tuple[Span, str]]:
    """The words of a text that are base64 or hexadecimal of plain text, with that text."""
    for span, data in decoded_bytes(text):
        plain = data.decode("latin-1")
        if plain.isascii() and (plain.translate(_LAYOUT).isprintable() or "-----BEGIN" in plain):
            yield span, plain


def decoded_bytes(text: str) -> Iterator[tuple[Span, bytes]]:
    """The words of a text that may be base64 or hexadecimal, with the bytes that they stand for."""
    for match in _BASE64.finditer(text):
        word = match[0].rstrip("=").translate(_URL_SAFE)
        try:
            yield Span(*match.span()), base64.b64decode(word + "=" * (-len(word) % 4), validate=True)
        except binascii.Error:
            continue
    for match in _HEXADECIMAL.finditer(text):
        yield Span(*match.span()), bytes.fromhex(match["digits"])


_LAYOUT = dict.fromkeys(map(ord, "\r\n\t"))
_URL_SAFE = str.maketrans("-_", "+/")
