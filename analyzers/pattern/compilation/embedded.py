"""Patterns of code that stands inside of another language: the commands of a Dockerfile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.matching.nodes import statements
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.commands import Embedded, EmbeddedPiece
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError
from reread.analyzers.pattern.patterns.pattern import Ellipsis, ManyMetavariable, Pattern
from reread.analyzers.pattern.patterns.strings import StringText
from reread.analyzers.syntax import Node, SyntaxTree, language, parse
from reread.analyzers.text import Document

if TYPE_CHECKING:
    from reread.analyzers.pattern.source import Options


class BuildsPatterns(Protocol):
    """What builds the patterns of one tree."""

    tree: SyntaxTree
    matching: Matching
    strings: frozenset[str]
    options: Options

    def build(self, node: Node, depth: int) -> Pattern: ...
    def branch(self, node: Node, depth: int, subset: bool) -> Pattern: ...
    def special(self, node: Node, text: str) -> Pattern | None: ...
    def stripped(self, node: Node) -> Node: ...
    def option(self, name: str) -> bool: ...


def embedded(outer: BuildsPatterns, make: Callable[..., BuildsPatterns], node: Node, depth: int) -> Pattern:
    """The pattern of code in another language; `...` and `$...X` alone also stand for what is not code."""
    text = outer.tree.text(node).strip()
    special = outer.special(node, text)
    if isinstance(special, (Ellipsis, ManyMetavariable)):
        return special
    name = outer.matching.shell.embedded[node.type]
    table = language(name)
    for spelling in outer.matching.reading.ellipses:
        text = text.replace(spelling.format(metavariable_encoding.ELLIPSIS_NAME), metavariable_encoding.ELLIPSIS_NAME)
    tree = parse(Document("pattern:", text, language=name))
    if table is None or table.matching is None or tree is None or tree.has_errors:
        raise PatternError(f"the pattern does not parse as {name}")
    builder = make(tree, table.matching, table.strings, outer.options)
    nodes = statements(tree.root, table.matching)
    items = tuple(builder.build(each, 0) for each in nodes)
    kinds = frozenset({node.type})
    if depth and len(items) == 1 and builder.stripped(nodes[0]) != nodes[0]:
        items = (builder.branch(nodes[0], 1, subset=False),)  # A command of that one word.
    if depth or len(items) != 1:
        return Embedded(kinds, items, deeper=bool(outer.option("implicit_deep_exprstmt")))
    word = items[0].text if isinstance(items[0], StringText) else b""
    return EmbeddedPiece(
        kinds, items[0], word, outer.matching.texts.leaves | outer.strings | table.matching.texts.words
    )
