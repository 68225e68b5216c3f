from __future__ import annotations

import numpy as np
import pytest

from reread.rag.embedders import lexical
from reread.rag.embedders.lexical import Directions


@pytest.fixture(scope="module")
def directions():
    return Directions(128)


def likeness(directions, first, second):
    one, two = directions.sum(first), directions.sum(second)
    return float(one @ two / np.linalg.norm(one) / np.linalg.norm(two))


def test_other_spellings_and_forms_are_alike(directions):
    assert likeness(directions, "parse_headers", "headerParser") > 0.3
    assert likeness(directions, "parse_headers", "compute_tax") < 0.2


def test_rare_words_weigh_more(directions):
    question = "return the quaternion"
    assert likeness(directions, question, "quaternion x y") > likeness(directions, question, "return the value")


def test_the_name_of_a_chunk_counts_more_than_its_text(directions):
    found = [likeness(directions, "quaternion", text) for text in ("p\nquaternion\nmatrix", "p\nmatrix\nquaternion")]
    assert found[0] > found[1]


def test_a_text_without_words_has_no_direction(directions):
    assert not directions.sum("12 + 34").any()


def test_an_answer_does_not_depend_on_what_was_asked_before(directions, monkeypatch):
    expected = directions.sum("parse the header")
    monkeypatch.setattr(lexical, "_WORD_CACHE", 10)
    monkeypatch.setattr(lexical, "_PART_CACHE", 10)
    small = Directions(128)
    for number in range(50):
        small.sum(f"word_{number} other_{number}")
    assert small.sum("parse the header") == pytest.approx(expected, abs=1e-6)
