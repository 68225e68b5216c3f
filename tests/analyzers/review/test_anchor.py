from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.review.answer.anchor import Anchor, Miss, locate, marked
from reread.analyzers.text import Document, Span

CODE = "def f(x):\n    y = x + 1\n    return y\n\n\ndef g(x):\n    return x\n    y = x + 1\n"


def found(quote: str, text: str = CODE, within: Span | None = None):
    document = Document("file:///a.py", text, language="python")
    anchor = locate(document, within or Span(0, len(text)), quote)
    if isinstance(anchor, Miss):
        return anchor
    start, end = marked(document, anchor)
    return text[start:end]


def test_a_whole_line_is_found():
    assert found("    return y") == "return y"


def test_several_lines_are_found_together():
    assert found("    y = x + 1\n    return y") == "y = x + 1\n    return y"


def test_white_space_does_not_have_to_match():
    assert found("return   y") == "return y"
    assert found("\treturn y\r\n") == "return y"


def test_empty_lines_around_the_quote_do_not_count():
    assert found("\n\n    return y\n\n") == "return y"


def test_a_part_of_a_line_is_no_place():
    assert found("x + 1") is Miss.MISSING


def test_other_code_is_no_place():
    assert found("    return z") is Miss.MISSING
    assert found("") is Miss.MISSING
    assert found(" \n\t\n") is Miss.MISSING


def test_what_stands_twice_is_no_place():
    assert found("    y = x + 1") is Miss.AMBIGUOUS
    assert found("y = x + 1") is Miss.AMBIGUOUS


def test_one_exact_match_wins_over_looser_ones():
    assert found("  a", "a\n  a\n") == "a"
    document = Document("file:///a", "a\n  a\n")
    assert locate(document, Span(0, 5), "  a") == Anchor(1, 2, exact=True)


def test_only_the_unit_is_searched():
    assert found("    y = x + 1", within=Span(0, CODE.index("def g") - 3)) == "y = x + 1"
    assert found("    return x", within=Span(0, CODE.index("def g") - 3)) is Miss.MISSING


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_do_not_matter(ending):
    text = ending.join(["é = '🎉'", "  b", "c\u2028d", ""])
    assert found("  b\nc\u2028d", text) == f"b{ending}c\u2028d"


TEXT_LINES = st.lists(st.text(st.sampled_from("ab é🎉\t(\u2028\x0c"), max_size=6), min_size=1, max_size=12)


@given(TEXT_LINES, st.data())
def test_a_quote_is_never_placed_on_other_text(lines, data):
    text = data.draw(st.sampled_from(["\n", "\r\n", "\r"])).join(lines)
    first = data.draw(st.integers(0, len(lines) - 1))
    last = data.draw(st.integers(first, len(lines) - 1))
    shift = data.draw(st.sampled_from(["", " ", "x", "\n", "    "]))
    quote = shift + "\n".join(lines[first : last + 1])
    place = found(quote, text)
    if not isinstance(place, Miss):
        assert " ".join(place.split()) == " ".join(quote.split())
