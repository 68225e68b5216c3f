"""A change for retrieval: the definitions that it touches, and the names that they use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reread.analyzers.roles import is_test
from reread.analyzers.text import Document, LineIndex, Span
from reread.rag.imports import ModulePlace
from reread.rag.retrieval.usage import Candidate, Names, Usage
from reread.rag.source.chunk import Chunk, FileChunks, chunk
from reread.rag.source.symbols import CALL, INHERITANCE, Definition, Reference

_ORDINARY = frozenset({"__init__", "__new__", "constructor", "initialize"})
"""Names of definitions that are not called by them: who calls the class is meant."""


class Change(NamedTuple):
    """`path` is relative. `touched` are the definitions that the change is in, the innermost only, each with its line.

    `chunks` are the touched ones of `file`, by number; `usages` is what the touched definitions call or inherit from.
    `changed` are the parts of the text that changed, as far as that is known better than by definition; `newly` those
    of the usages that are in them.
    """

    path: str
    document: Document
    file: FileChunks
    chunks: frozenset[int]
    touched: tuple[tuple[Definition, int], ...]
    usages: tuple[Usage, ...]
    changed: tuple[Span, ...] = ()
    newly: frozenset[Usage] = frozenset()

    @property
    def text(self) -> str:
        """The touched definitions, or the touched chunks where there are none."""
        spans = [definition.span for definition, _ in self.touched] or [
            self.file.chunks[number].span for number in sorted(self.chunks)
        ]
        return "\n".join(self.document.text[span.start : span.end] for span in spans)

    @property
    def changed_text(self) -> str:
        """The lines that changed; "" where all that is touched did."""
        lines = self.document.lines
        spans = [self.document.text[_start_of_line(lines, span.start) : span.end] for span in self.changed]
        found = "\n".join(spans)
        return found if len(found) < len(self.text) else ""

    @property
    def qualified(self) -> frozenset[str]:
        return frozenset(definition.qualified for definition, _ in self.touched)

    @property
    def names(self) -> Names:
        """The file as one that uses names of others."""
        return Names(ModulePlace(self.path, self.file.namespace), self.document.language, self.file.imports)

    def targets(self) -> list[Candidate]:
        """The definitions that other code would use of the change: for a constructor, its class."""
        found = {}
        for definition, line in self.touched:
            qualified = definition.qualified
            if definition.name in _ORDINARY and "." in qualified:
                qualified = qualified.rpartition(".")[0]
            found[qualified] = Candidate(
                qualified.rpartition(".")[2],
                qualified,
                definition.kind,
                definition.signature,
                line,
                -1,
                ModulePlace(self.path, self.file.namespace),
                self.document.language,
                is_test(self.path),
            )
        return list(found.values())

    def chunk_of(self, number: int) -> Chunk:
        return self.file.chunks[number]


def describe(document: Document, path: str, start: int, end: int, changed: Sequence[Span] = ()) -> Change:
    """The parts that a change of `text[start:end]` (code points) touches; `changed` are the parts of it that did
    change.
    """
    file = chunk(document)
    end = max(end, start + 1)
    chunks = frozenset(
        number for number, part in enumerate(file.chunks) if part.span.start < end and start < part.span.end
    )
    over = [
        (definition, line)
        for definition, line, _ in file.definitions
        if definition.span.start < end and start < definition.span.end
    ]
    touched = tuple(each for each in over if not _inside(each[0], [other for other, _ in over], start, end))
    scopes = {definition.qualified for definition, _ in touched}
    own = {definition.name for definition, _ in touched}
    used = [
        (_usage(reference), line)
        for reference, line, number in file.references
        if reference.kind in (CALL, INHERITANCE)
        and (_within(reference.scope, scopes) if scopes else number in chunks)
        and (reference.name not in own or reference.qualifier)
    ]
    usages = tuple(dict.fromkeys(usage for usage, _ in used))
    newly = frozenset(usage for usage, line in used if any(line in lines for lines in _lines(document, changed)))
    return Change(path, document, file, chunks, touched, usages, tuple(changed), newly)


def _usage(reference: Reference) -> Usage:
    kind = reference.type if reference.kind == CALL else ""
    return Usage(reference.name, reference.qualifier, reference.scope, kind)


def _lines(document: Document, spans: Sequence[Span]) -> list[range]:
    """The lines, from 1, that spans are on."""
    line_of = document.lines.line_of
    return [range(line_of(span.start) + 1, line_of(max(span.start, span.end - 1)) + 2) for span in spans]


def _start_of_line(lines: LineIndex, offset: int) -> int:
    return lines.starts[lines.line_of(offset)]


def _inside(definition: Definition, others: list[Definition], start: int, end: int) -> bool:
    """Whether all of the change is within one member of a container, so that the container itself has not changed."""
    return definition.container and any(
        other.span.start <= start and end <= other.span.end and other.span.end - other.span.start < _size(definition)
        for other in others
        if other is not definition
    )


def _size(definition: Definition) -> int:
    return definition.span.end - definition.span.start


def _within(scope: str, scopes: set[str]) -> bool:
    while scope and scope not in scopes:
        scope = scope.rpartition(".")[0]
    return bool(scope)
