"""Removes the log lines about a workspace folder."""

from __future__ import annotations

import os
from collections.abc import Iterator

import msgspec

from reread.analyzers import owned_files, retention
from reread.server.logs.lines import Line, parse


def lines_about(folder: str) -> int:
    """How many there are: lines that name the folder, and all others of the same jobs."""
    return sum(is_about for path in retention.LOGS.paths() for is_about, _ in _lines(path, *_marks(folder)))


def forget(folder: str) -> None:
    """Remove them. Raises OSError."""
    marks = _marks(folder)
    for path in list(retention.LOGS.paths()):
        lines = list(_lines(path, *marks))
        if any(is_about for is_about, _ in lines):
            rest = [line for is_about, line in lines if not is_about]
            if not rest:
                os.unlink(path)
            else:
                owned_files.write(path, rest)


def _marks(folder: str) -> tuple[tuple[bytes, ...], frozenset[str]]:
    """How the folder is written in a line, and the jobs that are about it."""
    names = tuple(
        msgspec.json.encode(each.encode("utf-8", "backslashreplace").decode())[1:-1]
        for each in dict.fromkeys((folder, os.path.realpath(folder), owned_files.name_of(folder)))
    )
    found = (
        parse(line) for path in retention.LOGS.paths() for about, line in _lines(path, names, frozenset()) if about
    )
    return names, frozenset(line.job for line in found if line is not None and line.job)


def _lines(path: str, names: tuple[bytes, ...], jobs: frozenset[str]) -> Iterator[tuple[bool, bytes]]:
    """The lines of a file, and whether each is about the folder."""
    try:
        with open(path, "rb") as file:
            for text in file:
                yield any(name in text for name in names) or _job(parse(text) if jobs else None) in jobs, text
    except OSError:
        return


def _job(line: Line | None) -> str:
    return line.job if line is not None else ""
