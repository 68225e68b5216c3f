"""Accumulates changes and moves findings with them; a finding is dropped when its own text is edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reread.analyzers.findings import Edit, Finding, Fix
from reread.analyzers.text import Span, TextChange, shift


def moved(finding: Finding, change: TextChange) -> Finding | None:
    """The finding after the change; None when its text was touched. A fix whose own place was touched is left out."""
    span = shift(finding.span, change)
    if span is None:
        return None
    if not finding.fixes:
        return finding if span == finding.span else finding._replace(span=span)
    fixes = tuple(fix for old in finding.fixes if (fix := _moved_fix(old, change)))
    return finding._replace(span=span, fixes=fixes)


def moved_through(finding: Finding, changes: Iterable[TextChange]) -> Finding | None:
    """The finding after all the changes, one after the other."""
    current: Finding | None = finding
    for change in changes:
        if current is None:
            return None
        current = moved(current, change)
    return current


def covering(changes: Sequence[TextChange], text: str) -> TextChange:
    """The one change that does what all of them did one after the other; `text` is what they ended in."""
    (start, end), inserted = changes[0]
    new_end = start + len(inserted)
    for (next_start, next_end), next_inserted in changes[1:]:
        # Up to `new_end` the text is the earlier changes' own; what is replaced beyond it was there before them.
        end += max(0, next_end - new_end)
        new_end = max(new_end, next_end) + len(next_inserted) - (next_end - next_start)
        start = min(start, next_start)
    return TextChange(Span(start, end), text[start:new_end])


def _moved_fix(fix: Fix, change: TextChange) -> Fix | None:
    edits: list[Edit] = []
    for edit in fix.edits:
        span = edit.span if edit.uri else shift(edit.span, change)
        if span is None:
            return None
        edits.append(edit._replace(span=span))
    return fix._replace(edits=tuple(edits))
