"""The commits that last changed lines of a file: date and message, without the author."""

from __future__ import annotations

from reread.analyzers.review.ask.evidence import Found
from reread.server.git.line_history import LineCommit, line_history
from reread.server.review.lookups import Ground, Lookup
from reread.server.review.lookups._ranges import LineRange, file_of

_MOST_LINES = 60


def look(ground: Ground, asked: LineRange) -> Found:
    path, document = file_of(ground, asked)
    last = min(asked.last, asked.first + _MOST_LINES - 1)
    commits = line_history(ground.folder, path, document.text, asked.first, last)
    return Found(words="\n".join(map(_line, commits)), path=path)


def _line(commit: LineCommit) -> str:
    message = f"{commit.subject}\n{commit.body}".strip().replace("\n", "\n    ")
    return f"{commit.date} {commit.name[:10]} (lines {commit.first} to {commit.last})\n    {message}"


LOOKUP = Lookup(LineRange, "The commits that last changed lines of a file: when, and their messages.", look)
