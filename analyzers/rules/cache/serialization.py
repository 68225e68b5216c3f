"""Stores the details of rules compactly, in pieces that are read on demand.

Python's own format for plain values. The entries of taint rules are pieces of their own: the same sources and
sanitizers are part of dozens of rules, and few rules need any of them for one document.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from sys import intern
from typing import Any, NamedTuple, cast
from zlib import compress, crc32, decompress

from reread.analyzers.findings import Applicability
from reread.analyzers.pattern.prefilter.requirement import Requirement
from reread.analyzers.pattern.shared_values import shared
from reread.analyzers.pattern.source import CLASSES, by_kind, plain, typed
from reread.analyzers.rules.cache.piece_file import Bytes
from reread.analyzers.rules.rule import Check, Details, Taint, Text, Wanted
from reread.analyzers.rules.taint_spec import join_of_plain

Position = tuple[int, int, int]
"""Where a piece begins and ends in its file (bytes), and the checksum of what is there."""

GROUPS = ("source", "sink", "other")
"""The entries of a taint rule by kind; sanitizers and propagators are needed together."""

_FORMULA = 1
_CLASSES = {**CLASSES, **by_kind(Check, Text)}
_APPLICABILITY = 3
_WITHOUT_REFERENCES = 2
"""The version of marshal's format in which equal values are the same bytes."""


_MOST_SHARED = 60
"""Code points of a string that may be the same as another: words and kinds of nodes, but no messages."""


_LEVEL = 6
"""Of zlib: a fifth of the size, for a few milliseconds where all rules of a language are read."""


class DamagedError(Exception):
    """A piece differs from what was written."""


class LazyPiece:
    """A piece of a file, of which the pieces begin at `base`. Equal ones are the same place of the same file."""

    __slots__ = ("base", "file", "position")

    def __init__(self, file: Bytes, base: int, position: Position) -> None:
        self.file = file
        self.base = base
        self.position = position

    def data(self) -> bytes:
        """The bytes as they were added. Raises DamagedError when they are not what was written."""
        start, stop, checksum = self.position
        data = bytes(self.file[self.base + start : self.base + stop])
        if crc32(data) != checksum:
            raise DamagedError
        return decompress(data)

    def at(self, position: Position) -> LazyPiece:
        return LazyPiece(self.file, self.base, position)

    def __hash__(self) -> int:
        return hash((id(self.file), self.position))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LazyPiece) and self.file is other.file and self.position == other.position


class Pieces:
    """Pieces to be written one after the other, equal ones once."""

    def __init__(self) -> None:
        self.content = bytearray()
        self._known: dict[bytes, Position] = {}

    def add(self, data: bytes) -> Position:
        found = self._known.get(data)
        if found is None:
            start = len(self.content)
            packed = compress(data, _LEVEL)
            self.content += packed
            found = self._known[data] = (start, len(self.content), crc32(packed))
        return found

    def part(self, position: Position) -> LazyPiece:
        return LazyPiece(self.content, 0, position)


class PackedEntry(NamedTuple):
    """What the formula of an entry of taint rules requires, the formula itself and the ways into it
    (`lazy_formula.py`), both in marshal's format.
    """

    words: Requirement
    formula: bytes
    formula_entries: bytes


Some = tuple[bytes, ...]
"""Some words of a requirement (see `some_of`)."""

Entries = Sequence[tuple[PackedEntry, Some, list[Any]]]
"""The entries of a taint rule: what the formula of each needs, some of its words, and its other fields, role first."""


class PackedGroup(NamedTuple):
    """The entries of one kind. Hundreds of entries have the same few `fields`; each of `rows` has the position of its
    `PackedEntry`, some words of it, and the place of its fields.

    What every file is asked is here, so that of most entries nothing else is ever read.
    """

    fields: Sequence[list[Any]]
    rows: Sequence[tuple[Position, Some, int]]


def pack(details: Details, pieces: Pieces, entries: Entries = ()) -> Position:
    """Adds the details of a rule to the pieces, a taint rule with its entries."""
    fields: list[Any] = [each.value if isinstance(each, Applicability) else each for each in details]
    if isinstance(details.formula, Taint):
        positions = {
            name: pieces.add(_packed_group([each for each in entries if group_of(each[2][0]) == name], pieces))
            for name in GROUPS
        }
        joins = [each.plain() for each in details.formula.joins]
        fields[_FORMULA] = [details.formula.kind, positions, details.formula.options, joins]
    else:
        fields[_FORMULA] = plain(details.formula)
    return pieces.add(marshal.dumps(fields))


def _packed_group(entries: Entries, pieces: Pieces) -> bytes:
    places: dict[bytes, int] = {}
    fields: list[list[Any]] = []
    rows = []
    for entry, some, rest in entries:
        place = places.setdefault(marshal.dumps(rest, _WITHOUT_REFERENCES), len(places))
        if place == len(fields):
            fields.append(rest)
        rows.append((pieces.add(marshal.dumps(tuple(entry))), some, place))
    return marshal.dumps((fields, rows))


def group_of(role: str) -> str:
    return role if role in GROUPS else "other"


def unpack(part: LazyPiece) -> Details:
    """The details of a rule; the specs of a taint rule are parts by the names of `GROUPS`. Raises DamagedError."""
    details = Details(*loads(part.data()))
    kind, *fields = cast("list[Any]", details.formula)
    if kind == "taint":
        positions, options, joins = fields
        groups = {name: part.at(position) for name, position in positions.items()}
        formula: Wanted = Taint(groups, options, tuple(map(join_of_plain, joins)))
    else:
        formula = typed(details.formula, _CLASSES)
    return details._replace(applicability=Applicability(details.applicability), formula=formula)


def group_in(part: LazyPiece) -> PackedGroup:
    """The entries of a group. Raises DamagedError."""
    return PackedGroup(*marshal.loads(part.data()))


def entry_of(part: LazyPiece) -> PackedEntry:
    """Raises DamagedError."""
    return PackedEntry(*loads(part.data()))


def loads(data: bytes) -> Any:
    """The plain value of marshal's format, in which equal sets and short strings are those of other values: the format
    makes them again each time, and 40 of 43 thousand sets of all rules, a third of their memory, were there already.
    """
    return _shared(marshal.loads(data), {})


def _shared(value: Any, done: dict[int, Any]) -> Any:
    """`done` has the tuples of the same piece by their ids: within one the format writes the same tuple once."""
    kind = type(value)
    if kind is str:
        return intern(value) if len(value) <= _MOST_SHARED else value
    if kind is tuple:
        found = done.get(id(value))
        if found is None:
            found = tuple([_shared(each, done) for each in value])
            # Such tuples are parts of shapes, of which most rules have the same few.
            found = done[id(value)] = shared(found) if frozenset in map(type, found) else found
        return found
    if kind is list:
        return [_shared(each, done) for each in value]
    if kind is frozenset:
        return shared(value)
    if kind is dict:
        return {_shared(key, done): _shared(each, done) for key, each in value.items()}
    return value


def copy(part: LazyPiece, pieces: Pieces) -> Position:
    """Adds the details that are at a part to other pieces. Raises DamagedError."""
    details = unpack(part)
    groups = details.formula.specs if isinstance(details.formula, Taint) else {}
    assert isinstance(groups, Mapping)
    entries = []
    for group in groups.values():
        fields, rows = group_in(group)
        entries += [(entry_of(group.at(position)), some, fields[place]) for position, some, place in rows]
    return pack(details, pieces, entries)
