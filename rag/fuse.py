"""Several rankings into one, and one ranking into a token budget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import structs

from reread.rag.results import Piece

_FLATNESS = 20
"""The constant of reciprocal rank fusion: the higher, the less the first places of a ranking stand out."""
_CHARACTERS_PER_TOKEN = 3.5
_LARGEST_SHARE = 0.4
"""Of the budget, for one piece: a reviewer is helped more by several."""
_GUIDANCE_SHARE = 0.25
_WORTHWHILE = 40
"""Tokens below which the beginning of a piece is not worth having."""


class Ranking(NamedTuple):
    """Pieces from one source, best first, each with its own reason; `weight` says how much to trust the source."""

    weight: float
    pieces: Sequence[Piece]


def tokens(text: str) -> int:
    """About how many tokens a text has."""
    return int(len(text) / _CHARACTERS_PER_TOKEN) + 1


def fuse(rankings: Iterable[Ranking]) -> list[Piece]:
    """One ranking of all pieces, by reciprocal rank. A piece that several sources have keeps its weightiest reason."""
    scores: dict[tuple[str, int], float] = {}
    best: dict[tuple[str, int], tuple[float, Piece]] = {}
    for weight, pieces in rankings:
        for rank, piece in enumerate(pieces):
            key = (piece.path, piece.start_line)
            share = weight / (_FLATNESS + rank + 1)
            scores[key] = scores.get(key, 0.0) + share
            if key not in best or best[key][0] < share:
                best[key] = (share, piece)
    ordered = sorted(scores, key=lambda key: (-scores[key], key))
    return [structs.replace(best[key][1], score=round(scores[key], 6)) for key in ordered]


def cut(pieces: Iterable[Piece], limit: int) -> list[Piece]:
    """The first pieces that fit into a budget of tokens; long ones are shortened at a line end and say so."""
    chosen: list[Piece] = []
    seen: set[str] = set()
    left = {"guidance": int(limit * _GUIDANCE_SHARE), "code": limit}
    for piece in pieces:
        text = piece.text.strip("\n")
        if text in seen:
            continue
        room = min(left["code"], int(limit * _LARGEST_SHARE))
        if piece.kind == "guidance":
            room = min(room, left["guidance"])
        if room < _WORTHWHILE and tokens(text) > room:
            continue
        fitting = _shortened(piece, room)
        if fitting is None:
            continue
        seen.add(text)
        chosen.append(fitting)
        left["code"] -= tokens(fitting.text)
        if piece.kind == "guidance":
            left["guidance"] -= tokens(fitting.text)
    return chosen


def _shortened(piece: Piece, room: int) -> Piece | None:
    if tokens(piece.text) <= room:
        return piece
    end = piece.text.rfind("\n", 0, int((room - 1) * _CHARACTERS_PER_TOKEN)) + 1
    text = piece.text[:end]
    if tokens(text) < _WORTHWHILE:
        return None
    end_line = piece.start_line + text.count("\n") - 1
    return structs.replace(piece, text=text, end_line=end_line, truncated=True)
