"""What regular expressions find after an edit is what they find in the whole new text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers.pattern.edit_region import Region
from reread.analyzers.pattern.regex.line_span import newlines_of
from reread.analyzers.pattern.regex.regex_cache import Searches
from reread.analyzers.pattern.regex.regex_safety import compile_regex
from reread.analyzers.pattern.regex.search import find_all
from tests.examples import examples

EXPRESSIONS = [
    "a+b",
    "^b$",
    r"a\n?b",
    r"a\s{0,2}b",
    r"(?<=a\n)b",
    r"a(?=\n\n)",
    r"(?P<NAME>a+)\n\1",
    r"b*",
    r"(?s)a.b",
    r"a\s*b",
    r"\Aa",
    r"é.",
]
TEXTS = st.text(alphabet="ab\né", max_size=40)


@pytest.mark.parametrize(
    ("expression", "count"),
    [
        ("a+b", 0),
        (r"a\nb", 1),
        (r"a\s{0,3}b[^a]", 4),
        (r"(?:a\n|b\n\n)c", 2),
        (r"(?<=\n)a(?!\n)", 2),
        (r"(a\n?)+?b", None),
        (r"(\w+)-\1", 0),
        (r"(a\n)\1", 2),
        (r"(?s:.)a.", 1),
        (r"\Aa", None),
        (r"a\Z", None),
        (r"a\s*", None),
        (r"(a)?(?(1)b|c)", None),
    ],
)
def test_how_many_line_ends_a_match_looks_at(expression, count):
    assert newlines_of(compile_regex(expression)) == count


def touched(old: str, start: int, end: int, inserted: str) -> tuple[bytes, Region]:
    new = (old[:start] + inserted + old[end:]).encode()
    first, last = len(old[:start].encode()), len(old[:end].encode())
    distance = len(new) - len(old.encode())
    return new, Region(first - 1, last + 1, first - 1, last + distance + 1, distance, 0)


@settings(max_examples=examples(100, 300))
@given(old=TEXTS, inserted=st.text(alphabet="ab\né", max_size=4), data=st.data())
def test_after_an_edit_the_same_is_found_as_in_the_whole_text(old, inserted, data):
    start = data.draw(st.integers(0, len(old)))
    new, region = touched(old, start, data.draw(st.integers(start, len(old))), inserted)
    before = Searches(old.encode())
    for expression in map(compile_regex, EXPRESSIONS):
        before.of(expression)
    after = Searches(new, before.retained(), region)
    for expression in map(compile_regex, EXPRESSIONS):
        assert after.of(expression) == tuple(find_all(expression, new)), expression


def test_an_edit_has_only_its_lines_searched(monkeypatch):
    from reread.analyzers.pattern.regex import regex_cache as searches

    asked = []
    monkeypatch.setattr(
        searches, "find_all", lambda expression, data, *where: asked.append(where) or find_all(expression, data, *where)
    )
    old = "ab\n" * 100
    new, region = touched(old, 150, 150, "b")
    expression = compile_regex("a+b")
    before = Searches(old.encode())
    before.of(expression)
    after = Searches(new, before.retained(), region)
    assert after.of(expression) is after.of(expression)
    [_, (low, high, begin)] = asked
    assert (low, begin) == (147, 147)
    assert high < 165


def test_what_is_found_everywhere_is_not_kept():
    searches = Searches(b"a" * 6_000)
    searches.of(compile_regex("a"))
    assert not searches.retained()
