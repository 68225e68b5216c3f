"""The files that an `apply_patch` patch edits, from lines such as `*** Update File: PATH`."""

from __future__ import annotations

_MARKS = ("*** Update File: ", "*** Add File: ", "*** Move to: ")


def paths(patch: str) -> tuple[str, ...]:
    """The paths of files that are there after the patch, in their order."""
    found = (line.removeprefix(mark).strip() for line in patch.splitlines() for mark in _MARKS if line.startswith(mark))
    return tuple(dict.fromkeys(filter(None, found)))
