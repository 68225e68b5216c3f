"""What becomes of a finding, and of a line beside it, from one content to the next."""

from __future__ import annotations

import hashlib

import pytest

from reread.server.evidence.following import LEFT_AFTER, Fate, first, followed
from reread.server.evidence.snapshots import EMPTY, Place, Snapshot, Unit

BORN = 1_000_000_000.0
SOON, LATER = BORN + 1, BORN + LEFT_AFTER


def content(**units):
    """A content with such functions. A line with ! at its end is found by the rule `r`, one with ? by nobody."""
    made, found, others = {}, [], []
    for name, lines in units.items():
        texts = tuple(line.rstrip("!?") for line in lines)
        made[name] = Unit(texts, hashlib.blake2b("\n".join(texts).encode()).digest())
        found += [Place("r", name, line[:-1]) for line in lines if line.endswith("!")]
        others += [Place("", name, line[:-1]) for line in lines if line.endswith("?")]
    return Snapshot(made, tuple(found), tuple(others))


def fates(*contents, controls=0, at=LATER):
    """How all tracks of contents ended that follow each other, the rest at the end of the history."""
    tracks, ended, old = first(contents[0], BORN, controls), [], contents[0]
    for new in contents[1:]:
        step = followed(tracks, old, new, at, controls)
        tracks, old = step.tracks, new
        ended += step.ended
    ended += [track.ended(Fate.OPEN, at) for track in tracks]
    return [each.fate.value for each in ended if each.is_control == bool(controls)]


@pytest.mark.parametrize(
    ("after", "fate"),
    [
        (content(f=["a", "mended(x)"]), "fixed"),
        (content(f=["a", "check(x)", "bad(x)"]), "fixed"),  # what makes it right need not be on its line
        (content(f=["a"]), "fixed"),
        (content(g=["a"]), "gone"),
        (EMPTY, "gone"),
        (content(f=["other", "bad(x)!"]), "left"),
        (content(f=["other", "bad(y)!"]), "left"),
        (content(g=["more", "bad(x)!"]), "left"),
    ],
)
def test_a_finding(after, fate):
    assert fates(content(f=["a", "bad(x)!"]), after)[0] == fate


def test_of_a_function_that_is_as_it_was_nothing_was_mended():
    """Something else in the file is why the rule is silent."""
    assert fates(content(f=["bad(x)!"], g=["a"]), content(f=["bad(x)"], g=["b"])) == ["open"]


def test_a_function_that_nobody_edits_was_not_looked_at():
    assert fates(content(f=["bad(x)!"]), content(f=["bad(x)!"], g=["a"])) == ["open"]


def test_what_is_young_is_open():
    assert fates(content(f=["bad(x)!"]), content(f=["a", "bad(x)!"]), at=SOON) == ["open"]


def test_what_was_left_stays_left_when_its_code_goes():
    assert fates(content(f=["bad(x)!"]), content(f=["a", "bad(x)!"]), EMPTY) == ["left"]


def test_what_is_mended_at_last_was_not_left():
    assert fates(content(f=["bad(x)!"]), content(f=["a", "bad(x)!"]), content(f=["a"])) == ["fixed"]


def test_of_two_equal_ones_one_is_mended():
    assert sorted(fates(content(f=["bad(x)!", "bad(x)!"]), content(f=["bad(x)!"]))) == ["fixed", "left"]


def test_one_that_is_where_it_was_does_not_take_the_place_of_another():
    before, after = content(f=["bad(x)!"], g=["bad(x)!"]), content(f=["a"], g=["b", "bad(x)!"])
    ended = followed(first(before, BORN, 0), before, after, SOON, 0).ended
    assert [(each.fate, each.where.unit) for each in ended] == [(Fate.FIXED, "f")]


def test_what_is_new_is_followed_from_then_on():
    before, after = content(f=["a"]), content(f=["a", "bad(x)!"])
    step = followed(first(before, BORN, 0), before, after, SOON, 0)
    assert [(each.place.line, each.born) for each in step.tracks] == [("bad(x)", SOON)]


@pytest.mark.parametrize(
    ("after", "fate"),
    [
        (content(f=["new", "total = price + tax"]), "left"),
        (content(f=["total = price + tax(2)"]), "left"),  # edited
        (content(g=["total = price + tax"]), "left"),  # moved
        (content(f=["return None"]), "fixed"),
        (content(g=["return None"]), "gone"),
        (EMPTY, "gone"),
    ],
)
def test_a_line_that_nothing_is_said_about(after, fate):
    assert fates(content(f=["total = price + tax?", "bad(x)!"]), after, controls=1) == [fate]


def test_beside_each_finding_are_as_many_lines_as_there_are():
    tracks = first(content(f=["bad(x)!", "bad(y)!", "one?", "two?", "three?"]), BORN, 2)
    assert [track.place.line for track in tracks] == ["bad(x)", "one", "two", "bad(y)", "three"]
    assert {track.counts_for for track in tracks} == {"r"}
