"""How files of a language refer to each other: the type that every file in this folder fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, NamedTuple

from reread.analyzers.languages.table import ImportItem

EVERYTHING = "*"
GLOBAL = "**"
"""What a local name begins with that all files of the project know; see `rag/retrieval/projects.py`."""
ROOT = "//"
"""What a module begins with that is a path from the root of the workspace; see `rag/mappings`."""
ELSEWHERE = "!"
"""What a module begins with that is none of the workspace's."""


class Import(NamedTuple):
    """A name that a file takes from elsewhere: `local` stands for `member` of `module`.

    `module` is as the file writes it. `local` and `member` are EVERYTHING where all names are meant; `member` is ""
    where the module itself is.
    """

    local: str
    module: str
    member: str


class ModulePlace(NamedTuple):
    """A file as others name it: by its path (relative, with `/`), or by the package or namespace that it declares."""

    path: str
    namespace: str = ""

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def stem(self) -> str:
        """The path without its ending."""
        return self.path[: -len(self.path.rpartition("/")[2])] + self.path.rpartition("/")[2].partition(".")[0]


Text = Callable[[Any], str]
Reader = Callable[[Any, Text], Iterable[Import]]
Reach = Callable[[str, ModulePlace, ModulePlace], float]


class Shared(Enum):
    """Whose names a file may use without importing them."""

    NOTHING = "nothing"
    FOLDER = "folder"
    NAMESPACE = "namespace"
    ALL = "all"


class ImportRules(NamedTuple):
    """How names are resolved in a language.

    `read` gives the imports that a node of one of `kinds` makes. `reach(module, importer, candidate)` is how sure it
    is, from 0 to 1, that `module`, as the file `importer` writes it, is the file `candidate`. `namespaces` are the
    kinds whose `name` (or first name) is the package or namespace of the file; `shared` says what needs no import.
    With `own_members` a bare name may be a member of the class around it. `selves` and `bases` are the names of the
    object itself and of what it inherits from. `nested` says that a member of a module may again be a module, parted by
    `separator`. `mixed` gives the names that a node of one of the kinds `mixing` adds to the class around it.
    `demands` are the kinds of methods that an interface asks of types which do not name it.
    `declarations` gives kinds that declare a variable, with the fields of name, type and value, for
    languages whose table has no `typing`.
    """

    kinds: frozenset[str]
    read: Reader
    reach: Reach
    namespaces: frozenset[str] = frozenset()
    shared: Shared = Shared.NOTHING
    own_members: bool = False
    selves: frozenset[str] = frozenset({"this"})
    bases: frozenset[str] = frozenset({"super"})
    nested: bool = False
    separator: str = "."
    mixing: frozenset[str] = frozenset()
    mixed: Callable[[Any, Text], Iterable[str]] = lambda node, text: ()
    demands: frozenset[str] = frozenset()
    declarations: Mapping[str, tuple[str, str, str]] = {}


def as_written(read: Callable[[Any, Text], Iterable[ImportItem]]) -> Reader:
    """The reader of a language whose imports mean what they say."""
    return lambda node, text: (Import(*each[:3]) for each in read(node, text))


def unreachable(module: str, importer: ModulePlace, candidate: ModulePlace) -> float:
    """For languages of which nothing is known."""
    return 0.0


def tail(path: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    """How many names two paths have in common at their end."""
    count = 0
    while count < min(len(path), len(wanted)) and path[-1 - count] == wanted[-1 - count]:
        count += 1
    return count


def joined(folder: str, relative: str) -> str | None:
    """The path that a relative one means in a folder; None if it leads out of the workspace."""
    parts = folder.split("/") if folder else []
    for part in relative.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def same_namespace(module: str, importer: ModulePlace, candidate: ModulePlace) -> float:
    """For languages whose imports name what files declare, wherever they are."""
    return 1.0 if candidate.namespace == module else 0.0
