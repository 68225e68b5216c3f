"""Lines of a file."""

from __future__ import annotations

from reread.analyzers.review.ask.evidence import Excerpt, Found, LookupRefusedError
from reread.server.review.lookups import Ground, Lookup
from reread.server.review.lookups._ranges import LineRange, file_of


def look(ground: Ground, asked: LineRange) -> Found:
    path, document = file_of(ground, asked)
    if asked.first > min(asked.last, document.lines.count):
        raise LookupRefusedError(f"The file has {document.lines.count} lines.")
    return Found((Excerpt(path, asked.first, asked.last, "as asked"),))


LOOKUP = Lookup(LineRange, "Lines of a file of the project, at most 120 of them.", look)
