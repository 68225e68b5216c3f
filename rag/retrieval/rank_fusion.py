"""Several rankings into one, and one ranking into a token budget.

Every weight of the ranking is here. Those for words on one line were tuned with `reread eval retrieval` on
werkzeug, click, httpx and rich, those for changed lines, messages and what changes together on the histories of this
repository, roundcube, netty, curl, openssh, exim, wpa, ruby, sphinx, rails and calibre and on releases of coverage,
hypothesis and uvicorn, those for messages on cups, jinja2 and releases of click, flask, requests and starlette too;
measure them on others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from reread.analyzers.roles import is_test
from reread.rag.results import Piece

SYMBOLS, KEYWORDS, VECTORS, HISTORY = "symbols", "keywords", "vectors", "history"
ALL_SOURCES = frozenset({SYMBOLS, KEYWORDS, VECTORS, HISTORY})


def sources_of(name: str) -> frozenset[str]:
    """The sources that one of `results.SOURCES` means."""
    return ALL_SOURCES if name == "all" else frozenset({name})


class Evidence(NamedTuple):
    """The weight of one kind of evidence: `weight` in the fusion, as part of `source`, shown as `reason`.

    With `ranked` the place in its ranking counts beside the strength; without, the strength says it all. `nearby` is
    the part of it that all pieces of the same file get: what belongs together is often in one file. `ties` says that
    it is a name that ties a piece to the change, which is shown and has room of its own, whatever else speaks for it.
    """

    source: str
    weight: float
    reason: str
    ranked: bool = True
    nearby: float = 0.0
    ties: bool = False


EVIDENCE: Mapping[str, Evidence] = {
    # For a change.
    "called": Evidence(SYMBOLS, 1.0, "called by the change", ties=True),
    "callers": Evidence(SYMBOLS, 1.0, "calls the change", ties=True),
    "named": Evidence(SYMBOLS, 1.0, "named by the change", ties=True),
    "naming": Evidence(SYMBOLS, 1.0, "names the change", ties=True),
    "heirs": Evidence(SYMBOLS, 0.9, "inherits from the change", ties=True),
    "tests": Evidence(SYMBOLS, 0.9, "tests the change", ties=True),
    "named tests": Evidence(SYMBOLS, 0.3, "tests the change, by its name"),
    "file tests": Evidence(SYMBOLS, 0.15, "tests this file"),
    "around": Evidence(SYMBOLS, 0.4, "around the change"),
    "beside": Evidence(SYMBOLS, 0.16, "beside the change"),
    "alike": Evidence(KEYWORDS, 0.25, "shares words with the change", nearby=0.1),
    "like changed": Evidence(KEYWORDS, 2.0, "shares words with the changed lines", ranked=False, nearby=0.1),
    "similar": Evidence(VECTORS, 0.2, "looks like the change", ranked=False, nearby=0.1),
    "together": Evidence(HISTORY, 0.8, "changed together with it", ranked=False),
    # For words on one line.
    "defined": Evidence(SYMBOLS, 1.5, "defines it"),
    "in name": Evidence(KEYWORDS, 0.3, "has these words in its name", ranked=False),
    "some words": Evidence(KEYWORDS, 0.3, "has these words", ranked=False, nearby=0.4),
    "meant": Evidence(VECTORS, 1.0, "is like these words", ranked=False),
    # For a text with a title, such as the message of a commit.
    "mentioned": Evidence(SYMBOLS, 0.3, "defines what it names"),
    "in text": Evidence(KEYWORDS, 2.0, "has these words", ranked=False, nearby=0.3),
    "title in name": Evidence(KEYWORDS, 1.0, "has words of the first line in its name", ranked=False, nearby=0.3),
    "title meant": Evidence(VECTORS, 0.3, "is like the first line", ranked=False, nearby=0.3),
    "text meant": Evidence(VECTORS, 0.2, "is like these words", ranked=False, nearby=0.3),
}

_FLATNESS = 20
"""The higher, the less the first places of a ranking stand out, as in reciprocal rank fusion."""
_LEAST = 0.15
"""The score that a piece needs to be worth a reader's time, where there are better ones ..."""
_LEAST_OF_BEST = 0.4
"""... and what it needs beside a best one that is poor itself."""
_NEXT = 0.5
"""What each further piece of a file adds to what its file is worth, beside the one before."""
_TIES = 0.5
"""How sure it must be that a name ties a piece to the change."""
_CHARACTERS_PER_TOKEN = 3.5
_LARGEST_SHARE = 0.3
"""Of the budget, for one piece: a reviewer is helped more by several."""
_TEST_SHARE = 0.15
"""The same for a test, whose beginning shows how the change is used."""
_PARTS = 2
"""Pieces of one definition: its overloads, and the parts of a long one."""
_GUIDANCE_SHARE = 0.25
_TIED_SHARE = 0.5
"""Of a budget, or of the places of a list, that is kept for what a name ties to the change, as far as there is any."""
_LONG_COMMENT = 5
"""Lines."""
_COMMENT = re.compile(r"(?:[ \t]*(?://|#(?!\[|include|define|if)|/\*|\*(?:[ \t/]|$))[^\n]*\n|[ \t]*\n)+", re.MULTILINE)
_WORTHWHILE = 40
"""Tokens below which the beginning of a piece is not worth having."""


