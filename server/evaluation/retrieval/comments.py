"""A doc comment finds its definition, the comment being gone from the code."""

from __future__ import annotations

import random

from reread.rag.retrieval.retrieve import Retriever
from reread.server.evaluation.retrieval.measures import Query, Spot, for_words
from reread.server.evaluation.retrieval.plain import Functions
from reread.server.evaluation.retrieval.tree import Defined, SourceTree, in_code, prose

_LEAST_WORDS = 6
_LONGEST = 1_400
"""Characters; longer ones are cut off by the index and so cannot be taken out whole."""
_COUNT = 60


def chosen(tree: SourceTree, most: int, seed: int) -> list[Defined]:
    """Definitions with a comment that says something."""
    commented = [each for each in in_code(tree) if _is_informative(each)]
    return random.Random(seed).sample(commented, min(most, len(commented)))


def queries(retriever: Retriever, functions: Functions, some: list[Defined]) -> list[Query]:
    texts = [prose(each.found.doc) for each in some]
    answers = [for_words(retriever, text, _COUNT) for text in texts]
    return [
        Query(collected, frozenset({Spot(each.path, each.line, each.end)}), plain=functions.ranked(text), alone=alone)
        for text, each, (collected, alone) in zip(texts, some, answers, strict=True)
    ]


def _is_informative(each: Defined) -> bool:
    return len(each.found.doc) < _LONGEST and len(prose(each.found.doc).split()) >= _LEAST_WORDS
