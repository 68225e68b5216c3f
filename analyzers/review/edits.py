"""Turns a model's search-and-replace edits into edits of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reread.analyzers.findings import Edit
from reread.analyzers.review.anchor import Anchor, Miss, locate
from reread.analyzers.review.schema import ModelEdit
from reread.analyzers.text import Document, Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_MOST_EDITS = 20


class EditError(Exception):
    """The edits cannot be used; the message is one clear line."""


def located_edits(document: Document, within: Span, relative: str, edits: Sequence[ModelEdit]) -> tuple[Edit, ...]:
    """The edits as spans of the document, in order.

    What is searched must stand once in the unit (`within`), or else once in the document. Raises EditError for another
    file, text that is not there, overlapping edits, and edits that change nothing.
    """
    if not edits:
        raise EditError("no edits were proposed")
    if len(edits) > _MOST_EDITS:
        raise EditError(f"{len(edits)} edits are more than a fix should need")
    found = sorted(_edit(document, within, relative, edit) for edit in edits)
    for before, after in pairwise(found):
        if before.span.end > after.span.start or before.span == after.span:
            raise EditError("the edits overlap")
    changing = tuple(edit for edit in found if document.text[edit.span.start : edit.span.end] != edit.text)
    if not changing:
        raise EditError("the edits change nothing")
    return changing


def _edit(document: Document, within: Span, relative: str, edit: ModelEdit) -> Edit:
    if edit.file and edit.file.replace("\\", "/").removeprefix("./") != relative:
        raise EditError("an edit is meant for a file that is not under review")
    anchor = locate(document, within, edit.search)
    if anchor is Miss.MISSING:
        anchor = locate(document, Span(0, len(document.text)), edit.search)
    if isinstance(anchor, Miss):
        raise EditError(f"the text to replace is {'not there' if anchor is Miss.MISSING else 'there more than once'}")
    return _replacement(document, anchor, edit)


def _replacement(document: Document, anchor: Anchor, edit: ModelEdit) -> Edit:
    lines = document.lines
    start, end = lines.line_span(anchor.first).start, lines.line_span(anchor.end - 1).end
    replacement = _LINE_END.split(edit.replace)
    searched = _LINE_END.split(edit.search)
    while len(replacement) > 1 and not replacement[-1].strip() and not searched[-1].strip():
        # Both end with a line ending: it stays as it is.
        replacement.pop()
        if len(searched) > 1:
            searched.pop()
    if not edit.replace.strip():
        whole_end = lines.starts[anchor.end] if anchor.end < lines.count else end
        return Edit(Span(start, whole_end), "")
    if not anchor.exact:
        replacement = _reindented(replacement, edit.search, document.text[start:end])
    return Edit(Span(start, end), _line_ending(document).join(replacement))


def _reindented(replacement: list[str], search: str, there: str) -> list[str]:
    """The replacement moved as far as the model's quote was off."""
    quoted = next(line for line in _LINE_END.split(search) if line.strip())
    meant, actual = _indent(quoted), _indent(there)
    if meant == actual:
        return replacement
    return [actual + line[len(meant) :] if line.startswith(meant) and line.strip() else line for line in replacement]


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _line_ending(document: Document) -> str:
    match = _LINE_END.search(document.text)
    return match[0] if match else "\n"
