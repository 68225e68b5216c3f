"""Locates the citations of an answer by their quotes, in what the model was shown and in the current files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reread.analyzers.review.answer.anchor import Anchor, locate
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.generation.forms import Quoted
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document, Span

_REFERENCE = re.compile(r"\[(\d{1,2})\]")
_INVENTED = re.compile(r"(?<![\w/.-])([\w./-]*\w\.\w+):(\d+)(?:-\d+)?")
_WORD_END = re.compile(r"[^\s]*\Z")

Read = Callable[[str], Document | None]
"""A file of the workspace by its path with `/`, as it is now; None for what cannot be read."""


class Cited(NamedTuple):
    """A cited place: `line` counts from 1, `text` is the line without surrounding white space."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


def found(quoted: Iterable[Quoted], shown: Sequence[ContextPiece], read: Read) -> list[Cited | None]:
    """The place of each quote in the files as they are now; None for what is not there, or is there more than once."""
    return [_found(each, shown, read) for each in quoted]


def _found(quoted: Quoted, shown: Sequence[ContextPiece], read: Read) -> Cited | None:
    pieces = [piece for piece in shown if piece.path == quoted.path]
    document = read(quoted.path) if pieces else None
    if document is None:
        return None
    for piece in pieces:
        within = _line_of(Document("", piece.text), quoted.quote)
        if within is None:
            continue
        there = piece.start_line - 1 + within
        text = _line(Document("", piece.text), within)
        if there < document.lines.count and _line(document, there) == text:
            return Cited(quoted.path, there + 1, text)
    # The file has changed since it was indexed, or the quote is of another piece of it.
    anywhere = _line_of(document, quoted.quote)
    return None if anywhere is None else Cited(quoted.path, anywhere + 1, _line(document, anywhere))


def _line_of(document: Document, quote: str) -> int | None:
    anchor = locate(document, Span(0, len(document.text)), quote)
    return anchor.first if isinstance(anchor, Anchor) else None


def _line(document: Document, number: int) -> str:
    return document.text[slice(*document.lines.line_span(number))].strip()


class Referring:
    """Puts places into an answer as it streams: `[1]` becomes `path:line`, once the word that it is in is whole.

    A reference without a place, and a place that the model made up itself, is told to be none.
    """

    def __init__(self, places: Sequence[Cited | None]) -> None:
        self._places = places
        self._held = ""

    def feed(self, words: str) -> str:
        text = self._held + words
        match = _WORD_END.search(text)
        end = match.start() if match else len(text)
        self._held = text[end:]
        return self._replaced(text[:end])

    def finish(self) -> str:
        held, self._held = self._held, ""
        return self._replaced(held)

    def _replaced(self, text: str) -> str:
        # Before places are put in, so that only what the model wrote is looked at.
        return _REFERENCE.sub(self._place, _INVENTED.sub(_unproved, text))

    def _place(self, match: re.Match[str]) -> str:
        number = int(match[1]) - 1
        place = self._places[number] if 0 <= number < len(self._places) else None
        return str(place) if place is not None else "(place not found)"


def _unproved(match: re.Match[str]) -> str:
    """Of a line in a file that no quote proves, the file stays."""
    return match[1] if language_of(match[1]) else match[0]
