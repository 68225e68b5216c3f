"""Detects moved code: code that a change removes from one file and adds to another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reread.analyzers.review.change.definitions import Definitions, definitions
from reread.analyzers.review.change.linediff import differences
from reread.analyzers.text import Document


class Departed(NamedTuple):
    """Code that is no longer where it was: definitions by qualified name and meaning, and paragraphs outside
    definitions by their words.
    """

    definitions: frozenset[tuple[str, str]] = frozenset()
    paragraphs: frozenset[tuple[str, ...]] = frozenset()


STAYED = Departed()


def departed(files: Iterable[tuple[Document, str]]) -> Departed:
    """The code that left the files, each given as it is now with its text before; a deleted file is "" now."""
    entries: set[tuple[str, str]] = set()
    texts: set[tuple[str, ...]] = set()
    for document, before in files:
        base = Document(document.uri, before, path=document.path, language=document.language)
        old, new = definitions(base), definitions(document)
        entries |= _named(old) - _named(new)
        removed = [range(change.old_first, change.old_end) for change in differences(base, document)]
        outside = [range(*gap) for gap, _ in old.gaps()]
        for one in removed:
            for other in outside:
                texts |= set(paragraphs(base, old, range(max(one.start, other.start), min(one.stop, other.stop))))
    return Departed(frozenset(entries), frozenset(texts))


def paragraphs(document: Document, found: Definitions, lines: Iterable[int]) -> list[tuple[str, ...]]:
    """The words of some lines, cut where blank lines and imports are; comments do not count."""
    parts: list[list[int]] = [[]]
    for line in lines:
        blank = not document.text[slice(*document.lines.line_span(line))].strip()
        if blank or line in found.imports or (parts[-1] and line != parts[-1][-1] + 1):
            parts.append([])
        if not blank and line not in found.imports:
            parts[-1].append(line)
    words = (tuple(found.words(part)) for part in parts if part)
    return [entry for entry in words if entry]


def _named(found: Definitions) -> set[tuple[str, str]]:
    return {(entry.name, found.meaning(entry)) for entry in found.leaves}
