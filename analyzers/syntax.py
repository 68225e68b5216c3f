"""Parsing: the only module that knows tree-sitter.

A `SyntaxTree` belongs to one `Document` and does not change. `parse` never fails: broken code gives a tree with error
nodes, and only a language without a parser gives None. Nodes are tree-sitter's own (`Node`), with offsets in UTF-8
bytes; `Document.lines` turns those into code points.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator
from functools import cache, wraps
from itertools import accumulate
from time import perf_counter, thread_time
from typing import TypeAlias, TypeVar
from weakref import WeakKeyDictionary

import tree_sitter

from reread.analyzers.languages.files import FILES
from reread.analyzers.languages.table import MOST_INSERTIONS, Language
from reread.analyzers.parser_input import ParserInput, last_token, point
from reread.analyzers.text import Document, TextChange

Node: TypeAlias = tree_sitter.Node
Query: TypeAlias = tree_sitter.Query
_T = TypeVar("_T")

PARSE_SECONDS = 1.0
"""How long parsing a document may take, and as much again for each `BYTES` of it."""

EDIT_SECONDS = 0.5
"""How long parsing again after an edit may take."""

BYTES = 1_000_000
"""A third of what parsers do in a second."""

_SHORT = 2_000
"""Bytes. What is shorter is parsed at once: looking at the time costs a fourteenth of parsing."""
_MOST_TIMES = 3
_WITH_TYPE_ARGUMENTS = frozenset({"java", "csharp"})
_MOST_OPEN = 10_000
"""So many `<` that nothing closes keep these parsers busy in one step, which cannot be stopped."""
_TABLES = os.path.join(os.path.dirname(__file__), "languages")


class SyntaxTree:
    """The parsed form of one document.

    `changed` are the ranges (bytes) where `reparse` found another structure than in the tree before; text that was
    only moved is not in it. `code` is what was parsed: the text, or as much of it as is code. With `corrected` the
    grammar alone reads it otherwise, and nodes have no `text` of their own.
    """

    __slots__ = ("__weakref__", "changed", "code", "corrected", "document", "language", "tree")

    def __init__(
        self,
        document: Document,
        language: Language,
        tree: tree_sitter.Tree,
        code: bytes,
        changed: tuple[tuple[int, int], ...] = (),
        *,
        corrected: bool = False,
    ) -> None:
        self.code = code
        self.document = document
        self.language = language
        self.tree = tree
        self.changed = changed
        self.corrected = corrected

    @property
    def root(self) -> Node:
        return self.tree.root_node

    @property
    def has_errors(self) -> bool:
        return self.tree.root_node.has_error

    def of(self, document: Document) -> SyntaxTree:
        """The same tree for another document with the same text."""
        return SyntaxTree(document, self.language, self.tree, self.code, corrected=self.corrected)

    def is_written(self, place: int) -> bool:
        """True if what was parsed is what is there (bytes): in a script, and not in a template around it."""
        return self.code[place : place + 1] == self.document.data[place : place + 1]

    def text(self, node: Node) -> str:
        return self.document.data[node.start_byte : node.end_byte].decode()


def once_per_tree(find: Callable[[SyntaxTree], _T]) -> Callable[[SyntaxTree], _T]:
    """A function that is called once for each tree. What it finds must not refer to the tree, and goes with it."""
    known: WeakKeyDictionary[SyntaxTree, _T] = WeakKeyDictionary()

    @wraps(find)
    def found(tree: SyntaxTree) -> _T:
        result = known.get(tree)
        if result is None:
            result = known[tree] = find(tree)
        return result

    return found


@cache
def language(name: str) -> Language | None:
    """The table of a language by its name, or None when there is no such language."""
    package = _packages().get(name)
    if package is None:
        return None
    module = importlib.import_module(f"{package}.{name}")
    table: Language = module.LANGUAGE
    return table


@cache
def language_names() -> tuple[str, ...]:
    """The names of all languages with a table, sorted."""
    return tuple(sorted(FILES))


@cache
def _packages() -> dict[str, str]:
    """The package of each language's table, by the name of the language."""
    found = {}
    for package, folder in (("", _TABLES), (".more", os.path.join(_TABLES, "more"))):
        for file in os.listdir(folder):
            if file.endswith(".py") and file[:-3] in FILES:
                found[file[:-3]] = f"reread.analyzers.languages{package}"
    return found


def language_of(path: str, identifier: str = "") -> str:
    """The name of the language of a file, by the editor's language id or else its name; "" when unknown.

    What is code in a file that has other text around it is known by the file's name, so one without it is unknown.
    """
    found = table_of(path)
    name = _lookup()[0].get(identifier) or ("" if found is None else found.name)
    table = language(name)
    if table is None or not table.read_as:
        return name
    return table.read_as if found is not None and found.code is not None else ""


