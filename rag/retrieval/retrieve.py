"""Retrieves the code that a good reviewer would open: by symbols, keywords, vectors and place, fused into a ranking."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from typing import TypeVar

from reread.analyzers import syntax
from reread.analyzers.text import Document, Span
from reread.rag import history
from reread.rag.embed import Embedder, EmbeddingError, Vectors, embedded_text
from reread.rag.index.catalogue import Catalogue
from reread.rag.index.damage import DamagedStoreError
from reread.rag.index.directory import IndexDirectory
from reread.rag.results import NamedPlace, Piece
from reread.rag.retrieval import co_change, evidence, keywords, names
from reread.rag.retrieval.change import Change, describe
from reread.rag.retrieval.evidence import EACH, FoundBySource
from reread.rag.retrieval.query_search import for_words
from reread.rag.retrieval.rank_fusion import (
    ALL_SOURCES,
    HISTORY,
    KEYWORDS,
    SYMBOLS,
    VECTORS,
    Found,
    Rankings,
    cut,
    fuse,
    relevant,
    sources_of,
)
from reread.rag.retrieval.resolve import Resolver
from reread.rag.source import walk
from reread.rag.source.chunk import WINDOW
from reread.rag.source.guidance import guidance

Value = TypeVar("Value")

_UNLIKE = 0.2
"""The cosine up to which two texts have nothing in common but what all code has."""
_IRRELEVANT = 0.15
"""The share of a change's telling words below which a piece that only words or vectors propose has little to say."""
_AGAIN = 4
"""How many times as many vectors are asked for where too few of the nearest are in use."""
_SAME_FILE, _SAME_FOLDER = 1.4, 1.2
"""What a piece that only words or vectors propose counts for there, beside one elsewhere."""

_COMMENT_LINE = re.compile(r"\s*(?:/?\*|//|#(?!include\b))")
_IMPORT_LINE = re.compile(r"\s*(?:import|from|using|use|require|#include|package|namespace|export \*|[\"'.\w/]+,?$)")


