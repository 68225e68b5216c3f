"""The outline of a file: its definitions with parameters, calls with arguments, and imports.

Read from the syntax tree by one module per language in `outlines/`; languages without one have no outline.
"""

from __future__ import annotations

import importlib
import os
from functools import cache
from typing import NamedTuple, Protocol

from reread.analyzers import syntax
from reread.analyzers.syntax import SyntaxTree
from reread.analyzers.text import Document, Span

_OUTLINES = os.path.join(os.path.dirname(__file__), "outlines")
_SAME = {"typescript": "javascript", "tsx": "javascript"}


class Parameter(NamedTuple):
    """`by_place` and `by_name` say how an argument can be given for it."""

    name: str
    required: bool
    by_place: bool = True
    by_name: bool = False


class Signature(NamedTuple):
    """`more_places` and `more_names` say that any further arguments are taken."""

    parameters: tuple[Parameter, ...] = ()
    more_places: bool = False
    more_names: bool = False


class Function(NamedTuple):
    """A function or method with a name. `owner` is the class it belongs to, "" for none.

    `span` is its name, `whole` all of it. `signatures` are those it may be called with, without the receiver; None when
    that cannot be known. `constructor` functions are called by the name of their `owner`, `static` ones without a
    receiver. `plain` says that nothing registers or replaces it: no decorator, no export by other means.
    """

    name: str
    owner: str
    span: Span
    whole: Span
    signatures: tuple[Signature, ...] | None
    constructor: bool = False
    static: bool = False
    plain: bool = True


class Class(NamedTuple):
    """`bases` are written as in the code, with dots. `span` is its name, `whole` all of it."""

    name: str
    bases: tuple[str, ...]
    span: Span
    whole: Span
    plain: bool = True


class Call(NamedTuple):
    """A call of `name`. `receiver` is what is before its last dot: "" for none, None for what is not a chain of names.

    `owner` is the class around it. `places` counts the arguments without names, `names` and `values` are the others;
    `spread` says that some of them stand for any number. `shadowed` says that a local name hides what the file defines
    or imports. `usage` are words on what is done with the value: "awaited", "used", "with", "checked".
    """

    name: str
    receiver: str | None
    owner: str
    places: int
    names: tuple[str, ...]
    spread: bool
    span: Span
    whole: Span
    shadowed: bool = False
    usage: frozenset[str] = frozenset()
    values: tuple[str, ...] = ()
    constructs: bool = False


class Import(NamedTuple):
    """`local` is the name in this file, `module` as the code writes it, `name` what is taken from it ("": all)."""

    local: str
    module: str
    name: str
    span: Span


class Outline(NamedTuple):
    """`bound` are all names that a file has at its top. `open` says that it may have others as well.

    `rebound` are those of them that stand for something else than one definition. `exports` are the names that other
    files can import; for most languages all that are bound.
    """

    tree: SyntaxTree
    functions: tuple[Function, ...]
    classes: tuple[Class, ...]
    calls: tuple[Call, ...]
    imports: tuple[Import, ...]
    bound: frozenset[str]
    rebound: frozenset[str] = frozenset()
    exports: frozenset[str] = frozenset()
    open: bool = False

    @property
    def definitions(self) -> tuple[Function | Class, ...]:
        return (*self.functions, *self.classes)


class Reader(Protocol):
    """The interface of the modules in `outlines/`."""

    def read(self, tree: SyntaxTree) -> Outline:
        """The outline of a file."""

    def alternatives(self, path: str) -> list[str]:
        """The paths, its own among them, of files that the same import could mean."""


def reader(language: str) -> Reader | None:
    """The module that reads a language, or None."""
    name = _SAME.get(language, language)
    if name not in _languages():
        return None
    module: Reader = importlib.import_module(f"reread.rag.findings.outlines.{name}")
    return module


@cache
def _languages() -> frozenset[str]:
    return frozenset(name[:-3] for name in os.listdir(_OUTLINES) if name.endswith(".py") and name[0] != "_")


def outline_of(document: Document) -> Outline | None:
    """The outline of a document; None when its language has none."""
    found = reader(document.language)
    tree = syntax.parse(document) if found is not None else None
    if found is None or tree is None:
        return None
    return found.read(tree)


def family(language: str) -> str:
    """The same for languages that call one another directly."""
    return _SAME.get(language, language)
