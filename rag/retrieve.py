"""What a good reviewer would open: found by symbols, keywords, vectors and place, fused into one ranking."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from reread.analyzers import syntax
from reread.analyzers.text import Document
from reread.rag import lookups, walk
from reread.rag.catalogue import Catalogue, StoredChunk
from reread.rag.change import Change, describe
from reread.rag.chunk import Chunk
from reread.rag.damage import DamagedStoreError
from reread.rag.directory import IndexDirectory
from reread.rag.embed import Embedder, embedded_text
from reread.rag.fuse import Ranking, cut, fuse
from reread.rag.guidance import guidance
from reread.rag.results import Piece
from reread.rag.symbols import CALL, INHERITANCE

_EACH = 20
"""Pieces that one source may propose."""
_UNLIKE = 0.2
"""The cosine up to which two texts have nothing in common but what all code has."""


class Retriever:
    """Answers from whatever is indexed by now, in any process; vectors only in the one that has the store open.

    Safe to use from several threads.
    """

    def __init__(self, directory: IndexDirectory, embedder: Embedder) -> None:
        self._directory = directory
        self._embedder = embedder

    def context(
        self, path: str, text: str, start: int, end: int, limit_tokens: int = 2_000, language: str = ""
    ) -> list[Piece]:
        """What to read before judging a change of `text[start:end]` (code points) in the file `path` (absolute).

        Best first, guidance of the team before all else, at most about `limit_tokens` in all.
        """
        folder = self._directory.folder
        relative = walk.relative(folder, path) or os.path.basename(path)
        language = language or syntax.language_of(relative)
        change = describe(Document("", text, path=path, language=language), relative, start, end)
        rankings = list(_same_file(change))
        catalogue = self._directory.reader()
        if catalogue is not None:
            with closing(catalogue):
                try:
                    rankings += self._elsewhere(catalogue, change)
                except sqlite3.DatabaseError as error:
                    self._directory.catalogue_damage = str(error)
        pieces = [piece for piece in fuse(rankings) if not _is_changed(piece, change)]
        return cut([*guidance(folder, relative), *pieces], limit_tokens)

    def search(self, text: str, limit: int = 20) -> list[Piece]:
        """Pieces that define, mention or resemble the words of a person, best first."""
        catalogue = self._directory.reader()
        if catalogue is None:
            return []
        with closing(catalogue):
            try:
                named = lookups.definitions(catalogue, text.split(), "", frozenset(), "")
                exact = lookups.keywords(catalogue, text, _EACH + limit, every=True)
                some = lookups.keywords(catalogue, text, _EACH + limit)
                rankings = [
                    Ranking(1.5, _pieces(catalogue, named[: _EACH + limit], "defines it")),
                    Ranking(1.0, _pieces(catalogue, exact, "has these words")),
                    Ranking(0.5, _pieces(catalogue, some, "has some of these words")),
                    Ranking(0.8, self._similar(catalogue, text, _EACH + limit, "is like these words")),
                ]
            except sqlite3.DatabaseError as error:
                self._directory.catalogue_damage = str(error)
                return []
        return fuse(rankings)[:limit]

    def _elsewhere(self, catalogue: Catalogue, change: Change) -> Iterator[Ranking]:
        """What other files have to say about the change."""
        names, path, language = change.names, change.path, change.document.language
        called = lookups.definitions(catalogue, change.uses, path, change.imports, language)
        callers = lookups.users(catalogue, names, path, CALL, tests=False, language=language)
        heirs = lookups.users(catalogue, names, path, INHERITANCE, language=language)
        tests = lookups.users(catalogue, names, path, CALL, tests=True, language=language)
        named_tests = lookups.tests_by_name(catalogue, path)
        alike = lookups.keywords(catalogue, change.text, 2 * _EACH)
        label = f"{path} {' '.join(sorted(change.qualified))}"
        question = embedded_text(path, " ".join(names), change.text) if names else f"{label}\n{change.text}"
        yield Ranking(1.0, _pieces(catalogue, called, "called by the change"))
        yield Ranking(1.0, _pieces(catalogue, callers, "calls the change"))
        yield Ranking(0.9, _pieces(catalogue, heirs, "inherits from the change"))
        yield Ranking(0.9, _pieces(catalogue, tests, "tests the change"))
        yield Ranking(0.4, _pieces(catalogue, _closest(catalogue, named_tests, names), "tests this file"))
        yield Ranking(0.5, _pieces(catalogue, alike, "shares words with the change"))
        yield Ranking(0.6, self._similar(catalogue, question, 2 * _EACH, "looks like the change"))

    def _similar(self, catalogue: Catalogue, text: str, count: int, reason: str) -> list[Piece]:
        store = self._directory.store
        if store is None:
            return []
        try:
            found = store.query(self._embedder.embed([text]), count)
        except DamagedStoreError as error:
            self._directory.store_damage = str(error)
            return []
        found = [neighbour for neighbour in found if neighbour.similarity > _UNLIKE]
        by_key = catalogue.chunks_of_vectors([neighbour.key for neighbour in found])
        numbers = [by_key[neighbour.key] for neighbour in found if neighbour.key in by_key]
        return _pieces(catalogue, numbers, reason)


def _same_file(change: Change) -> Iterator[Ranking]:
    """From the text as it is now, which may not be saved: what the change calls, what calls it, what is around it."""
    file = change.file
    names, uses = set(change.names), set(change.uses)
    called = dict.fromkeys(number for found, _, number in file.definitions if found.name in uses)
    calls = (each for each in file.references if each[0].kind == CALL)
    callers = dict.fromkeys(number for found, _, number in calls if found.name in names)
    containers = {name.rpartition(".")[0] for name in change.qualified} - {""}
    around = dict.fromkeys(number for found, _, number in file.definitions if found.qualified in containers)
    siblings = [
        number
        for number, part in enumerate(file.chunks)
        if part.name.rpartition(".")[0] in containers and part.name not in containers
    ]
    middle = min(change.chunks, default=0)
    siblings.sort(key=lambda number: (abs(number - middle), number))
    yield Ranking(1.0, _own(change, called, "called by the change"))
    yield Ranking(1.0, _own(change, callers, "calls the change"))
    yield Ranking(0.9, _own(change, around, "around the change"))
    yield Ranking(0.4, _own(change, siblings, "beside the change"))


def _own(change: Change, numbers: Iterable[int], reason: str) -> list[Piece]:
    return [
        _piece_of_chunk(change, change.chunk_of(number), reason) for number in numbers if number not in change.chunks
    ][:_EACH]


def _piece_of_chunk(change: Change, chunk: Chunk, reason: str) -> Piece:
    return Piece(
        path=change.path,
        start_line=chunk.first_line,
        end_line=chunk.last_line,
        text=chunk.text,
        reason=reason,
        name=chunk.name,
        kind=chunk.kind,
        language=change.document.language,
    )


def _pieces(catalogue: Catalogue, numbers: Sequence[int], reason: str) -> list[Piece]:
    wanted = list(numbers[: 2 * _EACH])
    found = catalogue.chunks(wanted)
    return [_piece(found[number], reason) for number in wanted if number in found]


def _piece(chunk: StoredChunk, reason: str) -> Piece:
    return Piece(
        path=chunk.path,
        start_line=chunk.first_line,
        end_line=chunk.last_line,
        text=chunk.text,
        reason=reason,
        name=chunk.name,
        kind=chunk.kind,
        language=chunk.language,
    )


def _closest(catalogue: Catalogue, numbers: Sequence[int], names: Sequence[str]) -> list[int]:
    """Those chunks first that mention one of the names."""
    found = catalogue.chunks(numbers[:200])
    return sorted(found, key=lambda number: (not any(name in found[number].text for name in names), number))


def _is_changed(piece: Piece, change: Change) -> bool:
    """Whether a piece is the change itself, or an older text of its file: the reviewer has the newer one."""
    if piece.path != change.path:
        return False
    return piece.text not in change.document.text or any(
        part.first_line <= piece.end_line and piece.start_line <= part.last_line
        for part in (change.chunk_of(number) for number in change.chunks)
    )
