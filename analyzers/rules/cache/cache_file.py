"""A file of the rule cache: first the data for choosing rules, then the details of each, read on demand.

Python's own format for plain values, which is read five times faster than JSON, with a checksum over each part. The
file stays open while its details may be asked for, so that another process can replace it meanwhile.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from typing import Any
from zlib import crc32

from reread.analyzers.owned_files import is_own, replace
from reread.analyzers.rules.cache.piece_file import opened
from reread.analyzers.rules.cache.serialization import LazyPiece, Pieces, copy

_HEAD = 12
DETAILS = 4
"""Where in the plain form of a rule its details are."""


def load(place: str, is_right: Callable[[list[int]], bool], *, own: bool = True) -> dict[str, dict[str, Any]]:
    """The entries of a file, none when it is damaged, of another engine than asked for or, with `own`, not written by
    this user.

    In an entry a rule has a `Part` in place of its details.
    """
    if not place:
        return {}
    try:
        with open(place, "rb") as stream:
            if own and not is_own(stream):
                return {}
            file = opened(stream)
        start = file[0:_HEAD]
        end = _HEAD + int.from_bytes(start[4:], "big")
        head = file[_HEAD:end]
        if len(head) != end - _HEAD or start[:4] != crc32(head).to_bytes(4, "big"):
            return {}
        content = marshal.loads(head)
        if not is_right(content["engine"]):
            return {}
        for entry in content["files"].values():
            for rule in entry["rules"]:
                rule[DETAILS] = LazyPiece(file, end, rule[DETAILS])
        return dict(content["files"])
    except (OSError, ValueError, KeyError, TypeError, EOFError, OverflowError):
        return {}


def save(place: str, engine: list[int], entries: dict[str, dict[str, Any]]) -> None:
    """Writes the file whole or not at all; where that is not possible, starting is a little slower each time."""
    known: dict[Any, Any] = {}
    body = _body_of_all(entries)
    pieces = Pieces() if body is None else None
    files = {}
    for name, entry in entries.items():
        rules = [[_plain(value, pieces, known) for value in rule] for rule in entry["rules"]]
        files[name] = {**entry, "rules": rules}
    head = marshal.dumps({"engine": engine, "files": files})
    content = pieces.content if pieces is not None else body or b""
    replace(place, (crc32(head).to_bytes(4, "big"), len(head).to_bytes(8, "big"), head, content))


def _body_of_all(entries: dict[str, dict[str, Any]]) -> bytes | bytearray | None:
    """What comes after the head of the one file that all details are in; None if they are in several.

    The first start after an installation copies the prepared rules: as they are, that takes a tenth of a second, and
    two seconds when each detail is read and packed again.
    """
    details = [rule[DETAILS] for entry in entries.values() for rule in entry["rules"]]
    if not details or any(each.file is not details[0].file or each.base != details[0].base for each in details):
        return None
    first: LazyPiece = details[0]
    return first.file[first.base : sys.maxsize]


def _plain(value: Any, pieces: Pieces | None, known: dict[Any, Any]) -> Any:
    """A field of a rule for marshal; details are added to the pieces, or stay where they are when there are none."""
    if isinstance(value, LazyPiece):
        return value.position if pieces is None else copy(value, pieces)
    return _shared(value, known)


def _shared(value: Any, known: dict[Any, Any]) -> Any:
    """The value with equal parts being the same object, which the format writes once: rules ask for the same words."""
    if isinstance(value, tuple):
        value = tuple(_shared(part, known) for part in value)
    elif isinstance(value, frozenset):
        value = frozenset(_shared(part, known) for part in value)
    elif not isinstance(value, (str, bytes)):
        return value
    return known.setdefault((type(value), value), value)
