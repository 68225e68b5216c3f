"""The functions of a document over its versions: what was found out about one holds while its text is the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.taint_specs import TaintSpecs
from reread.analyzers.dataflow.ir.lowering import outline
from reread.analyzers.dataflow.ir.nodes import Function
from reread.analyzers.dataflow.ir.site import Site
from reread.analyzers.syntax import SyntaxTree
from reread.analyzers.text import Document

_MOST_KNOWN = 4
_WORD = re.compile(rb"[A-Za-z0-9_$\x80-\xff]+")
_TABLE = re.compile(rb"^(\w+)[^=\n(]*=\s*([\[{(][^\n]*(?:\n(?![\w@#/]).*)*)", re.MULTILINE)
"""`NAME = {...}` at the start of a line, up to the next one that begins there."""

Key: TypeAlias = tuple[str, bytes, int, bool]
"""The class of a function, its text, its number among those that are alike, and whether it is without errors."""


class Known(NamedTuple):
    """A summary and what it came from: the taint specifications, whatever else the caller says, and what was asked on
    the way."""

    specs: TaintSpecs
    context: Any
    dependencies: tuple[tuple[str, Any, Any], ...]
    summary: FunctionSummary


class Placement:
    """Where a function is in the current version of its document: what the places in its taint flows belong to.

    They count from its start in the version that it was lowered in; in the code of a module, which has functions in
    between, each piece may have moved by another distance. `document_of` is set where the document is not the one that
    is looked at. It knows nothing of the unit, whose summaries hold it: as a cycle they would wait for the garbage
    collector.
    """

    __slots__ = ("_now", "_then", "document_of", "site")

    def __init__(self, site: Site, pieces: tuple[int, ...]) -> None:
        self.site = site
        self.document_of: Document | None = None
        self._then = self._now = pieces

    def at(self, site: Site, pieces: tuple[int, ...]) -> None:
        """Tells where the function is in another version of the document."""
        self.site = site
        self._now = pieces

    def lowered(self) -> None:
        """The function is lowered now."""
        self._then = self._now

    def own(self, place: int) -> int:
        """A place of the document as a place of the function."""
        return _moved(place, self._now, self._then) - (self._then[0] if len(self._then) == 1 else 0)

    def document(self, place: int) -> int:
        """A place of the function as a place of the document."""
        return _moved(place + (self._then[0] if len(self._then) == 1 else 0), self._then, self._now)


class Unit:
    """A function of a document over its versions, with what was found out about it."""

    __slots__ = ("function", "key", "known", "placement", "site", "tables", "words")

    def __init__(self, site: Site, key: Key, pieces: tuple[int, ...], words: frozenset[bytes]) -> None:
        self.site = site
        self.placement = Placement(site, pieces)
        self.key = key
        self.function: Function | None = None
        self.known: list[Known] = []
        self.words = words
        self.tables: Mapping[bytes, frozenset[bytes]] | None = None

    @property
    def word(self) -> bytes:
        """The name of the function as others write it. A lambda in a table goes by that of the table."""
        return self.site.name.partition(" ")[0].encode()

    def functions_by_literal(self) -> Mapping[bytes, frozenset[bytes]]:
        """The words in the literals that the code of a module gives names: the functions that they may hold."""
        if self.tables is None:
            self.tables = {found[1]: frozenset(_WORD.findall(found[2])) for found in _TABLE.finditer(self.key[1])}
        return self.tables

    def at(self, site: Site, pieces: tuple[int, ...]) -> None:
        """Tells where the function is in another version of the document."""
        self.site = site
        self.placement.at(site, pieces)

    def lowered(self, function: Function) -> None:
        self.function = function
        self.placement.lowered()

    def remember(self, known: Known) -> None:
        self.known.append(known)
        del self.known[:-_MOST_KNOWN]


def _moved(place: int, before: tuple[int, ...], after: tuple[int, ...]) -> int:
    """A place in one version, given where the pieces of the code begin in both."""
    number = max(0, bisect_right(before, place) - 1)
    return place - before[number] + after[number]


def units_of(tree: SyntaxTree, known: Mapping[Key, Unit]) -> list[Unit]:
    """The functions of a document, its own code first. Those in `known`, with the same text, are used again.

    Broken code is read anew each time, since the same text may be read otherwise after an edit around it.
    """
    data = tree.document.data
    sites = outline(tree)
    found: list[Unit] = []
    seen: dict[tuple[str, bytes], int] = {}
    for site in sites[1:]:
        text = data[site.start : site.end]
        number = seen[site.owner, text] = seen.get((site.owner, text), -1) + 1
        found.append(_unit((site.owner, text, number, not site.node.has_error), site, (site.start,), known))
    if sites:
        text, pieces = _between(data, sites)
        found.insert(0, _unit(("", text, -1, _is_sound(tree, sites)), sites[0], pieces, known))
    return found


def _is_sound(tree: SyntaxTree, sites: list[Site]) -> bool:
    """True when the code of a module is without errors; those inside of its functions are no concern of it."""
    if not tree.root.has_error:
        return True
    functions = {site.start for site in sites[1:]}
    return not any(child.has_error and child.start_byte not in functions for child in tree.root.children)


def _unit(key: Key, site: Site, pieces: tuple[int, ...], known: Mapping[Key, Unit]) -> Unit:
    unit = known.get(key) if key[3] else None
    if unit is None or unit.site.name != site.name or unit.site.node.type != site.node.type:
        return Unit(site, key, pieces, frozenset(_WORD.findall(key[1])))
    unit.at(site, pieces)
    return unit


def _between(data: bytes, sites: list[Site]) -> tuple[bytes, tuple[int, ...]]:
    """The text of a module without its functions, and where its pieces begin; always two at least."""
    texts: list[bytes] = []
    pieces: list[int] = []
    start = 0
    for site in sites[1:]:
        if site.start >= start:
            texts.append(data[start : site.start])
            pieces.append(start)
            start = site.end
    texts += (data[start:], b"")
    pieces += (start, len(data) + 1)
    return b"\0".join(texts), tuple(pieces)
