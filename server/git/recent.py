"""What changed lately in a file, a folder, or some lines: read from the repository, without a model."""

from __future__ import annotations

import os
from collections.abc import Sequence

from reread.analyzers import inside
from reread.rag.git.objects import head
from reread.rag.git.repository import repository_of
from reread.server.git import uncommitted
from reread.server.git.line_history import line_history

_MOST = 10
_LARGEST = 1_000_000
"""Bytes of a file."""
_FORM = "--format=%cs %H %s"
_PLAIN = ("--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-mailmap", "--encoding=UTF-8", "--no-color")


def in_path(folder: str, path: str) -> list[str]:
    """A line for each of the last commits of a file or folder, the latest first, after one for what is not committed.

    `path` is below the folder, with `/`. Empty for what git does not know. Raises GitError.
    """
    repository = repository_of(folder)
    name = os.path.relpath(os.path.realpath(os.path.join(folder, path)), repository.root).replace(os.sep, "/")
    if name.startswith("../"):
        return []
    output = repository.run("log", f"-n{_MOST}", *_PLAIN, _FORM, "HEAD", "--", name) if head(repository) else b""
    touched = any(name in (".", each.path) or each.path.startswith(f"{name}/") for each in uncommitted(folder))
    commits = (line.split(" ", 2) for line in output.decode(errors="replace").splitlines())
    # How much of a name git shows by itself is for the repository to say.
    shown = (" ".join((date, name[:7], *subject)) for date, name, *subject in commits)
    return [*(["not committed yet"] if touched else []), *shown]


def in_definition(folder: str, path: str, line: int) -> list[str]:
    """The same for the definition that begins on a line (from 1) of a file as it is on disk. Raises OSError."""
    text = inside.read(folder, os.path.join(folder, path), _LARGEST).decode(errors="replace")
    last = _end(text.splitlines(), line)
    commits = line_history(folder, path, text, line, last)[:_MOST]
    return [f"{each.date} {each.name[:7]} {each.subject}" for each in commits]


def _end(lines: Sequence[str], first: int) -> int:
    """The last line of a block that begins on a line (from 1): up to the next line that is indented no further."""
    start = lines[first - 1] if first <= len(lines) else ""
    indent = len(start) - len(start.lstrip())
    for number, line in enumerate(lines[first:], first + 1):
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            closing = line.strip()[0] in ")]}" or line.strip() in ("end", "{")
            if not closing:
                return number - 1
            if line.rstrip().endswith(("}", "end")):
                return number
    return len(lines)
