"""What a good reviewer would open: found by symbols, keywords, vectors and place, fused into one ranking."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing

from reread.analyzers import syntax
from reread.analyzers.roles import is_test
from reread.analyzers.text import Document
from reread.rag import gather, keywords, lookups, walk
from reread.rag.catalogue import Catalogue
from reread.rag.change import Change, describe
from reread.rag.chunk import WINDOW
from reread.rag.damage import DamagedStoreError
from reread.rag.directory import IndexDirectory
from reread.rag.embed import Embedder, EmbeddingError, Vectors, embedded_text
from reread.rag.fuse import ALL_SOURCES, KEYWORDS, SYMBOLS, VECTORS, Found, Rankings, cut, fuse, relevant, sources_of
from reread.rag.gather import EACH, Gathered
from reread.rag.guidance import guidance
from reread.rag.resolve import Resolver
from reread.rag.results import Piece

_UNLIKE = 0.2
"""The cosine up to which two texts have nothing in common but what all code has."""
_IRRELEVANT = 0.15
"""The share of a change's telling words below which a piece that only words or vectors propose has little to say."""
_AGAIN = 4
"""How many times as many vectors are asked for where too few of the nearest are in use."""
_TEST = 0.7
"""What a test counts for beside code, when somebody describes what to find."""

_IMPORT_LINE = re.compile(r"\s*(?:import|from|using|use|require|#include|package|namespace|export \*|[\"'.\w/]+,?$)")


