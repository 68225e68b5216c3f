"""Folds a unit to its changed lines, so that a large change can be reviewed as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reread.analyzers.review.change.linediff import LineChange, differences_of_lines
from reread.analyzers.review.change.units import ReviewUnit
from reread.analyzers.text import Document

FOLD = "[...]"
"""Stands on a line of its own for lines that are left out."""

_AROUND = 2
_HEAD = 2
"""Lines around each change, and at the beginning of a unit, where its signature is, that are kept."""

_WHOLE = 30
"""Lines. A unit that is no longer is not folded."""

_MOST_REMOVED = 40
"""Lines of the earlier text that are shown of a unit."""


def folded(document: Document, unit: ReviewUnit) -> str:
    """The unit with its changed lines, some lines around each, and its first lines; `FOLD` for the others."""
    lines = document.lines
    first, end = lines.line_of(unit.span.start), lines.line_of(unit.span.end) + 1
    if end - first <= _WHOLE:
        return document.text[slice(*unit.span)]
    kept = set(range(first, first + _HEAD))
    for span in unit.changed:
        start, last = lines.line_of(span.start), lines.line_of(span.end)
        kept.update(range(max(first, start - _AROUND), min(end, last + _AROUND + 1)))
    texts = (document.text[slice(*lines.line_span(line))] if line in kept else None for line in range(first, end))
    return "\n".join(_with_folds(texts))


def removed(document: Document, unit: ReviewUnit) -> str:
    """The lines of the earlier text that are no longer there, `FOLD` between those that were apart; "" for none."""
    if unit.old_text is None:
        return ""
    before = unit.old_text.splitlines()
    gone = [each for each in _changes(before, document, unit) if each.old_end > each.old_first]
    kept = [line for each in gone for line in range(each.old_first, each.old_end)][:_MOST_REMOVED]
    if not kept:
        return ""
    wanted = set(kept)
    texts = (before[line] if line in wanted else None for line in range(kept[0], kept[-1] + 1))
    return "\n".join(_with_folds(texts))


def risk(document: Document, unit: ReviewUnit) -> int:
    """How much of a change a unit is, for what is shown first: its changed lines; what was taken away counts twice.

    A changed first line, which is where the signature is, counts as much as twenty lines: others rely on it.
    """
    if unit.old_text is None:
        return sum(_height(document, span.start, span.end) for span in unit.changed)
    before = unit.old_text.splitlines()
    changes = _changes(before, document, unit)
    size = sum(each.new_end - each.new_first + 2 * (each.old_end - each.old_first) for each in changes)
    return size + 20 * any(each.old_first == 0 and each.old_end > 0 for each in changes)


def _changes(before: Sequence[str], document: Document, unit: ReviewUnit) -> list[LineChange]:
    return differences_of_lines(before, document.text[slice(*unit.span)].splitlines())


def _height(document: Document, start: int, end: int) -> int:
    return document.lines.line_of(end) - document.lines.line_of(start) + 1


def _with_folds(texts: Iterable[str | None]) -> Iterator[str]:
    """The lines, with one `FOLD` for each run of None."""
    folding = False
    for text in texts:
        if text is not None:
            yield text
        elif not folding:
            yield FOLD
        folding = text is None
