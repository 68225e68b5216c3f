from __future__ import annotations

import random

import numpy as np

from reread.rag.embedders.features import Field, Vocabulary
from tools.training.common_words import shares, write
from tools.training.definitions import Described
from tools.training.pairs import Pair, encode, pairs, vocabulary

BODY = "def load(path):\n    return read(path)\n" + "    # something\n" * 20
LOAD = Described("a.py", "python", "Store.load", "Load all that is kept.", BODY, ("read_all", "f", "unknown"))
READ = Described("b.py", "python", "read_all", "", BODY.replace("load", "read_all"), ())
SHORT = Described("b.py", "python", "f", "", "def f():\n    return 1\n", ())


def made(*definitions, most=30):
    return pairs(definitions, most, random.Random(1))


def test_a_doc_comment_goes_with_its_definition():
    assert Pair("Load all that is kept.", "a.py\nStore.load\n" + BODY) in made(LOAD)


def test_a_name_goes_with_the_body_that_it_is_taken_out_of():
    [pair] = made(READ)
    assert pair.question == "read_all"
    assert "read_all" not in pair.answer


def test_a_body_that_says_nothing_is_not_asked_for():
    assert made(SHORT) == []


def test_a_caller_goes_with_what_it_calls_when_the_name_leaves_no_doubt():
    calls = [pair for pair in made(LOAD, READ) if pair.question.startswith("a.py\nStore.load\nLoad all")]
    assert [pair.answer.startswith("b.py\nread_all\n") for pair in calls] == [True]
    assert not [pair for pair in made(LOAD, READ, READ) if pair.question.startswith("a.py\nStore.load\nLoad all")]


def test_a_package_gives_no_more_than_its_share():
    assert len(made(LOAD, LOAD, LOAD, LOAD, most=2)) == 2


def test_the_vocabulary_is_what_several_packages_use_most_used_first():
    one, two = Described("", "", "", "", "common word", ()), Described("", "", "", "", "common x 12 lonely", ())
    assert vocabulary([[one], [one], [one, two], [two]], 10) == ["common", "word"]
    assert vocabulary([[one], [one], [one]], 1) == ["common"]


def test_texts_are_encoded_as_rows_of_a_sparse_matrix():
    known = Vocabulary(["load", "file"], 4)
    encoded = encode(known, ["load file", "", "file\nload\nload"])
    assert encoded.starts.tolist() == [0, 2, 2, 5]
    question, body = Field.QUESTION * known.size, Field.BODY * known.size
    assert sorted(encoded.columns[:2]) == [question, question + 1]
    assert sorted(encoded.columns[2:]) == [1, known.size, body]
    assert np.all(encoded.weights == 1.0)


def test_common_words_are_those_that_most_definitions_have(tmp_path):
    one, two = Described("", "", "", "", "return x", ()), Described("", "", "", "the", "return", ())
    found = shares([[one, two], [one]])
    assert found == {"return": 1.0, "x": 0.75, "the": 0.25}
    write(found, str(tmp_path / "words.json"))
    assert (tmp_path / "words.json").read_text() == '{\n"return": 1.0,\n"x": 0.75,\n"the": 0.25\n}\n'
