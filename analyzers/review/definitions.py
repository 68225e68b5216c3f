"""The definitions of a document as a reviewer sees them: by lines, with their qualified names and what they mean."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reread.analyzers.languages.table import Language
from reread.analyzers.syntax import Node, SyntaxTree, parse
from reread.analyzers.text import Document


class Definition(NamedTuple):
    """A definition on lines `first:end`, decorators and the like included.

    `ordinal` tells definitions of the same name apart. `meaning` is equal for definitions that differ only in
    comments, white space, quotes around strings, trailing commas and final semicolons.
    """

    name: str
    ordinal: int
    first: int
    end: int
    meaning: str


class Definitions:
    """All definitions of one document. `leaves` hold no other definition that could be reviewed alone.

    `imports` are the lines of import statements; `words` maps lines to what stands on them besides comments.
    """

    __slots__ = ("_by_name", "containers", "imports", "leaves", "meanings", "words")

    def __init__(
        self,
        leaves: list[Definition],
        containers: list[Definition],
        imports: frozenset[int],
        words: dict[int, list[str]],
    ) -> None:
        self.leaves = leaves
        self.containers = containers
        self.imports = imports
        self.words = words
        self.meanings = frozenset(entry.meaning for entry in leaves)
        self._by_name = {(entry.name, entry.ordinal): entry for entry in leaves}

    def same(self, other: Definition) -> Definition | None:
        """The definition of the same name here, or None."""
        return self._by_name.get((other.name, other.ordinal))

    def gaps(self, line_count: int) -> Iterator[tuple[tuple[int, int], str]]:
        """The ranges of lines that are in no leaf, each within one container, with that container's name."""
        edges = {0, line_count}
        for entry in (*self.leaves, *self.containers):
            edges |= {entry.first, entry.end}
        ordered = sorted(edge for edge in edges if edge <= line_count)
        covered = sorted((entry.first, entry.end) for entry in self.leaves)
        for first, end in pairwise(ordered):
            if not any(start <= first < stop for start, stop in covered):
                around = [entry for entry in self.containers if entry.first <= first < entry.end]
                yield (first, end), around[-1].name if around else ""


def definitions(document: Document) -> Definitions:
    """The definitions of a document; none, and words as white space parts them, when its language has no parser."""
    tree = parse(document)
    if tree is None:
        lines = document.lines
        spans = enumerate(lines.line_span(line) for line in range(lines.count))
        split = ((line, document.text[start:end].split()) for line, (start, end) in spans)
        return Definitions([], [], frozenset(), {line: words for line, words in split if words})
    finder = _Finder(tree)
    finder.run()
    return Definitions(finder.leaves, finder.containers, frozenset(finder.imports), _words(finder))


_DEEPEST = 5
"""Levels of other syntax around a definition. What is deeper (a constant in a callback) belongs to its surroundings."""

_SHORTEST_LINES = 2
"""Definitions with fewer lines are no units of their own: they are judged with the lines around them."""


class _Finder:
    """Walks a tree down to its reviewable definitions, without recursion."""

    def __init__(self, tree: SyntaxTree) -> None:
        self.tree = tree
        self.leaves: list[Definition] = []
        self.containers: list[Definition] = []
        self.imports: set[int] = set()
        self._ordinals: dict[str, int] = {}
        self._last_line = -1

    def run(self) -> None:
        table = self.tree.language
        stack: list[tuple[Node, str, Node, int]] = [(self.tree.root, "", self.tree.root, 0)]
        while stack:
            node, prefix, outermost, depth = stack.pop()
            if node.type in table.imports:
                self.imports.update(self.lines_of(node))
            elif node.type in table.definitions:
                name = self._qualified(node, prefix)
                inner = node.type in table.containers and _has_definition(node, table)
                self._add(name, outermost if outermost.type in table.wrappers else node, is_container=inner)
                if inner:
                    stack.extend((child, name, child, 0) for child in reversed(node.children))
            elif node.type in table.wrappers:
                stack.extend((child, prefix, outermost, depth) for child in reversed(node.children))
            elif depth < _DEEPEST:
                stack.extend((child, prefix, child, depth + 1) for child in reversed(node.children))

    def lines_of(self, node: Node) -> range:
        lines = self.tree.document.lines
        span = lines.span_of_bytes(node.start_byte, node.end_byte)
        return range(lines.line_of(span.start), lines.line_of(max(span.start, span.end - 1)) + 1)

    def _qualified(self, node: Node, prefix: str) -> str:
        name = node.child_by_field_name(self.tree.language.name_field)
        own = self.tree.text(name) if name is not None else node.type
        return f"{prefix}.{own}" if prefix else own

    def _add(self, name: str, node: Node, *, is_container: bool) -> None:
        lines = self.lines_of(node)
        if not is_container and (lines.start <= self._last_line or len(lines) < _SHORTEST_LINES):
            return
        ordinal = self._ordinals[name] = self._ordinals.get(name, -1) + 1
        meaning = "" if is_container else meaning_of(node, self.tree)
        entry = Definition(name, ordinal, lines.start, lines.stop, meaning)
        (self.containers if is_container else self.leaves).append(entry)
        if not is_container:
            self._last_line = lines.stop - 1


def _has_definition(node: Node, table: Language) -> bool:
    stack = list(node.children)
    while stack:
        current = stack.pop()
        if current.type in table.definitions:
            return True
        stack.extend(current.children)
    return False


def meaning_of(node: Node, tree: SyntaxTree) -> str:
    """A hash of the structure and the words below a node, without what only formats them."""
    digest = hashlib.sha256()
    stack: list[Node | None] = [node]
    while stack:
        current = stack.pop()
        if current is None:
            digest.update(b")")
            continue
        if current.type in tree.language.comments:
            continue
        children = current.children
        if not children:
            text = tree.document.data[current.start_byte : current.end_byte]
            digest.update(b'"' if text == b"'" else text)
            digest.update(b"\0")
            continue
        digest.update(current.type.encode() + b"(")
        stack.append(None)
        kept = [child for child in children if child.type not in tree.language.comments]
        stack.extend(child for place, child in reversed(list(enumerate(kept))) if not _formats(kept, place))
    return digest.hexdigest()


def _formats(children: list[Node], place: int) -> bool:
    """True for a comma before the closing bracket and for a semicolon that ends a statement."""
    kind = children[place].type
    if kind == ",":
        return 0 < place == len(children) - 2 and children[place - 1].is_named and not children[place + 1].is_named
    return kind == ";" and place == len(children) - 1 and place > 0


def _words(finder: _Finder) -> dict[int, list[str]]:
    words: dict[int, list[str]] = {}
    stack = [finder.tree.root]
    while stack:
        node = stack.pop()
        if node.type in finder.tree.language.comments:
            continue
        stack.extend(reversed(node.children))
        if node.child_count == 0 and node.end_byte > node.start_byte:
            text = finder.tree.text(node)
            for line in finder.lines_of(node):
                words.setdefault(line, []).append('"' if text == "'" else text)
    return words
