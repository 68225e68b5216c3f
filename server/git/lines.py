"""A file of a change, and its changed lines."""

from __future__ import annotations

from typing import NamedTuple

_PROBE = 8_000
"""Bytes at the beginning in which a zero byte tells a binary file, as for git."""


class LineRange(NamedTuple):
    """Lines `start` to `end`, from 0, half-open."""

    start: int
    end: int


class ChangedFile(NamedTuple):
    """One file of a change. Paths are relative to the root, with `/`.

    `lines` are the changed or added lines of the new content; None means all of them (a new file). `old_object` and
    `new_object` are ids of the content before and after; "" means that there is none, or, for `new_object`, that the
    content is the file on disk. `conflict` marks a file that is in the middle of a merge.
    """

    path: str
    lines: tuple[LineRange, ...] | None
    old_object: str = ""
    new_object: str = ""
    old_path: str = ""
    conflict: bool = False

    def touches(self, first: int, last: int) -> bool:
        """True when one of the lines `first` to `last`, both included, changed."""
        return self.lines is None or any(start <= last and first < end for start, end in self.lines)


def changed_lines(old: bytes, new: bytes) -> tuple[LineRange, ...]:
    """The added or changed lines of the new content. Line endings do not count, and what is binary has no lines."""
    if b"\0" in old[:_PROBE] or b"\0" in new[:_PROBE]:
        return ()
    from reread.analyzers.review.change.linediff import differences_of_lines

    found = differences_of_lines(_lines(old), _lines(new))
    return tuple(LineRange(each.new_first, each.new_end) for each in found if each.new_first < each.new_end)


def _lines(content: bytes) -> list[bytes]:
    lines = content.replace(b"\r\n", b"\n").split(b"\n")
    return [*(line + b"\n" for line in lines[:-1]), *lines[-1:]] if lines[-1] else [line + b"\n" for line in lines[:-1]]
