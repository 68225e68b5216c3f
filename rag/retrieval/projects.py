"""Imports that apply to all files of a project: `global using` in C#."""

from __future__ import annotations

from collections.abc import Sequence

from reread.rag.imports.table import GLOBAL, Import
from reread.rag.index.catalogue import Query

_PROJECTS = "%.csproj"
"""The files in whose folders, and all below, projects are."""


class GlobalImports:
    """The imports in a workspace that apply to other files, from the catalogue."""

    def __init__(self, query: Query) -> None:
        rows = query(
            "SELECT file.path, file.language, local, module, member FROM import JOIN file ON file.id = import.file"
            " WHERE local >= ? AND local < ? ORDER BY file.path",
            (GLOBAL, GLOBAL + "\U0010ffff"),
        )
        projects = query("SELECT path FROM file WHERE path LIKE ?", (_PROJECTS,)) if rows else []
        self._projects = {_folder(path) for (path,) in projects}
        self._found: dict[tuple[str, str], list[Import]] = {}
        for path, language, local, module, member in rows:
            taken = Import(local.removeprefix(GLOBAL), module, member)
            self._found.setdefault((language, self._project(path)), []).append(taken)

    def of(self, language: str, path: str) -> Sequence[Import]:
        """The imports that a file gets from the others of its project."""
        return self._found.get((language, self._project(path)), ())

    def _project(self, path: str) -> str:
        """The folder of the project that a file belongs to; all of the workspace where there are no projects."""
        folder = _folder(path)
        while folder and folder not in self._projects:
            folder = _folder(folder)
        return folder


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
