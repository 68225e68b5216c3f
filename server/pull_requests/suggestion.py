"""A fix as a suggestion: replacement lines that hosts let a user apply with one click."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.findings import Applicability, Fix
from reread.analyzers.fixes import apply_fix
from reread.analyzers.shown.characters import visible
from reread.analyzers.text import Document

_MOST_LINES = 20


class Suggestion(NamedTuple):
    """`text` is for the lines `first` to `last` (from 1, both included), without the end of the last line."""

    first: int
    last: int
    text: str


def suggestion_of(document: Document, fix: Fix) -> Suggestion | None:
    """The lines of a fix; None if it changes more than a few lines side by side, or was only to be looked at."""
    if fix.applicability is Applicability.DISPLAY_ONLY or fix.files or any(edit.uri for edit in fix.edits):
        return None
    try:
        fixed = apply_fix(document, fix).text
    except ValueError:
        return None
    start = min(edit.span.start for edit in fix.edits)
    end = max(edit.span.end for edit in fix.edits)
    first, last = document.lines.line_of(start), document.lines.line_of(max(start, end - 1))
    begin, close = document.lines.line_span(first).start, document.lines.line_span(last).end
    # An edit that takes a whole line with its end away: what is offered ends before the next line, as the lines did.
    after = len(document.text) - max(close, end)
    text = fixed[begin : len(fixed) - after].removesuffix("\n") if end > close else fixed[begin : len(fixed) - after]
    if last - first >= _MOST_LINES or visible(text) != text:
        # What cannot be seen must not be offered for a click.
        return None
    return Suggestion(first + 1, last + 1, text)
