from __future__ import annotations

import numpy as np
import pytest

from tools.training import recall
from tools.training.definitions import Described
from tools.training.recall import Question, by_vectors, questions, ranks


def described(doc):
    return Described("a.py", "python", "f", doc, "def f(): ...", ())


class OneHot:
    """Each text is the direction of its last digit."""

    name, dimensions = "one-hot", 10

    def embed(self, texts):
        return np.eye(10, dtype=np.float32)[[int(text[-1]) for text in texts]]


def test_doc_comments_that_say_something_are_asked_for():
    found = questions([described("Too short"), described("This is long enough"), described("")], 10)
    assert found == [Question("This is long enough", 1)]


def test_no_more_questions_than_wanted_and_always_the_same():
    many = [described(f"This is number {number} of them") for number in range(50)]
    assert len(questions(many, 10)) == 10
    assert questions(many, 10) == questions(many, 10)


def test_the_rank_counts_what_is_more_like_the_question():
    right = np.array([[1, 0], [0.8, 0.6], [0, 1]], dtype=np.float32)
    left = np.array([[0, 1], [0, 1]], dtype=np.float32)
    assert ranks(left, right, [Question("", 2), Question("", 0)]).tolist() == [1, 3]


def test_recall_is_the_share_of_ranks_up_to_five_and_ten():
    result = recall.recall(np.array([1, 5, 6, 10, 20]))
    assert (result.at_5, result.at_10) == (0.4, 0.8)
    assert result.reciprocal == pytest.approx((1 + 1 / 5 + 1 / 6 + 1 / 10 + 1 / 20) / 5)


def test_vectors_of_code_are_looked_through_with_those_of_doc_comments():
    definitions = [described("")._replace(code="code 3"), described("")._replace(code="code 7")]
    assert by_vectors(OneHot(), definitions, [Question("asks for 7", 1), Question("asks for 7", 0)]).tolist() == [1, 2]
