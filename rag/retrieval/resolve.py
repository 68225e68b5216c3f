"""Resolves names, and finds the uses of a definition: by name, then by imports and declarations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from reread.rag.imports import ModulePlace, rules_of
from reread.rag.imports.table import EVERYTHING, GLOBAL, Import
from reread.rag.index.catalogue import Catalogue
from reread.rag.mappings import MAPPING
from reread.rag.mappings.paths import Paths
from reread.rag.retrieval.confidence import likelihood
from reread.rag.retrieval.interfaces import Interfaces
from reread.rag.retrieval.projects import GlobalImports
from reread.rag.retrieval.usage import Candidate, Names, Passed, Usage, WorkspaceFacts, file_key
from reread.rag.source.symbols import CALL, INHERITANCE

PROVED = 0.8
"""The confidence from which on an import, the place or a declared class tells, and not the name alone."""

_LEAST = 0.05
_MOST_DEFINITIONS = 600
"""Definitions of one name that are looked at."""
_MOST_USES = 2_000
_MOST_NAMES = 200
_MOST_OTHER_NAMES = 20
_PASSING = "('python', 'javascript', 'typescript', 'tsx', 'rust')"
"""The languages in which a file can pass on everything of another."""
_DEPTH = 4
"""Classes above each other, and files that pass a name on to each other."""
_AT_ONCE = 500

_COLUMNS = (
    "definition.name, definition.qualified, definition.kind, definition.signature, definition.line, definition.chunk,"
    " file.path, file.namespace, file.language, file.test"
)

_PASSED_ON = (
    "SELECT file.path, file.namespace, file.language, local, module, member"
    " FROM import JOIN file ON file.id = import.file"
)


class Target(NamedTuple):
    """A definition that a use may mean. `path` is relative, `line` from 1, `confidence` from 0 to 1."""

    path: str
    line: int
    qualified: str
    kind: str
    signature: str
    chunk: int
    test: bool
    confidence: float


class Use(NamedTuple):
    """A place that may use a definition; `line` (from 1) is the first such place in its `scope`."""

    path: str
    line: int
    scope: str
    name: str
    qualifier: str
    chunk: int
    test: bool
    confidence: float


class Resolver:
    """Answers from one open catalogue; caches its results, so use a new one after the index has changed."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._query = catalogue.query
        interfaces = Interfaces(self._query, self._ancestors)
        self.world = WorkspaceFacts(self._exports, self._stars, self._ancestors, interfaces.implements)
        self._known_exports: dict[tuple[str, str], Passed] = {}
        self._known_stars: dict[str, Passed] = {}
        self._known_bases: dict[str, tuple[str, ...]] = {}
        self._known_imports: dict[str, tuple[Import, ...]] = {}
        self._known_ancestors: dict[str, frozenset[str]] = {}

    def definitions_of(
        self, path: str, name: str, qualifier: str = "", scope: str = "", type: str = ""
    ) -> list[Target]:
        """The likely definitions of `qualifier.name` as used in the definition `scope` of the indexed file `path`."""
        rows = self._query("SELECT language, namespace FROM file WHERE path = ?", (path,))
        if not rows:
            return []
        language, namespace = (str(value) for value in rows[0])
        imports = self._imports([path]).get(path, ())
        names = Names(ModulePlace(path, namespace), language, imports)
        return self.resolve(names, [Usage(name, qualifier, scope, type)])[0]

    def resolve(self, names: Names, usages: Sequence[Usage]) -> list[list[Target]]:
        """The likely definitions of each use in a file, best first; definitions of the file itself only if indexed."""
        names = self.names(names.place, names.language, names.imports)
        wanted = dict.fromkeys(usage.name for usage in usages)
        meant = {usage: names.original_name(usage) for usage in usages}
        wanted.update(dict.fromkeys(meant.values()))
        by_name = self._definitions([name for name in wanted if name][:_MOST_NAMES])
        by_name.update(self._renamed([name for name in dict.fromkeys(meant.values()) if name not in by_name]))
        return [self._targets(usage, names, by_name.get(meant[usage], ())) for usage in usages]

    def _renamed(self, names: Sequence[str]) -> dict[str, list[Candidate]]:
        """The definitions that other files pass on by these names, which they do not have."""
        members: dict[str, list[str]] = {}
        for some in _parts(names):
            rows = self._query(
                f"SELECT DISTINCT local, member FROM import WHERE local IN ({_marks(some)})"
                " AND member NOT IN (local, '', ?, 'default') ORDER BY local, member",
                [*some, EVERYTHING],
            )
            for name, member in rows:
                members.setdefault(name, []).append(member)
        members = {name: found[:_MOST_OTHER_NAMES] for name, found in members.items()}
        found = self._definitions(list({member: None for each in members.values() for member in each}))
        return {name: [one for member in each for one in found.get(member, ())] for name, each in members.items()}

    def uses_of(self, path: str, qualified: str, kind: str = CALL, limit: int = 400) -> list[Use]:
        """Who calls (or inherits from) the definition of that qualified name in the file `path`, likeliest first."""
        name = qualified.rpartition(".")[2]
        found = self._definitions([name]).get(name, ())
        targets = [each for each in found if each.place.path == path and each.qualified == qualified]
        return self.uses(targets[0], kind, rivals=len(found), limit=limit) if targets else []

    def uses(self, target: Candidate, kind: str = CALL, *, rivals: int | None = None, limit: int = 400) -> list[Use]:
        """The same for a definition that need not be indexed as it is."""
        if rivals is None:
            rivals = max(1, len(self._definitions([target.name]).get(target.name, ())))
        rows = self._references(target, kind)
        imports = self._imports(dict.fromkeys(row[5] for row in rows))
        found = []
        for name, qualifier, scope, of_type, line, path, namespace, language, test, chunk in rows:
            names = Names(ModulePlace(path, namespace), language, imports.get(path, ()))
            usage = Usage(name, qualifier, scope, of_type if kind == CALL else "")
            if names.original_name(usage) != target.name:
                continue
            confidence = likelihood(usage, names, target, rivals, self.world)
            if confidence >= _LEAST:
                found.append(Use(path, line, scope, name, qualifier, chunk, bool(test), round(confidence, 3)))
        return sorted(found, key=lambda use: (-use.confidence, use.path, use.line))[:limit]

    def reach(self, module: str, importer: ModulePlace, language: str, candidate: ModulePlace) -> float:
        """How sure it is, from 0 to 1, that `module`, as the file `importer` writes it, is the file `candidate`."""
        meant = self._paths.applied(language, importer.path, [Import("", module, "")])
        return max((rules_of(language).reach(each.module, importer, candidate) for each in meant), default=0.0)

    def names(self, place: ModulePlace, language: str, imports: Sequence[Import] | None = None) -> Names:
        """A file as one that uses names of others; with `imports` where the index does not have it as it is."""
        if imports is None:
            return Names(place, language, self._imports([place.path])[place.path])
        return Names(place, language, self._complete(language, place.path, imports))

    def candidates(self, names: Sequence[str]) -> dict[str, list[Candidate]]:
        """The definitions of those names, wherever they are."""
        return self._definitions(names)

    def _targets(self, usage: Usage, names: Names, candidates: Sequence[Candidate]) -> list[Target]:
        related = [each for each in candidates if family(each.language) == family(names.language)]
        judged = [(likelihood(usage, names, each, len(related), self.world), each) for each in related]
        judged = [(value, each) for value, each in judged if value >= _LEAST]
        judged.sort(key=lambda pair: (-pair[0], pair[1].test, pair[1].place.path, pair[1].line))
        return [
            Target(
                each.place.path,
                each.line,
                each.qualified,
                each.kind,
                each.signature,
                each.chunk,
                each.test,
                round(value, 3),
            )
            for value, each in judged
        ]

    def _definitions(self, names: Sequence[str]) -> dict[str, list[Candidate]]:
        result: dict[str, list[Candidate]] = {}
        for some in _parts(names):
            rows = self._query(
                f"SELECT {_COLUMNS} FROM definition JOIN chunk ON chunk.id = definition.chunk"
                f" JOIN file ON file.id = chunk.file WHERE definition.name IN ({_marks(some)})",
                some,
            )
            for name, qualified, kind, signature, line, chunk, path, namespace, language, test in rows:
                each = Candidate(
                    name, qualified, kind, signature, line, chunk, ModulePlace(path, namespace), language, bool(test)
                )
                result.setdefault(name, []).append(each)
        return {name: found[:_MOST_DEFINITIONS] for name, found in result.items()}

    def _references(self, target: Candidate, kind: str) -> list[tuple]:  # type: ignore[type-arg]
        """The references that may mean a definition: by its name, by other names that imports give it."""
        aliases = self._query(
            "SELECT DISTINCT local FROM import WHERE member = ? AND local NOT IN (?, ?)",
            (target.name, target.name, EVERYTHING),
        )
        names = [target.name, *(str(row[0]).removeprefix(GLOBAL) for row in aliases)][:20]
        rows = self._query(
            "SELECT reference.name, qualifier, scope, reference.type, reference.line, file.path, file.namespace,"
            " file.language, file.test, reference.chunk FROM reference JOIN chunk ON chunk.id = reference.chunk"
            f" JOIN file ON file.id = chunk.file WHERE reference.name IN ({_marks(names)}) AND reference.kind = ?"
            " LIMIT ?",
            [*names, kind, _MOST_USES],
        )
        return [row for row in rows if family(row[7]) == family(target.language)]

    def _imports(self, paths: Iterable[str]) -> Mapping[str, tuple[Import, ...]]:
        """What files import, by path; of those that were asked about before, too."""
        found: dict[tuple[str, str], list[Import]] = {}
        new = [path for path in paths if path not in self._known_imports]
        self._known_imports.update(dict.fromkeys(new, ()))
        for some in _parts(new):
            rows = self._query(
                "SELECT file.path, file.language, local, module, member FROM file"
                f" LEFT JOIN import ON file.id = import.file WHERE file.path IN ({_marks(some)})",
                some,
            )
            for path, language, *parts in rows:
                found.setdefault((path, language), []).extend([Import._make(parts)] if parts[0] is not None else ())
        for (path, language), each in found.items():
            self._known_imports[path] = self._complete(language, path, each)
        return self._known_imports

    def _complete(self, language: str, path: str, imports: Sequence[Import]) -> tuple[Import, ...]:
        """The imports of a file with those that it need not write, and with the paths that their modules mean."""
        return self._paths.applied(language, path, [*imports, *self._global_imports.of(language, path)])

    def _exports(self, name: str, key: str) -> Passed:
        """The files with that `file_key` that know something by that name from elsewhere, and so pass it on."""
        if (name, key) not in self._known_exports:
            rows = self._query(f"{_PASSED_ON} WHERE local = ? AND instr(file.path, ?) LIMIT 1000", (name, key))
            self._known_exports[name, key] = self._with_key(rows, key)
        return self._known_exports[name, key]

    def _stars(self, key: str) -> Passed:
        """The files with that `file_key` that pass on everything of others."""
        if key not in self._known_stars:
            rows = self._query(
                f"{_PASSED_ON} WHERE local = ? AND file.language IN {_PASSING} AND instr(file.path, ?) LIMIT 2000",
                (EVERYTHING, key),
            )
            self._known_stars[key] = self._with_key(rows, key)
        return self._known_stars[key]

    def _with_key(self, rows: Iterable[Sequence[str]], key: str) -> Passed:
        found: list[tuple[ModulePlace, Import]] = []
        for path, namespace, language, *parts in rows:
            place = ModulePlace(path, namespace)
            if file_key(place) == key:
                found += ((place, each) for each in self._paths.applied(language, path, [Import._make(parts)]))
        return found

    @cached_property
    def _paths(self) -> Paths:
        """What the files of package managers and compilers say about the names of modules."""
        return Paths(
            self._query(
                "SELECT file.path, module, member FROM import JOIN file ON file.id = import.file WHERE local = ?",
                (MAPPING,),
            )
        )

    @cached_property
    def _global_imports(self) -> GlobalImports:
        return GlobalImports(self._query)

    def _ancestors(self, name: str) -> frozenset[str]:
        """The names of the classes above a class."""
        if name not in self._known_ancestors:
            seen: set[str] = set()
            now = {name}
            for _ in range(_DEPTH):
                now = {base for each in now for base in self._bases(each)} - seen - {name}
                if not now:
                    break
                seen |= now
            self._known_ancestors[name] = frozenset(seen)
        return self._known_ancestors[name]

    def _bases(self, name: str) -> tuple[str, ...]:
        if name not in self._known_bases:
            rows = self._query(
                "SELECT DISTINCT name FROM reference WHERE kind = 'inheritance' AND type = ? LIMIT 50", (name,)
            )
            self._known_bases[name] = tuple(str(row[0]) for row in rows)
        return self._known_bases[name]


_FAMILIES = {"typescript": "javascript", "tsx": "javascript", "cpp": "c", "kotlin": "java"}


def family(language: str) -> str:
    """One name for languages whose code can use each other's names."""
    return _FAMILIES.get(language, language)


def _parts(names: Sequence[str]) -> Iterable[Sequence[str]]:
    return (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


__all__ = ["CALL", "INHERITANCE", "PROVED", "Candidate", "Names", "Resolver", "Target", "Usage", "Use"]