class Found(NamedTuple):
    """A piece with how sure it is that it belongs there, from 0 to 1."""

    piece: Piece
    strength: float = 1.0


Rankings = Mapping[str, Sequence[Found]]
"""What each kind of evidence found, best first, by its name in EVIDENCE."""


_Key = tuple[str, int]
"""Path and first line of a piece."""


def tokens(text: str) -> int:
    """About how many tokens a text has."""
    return int(len(text) / _CHARACTERS_PER_TOKEN) + 1


def fuse(rankings: Rankings, evidence: Mapping[str, Evidence] = EVIDENCE, flatness: int = _FLATNESS) -> list[Piece]:
    """One ranking of all pieces, by strength and rank in each. A piece has the reason that ties it to the change, or
    that counts most, and what the history says of it.
    """
    scores: dict[_Key, float] = {}
    best: dict[_Key, tuple[bool, float, Piece]] = {}
    nearby: dict[_Key, float] = {}
    history: dict[_Key, str] = {}
    for name, found in rankings.items():
        each = evidence[name]
        for rank, (piece, strength) in enumerate(found):
            key = (piece.path, piece.start_line)
            share = each.weight * strength * (flatness / (flatness + rank) if each.ranked else 1.0)
            scores[key] = scores.get(key, 0.0) + share
            nearby[key] = nearby.get(key, 0.0) + share * each.nearby
            reason = piece.reason or each.reason
            if each.source == HISTORY:
                history[key] = reason
            tied = each.ties and strength >= _TIES
            if key not in best or best[key][:2] < (tied, share):
                best[key] = (tied, share, structs.replace(piece, reason=reason, tied=tied))
    of_files = _of_files(nearby)
    scores = {key: score + of_files[key[0]] for key, score in scores.items()}
    ordered = sorted(scores, key=lambda key: (-scores[key], key))
    return [_reported(best[key][2], scores[key], history.get(key, "")) for key in ordered]


def _reported(piece: Piece, score: float, history: str) -> Piece:
    """A piece with its score; how often it changed together is shown beside any other reason."""
    reason = piece.reason if history in piece.reason else f"{piece.reason}, {history}"
    return structs.replace(piece, reason=reason, score=round(score, 6))


def _of_files(nearby: Mapping[_Key, float]) -> dict[str, float]:
    """What all pieces of a file get from each other, by path."""
    result: dict[str, float] = {}
    parts: Counter[str] = Counter()
    for (path, _), share in sorted(nearby.items(), key=lambda each: -each[1]):
        result[path] = result.get(path, 0.0) + share * _NEXT ** parts[path]
        parts[path] += 1
    return result


