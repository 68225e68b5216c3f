"""Which lines differ between two texts."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from reread.analyzers.text import Document


class LineChange(NamedTuple):
    """Lines `old_first:old_end` of the old text became `new_first:new_end` of the new one; either may be empty."""

    old_first: int
    old_end: int
    new_first: int
    new_end: int


def differences(old: Document, new: Document) -> list[LineChange]:
    """The differences from old to new, in order. Line endings do not count."""
    return differences_of_lines(_lines(old), _lines(new))


def differences_of_lines(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[LineChange]:
    """The differences from one list of lines to another, in order."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    middle_before, middle_after = before[head : len(before) - tail], after[head : len(after) - tail]
    # Without the automatic "junk", popular lines make the search quadratic: fine for a change, not for a rewrite.
    rewrite = len(middle_before) * len(middle_after) > 4_000_000
    matcher = SequenceMatcher(None, middle_before, middle_after, autojunk=rewrite)
    return [
        LineChange(head + old_first, head + old_end, head + new_first, head + new_end)
        for tag, old_first, old_end, new_first, new_end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _lines(document: Document) -> list[str]:
    lines = document.lines
    spans = (lines.line_span(line) for line in range(lines.count))
    return [document.text[start:end] for start, end in spans]
