"""How well doc comments find their definitions among all others, by vectors."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reread.rag.embed import Embedder, Vectors, embedded_text
from tools.training.definitions import Described

_SAYS_SOMETHING = 4
"""Words that a question has at least."""
_WORD = re.compile(r"[a-zA-Z]{2,}")
_BATCH = 500


class Recall(NamedTuple):
    """The share of questions whose answer is among the first 5 and 10, and the mean of 1 / its rank."""

    at_5: float
    at_10: float
    reciprocal: float

    def __str__(self) -> str:
        return f"Recall@5 {self.at_5:.3f}  Recall@10 {self.at_10:.3f}  MRR {self.reciprocal:.3f}"


class Question(NamedTuple):
    """A doc comment, and the place of its definition in the list that it is looked for in."""

    text: str
    answer: int


def questions(definitions: Sequence[Described], most: int) -> list[Question]:
    """At most so many, chosen by chance, the same each time."""
    found = [
        Question(each.doc, number)
        for number, each in enumerate(definitions)
        if len(_WORD.findall(each.doc)) >= _SAYS_SOMETHING
    ]
    return random.Random(0).sample(found, min(most, len(found)))


def texts(definitions: Sequence[Described]) -> list[str]:
    """What is embedded of definitions without their doc comments."""
    return [embedded_text(each.path, each.name, each.code) for each in definitions]


def by_vectors(embedder: Embedder, definitions: Sequence[Described], asked: Sequence[Question]) -> NDArray[np.int64]:
    """The rank, from 1, at which each answer is found."""
    answers = embedder.embed(texts(definitions))
    return ranks(embedder.embed([question.text for question in asked]), answers, asked)


def ranks(left: Vectors, right: Vectors, asked: Sequence[Question]) -> NDArray[np.int64]:
    """The rank, from 1, of each answer by likeness of the question's vector in `left` and the answers' in `right`."""
    targets = np.array([question.answer for question in asked])
    found = []
    for start in range(0, len(asked), _BATCH):
        likeness = left[start : start + _BATCH] @ right.T
        wanted = targets[start : start + _BATCH]
        own = likeness[np.arange(len(wanted)), wanted]
        found.append((likeness > own[:, None]).sum(axis=1) + 1)
    return np.concatenate(found)


def recall(found: NDArray[np.int64]) -> Recall:
    return Recall(float((found <= 5).mean()), float((found <= 10).mean()), float((1 / found).mean()))
