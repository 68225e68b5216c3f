"""A use of a name, its possible definitions, and the evidence from the files around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reread.rag.imports import ModulePlace, Shared, rules_of
from reread.rag.imports.table import EVERYTHING, Import

_NAME = re.compile(r"[\w$-]+")
_ENDING = re.compile(r"\.[cm]?[jt]sx?$")


class Candidate(NamedTuple):
    """A definition that may be meant."""

    name: str
    qualified: str
    kind: str
    signature: str
    line: int
    chunk: int
    place: ModulePlace
    language: str
    test: bool

    @property
    def owner(self) -> str:
        """The name of the class that it is a member of, or ""."""
        inside = self.qualified.rpartition(".")[0]
        if not inside:
            return ""
        # Where a folder is a package, names do not begin with it: `raft.step` is a method of the type `raft`.
        packaged = rules_of(self.language).shared is Shared.FOLDER
        # A namespace with dots in its name is one definition, known by its last name.
        namespace = f".{self.place.namespace}".endswith(f".{inside}")
        return "" if namespace and not packaged else inside.rpartition(".")[2]


class Usage(NamedTuple):
    """A use of `qualifier.name` in the definition `scope`; `type` is the class of the qualifier, if that is known."""

    name: str
    qualifier: str = ""
    scope: str = ""
    type: str = ""

    @property
    def around(self) -> str:
        """The name of the class that the use is in, or ""."""
        return self.scope.rpartition(".")[0].rpartition(".")[2]


class Names(NamedTuple):
    """A file that uses names, and its imports."""

    place: ModulePlace
    language: str
    imports: tuple[Import, ...]

    def imported(self, name: str) -> list[Import]:
        """The imports of the file for a name."""
        return [each for each in self.imports if each.local == name]

    def original_name(self, usage: Usage) -> str:
        """The name that the definition has, where an import gave it another."""
        if usage.qualifier:
            return usage.name
        other = [each.member for each in self.imported(usage.name) if each.member not in ("", EVERYTHING, "default")]
        return other[0] if other else usage.name


Passed = Sequence[tuple[ModulePlace, Import]]
"""Imports that pass names on, each with the file that it is in."""


class WorkspaceFacts(NamedTuple):
    """Facts from the other files: which files re-export a name, which re-export everything (both among the files with a
    `file_key`), the classes above a class, and whether a type implements an interface with some method.
    """

    exports: Callable[[str, str], Passed]
    stars: Callable[[str], Passed]
    ancestors: Callable[[str], frozenset[str]]
    implements: Callable[[str, str, str], bool]


_FOLDER_FILES = frozenset({"__init__", "index", "mod", "lib", "main"})
"""Files that go by the name of their folder."""


def file_key(place: ModulePlace) -> str:
    """The last name that a module path has which means this file."""
    stem = place.stem.rpartition("/")[2]
    return place.folder.rpartition("/")[2] if stem in _FOLDER_FILES else stem


def module_key(module: str, importer: ModulePlace) -> str:
    """The `file_key` of the files that `module` can mean in a file."""
    names: list[str] = _NAME.findall(_ENDING.sub("", module))
    if names and names[-1] not in ("crate", "self", "super"):
        return names[-1]
    if names:
        return "src" if names[-1] == "crate" else file_key(importer)
    folders = importer.folder.split("/")
    up = max(0, module.count(".") - 1) if "/" not in module else module.count("..")
    return folders[-1 - up] if up < len(folders) else ""