def table_of(path: str) -> Language | None:
    """The table of the language that the name of a file belongs to."""
    by_name = _lookup()[1]
    name = os.path.basename(path).lower()
    return language(by_name.get(name) or by_name.get(os.path.splitext(name)[1], ""))


@cache
def _lookup() -> tuple[dict[str, str], dict[str, str]]:
    by_identifier: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for name in language_names():
        files = FILES[name]
        by_identifier.update(dict.fromkeys(files.identifiers, name))
        by_name.update(dict.fromkeys(files.extensions + files.whole, name))
    return by_identifier, by_name


@cache
def _grammar(name: str) -> tree_sitter.Language:
    """The compiled grammar of the language pack.

    Its extension module is loaded by its file: importing the package itself would import a Python module for each of
    its some 160 languages, which is a tenth of the time that a whole `reread check` may take.
    """
    from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec, PathFinder

    package = PathFinder.find_spec("tree_sitter_language_pack")
    for folder in (package.submodule_search_locations or ()) if package else ():
        for suffix in EXTENSION_SUFFIXES:
            file = os.path.join(folder, "bindings", name + suffix)
            if os.path.exists(file):
                full_name = f"tree_sitter_language_pack.bindings.{name}"
                # The same as by importlib.util, whose import costs another 3 ms.
                loader = ExtensionFileLoader(full_name, file)
                module = loader.create_module(ModuleSpec(full_name, loader, origin=file))
                loader.exec_module(module)
                return tree_sitter.Language(module.language())
    from tree_sitter_language_pack import get_language

    found: tree_sitter.Language = get_language(name)  # type: ignore[arg-type]
    return found


class _Limit:
    """Asked while a parser runs, says when to stop it: once it had the seconds, by the thread's own time.

    That is only asked for when as much time has passed by the clock, which other programs may have had.
    """

    __slots__ = ("_processor", "_seconds", "_until")

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._until = perf_counter() + seconds
        self._processor = thread_time()

    def __call__(self, byte: int, has_error: bool) -> bool:
        now = perf_counter()
        if now < self._until:
            return False
        left = self._seconds - (thread_time() - self._processor)
        self._until = now + left
        return left <= 0


def _parsed(
    grammar: str,
    data: bytes,
    seconds: float,
    old: tree_sitter.Tree | None = None,
    ranges: list[tree_sitter.Range] | None = None,
) -> tree_sitter.Tree | None:
    """The tree of a text, or of ranges of it; None when that takes too long: hostile code can take a parser minutes."""
    parser = tree_sitter.Parser(_grammar(grammar), included_ranges=ranges)
    code = data if ranges is None else b"".join(data[part.start_byte : part.end_byte] for part in ranges)
    if len(code) <= _SHORT:
        return parser.parse(data) if old is None else parser.parse(data, old)
    if grammar in _WITH_TYPE_ARGUMENTS and code.count(b"<") - code.count(b">") > _MOST_OPEN:
        return None

    source, limit = ParserInput(data), _Limit(seconds)
    try:
        with source.reading():
            if old is None:
                return parser.parse(source, progress_callback=limit)
            return parser.parse(source, old, progress_callback=limit)
    except ValueError:
        return None


def is_parsed(name: str) -> bool:
    """True for a language with a parser."""
    return language(name) is not None


def parse(document: Document) -> SyntaxTree | None:
    """The tree of a document, or None when its language has no parser or the parser takes too long."""
    table = language(document.language)
    if table is None:
        return None
    code = _code(document)
    tree = _parsed(table.grammar, code, PARSE_SECONDS * (1 + len(code) / BYTES))
    missing = _insertions(table, tree, code)
    tree = _corrected(table, tree, code, missing)
    return None if tree is None else SyntaxTree(document, table, tree, code, corrected=bool(missing))


def _insertions(table: Language, tree: tree_sitter.Tree | None, code: bytes) -> frozenset[tuple[int, bytes]]:
    if tree is None or table.insertions is None:
        return frozenset()
    return table.insertions(tree.root_node, code)


def _corrected(
    table: Language, tree: tree_sitter.Tree | None, code: bytes, missing: frozenset[tuple[int, bytes]]
) -> tree_sitter.Tree | None:
    """The tree without what the grammar misreads: it is that of the text with the missing bytes in it, from which they
    are taken out again, so that all places are those of the text.
    """
    missing = new = frozenset(sorted(missing)[:MOST_INSERTIONS])
    for _ in range(_MOST_TIMES if len(missing) < MOST_INSERTIONS else 1):
        if not new:
            break
        inserted = sorted(missing)
        places = [place for place, _ in inserted]
        parts = [code[start:end] for start, end in zip([0, *places], [*places, len(code)], strict=True)]
        text = parts[0] + b"".join(byte + part for (_, byte), part in zip(inserted, parts[1:], strict=True))
        tree = _parsed(table.grammar, text, PARSE_SECONDS)
        if tree is None:
            break
        rows = list(accumulate(part.count(b"\n") for part in parts))
        for number, place in reversed(list(enumerate(places))):
            row, column = point(code, place, place, rows[number])
            tree.edit(
                place + number, place + number + 1, place + number, (row, column), (row, column + 1), (row, column)
            )
        new = _insertions(table, tree, code) - missing
        missing |= new
    return tree


