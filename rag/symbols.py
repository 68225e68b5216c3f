"""The symbols of one file: what it defines, and which names it calls, imports and inherits from."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.languages.table import Language
from reread.analyzers.syntax import Node, SyntaxTree
from reread.analyzers.text import Span

CALL = "call"
IMPORT = "import"
INHERITANCE = "inheritance"

_LAST_NAME = re.compile(rb"([A-Za-z_$\x80-\xff][\w$\x80-\xff]*)[^\w]*$")
_TYPE_ARGUMENTS = re.compile(rb"<[^<>()]*>$|\[[^\[\]()]*\]$")
_NAME = re.compile(r"[^\W\d][\w$]*")
_CALLEE_FIELDS = ("function", "name", "constructor", "type", "method", "macro")
_IMPORT_WORDS = frozenset("import from as use using require require_once include static type export default".split())

_LONGEST_SIGNATURE = 400
_LONGEST_DOC = 1_500


class Definition(NamedTuple):
    """Something with a name. `span` has its decorators and doc comment; offsets are code points.

    `qualified` has the names of what it is in, with dots. `parent` is the place of its container in the same list, or
    -1. `container` says that it may hold other definitions. `signature` is its text up to its body, on one line.
    """

    name: str
    qualified: str
    kind: str
    span: Span
    head: int
    signature: str
    doc: str
    parent: int
    container: bool


class Reference(NamedTuple):
    """A name that the code at `start` (code points) uses; `kind` is CALL, IMPORT or INHERITANCE."""

    name: str
    kind: str
    start: int


class Symbols(NamedTuple):
    """Definitions in order of their start, containers first; definitions local to a function are not among them."""

    definitions: tuple[Definition, ...]
    references: tuple[Reference, ...]


def symbols(tree: SyntaxTree) -> Symbols:
    """The symbols of a parsed file. Code with errors gives those that could be made out."""
    found = syntax.captures(_query(tree.language.name), tree.root)
    definitions = _definitions(tree, found.get("definition", []))
    references = [*_calls(tree, found.get("call", [])), *_imports(tree, found.get("import", []))]
    references += _inherited(tree, definitions)
    return Symbols(tuple(definitions), tuple(references))


@cache
def _query(language: str) -> syntax.Query:
    table = syntax.language(language)
    assert table is not None
    patterns = [
        f"[{' '.join(f'({kind})' for kind in sorted(kinds))}] @{name}"
        for name, kinds in (("definition", table.definitions), ("call", table.calls), ("import", table.imports))
        if kinds
    ]
    return syntax.query(language, "\n".join(patterns))


def _definitions(tree: SyntaxTree, nodes: list[Node]) -> list[Definition]:
    language = tree.language
    result: list[Definition] = []
    open_nodes: list[tuple[int, int]] = []
    hidden_until = 0
    for node in sorted(nodes, key=lambda node: (node.start_byte, -node.end_byte)):
        if node.start_byte < hidden_until:
            continue
        while open_nodes and open_nodes[-1][0] <= node.start_byte:
            open_nodes.pop()
        parent = open_nodes[-1][1] if open_nodes else -1
        container = node.type in language.containers
        name = _name(tree, node)
        if not container:
            hidden_until = node.end_byte
        if not name:
            continue
        definition = _definition(tree, node, name, result, parent)
        if definition is None:
            hidden_until = 0
            continue
        if container:
            open_nodes.append((node.end_byte, len(result)))
        result.append(definition)
    return result
