"""Recall and reciprocal rank of rankings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers.roles import is_test
from reread.analyzers.syntax import language_of
from reread.rag.results import Piece
from reread.rag.retrieval.rank_fusion import EVIDENCE, KEYWORDS, Rankings, fuse
from reread.rag.retrieval.retrieve import Retriever

FUSED = "fused"
PLAIN = "BM25"
SOURCES = (PLAIN, "keywords", "vectors", "symbols", FUSED)
_NO_CODE = frozenset({"", "yaml", "dockerfile", "terraform"})


class Spot(NamedTuple):
    """A line (from 1) that is to be found; line 0 means the file.

    With `last`, the last line of a function, any part of it will do: long ones are cut up.
    """

    path: str
    line: int = 0
    last: int = 0


class Query(NamedTuple):
    """One question: what retrieval collected for each of its parts, what is to be found, and files that do not count.

    `plain` is what BM25 over functions says, where it was asked; `alone` what a source gathers that was asked alone.
    """

    collected: Sequence[Rankings]
    wanted: frozenset[Spot]
    known: frozenset[str] = frozenset()
    plain: Sequence[Piece] = ()
    alone: Mapping[str, Sequence[Rankings]] = {}


class RetrievalScore(NamedTuple):
    """Means over some queries."""

    recall_5: float
    recall_10: float
    reciprocal_rank: float


def score(queries: Sequence[Query], source: str) -> RetrievalScore:
    """How well one source, or all of them fused, answers."""
    ranks = [(ranks_of(query, source), len(query.wanted)) for query in queries]
    count = max(1, len(ranks))
    return RetrievalScore(
        sum(_recall(found, wanted, 5) for found, wanted in ranks) / count,
        sum(_recall(found, wanted, 10) for found, wanted in ranks) / count,
        sum(1 / min(found) for found, _ in ranks if found) / count,
    )


def in_code(path: str) -> bool:
    """Whether a file is code that is no test."""
    return language_of(path) not in _NO_CODE and not is_test(path)


def among_code(query: Query) -> Query | None:
    """The same question about code alone: tests and prose are not looked for and take no place. None: nothing left."""
    wanted = frozenset(spot for spot in query.wanted if in_code(spot.path))
    plain = [piece for piece in query.plain if in_code(piece.path)]
    alone = {source: _of_code(collected) for source, collected in query.alone.items()}
    return Query(_of_code(query.collected), wanted, query.known, plain, alone) if wanted else None


def for_words(retriever: Retriever, text: str, count: int) -> tuple[list[Rankings], dict[str, list[Rankings]]]:
    """What is collected for words, and what keywords gather alone: in company, they also judge what others propose."""
    return [retriever.found(text, count)], {KEYWORDS: [retriever.found(text, count, frozenset({KEYWORDS}))]}


def ranks_of(query: Query, source: str) -> list[int]:
    """The ranks, from 1, at which what is wanted is found; each wanted spot at most once."""
    files = all(spot.line == 0 for spot in query.wanted)
    left = set(query.wanted)
    ranks = []
    rank = 0
    seen: set[str] = set()
    for piece in _ordered(query, source):
        if piece.path in query.known or (files and piece.path in seen):
            continue
        seen.add(piece.path)
        rank += 1
        hit = {spot for spot in left if _is_in(spot, piece)}
        ranks += [rank] * len(hit)
        left -= hit
    return ranks


def _ordered(query: Query, source: str) -> Iterable[Piece]:
    if source == PLAIN:
        return query.plain
    chosen = [
        {name: found for name, found in each.items() if source in (FUSED, EVIDENCE[name].source)}
        for each in query.alone.get(source, query.collected)
    ]
    if len(chosen) == 1:
        return fuse(chosen[0])
    scores: dict[tuple[str, int], float] = {}
    pieces: dict[tuple[str, int], Piece] = {}
    for each in chosen:
        for piece in fuse(each):
            key = (piece.path, piece.start_line)
            scores[key] = scores.get(key, 0.0) + piece.score
            pieces[key] = piece
    return [pieces[key] for key in sorted(scores, key=lambda key: (-scores[key], key))]


def _of_code(collected: Sequence[Rankings]) -> list[Rankings]:
    return [
        {name: [each for each in found if in_code(each.piece.path)] for name, found in part.items()}
        for part in collected
    ]


def _is_in(spot: Spot, piece: Piece) -> bool:
    if spot.path != piece.path:
        return False
    return not spot.line or (piece.start_line <= max(spot.line, spot.last) and spot.line <= piece.end_line)


def _recall(ranks: Sequence[int], wanted: int, most: int) -> float:
    return min(1.0, sum(rank <= most for rank in ranks) / min(wanted, most)) if wanted else 0.0
