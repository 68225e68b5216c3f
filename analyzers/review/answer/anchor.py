"""Finds the code that a model quotes. Without exactly one match there is no place, and so no finding."""

from __future__ import annotations

import enum
import re
from typing import NamedTuple

from reread.analyzers.text import Document, Span

_LINE_END = re.compile(r"\r\n|\n|\r")


class Miss(enum.Enum):
    """Why a quote has no place."""

    MISSING = "missing"
    AMBIGUOUS = "ambiguous"


class Anchor(NamedTuple):
    """The place of a quote: whole lines `first:end`, and whether they match exactly or except for white space."""

    first: int
    end: int
    exact: bool


def locate(document: Document, within: Span, quote: str) -> Anchor | Miss:
    """The lines that a quote means, within a span of whole lines.

    Exact whole lines first, then lines equal but for white space. Empty lines around the quote do not count.
    """
    wanted = _without_empty_edges(_LINE_END.split(quote))
    if not wanted:
        return Miss.MISSING
    lines = document.lines
    first, last = lines.line_of(within.start), lines.line_of(max(within.start, within.end))
    there = [document.text[slice(*lines.line_span(line))] for line in range(first, last + 1)]
    exact = _matches(there, wanted)
    if exact:
        return (
            Anchor(first + exact[0], first + exact[0] + len(wanted), exact=True) if len(exact) == 1 else Miss.AMBIGUOUS
        )
    loose = _matches([_normalised(line) for line in there], [_normalised(line) for line in wanted])
    if len(loose) == 1:
        return Anchor(first + loose[0], first + loose[0] + len(wanted), exact=False)
    return Miss.AMBIGUOUS if loose else Miss.MISSING


def marked(document: Document, anchor: Anchor) -> Span:
    """The range that an editor underlines: from the first visible character of the lines to the last."""
    start = document.lines.line_span(anchor.first).start
    end = document.lines.line_span(anchor.end - 1).end
    text = document.text[start:end]
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _matches(there: list[str], wanted: list[str]) -> list[int]:
    count = len(wanted)
    starts = (place for place, line in enumerate(there) if line == wanted[0])
    return [place for place in starts if there[place : place + count] == wanted]


def _without_empty_edges(lines: list[str]) -> list[str]:
    visible = [place for place, line in enumerate(lines) if line.strip()]
    return lines[visible[0] : visible[-1] + 1] if visible else []


def _normalised(line: str) -> str:
    return " ".join(line.split())
