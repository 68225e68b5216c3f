"""The measurement of embedders, and that the default one is worth its megabytes on code that it never saw."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from tests.bench.retrieval import embedding
from tests.bench.retrieval.embedding import definitions, fused_ranks, installed, keyword_ranks, measure
from tools.training.recall import Question, questions

CODE = '''
def {name}(value):
    """{doc}"""
    return {body}
'''


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "shop"
    folder.mkdir()
    said = [
        ("pay", "Takes the money from the card.", "charge(value)"),
        ("ship", "Sends the parcel to the customer.", "post(value)"),
        ("close", "Ends the day in the shop.", "lock(value)"),
    ]
    text = "".join(CODE.format(name=name, doc=doc, body=body) for name, doc, body in said)
    (folder / "till.py").write_text(text)
    (folder / "copy.py").write_text(text)
    (folder / "test_till.py").write_text(text.replace("pay", "refund"))
    (folder / "latin.py").write_bytes("# \xe9".encode("latin-1"))
    return folder


def test_definitions_of_a_tree_are_those_of_its_code_each_once(project):
    assert sorted(found.name for found in definitions([project])) == ["close", "pay", "ship"]


def test_definitions_of_an_archive_are_those_of_its_tree(project, tmp_path):
    shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "shop")
    assert definitions([tmp_path / "packed.zip"]) == definitions([project])


def test_keywords_find_what_shares_words_and_count_nothing_else(project):
    found = definitions([project])
    names = [each.name for each in found]
    asked = [Question("the lock of the value", names.index("close")), Question("quaternion", 0), Question("!?", 0)]
    assert keyword_ranks(found, asked).tolist() == [1, 0, 0]


def test_fused_ranks_are_those_of_both_together(project):
    found = definitions([project])
    asked = questions(found, 10)
    assert fused_ranks(embedding.embedders.default(), found, asked).shape == (3,)


@pytest.mark.slow
def test_the_learned_embedder_finds_more_than_keywords_and_both_find_most():
    found = definitions(installed())
    assert len(found) > 500
    keywords, hashed, learned, both = measure(found, 400)
    assert learned.recall.at_10 > keywords.recall.at_10 + 0.1
    assert learned.recall.at_10 > hashed.recall.at_10 + 0.05
    assert both.recall.at_10 > keywords.recall.at_10 + 0.1
    assert learned.speed > 0
    assert np.isfinite(both.recall.reciprocal)
