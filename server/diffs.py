"""Unified diffs, which `patch` and `git apply` understand."""

from __future__ import annotations

from collections.abc import Iterator


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """The change of a file from one text to another, line by line; nothing if there is none."""
    from difflib import unified_diff

    for line in unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def hunks(before: str, after: str) -> Iterator[str]:
    """The hunks alone, without context."""
    from difflib import unified_diff

    for line in list(unified_diff(_lines(before), _lines(after), n=0))[2:]:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines with their line feeds. Other characters that break lines for `str.splitlines` break none for git."""
    lines = [f"{line}\n" for line in text.split("\n")]
    return lines[:-1] if lines[-1] == "\n" else [*lines[:-1], lines[-1][:-1]]
