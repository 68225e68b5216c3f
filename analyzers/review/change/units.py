"""Splits a change into review units: the changed definitions, and hunks for what is in none.

What changed only in comments, white space or other formatting is not an unit, and neither is code that only moved.
"""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.review.change.definitions import Definition, definitions
from reread.analyzers.review.change.linediff import LineChange, differences
from reread.analyzers.review.change.moves import STAYED, Departed, paragraphs
from reread.analyzers.text import Document, Span

_SURROUNDING_LINES = 4
"""Lines before and after a hunk that are shown with it."""

_JOIN_LINES = 2 * _SURROUNDING_LINES
"""Hunks with at most this many unchanged lines between them are one unit, so that no two units show the same line."""

_NO_CHANGE = "only comments or formatting changed"
_MOVED = "only moved"

_LARGEST_LINES = 400
"""A longer definition is reviewed by its hunks."""


class ReviewUnit(NamedTuple):
    """A piece of a document to be judged at once.

    `span` covers whole lines, from the start of the first to the end of the last without its line ending. `name` is
    the qualified name of the definition ("Class.method"), or of what a hunk lies in, or "". `changed` are the lines in
    it that are new or were altered, likewise whole. `old_text` is what stood there before; None when it is new.
    `meaning` is the same for units that differ in comments and formatting only; "" is not known.
    """

    name: str
    span: Span
    changed: tuple[Span, ...]
    old_text: str | None
    meaning: str = ""


class SkippedUnit(NamedTuple):
    """A changed piece that needs no review, and why."""

    name: str
    reason: str


class UnitPlan(NamedTuple):
    units: tuple[ReviewUnit, ...]
    skipped: tuple[SkippedUnit, ...]


class _Lines(NamedTuple):
    """A half-open range of lines."""

    first: int
    end: int


def plan_units(
    document: Document,
    base_text: str | None,
    *,
    whole: bool = False,
    selection: Span | None = None,
    departed: Departed = STAYED,
) -> UnitPlan:
    """The units of a document, in order.

    `base_text` is the document before the change; None makes everything new. `departed` is what left other files in the
    same change. With `whole` or a `selection` (code points) the change does not matter: all definitions, or those that
    the selection touches, are units.
    """
    if whole or selection is not None:
        return _judge(document, None, [_chosen(document, selection)], STAYED)
    if base_text is None:
        return _judge(document, None, [LineChange(0, 0, 0, document.lines.count)], departed)
    if base_text == document.text:
        return UnitPlan((), ())
    base = Document(document.uri, base_text, path=document.path, language=document.language)
    return _judge(document, base, differences(base, document), departed)


def _chosen(document: Document, selection: Span | None) -> LineChange:
    if selection is None:
        return LineChange(0, 0, 0, document.lines.count)
    last = max(selection.start, selection.end - 1)
    return LineChange(0, 0, document.lines.line_of(selection.start), document.lines.line_of(last) + 1)


def _judge(document: Document, base: Document | None, changes: list[LineChange], departed: Departed) -> UnitPlan:
    change = _Change(document, base, changes, departed)
    units: list[ReviewUnit] = []
    skipped: list[SkippedUnit] = []
    for entry in change.new.leaves:
        if not any(_touches(part, entry) for part in changes):
            continue
        if reason := _unchanged(change, entry):
            skipped.append(SkippedUnit(entry.name, reason))
        else:
            units += _of_definition(change, entry)
    for gap, name in change.new.gaps():
        for group in _groups(document, changes, _Lines(*gap)):
            if reason := _nothing_to_say(change, group):
                skipped.append(SkippedUnit(name, reason))
            else:
                units.append(_hunk(change, group, _Lines(*gap), name))
    return UnitPlan(tuple(sorted(units, key=lambda unit: unit.span)), tuple(skipped))


class _Change:
    """Both versions of a document with their definitions; `old` is None when there is no base."""

    def __init__(self, document: Document, base: Document | None, parts: list[LineChange], departed: Departed) -> None:
        self.document = document
        self.base = base
        self.parts = parts
        self.departed = departed
        self.new = definitions(document)
        self.old = definitions(base) if base is not None else None


def _of_definition(change: _Change, entry: Definition) -> list[ReviewUnit]:
    bounds = _Lines(entry.first, entry.end)
    if entry.end - entry.first > _LARGEST_LINES:
        groups = _groups(change.document, change.parts, bounds)
        return [_hunk(change, group, bounds, entry.name) for group in groups]
    before = change.old.same(entry) if change.old is not None else None
    old_text = None if before is None or change.base is None else _text(change.base, _Lines(before.first, before.end))
    return [_unit(change.document, bounds, entry.name, change.parts, old_text, change.new.meaning(entry))]


