from __future__ import annotations

import json
import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.rag.embed import embedded_text
from reread.rag.embedders import static
from reread.rag.embedders.static import StaticEmbedder
from tools.training.files import checksum


@pytest.fixture(scope="module")
def embedder():
    return StaticEmbedder()


def likeness(embedder, first, second):
    one, two = embedder.embed([first, second])
    return float(one @ two)


def test_vectors_have_the_size_and_length_they_should(embedder):
    vectors = embedder.embed(["def f(): ...", "", "12 34", "ü" * 1_000])
    assert vectors.shape == (4, embedder.dimensions)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_another_process_gives_the_same_vectors(embedder):
    program = """
import sys
from reread.rag.embedders.static import StaticEmbedder
sys.stdout.buffer.write(StaticEmbedder().embed(["parse the header", "class Parser"]).tobytes())
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ran.stdout == embedder.embed(["parse the header", "class Parser"]).tobytes()


def test_a_vector_does_not_depend_on_the_texts_beside_it(embedder):
    texts = ["parse the header", embedded_text("a.py", "f", "def f(): return 1"), ""]
    assert np.allclose(embedder.embed(texts), [embedder.embed([text])[0] for text in texts], atol=1e-6)


@pytest.mark.parametrize(
    ("question", "name", "other"),
    [
        ("remove the file from the disk", "delete_path", "create_index"),
        ("send a message to the user", "notifyUser", "parseTree"),
        ("how long to wait before giving up", "connect_timeout", "font_color"),
        ("turns text into tokens", "Lexer.tokenize", "Socket.listen"),
        ("is the user allowed to do this", "has_permission", "rotate_image"),
    ],
)
def test_what_means_the_same_is_alike_in_other_words(embedder, question, name, other):
    right, wrong = (embedded_text("src/a.py", each, "pass\n") for each in (name, other))
    assert likeness(embedder, question, right) > likeness(embedder, question, wrong) + 0.05


def test_the_name_of_the_model_is_that_of_its_files(embedder):
    assert embedder.name == f"static-{checksum(static.FOLDER)}-{static._REVISION}"


def test_the_model_is_small():
    assert sum(os.path.getsize(os.path.join(static.FOLDER, name)) for name in os.listdir(static.FOLDER)) <= 8_000_000


def test_the_table_is_mapped_from_its_file_when_it_is_first_needed(monkeypatch):
    loaded = []
    load = static.load
    monkeypatch.setattr(static, "load", lambda folder: loaded.append(folder) or load(folder))
    embedder = StaticEmbedder()
    assert (embedder.dimensions, loaded) == (embedder.dimensions, [])
    embedder.embed(["a text"])
    embedder.embed(["a text"])
    assert loaded == [static.FOLDER]
    assert isinstance(embedder._model.table, np.memmap)


def test_name_and_dimensions_are_those_of_the_table(embedder):
    with open(os.path.join(static.FOLDER, static.ABOUT), encoding="utf-8") as file:
        about = json.load(file)
    assert about["dimensions"] == embedder._model.table.shape[1] < embedder.dimensions
    assert embedder.name.startswith(about["name"])


def test_words_that_nobody_ever_saw_are_alike_when_they_are_the_same(embedder):
    question = "frobnicate_zorgle"
    assert likeness(embedder, question, "zorgleFrobnicator") > likeness(embedder, question, "quuxify_blivet") + 0.2


@given(st.lists(st.text(max_size=50), max_size=5))
def test_any_text_can_be_embedded(texts):
    vectors = StaticEmbedder().embed(texts)
    assert vectors.shape[0] == len(texts)
    assert np.isfinite(vectors).all()
