"""What a body uses, and who calls a definition, known by names that only one definition has and by Python's imports.

Found without the resolver that is measured: by the words of the code and, in Python, by `ast`.
"""

from __future__ import annotations

import ast
import builtins
import random
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reread.analyzers.roles import is_test
from reread.rag.retrieval.resolve import family
from reread.rag.retrieval.retrieve import Retriever
from reread.server.evaluation.retrieval.measures import Query, Spot
from reread.server.evaluation.retrieval.plain import Functions
from reread.server.evaluation.retrieval.tree import Defined, SourceTree, in_code

_CALL = re.compile(r"(\.|->|::)?\s*\b([^\W\d][\w$]*)\s*\(")
_COMPOUND = re.compile(r"[^\W_]_+[^\W_]|[a-z\d][A-Z]")
_SHORTEST = 4
"""Letters; shorter names are often a variable's, too."""
_MOST_CALLERS = 40


class Uses:
    """Who uses whom in a tree."""

    def __init__(self, tree: SourceTree) -> None:
        self._tree = tree
        self._unique = unique(tree)
        self._top = {
            (each.path, each.found.name): each for each in tree.definitions if each.found.qualified == each.found.name
        }
        self.used = {self._key(each): self._uses_of(each) for each in tree.definitions if not each.found.container}

    def of(self, each: Defined) -> frozenset[Spot]:
        """The definitions in other chunks that the body of one uses."""
        return frozenset(
            Spot(other.path, other.line) for other in self.used.get(self._key(each), ()) if not _together(each, other)
        )

    def callers(self) -> dict[tuple[str, int], list[Defined]]:
        """By the place of a definition, the definitions in other chunks that call it."""
        result: dict[tuple[str, int], list[Defined]] = {}
        for each in self._tree.definitions:
            for other in self.used.get(self._key(each), ()):
                if not _together(each, other):
                    result.setdefault(self._key(other), []).append(each)
        return result

    def _key(self, each: Defined) -> tuple[str, int]:
        return each.path, each.found.head

    def _uses_of(self, each: Defined) -> list[Defined]:
        code = self._tree.text(each).replace(each.found.doc, "", 1)
        calls = dict.fromkeys((bool(mark), name) for mark, name in _CALL.findall(code) if name != each.found.name)
        language = family(self._tree.documents[each.path].language)
        named = [(on, self._unique[language, name]) for on, name in calls if (language, name) in self._unique]
        found = [other for on, other in named if _trusted(on, each, other)]
        if language == "python":
            bare = [name for on, name in calls if not on]
            imported = _imported(self._tree.documents[each.path].text)
            found += [target for name in bare if (target := self._from_import(each.path, imported, name)) is not None]
        return list(dict.fromkeys(found))

    def _from_import(self, path: str, imported: Mapping[str, tuple[str, str]], name: str) -> Defined | None:
        """What `from module import name` of a file brings in, where the module is a file of the tree."""
        module, member = imported.get(name, ("", ""))
        for candidate in _files(module, path, self._tree):
            found = self._top.get((candidate, member))
            if found is not None:
                return found
        return None


def _trusted(on: bool, each: Defined, other: Defined) -> bool:
    """Whether a name alone tells that the definition is meant, and no method of a library that is called the same.

    `on` says that it is called on something.
    """
    if on:
        return bool(_COMPOUND.search(other.found.name))
    if other.found.name in dir(builtins):
        return False
    return other.found.qualified == other.found.name or other.path == each.path


def unique(tree: SourceTree) -> dict[tuple[str, str], Defined]:
    """The definitions outside of tests whose names nothing else has, by language and name."""
    found: dict[tuple[str, str], list[Defined]] = {}
    for each in tree.definitions:
        found.setdefault((family(tree.documents[each.path].language), each.found.name), []).append(each)
    return {
        key: some[0]
        for key, some in found.items()
        if len(some) == 1 and len(key[1]) >= _SHORTEST and not is_test(some[0].path)
    }


UsesQuestion = tuple[Defined, frozenset[Spot]]
"""A definition, and what is to be found for it."""


def used(tree: SourceTree, uses: Uses, most: int, seed: int) -> list[UsesQuestion]:
    """A definition's body: which definitions does it use?"""
    some = [(each, wanted) for each in in_code(tree) if (wanted := uses.of(each))]
    return _sample(some, most, seed)


def calling(tree: SourceTree, uses: Uses, most: int, seed: int) -> list[UsesQuestion]:
    """A changed definition: who calls it?"""
    callers = uses.callers()
    some = [(each, callers.get((each.path, each.found.head), [])) for each in in_code(tree)]
    some = [(each, found) for each, found in some if 0 < len(found) <= _MOST_CALLERS]
    return [
        (each, frozenset(Spot(other.path, _line_of_call(tree, other, each.found.name)) for other in found))
        for each, found in _sample(some, most, seed)
    ]


def queries(retriever: Retriever, functions: Functions, tree: SourceTree, some: list[UsesQuestion]) -> list[Query]:
    return [_query(retriever, functions, tree, each, wanted) for each, wanted in some]


def _query(
    retriever: Retriever, functions: Functions, tree: SourceTree, each: Defined, wanted: frozenset[Spot]
) -> Query:
    document = tree.documents[each.path]
    change = retriever.change(document.path, document.text, each.found.span.start, each.found.span.end)
    plain = functions.ranked(tree.text(each), (each.path, each.line))
    return Query([retriever.rankings(change)], wanted, plain=plain)


def _line_of_call(tree: SourceTree, each: Defined, name: str) -> int:
    document = tree.documents[each.path]
    text = tree.text(each)
    match = re.search(rf"\b{re.escape(name)}\s*\(", text)
    return document.lines.line_of(each.found.span.start + (match.start() if match else 0)) + 1


def _together(each: Defined, other: Defined) -> bool:
    return (each.path, each.first) == (other.path, other.first)


def _sample(some: list, most: int, seed: int) -> list:  # type: ignore[type-arg]
    return random.Random(seed).sample(some, min(most, len(some)))


@lru_cache(maxsize=64)
def _imported(text: str) -> Mapping[str, tuple[str, str]]:
    """The names that a Python file imports from modules: (module with its leading dots, member)."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return {}
    return {
        alias.asname or alias.name: ("." * node.level + (node.module or ""), alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def _files(module: str, path: str, tree: SourceTree) -> Iterator[str]:
    """The files that a module may be."""
    names = module.lstrip(".")
    dots = len(module) - len(names)
    inside = "/".join(names.split(".")) if names else ""
    roots = ["/".join(path.split("/")[:-dots])] if dots else _roots(path)
    for root in roots if module else ():
        base = "/".join(part for part in (root, inside) if part)
        for candidate in (f"{base}.py", f"{base}/__init__.py"):
            if candidate in tree.documents:
                yield candidate


def _roots(path: str) -> list[str]:
    folders = path.split("/")[:-1]
    above = ["/".join(folders[:count]) for count in range(len(folders), -1, -1)]
    return [*above, *(f"{folder}/src".lstrip("/") for folder in above)]
