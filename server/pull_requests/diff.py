"""Reads a unified diff: the lines that a host shows, which can have comments."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reread.server.pull_requests.values import Diff, FileLines

_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(r'\\([0-7]{3}|[abfnrtv"\\])')
_LETTERS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", '"': '"', "\\": "\\"}


def read(text: str) -> Diff:
    """The files of a diff as git writes it. Files that are gone or binary have no lines."""
    found: dict[str, FileLines] = {}
    old, body = "", list[str]()
    new = ""
    for line in [*text.split("\n"), "diff --git"]:
        if line.startswith("diff --git"):
            if new:
                found[new] = lines_of(body, old or new)
            old, new, body = "", "", []
        elif line.startswith("--- ") and not body:
            old = _path(line[4:], "a/")
        elif line.startswith("+++ ") and not body:
            new = _path(line[4:], "b/")
        elif new:
            body.append(line)
    return found


def lines_of(hunks: Iterable[str], old_path: str) -> FileLines:
    """The lines of one file from its hunks, without the headers before them."""
    lines: dict[int, int | None] = {}
    ranges: list[tuple[int, int]] = []
    old = new = left_old = left_new = 0
    for line in hunks:
        if left_old <= 0 and left_new <= 0:
            if header := _HUNK.match(line):
                old, new = int(header[1]), int(header[3])
                left_old, left_new = int(header[2] or 1), int(header[4] or 1)
                ranges.append((new, new + left_new))
            continue
        if line.startswith("+"):
            lines[new] = None
            new, left_new = new + 1, left_new - 1
        elif line.startswith("-"):
            old, left_old = old + 1, left_old - 1
        elif not line.startswith("\\"):
            lines[new] = old
            old, new, left_old, left_new = old + 1, new + 1, left_old - 1, left_new - 1
    return FileLines(old_path, lines, tuple(ranges))


def _path(name: str, prefix: str) -> str:
    name = name.rstrip("\t\r")
    if name.startswith('"') and name.endswith('"'):
        name = _unquoted(name[1:-1])
    return "" if name == "/dev/null" else name.removeprefix(prefix)


def _unquoted(name: str) -> str:
    """A name as git quotes it: bytes that are not printable ASCII as octal numbers."""
    raw = _ESCAPE.sub(lambda match: _LETTERS[match[1]] if match[1] in _LETTERS else chr(int(match[1], 8)), name)
    return raw.encode("latin-1", "replace").decode("utf-8", "surrogateescape")
