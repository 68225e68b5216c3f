"""The files that a patch of `apply_patch` edits, by its lines `*** Update File: PATH` and their like."""

from __future__ import annotations

_MARKS = ("*** Update File: ", "*** Add File: ", "*** Move to: ")


def paths(patch: str) -> tuple[str, ...]:
    """The paths of files that are there after the patch, in their order."""
    found = (line.removeprefix(mark).strip() for line in patch.splitlines() for mark in _MARKS if line.startswith(mark))
    return tuple(dict.fromkeys(filter(None, found)))
