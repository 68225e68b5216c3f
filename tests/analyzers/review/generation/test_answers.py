"""Answers while they stream, and the places that they rest on."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.generation.answer_stream import AnswerStream
from reread.analyzers.review.generation.citations import Cited, Referring, found
from reread.analyzers.review.generation.forms import Quoted
from reread.analyzers.text import Document

FILE = "import os\n\ndef read(path):\n    return open(path)\n\ndef other():\n    pass\n"
PIECE = ContextPiece("a.py", 3, "def read(path):\n    return open(path)\n", "defines it")


def cited(path: str, quote: str, now: str | None = FILE, *pieces: ContextPiece) -> list[Cited | None]:
    read = {"a.py": None if now is None else Document("", now)}
    return found([Quoted(path=path, quote=quote)], pieces or (PIECE,), read.get)


@given(st.text(), st.lists(st.integers(1, 9), max_size=40), st.booleans())
def test_the_answer_streams_as_it_is_however_it_is_cut(answer, lengths, escaped):
    text = json.dumps({"places": [{"path": "a", "quote": '"answer": "no"'}], "answer": answer}, ensure_ascii=escaped)
    stream, words = AnswerStream(), ""
    for length in [*lengths, len(text)]:
        words += stream.feed(text[:length])
        text = text[length:]
    assert words.encode("utf-8", "surrogatepass") == answer.encode("utf-8", "surrogatepass")
    assert stream.places == [{"path": "a", "quote": '"answer": "no"'}]


def test_nothing_is_shown_before_the_places_are_known():
    assert AnswerStream().feed('{"answer": "first", "places": []}') == ""
    assert AnswerStream().feed('{"places": [}, "answer": "x"') == ""


def test_a_place_is_where_its_quote_is_and_not_where_a_model_counts():
    assert cited("a.py", "    return open(path)") == [Cited("a.py", 4, "return open(path)")]


def test_a_place_follows_edits_since_the_file_was_indexed():
    assert cited("a.py", "def read(path):", "# new\n" + FILE) == [Cited("a.py", 4, "def read(path):")]


def test_what_is_not_there_is_no_place():
    assert cited("a.py", "def write(path):") == [None]
    assert cited("b.py", "def read(path):") == [None]
    assert cited("a.py", "def read(path):", "gone = 1\n") == [None]
    assert cited("a.py", "def read(path):", None) == [None]
    assert cited("a.py", "") == [None]


def test_a_quote_that_stands_there_twice_is_no_place():
    piece = PIECE._replace(text="pass\npass\n")
    assert cited("a.py", "pass", "x = 1\n\npass\npass\n", piece) == [None]


def test_numbers_become_places():
    referring = Referring([Cited("a.py", 4, ""), None])
    words = referring.feed("See [1") + referring.feed("], not [2] or [9]. ") + referring.finish()
    assert words == "See a.py:4, not (place not found) or (place not found). "


def test_a_place_that_nothing_proves_loses_its_line():
    referring = Referring([])
    words = referring.feed("In src/app.py:12-14, at 127.0.0.1:8080 and example.com:80") + referring.finish()
    assert words == "In src/app.py, at 127.0.0.1:8080 and example.com:80"
