"""GitHub's fingerprints of lines."""

import pytest

from reread.server.line_hashes import line_hashes


def naive(text: str, line: int) -> int:
    """The definition, written down as it is: the sum over the 100 units from the start of the line."""
    lines = text.split("\n")
    rest = "\n".join(lines[line:]).replace(" ", "").replace("\t", "")
    units = [*map(ord, rest), 0xFFFF, *([0] * 100)][:100]
    return sum(unit * 37 ** (99 - number) for number, unit in enumerate(units)) % 2**64


def test_the_hash_of_nothing_is_the_one_that_github_computes():
    assert line_hashes("", {0}) == {0: "c129715d7a2bc9a3:1"}


@pytest.mark.parametrize("text", ["a\nb\n", "x = 1\n\n\ty = 2\n" * 40, "one" * 90 + "\ntwo"])
def test_a_hash_covers_the_hundred_units_from_its_line(text):
    wanted = range(len(text.split("\n")))
    found = line_hashes(text, wanted)
    assert [int(found[line].split(":")[0], 16) for line in wanted] == [naive(text, line) for line in wanted]


def test_equal_lines_are_counted():
    text = "same\n" * 60
    assert line_hashes(text, {0, 1}) == {0: line_hashes(text, {0})[0], 1: line_hashes(text, {0})[0].replace(":1", ":2")}


def test_blanks_and_line_ends_do_not_count():
    assert line_hashes("a b\r\nc\r", {0, 1}) == line_hashes("ab\n\tc\n", {0, 1})


def test_a_line_that_is_not_there_has_none():
    assert line_hashes("a", {7}) == {}
