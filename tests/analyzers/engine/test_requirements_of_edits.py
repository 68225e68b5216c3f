"""Which words that rules require an edit can add to a text."""

from __future__ import annotations

import pytest

from reread.analyzers.pattern.prefilter.requirement import all_of, any_of, tokens_required_by

ASKED = tokens_required_by([any_of(["eval"], ["Servicer", "a-b"]), all_of(texts=["Page"])])


def test_texts_between_words_are_not_among_the_pieces():
    assert ASKED.words == {b"eval"}
    assert ASKED.pieces == {b"Servicer", b"Page"}


@pytest.mark.parametrize(
    ("fresh", "words", "is_changed"),
    [
        ({b"eval"}, {b"x"}, True),
        ({b"evaluate"}, {b"x"}, False),
        ({b"MyServicer"}, {b"x"}, True),
        ({b"MyServicer"}, {b"OtherServicer"}, False),
        ({b"MyServicer", b"Page1"}, {b"OtherServicer"}, True),
        (set(), {b"x"}, False),
    ],
)
def test_a_fresh_word_makes_a_difference_where_no_other_has_it_or_its_piece(fresh, words, is_changed):
    assert ASKED.is_changed_by(fresh, words) is is_changed
