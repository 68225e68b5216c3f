"""Turns a model's search-and-replace edits into edits of the files that it was shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reread.analyzers.findings import Edit
from reread.analyzers.review.answer.anchor import Anchor, Miss, locate
from reread.analyzers.review.answer.schema import ModelEdit
from reread.analyzers.text import Document, Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_MOST_EDITS = 20
_UNWANTED = re.compile(r"[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffd\ud800-\udfff]")
"""What controls a terminal, turns text round so that it reads otherwise than it runs, or stands for a broken letter."""


class EditError(Exception):
    """The edits cannot be used; the message is one clear line."""


class ForeignFileError(EditError):
    """An edit is meant for a file that the model was not shown."""


class ShownFile(NamedTuple):
    """A file of which a model was shown pieces (whole lines). `uri` is that of its edits: "" for the finding's own."""

    document: Document
    pieces: tuple[Span, ...]
    uri: str = ""


def located_edits(shown: Callable[[str], ShownFile | None], edits: Sequence[ModelEdit]) -> tuple[Edit, ...]:
    """The edits as spans of their files, in order, those of the finding's own file first.

    `shown` gives files by their paths ("" is the finding's own), None for those that may not be edited. What is
    searched must stand once in what was shown of the file, or else once in all of it. Raises EditError for another
    file, text that is not there, overlapping edits, and edits that change nothing.
    """
    if not edits:
        raise EditError("no edits were proposed")
    if len(edits) > _MOST_EDITS:
        raise EditError(f"{len(edits)} edits are more than a fix should need")
    files = {path: _known(shown(path), path) for path in dict.fromkeys(edit.path for edit in edits)}
    placed = [(files[edit.path], _edit(files[edit.path], edit)) for edit in edits]
    found = sorted((edit for _, edit in placed), key=lambda edit: (edit.uri, edit.span))
    for before, after in pairwise(found):
        if before.uri == after.uri and (before.span.end > after.span.start or before.span == after.span):
            raise EditError("the edits overlap")
    idle = {edit for file, edit in placed if file.document.text[edit.span.start : edit.span.end] == edit.text}
    changing = tuple(edit for edit in found if edit not in idle)
    if not changing:
        raise EditError("the edits change nothing")
    return changing


def _known(file: ShownFile | None, path: str) -> ShownFile:
    if file is None:
        raise ForeignFileError(f"an edit is meant for a file that was not shown ({path[:100]})")
    return file


def _edit(file: ShownFile, edit: ModelEdit) -> Edit:
    if unwanted := set(_UNWANTED.findall(edit.replace)) - set(edit.search):
        raise EditError(
            f"the edits would write a character that does not belong into code (U+{ord(min(unwanted)):04X})"
        )
    anchor = _located(file, edit.search)
    if isinstance(anchor, Miss):
        raise EditError(f"the text to replace is {'not there' if anchor is Miss.MISSING else 'there more than once'}")
    return _replacement(file.document, anchor, edit)._replace(uri=file.uri)


def _located(file: ShownFile, search: str) -> Anchor | Miss:
    found = {locate(file.document, piece, search) for piece in file.pieces} - {Miss.MISSING}
    if len(found) > 1:
        return Miss.AMBIGUOUS
    return found.pop() if found else locate(file.document, Span(0, len(file.document.text)), search)


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
