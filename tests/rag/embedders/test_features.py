from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reread.rag.embed import embedded_text
from reread.rag.embedders import features
from reread.rag.embedders.features import Field, Vocabulary, sections, weighted

KNOWN = Vocabulary(["parse", "header", "user"], 64)


def test_a_chunk_has_a_path_a_name_and_a_body():
    text = embedded_text("a/b.py", "C.f", "def f():\n    pass\n")
    assert sections(text) == [(Field.PATH, "a/b.py"), (Field.NAME, "C.f"), (Field.BODY, "def f():\n    pass\n")]


def test_a_line_of_words_is_a_question():
    assert sections("parse a header") == [(Field.QUESTION, "parse a header")]
    assert sections("") == [(Field.QUESTION, "")]


def test_words_are_found_inside_identifiers_however_they_are_written():
    assert KNOWN.features("parse_header").keys() == KNOWN.features("headerParse").keys() == {0, 1}


def test_a_word_that_comes_often_weighs_more_but_not_as_often():
    assert KNOWN.features("user")[2] == 1.0
    assert 2.0 < KNOWN.features("user user user user")[2] < 4.0


def test_an_unknown_word_shares_pieces_with_its_other_forms():
    one, other = KNOWN.features("tokenizer"), KNOWN.features("tokenize")
    assert min(one) >= 3
    assert one.keys() & other.keys()
    assert one.keys() != other.keys()


def test_single_letters_and_numbers_say_nothing():
    assert KNOWN.features("x 12 v2") == {}


def test_features_do_not_depend_on_what_was_asked_before(monkeypatch):
    monkeypatch.setattr(features, "_CACHED", 2)
    small = Vocabulary(["parse"], 64)
    expected = small.features("parse the header")
    small.features("one two three four five")
    assert small.features("parse the header") == expected


@given(st.text(max_size=200))
def test_all_rows_are_in_the_table(text):
    for found in weighted(KNOWN, text).values():
        assert all(0 <= row < KNOWN.size and weight > 0 for row, weight in found.items())
