"""Where words stand in a text: one word by itself, and all of them at once, which must say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.tokenize import places_by_word, places_of_word, words_of

TEXTS = st.lists(st.sampled_from(["a", "aa", "ab", "a$", "_", "é", " ", ".", "\n", "(a)", "1"])).map(
    lambda parts: "".join(parts).encode()
)


@pytest.mark.parametrize(
    ("word", "text", "places"),
    [
        (b"a", b"a a.a", [0, 2, 4]),
        (b"a", b"aa ab $a a_ \xc3\xa9a", []),
        (b"a-b", b"a-b xa-b a-bc a-b", [0, 14]),
        (b"a", b"", []),
    ],
)
def test_a_word_is_found_where_it_stands_by_itself(word, text, places):
    assert places_of_word(word, text) == places


@pytest.mark.property
@given(TEXTS)
def test_the_places_of_all_words_are_those_of_each(text):
    found = places_by_word(text)
    assert found.keys() == words_of(text)
    assert all(places_of_word(word, text) == places for word, places in found.items())
