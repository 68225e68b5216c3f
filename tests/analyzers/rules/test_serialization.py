"""Rules as the cache has them: everything that was there, equal parts once, and nothing believed that is damaged."""

from __future__ import annotations

import marshal
import mmap
import os

import pytest

from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.pattern.source import All, OfType, PatternText, Regex
from reread.analyzers.rules.cache.piece_file import opened
from reread.analyzers.rules.cache.serialization import (
    DamagedError,
    PackedEntry,
    Pieces,
    copy,
    entry_of,
    group_in,
    loads,
    unpack,
)
from reread.analyzers.rules.cache.serialization import pack as packed
from reread.analyzers.rules.rule import Check, Details, Taint, Text
from reread.analyzers.rules.taint_spec import HasLabel, HasNot, ModelJoin

ENTRY = PackedEntry(all_of(["f"]), b"formula", b"ways")
SOME = (b"f",)
SEARCH = Details("m", All((PatternText("f()", (("symmetric_eq", True),)), OfType("$X", ("any",)))), fix="g()")
JOIN = ModelJoin("sink", "sql", requires=HasNot(HasLabel("A")))
TAINT = Details("m", Taint((), {"interfile": True}, (JOIN,)))
OTHER = PackedEntry(all_of(["g"]), b"other", b"ways")
ENTRIES = [
    (ENTRY, SOME, ["source", False]),
    (ENTRY, SOME, ["sink", True]),
    (OTHER, (b"g",), ["sink", True]),
    (ENTRY, SOME, ["sink", False]),
    (ENTRY, SOME, ["propagator"]),
]


def part_of(details, pieces):
    return pieces.part(packed(details, pieces, ENTRIES if details is TAINT else ()))


@pytest.mark.parametrize(
    "details", [SEARCH, Details("m", Check("structure.file_too_long", True)), Details("m", Text(Regex("a"), {"a": 1}))]
)
def test_a_search_rule_comes_back_as_it_was(details):
    found = unpack(part_of(details, Pieces()))
    assert found == details
    assert type(found.formula) is type(details.formula)


def test_entries_of_taint_rules_are_read_group_by_group():
    formula = unpack(part_of(TAINT, Pieces())).formula
    assert (formula.options, formula.joins) == (TAINT.formula.options, (JOIN,))
    groups = formula.specs
    assert {name: group_in(part).fields for name, part in groups.items()} == {
        "source": [["source", False]],
        "sink": [["sink", True], ["sink", False]],
        "other": [["propagator"]],
    }
    rows = group_in(groups["sink"]).rows
    assert [(some, place) for _, some, place in rows] == [(SOME, 0), ((b"g",), 0), (SOME, 1)]
    assert [entry_of(groups["sink"].at(position)) for position, _, _ in rows] == [ENTRY, OTHER, ENTRY]


def test_what_two_rules_share_is_written_once():
    pieces = Pieces()
    packed(TAINT, pieces, ENTRIES)
    size = len(pieces.content)
    packed(TAINT, pieces, ENTRIES)
    assert len(pieces.content) == size


def test_a_copy_in_another_file_is_the_same():
    other = Pieces()
    other.add(b"something before it")
    assert unpack(other.part(copy(part_of(SEARCH, Pieces()), other))) == SEARCH
    group = unpack(other.part(copy(part_of(TAINT, Pieces()), other))).formula.specs["source"]
    [(position, some, place)] = group_in(group).rows
    assert (entry_of(group.at(position)), some, group_in(group).fields[place]) == (ENTRY, SOME, ["source", False])


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


def test_equal_sets_and_words_of_two_pieces_are_the_same_objects():
    data = marshal.dumps([frozenset({"identifier node"}), "identifier node", ("a",), {"b": 1}, b"c", 7])
    first, second = loads(data), loads(bytes(bytearray(data)))
    assert first == second == marshal.loads(data)
    assert first[0] is second[0]
    assert first[1] is second[1]


def test_a_piece_of_a_file_ends_where_the_file_does(tmp_path):
    place = tmp_path / "a"
    place.write_bytes(b"0123456789")
    with place.open("rb") as stream:
        pieces = opened(stream)
    place.unlink()
    assert [pieces[2:4], pieces[8:99], pieces[99 : 1 << 70]] == [b"23", b"89", b""]


def test_a_file_is_not_mapped_where_it_can_be_read_piece_by_piece(tmp_path):
    place = tmp_path / "a"
    place.write_bytes(b"x")
    with place.open("rb") as stream:
        assert isinstance(opened(stream), mmap.mmap) is not hasattr(os, "pread")
