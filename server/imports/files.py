"""Workspace files that others import: found by path, read on demand, cached while unchanged.

Nothing outside the workspace folder is read, and nothing that was not written by hand. `reread check` makes one of
these for a run; the editor keeps one, whose open documents come before what is on disk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Set
from importlib import import_module
from typing import NamedTuple, TypeAlias

from reread.analyzers.owned_files import digest
from reread.analyzers.roles import Role, role_of
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server import textfile

MOST_FILES = 60
"""Files that one import may stand for: those of a package of Go."""
_MOST_DIRECTORIES = 3_000
_DEEPEST = 5
_OTHERS = frozenset({"node_modules", "bower_components", "site-packages", "__pycache__", ".git", ".venv", "venv"})
_RESOLVERS = {
    "python": "python",
    "javascript": "javascript",
    "typescript": "javascript",
    "tsx": "javascript",
    "go": "go",
    "java": "java",
}

Overlay = Callable[[str], Document | bytes | None]
"""What stands for the file of an absolute path instead of what is on disk: a document, its content, or nothing."""

Links: TypeAlias = dict[str, tuple[bytes, dict[str, tuple[str, ...]]]]
"""The hash of each file by its path, and the paths that the modules it imports stand for."""


def is_followed(language: str) -> bool:
    """Whether imports of a language are followed to their files."""
    return language in _RESOLVERS


class _Read(NamedTuple):
    """A file as it was read: when it was changed, its size, and its text, None for one that is not looked into."""

    modified: int
    size: int
    document: Document | None


class WorkspaceFiles:
    """Implements `analyzers.dataflow.cross_file.modules.Files` for one folder."""

    def __init__(self, root: str, maximum_size: int, overlay: Overlay | None = None) -> None:
        self.root = os.path.abspath(root)
        self._real_root = os.path.realpath(root)
        self._maximum_size = maximum_size
        self._overlay = overlay
        self._found: dict[tuple[str, str, str], tuple[str, ...]] = {}
        self._listings: dict[str, frozenset[str]] = {}
        self._read: dict[str, _Read] = {}
        self._looked_at: dict[str, Document | None] = {}
        self._source_roots: dict[str, tuple[str, ...]] = {}
        self._questions: dict[str, dict[str, tuple[str, ...]]] = {}
        self._redirected: set[str] = set()

    def refresh(self) -> set[str]:
        """Before another look: what is on disk is asked for again. The paths of files that were read and have another
        text now.
        """
        before = {path: document for path, document in self._looked_at.items() if document is not None}
        self._found.clear()
        self._listings.clear()
        self._looked_at.clear()
        self._source_roots.clear()
        changed = {path for path, document in before.items() if not _same(self.document(path), document)}
        for path in self._read.keys() - before.keys():
            del self._read[path]
        return changed

    def find(self, document: Document, module: str) -> tuple[Document, ...]:
        """The files that a module stands for in a file, in an order that is always the same."""
        paths = self._resolved(document, module)
        self._note(document.path or "", module, paths)
        return self._documents(document, paths)

    def importers(self, changed: Set[str]) -> set[str]:
        """Some files, those that import them, directly or not, and those for which a module stands for other files now
        than when they asked.
        """
        importing: dict[str, set[str]] = {}
        for path, answers in self._questions.items():
            document = self._document(path)
            for module in answers:
                paths = () if document is None else self._resolved(document, module)
                self._note(path, module, paths)
                for each in paths:
                    importing.setdefault(each, set()).add(path)
        reached = {*changed, *self._redirected}
        self._redirected.clear()
        ahead = list(reached)
        while ahead:
            new = importing.get(ahead.pop(), set()) - reached
            reached |= new
            ahead += new
        return reached

    def _note(self, path: str, module: str, paths: tuple[str, ...]) -> None:
        answers = self._questions.setdefault(path, {})
        if answers.get(module, paths) != paths:
            self._redirected.add(path)
        answers[module] = paths

    def links(self) -> Links:
        """What was asked since the last time, with the files that it was about."""
        questions, self._questions = self._questions, {}
        asked = {path: {name: self.paths(path, name) for name in names} for path, names in questions.items()}
        found = {path: None for names in asked.values() for paths in names.values() for path in paths}
        return {path: (self.digest(path), asked.get(path, {})) for path in (*asked, *found)}

    def paths(self, path: str, module: str) -> tuple[str, ...]:
        """The paths of the files that a module stands for in the file of a path."""
        document = self.document(path)
        if document is None:
            return ()
        return tuple(each.path or "" for each in self._documents(document, self._resolved(document, module)))

    def digest(self, path: str) -> bytes:
        """The hash of the text of a file; b"" for one that is not looked into."""
        document = self.document(path)
        return b"" if document is None else digest(document.data)

    def _resolved(self, document: Document, module: str) -> tuple[str, ...]:
        resolver = _RESOLVERS.get(document.language)
        if resolver is None or not document.path:
            return ()
        language = import_module(f"reread.server.imports.{resolver}")
        key = (language.base(document) if resolver == "java" else os.path.dirname(document.path), resolver, module)
        paths = self._found.get(key)
        if paths is None:
            paths = self._found[key] = tuple(language.resolve(self, document, module))
        return paths

    def _documents(self, document: Document, paths: tuple[str, ...]) -> tuple[Document, ...]:
        documents = (self.document(path) for path in paths if path != document.path)
        return tuple(each for each in documents if each is not None)[:MOST_FILES]

    def exists(self, path: str) -> bool:
        """True for a file below the root that is on disk or stands for one that is not there yet."""
        return self.has(*os.path.split(path))

    def has(self, folder: str, name: str) -> bool:
        """The same of a file by its folder and name."""
        if name in self.names(folder):
            return True
        if self._overlay is None or not self.holds(folder):
            return False
        return self._overlay(os.path.join(folder, name)) is not None

    def names(self, folder: str) -> frozenset[str]:
        """The names in a folder below the root; none in others."""
        found = self._listings.get(folder)
        if found is None:
            names: list[str] = []
            if self.holds(folder):
                try:
                    names = os.listdir(folder)
                except OSError:
                    names = []
            found = self._listings[folder] = frozenset(names)
        return found

    def holds(self, path: str) -> bool:
        """True for the root and what is below it, but for what others have written."""
        if path == self.root:
            return True
        if not path.startswith(os.path.join(self.root, "")):
            return False
        return _OTHERS.isdisjoint(path[len(self.root) :].split(os.sep))

    def above(self, folder: str) -> Iterator[str]:
        """A folder and those above it, up to the root."""
        while self.holds(folder):
            yield folder
            if folder == self.root:
                return
            folder = os.path.dirname(folder)

    def source_roots(self, ending: str) -> tuple[str, ...]:
        """The folders whose path ends so (`src/main/java`), sorted; those far down are not looked for."""
        found = self._source_roots.get(ending)
        if found is None:
            found = self._source_roots[ending] = tuple(sorted(self._ending(ending)))
        return found

    def _ending(self, ending: str) -> Iterator[str]:
        first = ending.split("/")[0]
        level, seen = [self.root], 0
        for _ in range(_DEEPEST):
            following: list[str] = []
            for folder in level:
                names = self.names(folder)
                if first in names and os.path.isdir(path := os.path.join(folder, *ending.split("/"))):
                    yield path
                seen += 1
                if seen > _MOST_DIRECTORIES:
                    return
                inner = (os.path.join(folder, name) for name in sorted(names) if name[:1] != "." and name != first)
                following += (path for path in inner if "." not in os.path.basename(path) and os.path.isdir(path))
            level = following

    def document(self, path: str) -> Document | None:
        """The text of a file below the root; None for what is not there or is not looked into."""
        if path not in self._looked_at:
            self._looked_at[path] = self._document(path)
        return self._looked_at[path]

    def same(self, document: Document) -> Document | None:
        """What others see of a document, where that is the same text."""
        found = self.document(document.path) if document.path else None
        return found if _same(found, document) and document.language == language_of(document.path or "") else None

    def text(self, path: str) -> str:
        """The text of a small file that says how others are found; "" where there is none."""
        try:
            return textfile.read(path, 200_000, self.root).text if self._is_inside(path) else ""
        except textfile.UnreadableFileError:
            return ""

    def _is_inside(self, path: str) -> bool:
        real = os.path.realpath(path)
        return self.holds(path) and real.startswith(os.path.join(self._real_root, ""))

    def _document(self, path: str) -> Document | None:
        instead = None if self._overlay is None else self._overlay(path)
        if isinstance(instead, Document):
            return instead
        try:
            if instead is not None:
                known = self._read.get(path)
                document = self._made(path, textfile.decode(instead, path, self._maximum_size).text)
                return known.document if known is not None and _same(known.document, document) else document
            if not self._is_inside(path):
                return None
            status = os.stat(path)
            known = self._read.get(path)
            if known is None or (known.modified, known.size) != (status.st_mtime_ns, status.st_size):
                document = self._made(path, textfile.read(path, self._maximum_size, self.root).text)
                known = self._read[path] = _Read(status.st_mtime_ns, status.st_size, document)
            return known.document
        except (OSError, textfile.UnreadableFileError):
            return None

    def _made(self, path: str, text: str) -> Document | None:
        document = Document(path, text, path=path, language=language_of(path))
        role = role_of(os.path.relpath(path, self.root).replace(os.sep, "/"), document.data)
        return None if role is Role.FOREIGN else document


def _same(one: Document | None, other: Document | None) -> bool:
    return one is other or (one is not None and other is not None and one.text == other.text)


def overlay_of(texts: Mapping[str, bytes]) -> Overlay | None:
    """The contents of some files by their absolute paths, which stand for those on disk."""
    return texts.get if texts else None
