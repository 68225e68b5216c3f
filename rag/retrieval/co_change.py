"""Pieces of the files that, by the history, change together with a changed file."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from reread.rag.history import Together
from reread.rag.index.catalogue import Catalogue
from reread.rag.retrieval import evidence, keywords, lookups
from reread.rag.retrieval.rank_fusion import Found

_MOST_FILES = 12
_EACH = 3
"""Pieces of one file."""
_WORDLESS = 0.3
"""What a file counts for of which nothing is known but that it changes together, beside one that has all words."""


def pieces(catalogue: Catalogue, together: Mapping[str, Together], weights: keywords.Weights) -> list[Found]:
    """Of the files that change together most, the pieces that have most of what the words of the change say."""
    found: list[Found] = []
    for path in sorted(together, key=lambda path: (-together[path].share, path))[:_MOST_FILES]:
        numbers = lookups.chunks_of(catalogue, path)
        telling = keywords.chunks(catalogue, weights, _EACH, among=numbers) or numbers[:1]
        for piece in evidence.pieces(catalogue, telling):
            covered = keywords.coverage(weights, (piece.name, piece.text))
            strength = together[path].share * (_WORDLESS + (1 - _WORDLESS) * covered)
            found.append(Found(structs.replace(piece, reason=together[path].reason), strength))
    return sorted(found, key=lambda each: -each.strength)