def relevant(pieces: Sequence[Piece]) -> list[Piece]:
    """Those that are worth reading: a small context that belongs to the change beats a large one."""
    best = pieces[0].score if pieces else 0.0
    return [piece for piece in pieces if piece.score >= min(_LEAST, _LEAST_OF_BEST * best)]


def cut(pieces: Iterable[Piece], limit: int) -> list[Piece]:
    """The first pieces that fit into a budget of tokens; long ones are shortened at a line end and say so.

    Likeness alone does not use up the room of what a name ties to the change.
    """
    chosen: list[Piece] = []
    seen: set[str] = set()
    parts: Counter[tuple[str, str]] = Counter()
    pieces = list(pieces)
    left = {"guidance": int(limit * _GUIDANCE_SHARE), "code": limit}
    kept = _reserved_for_tied(pieces, limit)
    for piece in pieces:
        text = piece.text.strip("\n")
        if text in seen or (piece.name and parts[piece.path, piece.name] == _PARTS):
            continue
        room = min(left["code"] - (0 if piece.tied else kept), _most(piece, limit))
        if piece.kind == "guidance":
            room = min(room, left["guidance"])
        if room < _WORTHWHILE and tokens(text) > room:
            continue
        fitting = _shortened(piece, room)
        if fitting is None:
            continue
        seen.add(text)
        parts[piece.path, piece.name] += 1
        chosen.append(fitting)
        left["code"] -= tokens(fitting.text)
        if piece.tied:
            kept = max(0, kept - tokens(fitting.text))
        if piece.kind == "guidance":
            left["guidance"] -= tokens(fitting.text)
    return chosen


def reserved(pieces: Sequence[Piece], limit: int) -> list[Piece]:
    """At most so many of the pieces, in their order, with places kept for what a name ties to the change."""
    tied = [number for number, piece in enumerate(pieces) if piece.tied][: int(limit * _TIED_SHARE)]
    others = [number for number in range(len(pieces)) if number not in tied][: limit - len(tied)]
    return [pieces[number] for number in sorted([*tied, *others])]


def _reserved_for_tied(pieces: Sequence[Piece], limit: int) -> int:
    """The tokens that are not for what is merely alike."""
    wanted = sum(min(tokens(piece.text), _most(piece, limit)) for piece in pieces if piece.tied)
    return min(wanted, int(limit * _TIED_SHARE))


def _most(piece: Piece, limit: int) -> int:
    """The tokens that one piece may take of a budget."""
    return int(limit * (_TEST_SHARE if is_test(piece.path) else _LARGEST_SHARE))


def _shortened(piece: Piece, room: int) -> Piece | None:
    if tokens(piece.text) <= room:
        return piece
    piece = _without_comment(piece)
    if tokens(piece.text) <= room:
        return piece
    end = piece.text.rfind("\n", 0, int((room - 1) * _CHARACTERS_PER_TOKEN)) + 1
    text = piece.text[:end]
    if tokens(text) < _WORTHWHILE:
        return None
    end_line = piece.start_line + text.count("\n") - 1
    reason = piece.reason if piece.truncated else f"{piece.reason}, shortened"
    return structs.replace(piece, text=text, end_line=end_line, truncated=True, reason=reason)


def _without_comment(piece: Piece) -> Piece:
    """A definition without a long comment above it: where there is not room for both, its code says more."""
    comment = _COMMENT.match(piece.text) if piece.kind == "definition" else None
    lines = comment[0].count("\n") if comment is not None else 0
    if comment is None or lines < _LONG_COMMENT or not piece.text[comment.end() :].strip():
        return piece
    return structs.replace(
        piece,
        text=piece.text[comment.end() :],
        start_line=piece.start_line + lines,
        truncated=True,
        reason=f"{piece.reason}, shortened",
    )
