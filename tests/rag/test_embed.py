from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.rag.embed import HashedEmbedder, embedded_text


@pytest.fixture(scope="module")
def embedder():
    return HashedEmbedder()


def likeness(embedder, first, second):
    one, two = embedder.embed([first, second])
    return float(one @ two)


def test_vectors_have_the_size_and_length_they_should(embedder):
    vectors = embedder.embed(["def f(): ...", "", "12 34", "ü" * 1_000])
    assert vectors.shape == (4, embedder.dimensions)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_another_embedder_gives_the_same_vectors(embedder):
    texts = ["parse the header", "class Parser"]
    assert (HashedEmbedder().embed(texts) == embedder.embed(texts)).all()


def test_an_answer_does_not_depend_on_what_was_asked_before(embedder, monkeypatch):
    expected = embedder.embed(["parse the header"])
    monkeypatch.setattr("reread.rag.embed._WORD_CACHE", 10)
    small = HashedEmbedder()
    small.embed([f"word_{number} other_{number}" for number in range(50)])
    assert small.embed(["parse the header"]) == pytest.approx(expected, abs=1e-6)


def test_other_spellings_and_forms_are_alike(embedder):
    assert likeness(embedder, "parse_headers", "headerParser") > 0.3
    assert likeness(embedder, "parse_headers", "compute_tax") < 0.2


def test_rare_words_weigh_more(embedder):
    question = "return the quaternion"
    assert likeness(embedder, question, "quaternion x y") > likeness(embedder, question, "return the value")


def test_what_is_embedded_names_the_place():
    assert embedded_text("a/b.py", "C.f", "x") == "a/b.py C.f C.f f f\nx"


@given(st.lists(st.text(max_size=50), min_size=1, max_size=5))
def test_any_text_can_be_embedded(texts):
    assert np.isfinite(HashedEmbedder().embed(texts)).all()
