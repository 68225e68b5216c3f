"""Plain BM25 over the functions of a tree: what the same questions find without an index, for scale."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.text import Document
from reread.rag import words
from reread.rag.results import Piece
from reread.rag.source import walk
from reread.rag.source.chunk import chunk

_SATURATION, _LENGTH = 1.5, 0.75
_MOST = 300
"""Functions of one answer."""
_LARGEST = 500_000


class Function(NamedTuple):
    """Lines count from 1, and both ends belong to it."""

    path: str
    first: int
    last: int
    words: Counter[str]
    size: int


class Functions:
    """All functions and methods below a folder."""

    def __init__(self, folder: Path) -> None:
        self._all: list[Function] = []
        for file in walk.walk(str(folder), max_file_size=_LARGEST).files:
            text = walk.read_text(str(folder), file.path) if syntax.language_of(file.path) else None
            self._all += _functions(file.path, text) if text else ()
        self._having: dict[str, list[int]] = {}
        for number, each in enumerate(self._all):
            for word in each.words:
                self._having.setdefault(word, []).append(number)
        self._average = sum(each.size for each in self._all) / max(1, len(self._all))

    def ranked(self, text: str, besides: tuple[str, int] = ("", 0)) -> list[Piece]:
        """The functions that have the words of a text, best first, without the one on that line of a file."""
        scores: dict[int, float] = defaultdict(float)
        for word in set(_words(text)):
            having = self._having.get(word, [])
            rarity = math.log(1 + (len(self._all) - len(having) + 0.5) / (len(having) + 0.5))
            for number in having:
                each = self._all[number]
                count = each.words[word]
                length = 1 - _LENGTH + _LENGTH * each.size / self._average
                scores[number] += rarity * count * (_SATURATION + 1) / (count + _SATURATION * length)
        best = sorted(scores, key=lambda number: (-scores[number], number))
        path, line = besides
        return [
            _piece(each, scores[number])
            for number in best[:_MOST]
            if (each := self._all[number]).path != path or not each.first <= line <= each.last
        ]


@lru_cache(maxsize=20_000)
def _functions(path: str, text: str) -> tuple[Function, ...]:
    """Kept, since the states of a repository share most of their files."""
    document = Document("", text, path=path, language=syntax.language_of(path))
    found = []
    for each, line, _ in chunk(document).definitions:
        if not each.container:
            counted = Counter(_words(f"{each.qualified} {text[each.span.start : each.span.end]}"))
            last = document.lines.line_of(max(each.span.start, each.span.end - 1)) + 1
            found.append(Function(path, line, last, counted, counted.total()))
    return tuple(found)


def _words(text: str) -> list[str]:
    return [part for word in words.identifiers(text) for part in words.parts(word) if len(part) > 1]


def _piece(each: Function, score: float) -> Piece:
    return Piece(path=each.path, start_line=each.first, end_line=each.last, text="", reason="", score=score)
