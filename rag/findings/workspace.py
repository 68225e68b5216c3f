"""The workspace for kinds of findings: the catalogue proposes files, their texts decide.

Findings are based on the texts after the change, so that a slightly outdated index can cause a missed finding, but
never a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.rag import words
from reread.rag.findings import outline, tokens
from reread.rag.findings.change import FileChange, WorkspaceChange
from reread.rag.findings.outline import Outline
from reread.rag.findings.tokens import Token
from reread.rag.imports import ModulePlace, Shared, rules_of
from reread.rag.index.catalogue import Catalogue
from reread.rag.retrieval import lookups
from reread.rag.retrieval.confidence import likelihood
from reread.rag.retrieval.resolve import PROVED, Resolver
from reread.rag.retrieval.usage import Candidate, Names, Usage
from reread.rag.source.chunk import chunk

_MOST_FILES = 300
"""Files that are read for one question. A name that stands in more of them is not one that a finding can be about."""

_SURE = 0.95
"""The confidence that an import means a file, from which on something is said of what it imports."""
_NAMED = 0.9
"""The same for what a name means."""

_WORD = re.compile(r"(?<![\w$])[^\W\d][\w$]*")


class FileLines(NamedTuple):
    """Lines `first` to `end` of a file, from 0, half-open."""

    path: str
    first: int
    end: int


class Workspace:
    """Answers about all files of a folder, those of the change as they are after it."""

    def __init__(
        self,
        catalogue: Catalogue,
        change: WorkspaceChange,
        read: Callable[[str], str | None],
        stale: Iterable[str] = (),
    ) -> None:
        """`read` gives the text of a file that the change does not touch, None when there is none; `stale` are such
        files that the catalogue does not have as they are.
        """
        self._catalogue = catalogue
        self._changed: dict[str, FileChange] = {file.path: file for file in change.files}
        self._read = read
        self._stale = tuple(path for path in stale if path not in self._changed)
        self._texts: dict[str, str | None] = {}
        self._tokens: dict[str, tuple[list[Token], str]] = {}
        self._definitions: dict[str, list[str]] = {}
        self._outlines: dict[str, Outline | None] = {}
        self._places: dict[str, ModulePlace] = {}
        self._all_names: dict[str, Names] = {}
        self._original_names: dict[tuple[str, str, str, str], bool] = {}

    def text(self, path: str) -> str | None:
        if path in self._changed:
            return self._changed[path].new
        if path not in self._texts:
            self._texts[path] = self._read(path)
        return self._texts[path]

    def exists(self, path: str) -> bool:
        return self.text(path) is not None

    def document(self, path: str) -> Document:
        return Document("", self.text(path) or "", path=path, language=language_of(path))

    def outline(self, path: str) -> Outline | None:
        """The current outline of the file; None if it does not exist, or its language has no outlines."""
        if path in self._changed:
            return self._changed[path].after
        if path not in self._outlines:
            self._outlines[path] = outline.outline_of(self.document(path)) if self.text(path) is not None else None
        return self._outlines[path]

    def names_file(self, module: str, importing: str, candidate: str) -> bool:
        """Whether `module`, as the file `importing` writes it, is surely the file `candidate`."""
        importer, place, language = self._place(importing), self._place(candidate), language_of(importing)
        sure = self._resolver.reach(module, importer, language, place)
        if self._is_script_beside(importer, place):
            return sure >= PROVED
        if sure >= _SURE:
            return True
        # Where files declare their namespace, an import goes on with the class that the file has the name of.
        namespace, _, name = module.rpartition(".")
        declared = rules_of(language).shared is Shared.NAMESPACE and place.stem.rpartition("/")[2] == name
        return declared and self._resolver.reach(namespace, importer, language, place) >= _SURE

    def original_name(self, path: str, written: str) -> str:
        """The name that a definition has which the file calls `written`: a name, or one behind dots."""
        qualifier, _, name = written.rpartition(".")
        return self._names(path).original_name(Usage(name, qualifier))

    def means(self, path: str, written: str, home: str, name: str) -> bool:
        """Whether `written`, in the file `path`, surely is what the file `home` defines at its top as `name`."""
        key = path, written, home, name
        if key not in self._original_names:
            qualifier, _, last = written.rpartition(".")
            usage, names, place = Usage(last, qualifier), self._names(path), self._place(home)
            candidate = Candidate(name, name, "", "", 0, -1, place, language_of(home), test=False)
            sure = self.original_name(path, written) == name
            confidence = likelihood(usage, names, candidate, 1, self._resolver.world) if sure else 0.0
            self._original_names[key] = confidence >= (PROVED if self._is_script_beside(names.place, place) else _NAMED)
        return self._original_names[key]

    def _names(self, path: str) -> Names:
        if path not in self._all_names:
            language = language_of(path)
            imports = chunk(self.document(path)).imports if path in self._moved else None
            self._all_names[path] = self._resolver.names(self._place(path), language, imports)
        return self._all_names[path]

    def _is_script_beside(self, importer: ModulePlace, place: ModulePlace) -> bool:
        """Scripts of Python find what is beside them; in a package that would be something else."""
        beside = language_of(importer.path) == "python" and importer.folder == place.folder
        return beside and not self.exists(f"{place.folder}/__init__.py")

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self._catalogue)

    def _place(self, path: str) -> ModulePlace:
        """The file as imports name it."""
        if path not in self._places:
            self._places[path] = ModulePlace(
                path, self._namespace(path) if rules_of(language_of(path)).namespaces else ""
            )
        return self._places[path]

    def _namespace(self, path: str) -> str:
        if path not in self._moved:
            rows = self._catalogue.query("SELECT namespace FROM file WHERE path = ?", (path,))
            return str(rows[0][0]) if rows else ""
        changed = self._changed.get(path)
        text = changed.new or changed.old if changed is not None else self.text(path)
        return chunk(Document("", text or "", path=path, language=language_of(path))).namespace

    def tokens(self, path: str) -> tuple[list[Token], str]:
        """The tokens of a file and their shape."""
        if path not in self._tokens:
            document = self.document(path)
            found = tokens.tokens(document.text, document.language)
            self._tokens[path] = found, tokens.shape(found)
        return self._tokens[path]

    def users(self, name: str) -> list[str]:
        """The files, sorted, that may call, import or inherit from something of that name; none if too many do."""
        rows = self._catalogue.query(
            "SELECT DISTINCT file.path FROM reference JOIN chunk ON chunk.id = reference.chunk"
            " JOIN file ON file.id = chunk.file WHERE reference.name = ? LIMIT ?",
            (name, _MOST_FILES + 1),
        )
        return self._of_now(name, (str(row[0]) for row in rows))

    def mentioning(self, name: str) -> list[str]:
        """The files, sorted, in whose text the name stands as a word, in whatever role; none if too many have it."""
        whole = words.indexed(name).split()[-1:]
        rows = self._catalogue.query(
            "SELECT DISTINCT file.path FROM words JOIN chunk ON chunk.id = words.rowid"
            " JOIN file ON file.id = chunk.file WHERE words MATCH ? LIMIT ?",
            (f'"{whole[0] if whole else name}"', _MOST_FILES + 1),
        )
        return self._of_now(name, (str(row[0]) for row in rows))

    def definitions(self, name: str) -> list[str]:
        """The paths, sorted, once for each definition of that name."""
        if name not in self._definitions:
            self._definitions[name] = self._look_up_definitions(name)
        return self._definitions[name]

    def _look_up_definitions(self, name: str) -> list[str]:
        rows = self._catalogue.query(
            "SELECT file.path FROM definition JOIN chunk ON chunk.id = definition.chunk"
            " JOIN file ON file.id = chunk.file WHERE definition.name = ? LIMIT ?",
            (name, _MOST_FILES),
        )
        moved = self._moved
        return sorted([*(str(row[0]) for row in rows if row[0] not in moved), *self._defined_since.get(name, ())])

    @cached_property
    def _moved(self) -> frozenset[str]:
        """The files that the catalogue does not have as they are."""
        return frozenset((*self._changed, *self._stale))

    @cached_property
    def _defined_since(self) -> dict[str, list[str]]:
        """The definitions of those files, by their names."""
        found: dict[str, list[str]] = {}
        for path in self._moved:
            made = self.outline(path)
            for each in made.definitions if made is not None else ():
                found.setdefault(each.name, []).append(path)
        return found

    def similar(self, text: str, limit: int) -> list[FileLines]:
        """Where the rarest words of a text stand together, the likeliest first; only what no change has touched."""
        numbers = lookups.keywords(self._catalogue, text, limit)
        found = self._catalogue.chunks(numbers)
        return [
            FileLines(chunk.path, chunk.first_line - 1, chunk.last_line)
            for number in numbers
            if (chunk := found.get(number)) is not None and chunk.path not in self._moved
        ]

    def _of_now(self, name: str, paths: Iterable[str]) -> list[str]:
        """Those files, the stale and the changed ones in which the word stands now."""
        found = {path for path in paths if path not in self._changed}
        if len(found) > _MOST_FILES:
            return []
        word = re.compile(rf"(?<![\w$]){re.escape(name)}(?![\w$])")
        candidates = {*found, *self._words_since.get(name, ())}
        return sorted(path for path in candidates if word.search(self.text(path) or ""))

    @cached_property
    def _words_since(self) -> dict[str, list[str]]:
        """The files that the catalogue does not have as they are, by the words in them."""
        found: dict[str, list[str]] = {}
        for path in self._moved:
            for each in set(_WORD.findall(self.text(path) or "")):
                found.setdefault(each, []).append(path)
        return found
