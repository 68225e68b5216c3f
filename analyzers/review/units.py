"""Splits a change into review units: the changed definitions, and hunks for what is in none.

What changed only in comments, white space or other formatting is no unit, and neither is code that only moved.
"""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.review.definitions import Definition, Definitions, definitions
from reread.analyzers.review.linediff import Difference, differences
from reread.analyzers.text import Document, Span

_JOIN_LINES = 6
"""Hunks with at most this many unchanged lines between them are one unit."""

_SURROUNDING_LINES = 4
"""Lines before and after a hunk that are shown with it."""

_NO_CHANGE = "only comments or formatting changed"

_LARGEST_LINES = 400
"""A longer definition is reviewed by its hunks."""


class ReviewUnit(NamedTuple):
    """A piece of a document to be judged at once.

    `span` covers whole lines, from the start of the first to the end of the last without its line ending. `name` is
    the qualified name of the definition ("Class.method"), or of what a hunk lies in, or "". `changed` are the lines in
    it that are new or were altered, likewise whole. `old_text` is what stood there before; None when it is new.
    """

    name: str
    span: Span
    changed: tuple[Span, ...]
    old_text: str | None


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
    document: Document, base_text: str | None, *, whole: bool = False, selection: Span | None = None
) -> UnitPlan:
    """The units of a document, in order.

    `base_text` is the document before the change; None makes everything new. With `whole` or a `selection` (code
    points) the change does not matter: all definitions, or those that the selection touches, are units.
    """
    if whole or selection is not None:
        return _judge(document, None, [_chosen(document, selection)])
    if base_text is None:
        return _judge(document, None, [Difference(0, 0, 0, document.lines.count)])
    if base_text == document.text:
        return UnitPlan((), ())
    base = Document(document.uri, base_text, path=document.path, language=document.language)
    return _judge(document, base, differences(base, document))


def _chosen(document: Document, selection: Span | None) -> Difference:
    if selection is None:
        return Difference(0, 0, 0, document.lines.count)
    last = max(selection.start, selection.end - 1)
    return Difference(0, 0, document.lines.line_of(selection.start), document.lines.line_of(last) + 1)


def _judge(document: Document, base: Document | None, changes: list[Difference]) -> UnitPlan:
    new = definitions(document)
    old = definitions(base) if base is not None else None
    units: list[ReviewUnit] = []
    skipped: list[SkippedUnit] = []
    touched = [entry for entry in new.leaves if any(_touches(change, entry) for change in changes)]
    for entry in touched:
        before = old.same(entry) if old is not None else None
        if old is not None and entry.meaning in old.meanings:
            same_place = before is not None and before.meaning == entry.meaning
            skipped.append(
                SkippedUnit(entry.name, "only comments or formatting changed" if same_place else "only moved")
            )
        elif entry.end - entry.first > _LARGEST_LINES:
            bounds = _Lines(entry.first, entry.end)
            groups = _groups(document, changes, bounds)
            units += (_hunk(document, base, group, bounds, entry.name) for group in groups)
        else:
            old_text = None if before is None or base is None else _text(base, _Lines(before.first, before.end))
            units.append(_unit(document, _Lines(entry.first, entry.end), entry.name, changes, old_text))
    for gap, name in new.gaps(document.lines.count):
        for group in _groups(document, changes, _Lines(*gap)):
            if reason := _nothing_to_say(document, base, new, old, group):
                skipped.append(SkippedUnit(name, reason))
            else:
                units.append(_hunk(document, base, group, _Lines(*gap), name))
    return UnitPlan(tuple(sorted(units, key=lambda unit: unit.span)), tuple(skipped))


def _touches(change: Difference, entry: Definition) -> bool:
    if change.new_first == change.new_end:
        # Lines were only taken away here: they belonged to the definition when they were inside of it.
        return entry.first < change.new_first < entry.end
    return change.new_first < entry.end and entry.first < change.new_end


def _groups(document: Document, changes: list[Difference], bounds: _Lines) -> list[list[Difference]]:
    """The changes within bounds, cut to them, near ones together."""
    groups: list[list[Difference]] = []
    for change in changes:
        first, end = max(change.new_first, bounds.first), min(change.new_end, bounds.end)
        while first < end and not _has_text(document, first):
            first += 1
        while first < end and not _has_text(document, end - 1):
            end -= 1
        if first >= end:
            continue
        part = Difference(change.old_first, change.old_end, first, end)
        if groups and first - groups[-1][-1].new_end <= _JOIN_LINES:
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _hunk(document: Document, base: Document | None, group: list[Difference], bounds: _Lines, name: str) -> ReviewUnit:
    first = max(bounds.first, group[0].new_first - _SURROUNDING_LINES)
    end = min(bounds.end, group[-1].new_end + _SURROUNDING_LINES)
    old_text = None
    if base is not None and any(part.old_end > part.old_first for part in group):
        old_text = _text(base, _Lines(group[0].old_first, group[-1].old_end))
    return _unit(document, _Lines(first, end), name, group, old_text)


def _unit(document: Document, lines: _Lines, name: str, changes: list[Difference], old_text: str | None) -> ReviewUnit:
    changed = []
    for change in changes:
        first, end = max(change.new_first, lines.first), min(change.new_end, lines.end)
        if first < end:
            changed.append(_span(document, _Lines(first, end)))
    return ReviewUnit(name, _span(document, lines), tuple(changed), old_text)


def _nothing_to_say(
    document: Document, base: Document | None, new: Definitions, old: Definitions | None, group: list[Difference]
) -> str:
    """Why a hunk outside all definitions needs no review, or ""."""
    lines = [line for part in group for line in range(part.new_first, part.new_end)]
    words = [word for line in lines for word in new.words.get(line, ())]
    if not any(any(map(str.isalnum, word)) for word in words):
        return _NO_CHANGE
    if all(line in new.imports for line in lines if line in new.words):
        return "only imports changed"
    if base is None or old is None:
        return ""
    old_lines = [line for part in group for line in range(part.old_first, part.old_end)]
    old_words = [word for line in old_lines for word in old.words.get(line, ())]
    # In some languages the indentation is syntax. Around definitions, a formatter seldom changes it.
    same = words == old_words and _indents(document, lines) == _indents(base, old_lines)
    return _NO_CHANGE if same else ""


def _indents(document: Document, lines: list[int]) -> set[str]:
    texts = (document.text[slice(*document.lines.line_span(line))] for line in lines)
    return {text[: len(text) - len(text.lstrip())] for text in texts if text.strip()}


def _has_text(document: Document, line: int) -> bool:
    start, end = document.lines.line_span(line)
    return bool(document.text[start:end].strip())


def _span(document: Document, lines: _Lines) -> Span:
    return Span(document.lines.starts[lines.first], document.lines.line_span(lines.end - 1).end)


def _text(document: Document, lines: _Lines) -> str:
    start, end = _span(document, lines)
    return document.text[start:end]