class Retriever:
    """Answers from the current state of the index, in any process.

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
        changed: Sequence[Span] = (),
    ) -> list[Piece]:
        """The context to read before judging a change of `text[start:end]` (code points) in the file `path` (absolute).

        `changed` are the parts of it that changed, where that is known; without, all of it. Best first, guidance of
        the team before everything else unless one source is asked for; at most about `limit_tokens`.
        """
        change = self.change(path, text, start, end, language, changed)
        ranked = relevant(fuse(self.rankings(change, sources_of(source))))
        written = guidance(self._directory.folder, change.path) if source == "all" else []
        return cut([*written, *ranked], limit_tokens)

    def change(
        self, path: str, text: str, start: int, end: int, language: str = "", changed: Sequence[Span] = ()
    ) -> Change:
        """The definitions touched by a change of `text[start:end]` (code points) in the file `path` (absolute)."""
        relative = walk.relative(self._directory.folder, path) or os.path.basename(path)
        language = language or syntax.language_of(relative)
        return describe(Document("", text, path=path, language=language), relative, start, end, changed)

    def rankings(self, change: Change, sources: frozenset[str] = ALL_SOURCES) -> Rankings:
        """The evidence of each kind about a change, without the change itself."""
        found = self._reading(lambda catalogue: self._about(catalogue, change, sources))
        if found is None:
            found = evidence.own_file(change) if SYMBOLS in sources else {}
        # The reviewer has the change itself, and a newer text of its file than the index.
        return {
            name: [each for each in ranked if not _is_changed(each.piece, change)] for name, ranked in found.items()
        }

    def search(self, text: str, limit: int = 20, source: str = "all") -> list[Piece]:
        """Pieces that define, mention or resemble the words of a person, best first."""
        return fuse(self.found(text, EACH + limit, sources_of(source)))[:limit]

    def found(self, text: str, count: int, sources: frozenset[str] = ALL_SOURCES) -> Rankings:
        """The evidence of each kind for a person's query."""

        def ask(catalogue: Catalogue) -> FoundBySource:
            return for_words(catalogue, text, count, sources, partial(self._near, catalogue))

        return self._reading(ask) or {}

    def definitions(self, name: str) -> list[NamedPlace]:
        """The definitions of what a person names, such as `parse_money` or `Money.add`."""
        return self._reading(lambda catalogue: names.definitions(catalogue, name)) or []

    def callers(self, name: str) -> list[NamedPlace]:
        """Who calls what a person names, those that are proved first."""
        return self._reading(lambda catalogue: names.callers(catalogue, name)) or []

    def importers(self, name: str) -> list[NamedPlace]:
        """The imports of a file, a module or a name."""
        return self._reading(lambda catalogue: names.importers(catalogue, name)) or []

    def has(self, path: str) -> bool:
        """Whether a file is in the index, by its path in the folder, with `/`."""
        return bool(self._reading(lambda catalogue: catalogue.query("SELECT 1 FROM file WHERE path = ?", (path,))))

    def _reading(self, ask: Callable[[Catalogue], Value]) -> Value | None:
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

    def _about(self, catalogue: Catalogue, change: Change, sources: frozenset[str]) -> FoundBySource:
        gathered: FoundBySource = {}
        resolver = Resolver(catalogue)
        if SYMBOLS in sources:
            own = evidence.own_file(change, resolver.world)
            other = evidence.symbols(catalogue, resolver, change)
            for name in {**own, **other}:
                both = [*own.get(name, ()), *other.get(name, ())]
                gathered[name] = sorted(both, key=lambda found: -found.strength)
        if not sources.isdisjoint({KEYWORDS, VECTORS, HISTORY}):
            telling = keywords.question(catalogue, f"{' '.join(change.qualified)}\n{change.text}")
            changed = keywords.question(catalogue, change.changed_text)
        if KEYWORDS in sources:
            gathered["alike"] = _with_words(catalogue, telling, change)
            gathered["like changed"] = _with_words(catalogue, changed, change)
        if VECTORS in sources:
            name = " ".join(target.name for target in change.targets())
            near = self._near(catalogue, embedded_text(change.path, name, change.text), 2 * EACH)
            some = [one for one in near if keywords.coverage(telling, (one.piece.text,)) >= _IRRELEVANT]
            gathered["similar"] = [_weighed(one, change) for one in some if not _only_imports(one.piece)]
        if HISTORY in sources:
            together = history.of_index(self._directory.path).together(change.path)
            gathered["together"] = co_change.pieces(catalogue, together, changed or telling)
        return gathered

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
        return [Found(evidence.piece(stored[number]), near[number]) for number in near if number in stored]

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


def _with_words(catalogue: Catalogue, weights: keywords.Weights, change: Change) -> list[Found]:
    """The chunks that have most of what these words say."""
    some = evidence.pieces(catalogue, keywords.chunks(catalogue, weights, 2 * EACH))
    covered = [Found(piece, keywords.coverage(weights, (piece.name, piece.text))) for piece in some]
    kept = [one for one in covered if one.strength >= _IRRELEVANT and not _only_imports(one.piece)]
    return [_weighed(one, change) for one in kept]


def _weighed(found: Found, change: Change) -> Found:
    """What only words and vectors propose belongs to a change the likelier the nearer it is."""
    path = found.piece.path
    if path == change.path:
        return found._replace(strength=found.strength * _SAME_FILE)
    same = path.rpartition("/")[0] == change.path.rpartition("/")[0]
    return found._replace(strength=found.strength * _SAME_FOLDER) if same else found


def _only_imports(piece: Piece) -> bool:
    """Whether a piece is the head of a file, whose words are those of the code that follows, or of a licence."""
    if piece.kind != WINDOW or not piece.language:
        return False
    lines = [line for line in piece.text.split("\n") if line.strip(" \t\r{}()") and not _COMMENT_LINE.match(line)]
    return sum(bool(_IMPORT_LINE.match(line)) for line in lines) > len(lines) / 2


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
