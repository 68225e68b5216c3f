"""Keyword search: the words of a text that are distinctive in this workspace, and the chunks that contain them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from reread.rag import words
from reread.rag.index.catalogue import Catalogue

Weights = Mapping[str, float]
"""Words as the keyword index has them, each with how much it says."""

_WORDS = 24
"""Words of one question: the rarest decide, and each further one costs time."""
_MOST_LOOKED_UP = 200
_MOST_CHUNKS = 10_000
"""Chunks that the words of a question may have in all: each of them is weighed, and the rarest words decide anyway."""
_FEWEST = 3
"""Words that are asked about in any case."""
_COMMON = 0.2
"""The share of chunks from which on a word says too little to be worth its time, where there are others."""
_NAME_WEIGHT = 8.0
"""What a match in path and name counts for, beside one in the text."""


def question(catalogue: Catalogue, text: str, most: int = _WORDS) -> Weights:
    """The words of a text that say most in this workspace: how often it has them, and how few chunks do."""
    counted = Counter(stem for word in words.identifiers(text) for stem in words.stems(word))
    if not counted:
        return {}
    chosen = [term for term, _ in counted.most_common(_MOST_LOOKED_UP)]
    total, having = catalogue.frequencies.of(catalogue, chosen)
    weights = {
        term: math.log(1 + total / having[term]) * (1 + math.log(counted[term])) for term in chosen if term in having
    }
    best = sorted(weights, key=lambda term: (-weights[term], term))
    rare = [term for term in best if having[term] <= max(20, _COMMON * total)]
    chosen, left = [], _MOST_CHUNKS
    for term in (rare if len(rare) >= _FEWEST else best)[:most]:
        left -= having[term]
        if left >= 0 or len(chosen) < _FEWEST:
            chosen.append(term)
    return {term: weights[term] for term in chosen}


def chunks(
    catalogue: Catalogue,
    weights: Weights,
    limit: int,
    *,
    every: bool = False,
    name: bool = False,
    among: range | None = None,
) -> dict[int, float]:
    """Chunks with some of the words (with `every`, all of them), best first, each with what BM25 says of it.

    With `name` only the path and name are looked at, with `among` only chunks of these numbers.
    """
    if not weights:
        return {}
    # Words hold letters and digits only, so quoting them cannot fail.
    match = (" AND " if every else " OR ").join(f'"{term}"' for term in weights)
    if name:
        match = f"name : ({match})"
    within = "" if among is None else f" AND rowid BETWEEN {among.start} AND {among.stop - 1}"
    rows = catalogue.query(
        f"SELECT rowid, -bm25(words, {_NAME_WEIGHT}, 1.0) AS score FROM words WHERE words MATCH ?{within}"
        " ORDER BY score DESC, rowid LIMIT ?",
        (match, limit),
    )
    return {int(str(number)): float(str(score)) for number, score in rows}


def coverage(weights: Weights, texts: Sequence[str]) -> float:
    """How much of what a question says is in the texts of a chunk, from 0 to 1."""
    if not weights:
        return 0.0
    there = {stem for text in texts for word in words.identifiers(text) for stem in words.stems(word)}
    return sum(weight for term, weight in weights.items() if term in there) / sum(weights.values())