def _unchanged(change: _Change, entry: Definition) -> str:
    """Why a touched definition needs no review, or ""."""
    if change.old is None and not change.departed.definitions:
        return ""
    meaning = change.new.meaning(entry)
    if (entry.name, meaning) in change.departed.definitions:
        return _MOVED
    if change.old is None:
        return ""
    before = change.old.same(entry)
    if before is not None and change.old.meaning(before) == meaning:
        return _NO_CHANGE
    others = (other for other in change.old.namesakes(entry) if other != before)
    return _MOVED if any(change.old.meaning(other) == meaning for other in others) else ""


def _touches(change: LineChange, entry: Definition) -> bool:
    if change.new_first == change.new_end:
        # Lines were only taken away here: they belonged to the definition when they were inside of it.
        return entry.first < change.new_first < entry.end
    return change.new_first < entry.end and entry.first < change.new_end


def _groups(document: Document, changes: list[LineChange], bounds: _Lines) -> list[list[LineChange]]:
    """The changes within bounds, cut to them, near ones together."""
    groups: list[list[LineChange]] = []
    for change in changes:
        first, end = max(change.new_first, bounds.first), min(change.new_end, bounds.end)
        while first < end and not _has_text(document, first):
            first += 1
        while first < end and not _has_text(document, end - 1):
            end -= 1
        if first >= end:
            continue
        part = LineChange(change.old_first, change.old_end, first, end)
        if groups and first - groups[-1][-1].new_end <= _JOIN_LINES:
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _hunk(change: _Change, group: list[LineChange], bounds: _Lines, name: str) -> ReviewUnit:
    document, base = change.document, change.base
    first = max(bounds.first, group[0].new_first - _SURROUNDING_LINES)
    end = min(bounds.end, group[-1].new_end + _SURROUNDING_LINES)
    old_text = None
    if base is not None and any(part.old_end > part.old_first for part in group):
        old_text = _text(base, _Lines(group[0].old_first, group[-1].old_end))
    lines = list(range(first, end))
    meaning = repr((change.new.words(lines), _indents(document, lines)))
    return _unit(document, _Lines(first, end), name, group, old_text, meaning)


def _unit(
    document: Document, lines: _Lines, name: str, changes: list[LineChange], old_text: str | None, meaning: str
) -> ReviewUnit:
    changed = []
    for change in changes:
        first, end = max(change.new_first, lines.first), min(change.new_end, lines.end)
        if first < end:
            changed.append(_span(document, _Lines(first, end)))
    return ReviewUnit(name, _span(document, lines), tuple(changed), old_text, meaning)


def _nothing_to_say(change: _Change, group: list[LineChange]) -> str:
    """Why a hunk outside all definitions needs no review, or ""."""
    lines = [line for part in group for line in range(part.new_first, part.new_end)]
    words = change.new.words(lines)
    if not any(any(map(str.isalnum, word)) for word in words):
        return _NO_CHANGE
    others = [line for line in lines if line not in change.new.imports]
    if not change.new.words(others):
        return "only imports changed"
    moved = change.departed.paragraphs
    if moved and moved.issuperset(paragraphs(change.document, change.new, lines)):
        return _MOVED
    if change.base is None or change.old is None:
        return ""
    old_lines = [line for part in group for line in range(part.old_first, part.old_end)]
    # In some languages the indentation is syntax. Around definitions, a formatter seldom changes it.
    same_indents = _indents(change.document, lines) == _indents(change.base, old_lines)
    return _NO_CHANGE if same_indents and words == change.old.words(old_lines) else ""


def _indents(document: Document, lines: list[int]) -> list[str]:
    """The different indentations of lines."""
    texts = (document.text[slice(*document.lines.line_span(line))] for line in lines)
    return sorted({text[: len(text) - len(text.lstrip())] for text in texts if text.strip()})


def _has_text(document: Document, line: int) -> bool:
    start, end = document.lines.line_span(line)
    return bool(document.text[start:end].strip())


def _span(document: Document, lines: _Lines) -> Span:
    return Span(document.lines.starts[lines.first], document.lines.line_span(lines.end - 1).end)


def _text(document: Document, lines: _Lines) -> str:
    start, end = _span(document, lines)
    return document.text[start:end]
