"""The definitions of a document as a reviewer sees them: lines, qualified names and meaning."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reread.analyzers.languages.table import Language
from reread.analyzers.syntax import Node, SyntaxTree, parse
from reread.analyzers.text import Document


class Definition(NamedTuple):
    """A definition on lines `first:end`, decorators and the like included. `ordinal` tells those of one name apart."""

    name: str
    ordinal: int
    first: int
    end: int


class Definitions:
    """All definitions of one document. `leaves` hold no other definition that could be reviewed alone.

    `imports` are the lines of import statements.
    """

    def __init__(self, document: Document, found: _Finder | None) -> None:
        self.leaves: list[Definition] = found.leaves if found else []
        self.containers: list[Definition] = found.containers if found else []
        self.imports: frozenset[int] = frozenset(found.imports) if found else frozenset()
        self._document = document
        self._found = found
        self._by_name = {(entry.name, entry.ordinal): entry for entry in self.leaves}

    def same(self, other: Definition) -> Definition | None:
        """The definition of the same name here, or None."""
        return self._by_name.get((other.name, other.ordinal))

    def meaning(self, entry: Definition) -> str:
        """Equal for definitions that differ only in comments, white space, quotes, trailing commas and semicolons."""
        assert self._found is not None
        return _meaning(self._found.nodes[entry], self._found.tree)

    def namesakes(self, other: Definition) -> list[Definition]:
        """The definitions here whose own name, without what they are in, is the same."""
        name = other.name.rpartition(".")[2]
        return [entry for entry in self.leaves if entry.name.rpartition(".")[2] == name]

    def gaps(self) -> Iterator[tuple[tuple[int, int], str]]:
        """The ranges of lines that are in no leaf, each within one container, with that container's name."""
        edges = {0, self._document.lines.count}
        for entry in (*self.leaves, *self.containers):
            edges |= {entry.first, entry.end}
        covered = {line for entry in self.leaves for line in range(entry.first, entry.end)}
        for first, end in pairwise(sorted(edges)):
            if first not in covered:
                around = [entry for entry in self.containers if entry.first <= first < entry.end]
                yield (first, end), around[-1].name if around else ""

    def words(self, lines: Sequence[int]) -> list[str]:
        """The words on lines, without comments. Without a parser: the words that white space parts."""
        if self._found is not None:
            return _words(self._found, frozenset(lines))
        texts = (self._document.text[slice(*self._document.lines.line_span(line))] for line in lines)
        return [word for text in texts for word in text.split()]


def definitions(document: Document) -> Definitions:
    """The definitions of a document; none when its language has no parser."""
    tree = parse(document)
    if tree is None:
        return Definitions(document, None)
    finder = _Finder(tree)
    finder.run()
    return Definitions(document, finder)


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
        self.nodes: dict[Definition, Node] = {}
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
        entry = Definition(name, ordinal, lines.start, lines.stop)
        (self.containers if is_container else self.leaves).append(entry)
        if not is_container:
            self._last_line = lines.stop - 1
            self.nodes[entry] = node


def _has_definition(node: Node, table: Language) -> bool:
    stack = list(node.children)
    while stack:
        current = stack.pop()
        if current.type in table.definitions:
            return True
        stack.extend(current.children)
    return False


def _meaning(node: Node, tree: SyntaxTree) -> str:
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


def _words(finder: _Finder, lines: frozenset[int]) -> list[str]:
    words: list[str] = []
    index = finder.tree.document.lines
    first, last = min(lines, default=0), max(lines, default=-1)
    begin = index.byte(index.starts[first])
    end = index.byte(index.line_span(last).end) if last >= 0 else 0
    stack = [finder.tree.root]
    while stack:
        node = stack.pop()
        if node.type in finder.tree.language.comments or node.end_byte <= begin or node.start_byte >= end:
            continue
        stack.extend(reversed(node.children))
        if node.child_count == 0 and not lines.isdisjoint(finder.lines_of(node)):
            text = finder.tree.text(node)
            words.append('"' if text == "'" else text)
    return words
