"""Recorded findings whose file or line has moved: they keep the date on which they were first seen.

A finding that a run meets at a place where none was recorded is the one with the same rule and marked code of a file
that is gone, or of the same file, its line edited around it. One whose whole line is the same may also come from a file
that the run looked at and where it no longer is. Of those that are closed only the same line of a file that is gone is
taken up again: a run over a part of the workspace closes the old place before another one meets the new.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

IsGone = Callable[[str], bool]

_ESCAPED = re.compile(r"\\udc([0-9a-f]{2})")
"""How a byte of a name that is not UTF-8 is kept."""


class Key(NamedTuple):
    """The key of a recorded finding. `path` is from the workspace folder, with `/`."""

    path: str
    rule: str
    text: str
    line_hash: str
    number: int


class _Recorded(NamedTuple):
    key: Key
    is_open: bool


def gone_from(folder: str) -> IsGone:
    """Tells whether a path from the workspace folder no longer exists; False if that is unknown."""

    def is_gone(path: str) -> bool:
        return not any(_is_there(os.path.join(folder, name)) for name in {path, _unescaped(path)})

    return is_gone


def follow(write: sqlite3.Connection, found: Collection[Key], checked: Collection[str], is_gone: IsGone) -> None:
    """Move what is recorded to where the run has found it. `checked` are the files that the run has looked at."""
    rows = write.execute("SELECT path, rule, text, line_hash, number, gone IS NULL FROM findings") if found else ()
    known = [_Recorded(Key(*row[:5]), bool(row[5])) for row in rows]
    taken = {each.key for each in known}
    fresh = [key for key in found if key not in taken]
    kept, asked = frozenset(found), {key[1:3] for key in fresh}
    left: dict[tuple[str, str], list[_Recorded]] = {}
    for each in known:
        if each.key[1:3] in asked and each.key not in kept:
            left.setdefault(each.key[1:3], []).append(each)
    moves = []
    for key in fresh:
        before = left.get(key[1:3], [])
        fitting = [each for each in before if _may_be(each, key, checked, is_gone)]
        if fitting:
            chosen = min(fitting, key=lambda each: _distance(each, key))
            before.remove(chosen)
            moves.append((key.path, key.line_hash, key.number, *chosen.key))
    write.executemany(
        "UPDATE findings SET path = ?, line_hash = ?, number = ?"
        " WHERE path = ? AND rule = ? AND text = ? AND line_hash = ? AND number = ?",
        moves,
    )


def close_gone(write: sqlite3.Connection, folders: Iterable[str], now: str, is_gone: IsGone) -> None:
    """Close what is recorded of files that are gone below `folders`, or named there: paths from the workspace folder,
    "" for all.
    """
    above = tuple(folders)
    if not above:
        return
    paths = [path for (path,) in write.execute("SELECT DISTINCT path FROM findings WHERE gone IS NULL")]
    gone = ((now, path) for path in paths if any(_is_below(path, each) for each in above) and is_gone(path))
    write.executemany("UPDATE findings SET gone = ? WHERE path = ? AND gone IS NULL", list(gone))


def _may_be(each: _Recorded, key: Key, checked: Collection[str], is_gone: IsGone) -> bool:
    is_same_line = each.key.line_hash == key.line_hash
    if each.is_open and (each.key.path == key.path or (is_same_line and each.key.path in checked)):
        return True
    return (each.is_open or is_same_line) and is_gone(each.key.path)


def _distance(each: _Recorded, key: Key) -> tuple[object, ...]:
    """Less for what is more like the finding."""
    other_name = os.path.basename(each.key.path) != os.path.basename(key.path)
    return not each.is_open, each.key.line_hash != key.line_hash, each.key.path != key.path, other_name, each.key


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/") if folder else not os.path.isabs(path)


def _is_there(path: str) -> bool:
    try:
        return not os.path.isdir(path) and bool(os.lstat(path))
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True


def _unescaped(path: str) -> str:
    return _ESCAPED.sub(lambda found: chr(0xDC00 + int(found[1], 16)), path)
