"""A source tree as the tasks see it: its files, the definitions in them, and an index of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.roles import is_test
from reread.analyzers.text import Document
from reread.rag.retrieval.retrieve import Retriever
from reread.rag.source import walk
from reread.rag.source.chunk import FileChunks, chunk
from reread.rag.source.symbols import Definition
from reread.rag.workspace_index import WorkspaceIndex
from reread.server.verification.copies import Copy


class Defined(NamedTuple):
    """A definition; `line` (from 1) is that of its head, `end` its last, `first` and `last` those of its chunk."""

    path: str
    found: Definition
    line: int
    end: int
    first: int
    last: int


class SourceTree(NamedTuple):
    """The files of a folder, by relative path with `/`, cut up; and all their definitions."""

    folder: Path
    documents: dict[str, Document]
    chunks: dict[str, FileChunks]
    definitions: tuple[Defined, ...]

    def text(self, each: Defined) -> str:
        """The code of a definition with its comment."""
        return self.documents[each.path].text[each.found.span.start : each.found.span.end]


def read(folder: Path) -> SourceTree:
    """The files of code below a folder."""
    documents: dict[str, Document] = {}
    chunks: dict[str, FileChunks] = {}
    definitions: list[Defined] = []
    for file in walk.walk(str(folder), max_file_size=500_000).files:
        document, content = read_file(folder, file.path)
        if document is None or content is None:
            continue
        documents[file.path] = document
        chunks[file.path] = content
        for found, line, number in content.definitions:
            part = content.chunks[number]
            end = document.lines.line_of(max(found.span.start, found.span.end - 1)) + 1
            definitions.append(Defined(file.path, found, line, end, part.first_line, part.last_line))
    return SourceTree(folder, documents, chunks, tuple(definitions))


def read_file(folder: Path, name: str) -> tuple[Document | None, FileChunks | None]:
    """A file of code, cut up; (None, None) for what is none."""
    language = syntax.language_of(name)
    text = walk.read_text(str(folder), name) if language else None
    if not text:
        return None, None
    document = Document("", text, path=str(folder / name), language=language)
    return document, chunk(document)


def in_code(tree: SourceTree) -> list[Defined]:
    """The definitions that are not tests, and not classes, whose text is that of their methods."""
    return [each for each in tree.definitions if not is_test(each.path) and not each.found.container]


@contextmanager
def retriever(folder: Path) -> Iterator[Retriever]:
    """What answers about a folder, with its index up to date."""
    index = WorkspaceIndex(str(folder))
    try:
        index.run()
        yield index.retriever
    finally:
        index.close()


@contextmanager
def without_comments(tree: SourceTree, chosen: list[Defined]) -> Iterator[Path]:
    """A copy of the tree in which the doc comments of some definitions are blank lines. Raises CopyError."""
    copy = Copy(str(tree.folder), ())
    try:
        copy.write(dict(_bare(tree, chosen)))
        yield Path(copy.folder)
    finally:
        copy.remove()


def _bare(tree: SourceTree, chosen: list[Defined]) -> Iterator[tuple[str, str]]:
    """The texts of files without the comments of some definitions, by path."""
    by_path: dict[str, list[Defined]] = {}
    for each in chosen:
        by_path.setdefault(each.path, []).append(each)
    for path, some in by_path.items():
        text = tree.documents[path].text
        for each in sorted(some, key=lambda each: -each.found.span.start):
            start, end = each.found.span
            doc = each.found.doc
            text = text[:start] + text[start:end].replace(doc, "\n" * doc.count("\n"), 1) + text[end:]
        yield path, text


def prose(doc: str) -> str:
    """The first paragraph of a doc comment, without the marks of the comment."""
    lines = [re.sub(r"^\s*(?:/\*+!?|\*+/|\*|//+!?|#+|--)\s?|\*/\s*$", "", line).strip() for line in doc.split("\n")]
    text = "\n".join(lines).strip()
    return " ".join(text.split("\n\n")[0].split())[:400]
