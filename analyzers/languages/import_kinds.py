"""What a language's table says about imports: how they are written, and which names they introduce."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

ImportedName = tuple[str, str]
"""A local name and the dotted path that it stands for. The name `*` stands for everything in the path.

A path after a `=` begins with another local name, and counts only where that one is imported.
"""


class ImportWriting(NamedTuple):
    """How statements write the paths that they import, part by part, with lists and other names."""

    statements: frozenset[str]
    """The kinds of statements; lists, wildcards and other names are found by their tokens."""
    separator: bytes = b"."
    """What is between the parts of a path."""
    wildcards: frozenset[bytes] = frozenset({b"*"})
    """Tokens that stand for all names of the path before them."""
    renaming: frozenset[str] = frozenset()
    """Tokens between a path and the other name that the file has for it."""
    renames_whole: bool = True
    """Whether a pattern with another name, too, stands for paths below its own."""
    bare_is_all: bool = False
    """Whether a path alone brings in all names in it, and so is no import of the same kind as one with another name."""
    opening: frozenset[str] = frozenset({"{"})
    """Tokens before a list of names in the path before it."""
    closing: frozenset[str] = frozenset({"}"})
    """Tokens after such a list."""
    ending: frozenset[str] = frozenset()
    """Tokens after which there are no more paths."""
    whole: bytes = b""
    """In a list, the name of the path before the list."""
    sources: frozenset[str] = frozenset()
    """The kinds of strings that hold a path."""
    skipped: frozenset[str] = frozenset()
    """Kinds of nodes within the statement that belong to no path."""
    marks: frozenset[str] = frozenset()
    """Kinds of tokens and nodes that an import must have if the pattern has them."""


class ItemKinds(NamedTuple):
    """How imports say what they take of a module, `import {a, b as c} from 'm'`, and what says the same without one."""

    clauses: frozenset[str]
    """Kinds that hold all that an import takes."""
    lists: frozenset[str]
    """Kinds that hold the names that an import takes, or an export passes on, one by one."""
    whole: frozenset[str]
    """Kinds that give the module a name; its node is their first or last child."""
    exports: frozenset[str]
    """Statements that may pass on names of another module."""
    call: str
    """The function that gives the module of which it is given the name."""
    destructured: frozenset[str]
    """Kinds of targets that take names of what is assigned to them."""


class ImportKinds(NamedTuple):
    """How imports introduce names, and how code refers to modules."""

    kinds: frozenset[str] = frozenset()
    """Those of imports, by default `Language.imports`."""
    names: Callable[[Any, Callable[[Any], str]], Iterable[ImportedName]] | None = None
    """Gives the names that a node of `kinds` brings in."""
    open: frozenset[str] = frozenset()
    """A pattern that is a statement of one of these kinds stands for any import from its module."""
    directives: frozenset[str] = frozenset()
    """Kinds of other directives, which are a word and a text."""
    module_fields: Mapping[str, str] = {}
    """Kinds of imports, with the field that names the module."""
    items: ItemKinds | None = None
    """For languages in which a pattern of an import also stands for other ways to import the same."""
    writing: ImportWriting | None = None
    """For languages in which a pattern of an import also stands for those of anything below its path."""
    module_of: Callable[[Any, Callable[[Any], str]], str] | None = None
    """The path of a module that is named where it is used, `require("a")`; "" for anything else."""
    module_starts: tuple[bytes, ...] = ()
    """What the text of a node begins with that `module_of` knows."""
    packages: bool = False
    """Whether a class may be written with the package that it is in, and those of its own package need no import."""
    predeclared: frozenset[str] = frozenset()
    """Classes that files see without an import."""
