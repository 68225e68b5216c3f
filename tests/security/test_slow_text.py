"""Text that is made to be slow to read: redaction does work in proportion to its length.

Who: whoever writes a file of the workspace, or an answer. What must not happen: a review or a log that takes minutes.
"""

from __future__ import annotations

import cProfile
import pstats

import pytest

from reread.analyzers.review.privacy.known_words import KnownWords
from reread.analyzers.review.privacy.lexing import tokens
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.privacy.structure import MOST_ARGUMENTS, Code

UNITS = (
    "password=",
    'password="',
    "password = 'x' or ",
    '"password", ',
    "login(password, ",
    "password.",
    "password() { ",
    "password)(",
    "auth=(",
    "password=%41%42 ",
    '{"password": ',
    "password: ",
    "password\n=\n",
    "(",
    "&amp;",
    "Authorization: Bearer ",
    "/* password ",
    "<!-- password ",
    'x("a1b2c3d4", password) ',
)
LENGTH = 6_000


def work(text: str) -> int:
    """How many functions are called to redact it."""
    profile = cProfile.Profile()
    profile.runcall(Redactor().redact, text, is_code=True)
    return pstats.Stats(profile).total_calls


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_four_times_the_text_is_four_times_the_work(unit):
    short, long = (f"[{(unit * size)[:size]}]" for size in (LENGTH, 4 * LENGTH))
    work(short)  # What is compiled and remembered once counts for neither.
    assert work(long) < 4.6 * work(short)


@pytest.mark.slow
def test_four_times_the_secrets_are_four_times_the_work():
    short, long = ("".join(f'password="a{n}!x{n * 7}"\n' for n in range(count)) for count in (250, 1_000))
    work(short)
    assert work(long) < 4.6 * work(short)


@pytest.mark.parametrize("unit", ['password="', "password=", '"password", '])
def test_no_character_takes_more_than_a_few_calls(unit):
    """Before, the first of these took 600 a character, and the last a number that grew with the text."""
    text = (unit * LENGTH)[:LENGTH]
    work(text)
    assert work(text) < 60 * len(text)


def test_a_string_in_the_values_of_too_many_names_is_kept_back():
    text = "password = " * 50 + '"${X}"'
    assert "${X}" in Redactor().redact('password = "${X}"', is_code=True)
    assert "${X}" not in Redactor().redact(text, is_code=True)


def test_a_bracket_has_so_many_parts_at_most():
    code = Code(tokens(f"f({', '.join(['ab'] * 200)})"))
    assert len(code.arguments(1)) == MOST_ARGUMENTS


@pytest.mark.parametrize(("opening", "closing"), [("/* a ", "*/"), ("<!-- a ", "-->")])
def test_comments_that_nothing_closes_are_looked_for_once(opening, closing):
    """Before, each opening searched the next 20,000 characters by itself."""

    class Counted(str):
        looked = 0

        def find(self, piece, start, end):
            self.looked += end - start
            return super().find(piece, start, end)

    text = Counted(opening * 20_000)
    assert not [token for token in tokens(text) if token.kind == "comment"]
    assert text.looked < 2 * len(text)
    assert [token.text for token in tokens(f"{opening}{opening}{closing} b") if token.kind == "comment"] == [
        f"{opening}{opening}{closing}"
    ]


def test_the_longest_of_known_words_is_found_and_short_ones_only_by_themselves():
    words = KnownWords(["abcde", "abcdefgh", "four"], whole=8)
    assert [tuple(span) for span in words.found("abcdefgh abcde xabcde abcdex four abcde")] == [
        (0, 8),
        (9, 14),
        (34, 39),
    ]