class Retriever:
    """Answers from whatever is indexed by now, in any process.

    Safe to use from several threads.
    """

    def __init__(self, directory: IndexDirectory, embedder: Embedder) -> None:
        self._directory = directory
        self._embedder = embedder

    def context(
        self,
        path: str,
        text: str,
        start: int,
        end: int,
        limit_tokens: int = 2_000,
        language: str = "",
        source: str = "all",
    ) -> list[Piece]:
        """What to read before judging a change of `text[start:end]` (code points) in the file `path` (absolute).

        Best first, guidance of the team before all else unless one source is asked for; at most about `limit_tokens`.
        """
        change = self.change(path, text, start, end, language)
        ranked = relevant(fuse(self.rankings(change, sources_of(source))))
        written = guidance(self._directory.folder, change.path) if source == "all" else []
        return cut([*written, *ranked], limit_tokens)

    def change(self, path: str, text: str, start: int, end: int, language: str = "") -> Change:
        """What is touched by a change of `text[start:end]` (code points) in the file `path` (absolute)."""
        relative = walk.relative(self._directory.folder, path) or os.path.basename(path)
        language = language or syntax.language_of(relative)
        return describe(Document("", text, path=path, language=language), relative, start, end)

    def rankings(self, change: Change, sources: frozenset[str] = ALL_SOURCES) -> Rankings:
        """What each kind of evidence has to say about a change, without the change itself."""
        found = self._reading(lambda catalogue: self._about(catalogue, change, sources))
        if found is None:
            found = gather.own_file(change) if SYMBOLS in sources else {}
        # The reviewer has the change itself, and a newer text of its file than the index.
        return {
            name: [each for each in ranked if not _is_changed(each.piece, change)] for name, ranked in found.items()
        }

    def search(self, text: str, limit: int = 20, source: str = "all") -> list[Piece]:
        """Pieces that define, mention or resemble the words of a person, best first."""
        return fuse(self.found(text, EACH + limit, sources_of(source)))[:limit]

    def found(self, text: str, count: int, sources: frozenset[str] = ALL_SOURCES) -> Rankings:
        """What each kind of evidence has to say about the words of a person."""
        return self._reading(lambda catalogue: self._for_words(catalogue, text, count, sources)) or {}

    def _reading(self, ask: Callable[[Catalogue], Gathered]) -> Gathered | None:
        """The answer from the catalogue; None while there is none, and for one that turns out to be damaged."""
        catalogue = self._directory.reader()
        if catalogue is None:
            return None
        with closing(catalogue):
            try:
                return ask(catalogue)
            except sqlite3.DatabaseError as error:
                self._directory.catalogue_damage = str(error)
                return None

    def _about(self, catalogue: Catalogue, change: Change, sources: frozenset[str]) -> Gathered:
        gathered: Gathered = {}
        resolver = Resolver(catalogue)
        if SYMBOLS in sources:
            own = gather.own_file(change, resolver.world)
            other = gather.symbols(catalogue, resolver, change)
            for name in {**own, **other}:
                both = [*own.get(name, ()), *other.get(name, ())]
                gathered[name] = sorted(both, key=lambda found: -found.strength)
        if KEYWORDS in sources or VECTORS in sources:
            telling = keywords.question(catalogue, f"{' '.join(change.qualified)}\n{change.text}")
        if KEYWORDS in sources:
            alike = gather.pieces(catalogue, keywords.chunks(catalogue, telling, 2 * EACH))
            covered = [Found(piece, keywords.coverage(telling, (piece.name, piece.text))) for piece in alike]
            gathered["alike"] = [one for one in covered if one.strength >= _IRRELEVANT and not _only_imports(one.piece)]
        if VECTORS in sources:
            name = " ".join(target.name for target in change.targets())
            near = self._near(catalogue, embedded_text(change.path, name, change.text), 2 * EACH)
            gathered["similar"] = [
                one
                for one in near
                if keywords.coverage(telling, (one.piece.text,)) >= _IRRELEVANT and not _only_imports(one.piece)
            ]
        return gathered

    def _for_words(self, catalogue: Catalogue, text: str, count: int, sources: frozenset[str]) -> Gathered:
        gathered: Gathered = {}
        if SYMBOLS in sources:
            sure = lookups.named(Resolver(catalogue), text)
            best = sorted(sure, key=lambda number: (-sure[number], number))[:count]
            stored = catalogue.chunks(best)
            gathered["defined"] = [
                Found(gather.piece(stored[number]), sure[number]) for number in best if number in stored
            ]
        if KEYWORDS in sources:
            weights = keywords.question(catalogue, text)
            some = gather.pieces(catalogue, keywords.chunks(catalogue, weights, count))
            gathered["some words"] = [
                Found(piece, keywords.coverage(weights, (piece.path, piece.name, piece.text))) for piece in some
            ]
        if VECTORS in sources:
            # On one line, as embedders take a question.
            gathered["meant"] = self._near(catalogue, " ".join(text.split()), count)
        if KEYWORDS in sources:
            known = {each.piece for name in ("some words", "meant") for each in gathered.get(name, ())}
            names = [Found(piece, keywords.coverage(weights, (piece.path, piece.name))) for piece in known]
            gathered["in name"] = sorted(names, key=lambda found: (-found.strength, found.piece.path))
        if "test" in text.lower():
            return gathered
        return {name: [_less_for_tests(one) for one in found] for name, found in gathered.items()}

    def _near(self, catalogue: Catalogue, text: str, count: int) -> list[Found]:
        """The chunks whose vectors are nearest to that of a text."""
        if not text.strip():
            return []
        try:
            near = self._nearest(catalogue, self._embedder.embed([text]), count)
        except DamagedStoreError as error:
            self._directory.store_damage = str(error)
            return []
        except EmbeddingError as error:
            # An embedder behind an address that does not answer: symbols and keywords do.
            self._directory.notes.append(str(error))
            return []
        stored = catalogue.chunks(near)
        return [Found(gather.piece(stored[number]), near[number]) for number in near if number in stored]

    def _nearest(self, catalogue: Catalogue, vector: Vectors, count: int) -> dict[int, float]:
        """The numbers of those chunks, with their cosines. Vectors of other branches' code may be in their way."""
        near: dict[int, float] = {}
        for asked in (count, _AGAIN * count):
            found = self._directory.neighbours(self._embedder.name, vector, asked)
            alike = {key: cosine for key, cosine in found if cosine > _UNLIKE}
            by_key = catalogue.chunks_of_vectors(list(alike))
            near = {by_key[key]: cosine for key, cosine in alike.items() if key in by_key}
            if len(near) >= count or len(alike) < asked:
                break
        return dict(list(near.items())[:count])


def _only_imports(piece: Piece) -> bool:
    """Whether a piece is the head of a file, whose words are those of the code that follows."""
    if piece.kind != WINDOW or not piece.language:
        return False
    lines = [line for line in piece.text.split("\n") if line.strip(" \t\r{}()")]
    return sum(bool(_IMPORT_LINE.match(line)) for line in lines) > len(lines) / 2


def _less_for_tests(found: Found) -> Found:
    return found._replace(strength=found.strength * _TEST) if is_test(found.piece.path) else found


def _is_changed(piece: Piece, change: Change) -> bool:
    if piece.path != change.path:
        return False
    lines = change.document.lines
    changed = [(part.first_line, part.last_line) for part in (change.chunk_of(number) for number in change.chunks)]
    # All parts of a long definition: the reviewer has it whole.
    whole = [each.span for each, _ in change.touched if not each.container]
    changed += [(lines.line_of(span.start) + 1, lines.line_of(max(span.start, span.end - 1)) + 1) for span in whole]
    return piece.text not in change.document.text or any(
        first <= piece.end_line and piece.start_line <= last for first, last in changed
    )
