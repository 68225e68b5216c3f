"""Texts that code joins from several strings or stores encoded, whose secrets show only in the whole."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.text import Span

_STRING = re.compile(r"(?P<quote>[\"'`])(?P<text>(?:\\.|(?!(?P=quote))[^\\\n])*)(?P=quote)")
_BETWEEN = re.compile(r"[\s+\\&,()]*(?:\.{1,2}|<>|[bBrRuUfF]{0,2})?[\s+\\&(]*")
"""What may stand between two strings that become one: operators, the ends of lines, the prefix of the next."""
_LONGEST_GAP = 200
_MOST_PIECES = 200

_ENCODED = re.compile(r"(?<![A-Za-z0-9+/_\-])[A-Za-z0-9+/_\-]{20,20000}={0,2}")


class Joined(NamedTuple):
    """Strings that stand one after the other, joined. `pieces` are the spans of their contents."""

    text: str
    pieces: tuple[Span, ...]

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """Where `text[start:end]` stands: one span for each piece that has some of it."""
        offset = 0
        for piece in self.pieces:
            length = piece.end - piece.start
            first, last = max(start - offset, 0), min(end - offset, length)
            if first < last:
                yield Span(piece.start + first, piece.start + last)
            offset += length


def joined(text: str) -> Iterator[Joined]:
    """All runs of two or more strings with nothing but operators and white space between them."""
    run: list[re.Match[str]] = []
    for match in _STRING.finditer(text):
        if len(run) == _MOST_PIECES or (run and not _adjacent(text, run[-1].end(), match.start())):
            yield from _of(run)
            run = []
        run.append(match)
    yield from _of(run)


def _adjacent(text: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST_GAP and _BETWEEN.fullmatch(text, start, end) is not None


def _of(run: list[re.Match[str]]) -> Iterator[Joined]:
    if len(run) > 1:
        yield Joined("".join(match["text"] for match in run), tuple(Span(*match.span("text")) for match in run))


def decoded(text: str) -> Iterator[tuple[Span, str]]:
    """The words of a text that are base64 of plain text, with that text."""
    for match in _ENCODED.finditer(text):
        word = match[0].rstrip("=").translate({ord("-"): "+", ord("_"): "/"})
        try:
            plain = base64.b64decode(word + "=" * (-len(word) % 4), validate=True).decode("ascii")
        except (binascii.Error, UnicodeDecodeError):
            continue
        if plain.isprintable() or "-----BEGIN" in plain:
            yield Span(*match.span()), plain
