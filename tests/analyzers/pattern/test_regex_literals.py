"""Texts one of which each match of a regular expression holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.pattern.regex.required_literals import required_texts


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        (r"^(\w+\.)*\w*Servicer$", {"Servicer"}),
        (r"^(\w+\.)*\w*(RequestHandler|MethodView)$", {"RequestHandler", "MethodView"}),
        ("(Handler|Handles)", {"Handle"}),
        ("ab(cd|ef)", set()),
        ("abc(cd|ef)", {"abc"}),
        ("(abc)+", {"abc"}),
        ("(abc)?", set()),
        ("(abc)*?x", set()),
        ("(abc|)", set()),
        ("(?i)abc", set()),
        ("(?i:abc)", set()),
        ("(?!abc)def", {"def"}),
        ("(?=abc)d", set()),
        ("abc.def", {"abc"}),
        ("abc.defg", {"defg"}),
        ("a[bc]d", set()),
        ("(" + "|".join(f"{letter}xyz" for letter in "abcdefghijklmnop") + ")", set()),
        ("(" * 30 + "abc" + ")" * 30, set()),
        ("", set()),
    ],
)
def test_each_match_holds_one_of_the_texts(expression, texts):
    assert required_texts(expression) == texts


PIECES = st.sampled_from(
    ["abc", "(one|two|three)", r"\w*", "(four)?", "(?:five|si[xX])", "(seven)+", "[xyz]", "(abc|)"]
)


@given(st.lists(PIECES, min_size=1, max_size=5).map("".join).flatmap(lambda e: st.tuples(st.just(e), st.from_regex(e))))
def test_what_an_expression_matches_holds_one(matched):
    expression, text = matched
    texts = required_texts(expression)
    assert not texts or any(each in text for each in texts)
