"""Reads the paths that a statement imports: one, those of a list, those of lists in lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.constants.string_content import content
from reread.analyzers.languages.import_kinds import ImportWriting
from reread.analyzers.syntax import Node


class PathPart(NamedTuple):
    """A name between two bytes of the file."""

    start: int
    end: int
    text: bytes


class ImportPath(NamedTuple):
    """A path that a statement imports.

    `alias` is the other name that the file has for it. `all_names` where it stands for all names in it. `source` is the
    string that holds it, where it is one.
    """

    parts: tuple[PathPart, ...]
    alias: PathPart | None = None
    all_names: bool = False
    source: Node | None = None


def import_paths(node: Node, data: bytes, writing: ImportWriting) -> tuple[ImportPath, ...]:
    """All paths of a statement, in the order in which it has them."""
    reader = _Reader(data, writing)
    for token in _tokens(node, writing):
        if token.type in writing.ending:
            break
        reader.read(token)
    reader.end()
    return tuple(reader.found)


def import_marks(node: Node, data: bytes, writing: ImportWriting) -> frozenset[bytes]:
    """The texts of what tells this import from others of the same path."""
    marks = (child for child in node.children if child.type in writing.marks)
    return frozenset(data[each.start_byte : each.end_byte] for each in marks)


def _tokens(node: Node, writing: ImportWriting) -> Iterator[Node]:
    """The tokens of a statement; a string is one."""
    apart = writing.skipped | writing.marks
    stack = [node]
    while stack:
        current = stack.pop()
        if current.is_extra or current.type in apart:
            continue
        if current.child_count and current.type not in writing.sources:
            stack.extend(reversed(current.children))
        else:
            yield current


class _Reader:
    """Takes one token after the other. `prefixes` are the paths before the lists that it is in."""

    def __init__(self, data: bytes, writing: ImportWriting) -> None:
        self.found: list[ImportPath] = []
        self._data = data
        self._writing = writing
        self._prefixes: list[tuple[PathPart, ...]] = [()]
        self._path = ImportPath(())
        self._has_begun = False
        self._is_renamed = False

    def read(self, token: Node) -> None:
        writing, kind = self._writing, token.type
        if kind in writing.opening:
            self._prefixes.append(self._path.parts)
            self._begin()
        elif kind in writing.closing:
            self.end()
            if len(self._prefixes) > 1:
                self._prefixes.pop()
            self._begin()
        elif kind == ",":
            self.end()
        elif kind in writing.renaming:
            self._is_renamed = True
        elif kind == "=":
            self._rename_by_parts()
        elif kind in writing.sources:
            self._rename_by_parts()
            self._read_source(token)
        else:
            self._read_name(token)

    def end(self) -> None:
        """Ends a path; the next one begins with the path before the innermost list."""
        if self._has_begun and self._path.parts:
            is_bare = self._writing.bare_is_all and self._path.alias is None and not self._prefixes[-1]
            self.found.append(self._path._replace(all_names=self._path.all_names or is_bare))
        self._begin()

    def _begin(self) -> None:
        self._path = ImportPath(self._prefixes[-1])
        self._has_begun = self._is_renamed = False

    def _read_name(self, token: Node) -> None:
        text = self._data[token.start_byte : token.end_byte]
        part = PathPart(token.start_byte, token.end_byte, text)
        if self._is_renamed:
            self._path = self._path._replace(alias=part)
            self._is_renamed = False
        elif text in self._writing.wildcards:
            self._path = self._path._replace(all_names=True)
            self._has_begun = True
        elif token.is_named:
            # Within a list the path before it has a name of its own.
            is_whole = text == self._writing.whole and self._prefixes[-1]
            self._path = self._path._replace(parts=self._path.parts if is_whole else (*self._path.parts, part))
            self._has_begun = True

    def _rename_by_parts(self) -> None:
        """What was read is another name for what follows."""
        if self._path.parts:
            self._path = self._path._replace(parts=(), alias=self._path.parts[-1])

    def _read_source(self, token: Node) -> None:
        start, _, text = content(token, self._data)
        parts: list[PathPart] = []
        for each in text.split(self._writing.separator):
            parts.append(PathPart(start, start + len(each), each))
            start += len(each) + len(self._writing.separator)
        self._path = self._path._replace(parts=tuple(parts), source=token)
        self._has_begun = True