def parse_embedded(parts: list[Node], data: bytes, language_name: str, more: int = 0) -> Node | None:
    """The root of the tree of nodes of a text that are code by themselves, with their places in the whole text, and
    with `more` bytes around each; None if the language has no parser, or the parser takes too long.
    """
    table = language(language_name)
    if table is None or not parts:
        return None
    ranges = []
    for part in parts:
        (row, column), (last, end), places = part.start_point, part.end_point, (part.start_byte, part.end_byte)
        ranges.append(tree_sitter.Range((row, column - more), (last, end + more), places[0] - more, places[1] + more))
    tree = _parsed(table.grammar, data, EDIT_SECONDS, ranges=ranges)
    return None if tree is None else tree.root_node


def _code(document: Document) -> bytes:
    """What the parser reads of a document: what is code, with everything else blank."""
    for table in (table_of(document.path or document.uri), language(document.language)):
        if table is not None and table.code is not None:
            return table.code(document.data)
    return document.data


def reparse(previous: SyntaxTree, change: TextChange, document: Document) -> SyntaxTree | None:
    """The tree of `document`, which is the document of `previous` after `change`; reuses what stayed the same. None
    when the parser takes too long.
    """
    (start, end), inserted = change
    start_byte = previous.document.lines.byte(start)
    old_end = previous.document.lines.byte(end)
    new_end = document.lines.byte(start + len(inserted))
    old, new = previous.code, _code(document)
    is_apart = new is not document.data and (old[:start_byte] != new[:start_byte] or old[old_end:] != new[new_end:])
    if is_apart or previous.corrected:
        return _parsed_anew(document)
    tree = previous.tree.copy()
    edited = last_token(old, start_byte)
    # Counting lines from the beginning is the dear part, and up to here both texts are the same.
    row = old.count(b"\n", 0, edited)
    tree.edit(
        edited,
        old_end,
        new_end,
        point(old, edited, edited, row),
        point(old, old_end, edited, row),
        point(new, new_end, edited, row),
    )
    parsed = _parsed(previous.language.grammar, new, EDIT_SECONDS, tree)
    if parsed is None:
        return None
    if _insertions(previous.language, parsed, new):
        return _parsed_anew(document)
    changed = tuple((part.start_byte, part.end_byte) for part in tree.changed_ranges(parsed))
    return SyntaxTree(document, previous.language, parsed, new, changed)


def _parsed_anew(document: Document) -> SyntaxTree | None:
    anew = parse(document)
    if anew is not None:
        anew.changed = ((0, len(anew.code)),)
    return anew


def query(language_name: str, source: str) -> tree_sitter.Query:
    """A compiled query for the grammar of a language; raises ValueError when its text is wrong."""
    table = language(language_name)
    if table is None:
        raise ValueError(f"no language {language_name!r}")
    return tree_sitter.Query(_grammar(table.grammar), source)


def has_kind(language_name: str, kind: str) -> bool:
    """True when the grammar of a language has named nodes of that kind."""
    table = language(language_name)
    return table is not None and bool(_grammar(table.grammar).id_for_node_kind(kind, True))


def has_field(language_name: str, field: str) -> bool:
    """True when nodes of a language's grammar have a field of that name."""
    table = language(language_name)
    return table is not None and bool(_grammar(table.grammar).field_id_for_name(field))


def captures(
    compiled: tree_sitter.Query, node: Node, byte_range: tuple[int, int] | None = None
) -> dict[str, list[Node]]:
    """All nodes that a query captures at or below a node, by capture name, optionally within a range of bytes."""
    cursor = tree_sitter.QueryCursor(compiled)
    if byte_range is not None:
        cursor.set_byte_range(*byte_range)
    return cursor.captures(node)


def comment_at(offset: int, document: Document, tree: SyntaxTree) -> Node | None:
    """The comment that holds a character (code points), if it is in one."""
    byte = document.lines.byte(offset)
    node = tree.root.descendant_for_byte_range(byte, byte + 1)
    while node is not None and node.type not in tree.language.comments:
        node = node.parent
    return node


def walk(node: Node) -> Iterator[Node]:
    """All nodes at and below a node, parents first, without recursion: hostile code nests deeper than Python may."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(current.children))
