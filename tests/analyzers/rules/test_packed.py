"""Rules as the cache has them: everything that was there, equal parts once, and nothing believed that is damaged."""

from __future__ import annotations

import pytest

from reread.analyzers.rules.cache.serialization import (
    DamagedError,
    PackedEntry,
    Pieces,
    copy,
    entries_of,
    entry_of,
    unpack,
)
from reread.analyzers.rules.cache.serialization import pack as packed
from reread.analyzers.rules.rule import Details

ENTRY = PackedEntry(("all", frozenset({b"f"}), (), ()), frozenset({b"f"}), b"formula", b"ways")
SEARCH = Details("m", ["pattern", "f()"], fix="g()")
TAINT = Details("m", ["taint", [[ENTRY, "source", False], [ENTRY, "sink", True], [ENTRY, "propagator"]], {}])


def part_of(details, pieces):
    return pieces.part(packed(details, pieces))


def test_a_search_rule_comes_back_as_it_was():
    assert unpack(part_of(SEARCH, Pieces())) == SEARCH


def test_entries_of_taint_rules_are_read_group_by_group():
    groups = unpack(part_of(TAINT, Pieces())).formula[1]
    assert {name: [rest for _, rest in entries_of(part)] for name, part in groups.items()} == {
        "source": [["source", False]],
        "sink": [["sink", True]],
        "other": [["propagator"]],
    }
    [(place, _)] = entries_of(groups["sink"])
    assert entry_of(place) == ENTRY


def test_what_two_rules_share_is_written_once():
    pieces = Pieces()
    packed(TAINT, pieces)
    size = len(pieces.content)
    packed(TAINT, pieces)
    assert len(pieces.content) == size


def test_a_copy_in_another_file_is_the_same():
    other = Pieces()
    other.add(b"something before it")
    assert unpack(other.part(copy(part_of(SEARCH, Pieces()), other))) == SEARCH
    group = unpack(other.part(copy(part_of(TAINT, Pieces()), other))).formula[1]["source"]
    assert [rest for _, rest in entries_of(group)] == [["source", False]]


def test_the_same_place_is_the_same_part_and_another_file_is_not():
    pieces = Pieces()
    part = part_of(SEARCH, pieces)
    assert part == pieces.part(part.position)
    assert hash(part) == hash(pieces.part(part.position))
    assert part != part_of(SEARCH, Pieces())


def test_a_changed_byte_is_noticed():
    pieces = Pieces()
    part = part_of(SEARCH, pieces)
    pieces.content[-1] ^= 1
    with pytest.raises(DamagedError):
        unpack(part)
