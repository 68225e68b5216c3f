"""A change as retrieval sees it: the definitions that it touches, and the names that they use."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.text import Document
from reread.rag.chunk import Chunk, FileChunks, chunk
from reread.rag.symbols import CALL, IMPORT, INHERITANCE

_ORDINARY = frozenset({"__init__", "constructor", "main", "init", "new", "initialize"})
"""Names of definitions that are not called by them: who calls the class is meant."""


class Change(NamedTuple):
    """`path` is relative. `names` are the touched definitions without, `qualified` with their containers.

    `chunks` are the touched ones of `file`, by number; `uses` the names that these call or inherit from, `imports` all
    names that the file imports.
    """

    path: str
    document: Document
    file: FileChunks
    chunks: frozenset[int]
    names: tuple[str, ...]
    qualified: frozenset[str]
    uses: tuple[str, ...]
    imports: frozenset[str]

    @property
    def text(self) -> str:
        """The touched definitions."""
        return "\n".join(self.file.chunks[number].text for number in sorted(self.chunks))

    def chunk_of(self, number: int) -> Chunk:
        return self.file.chunks[number]


def describe(document: Document, path: str, start: int, end: int) -> Change:
    """What a change of `text[start:end]` (code points) touches."""
    file = chunk(document)
    touched = frozenset(
        number
        for number, part in enumerate(file.chunks)
        if part.span.start < max(end, start + 1) and start < part.span.end
    )
    names: dict[str, None] = {}
    qualified = set()
    for definition, _, number in file.definitions:
        if number in touched and definition.span.start < max(end, start + 1) and start < definition.span.end:
            owner = definition.qualified.rpartition(".")[0].rpartition(".")[2]
            names[owner if definition.name in _ORDINARY and owner else definition.name] = None
            qualified.add(definition.qualified)
    own = set(names)
    uses = dict.fromkeys(
        reference.name
        for reference, _, number in file.references
        if number in touched and reference.kind in (CALL, INHERITANCE) and reference.name not in own
    )
    imports = frozenset(reference.name for reference, _, _ in file.references if reference.kind == IMPORT)
    return Change(path, document, file, touched, tuple(names), frozenset(qualified), tuple(uses), imports)
