"""Where Python modules are: packages, source folders and, for relative imports, beside the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reread.analyzers.text import Document

if TYPE_CHECKING:
    from reread.server.imports.files import WorkspaceFiles

_SOURCES = ("src", "lib", "python")


def resolve(files: WorkspaceFiles, document: Document, module: str) -> Iterator[str]:
    """The file of `a.b`, or of `..a.b` as seen from the document: a module, or the `__init__` of a package.

    Absolute names are looked for where the package of the document begins, then in the folders above it and in their
    source folders.
    """
    folder = os.path.dirname(document.path)
    name = module.lstrip(".")
    levels = len(module) - len(name)
    if levels:
        for _ in range(levels - 1):
            folder = os.path.dirname(folder)
        yield from _module(files, folder, name)
        return
    start = folder
    while "__init__.py" in files.names(start) and start != files.root:
        start = os.path.dirname(start)
    for base in files.above(start):
        found = list(_module(files, base, name))
        for source in _SOURCES:
            if not found and source in files.names(base):
                found = list(_module(files, os.path.join(base, source), name))
        if found:
            yield from found
            return


def _module(files: WorkspaceFiles, folder: str, name: str) -> Iterator[str]:
    path = os.path.join(folder, *name.split(".")) if name else folder
    for candidate in (*([f"{path}.py"] if name else []), os.path.join(path, "__init__.py")):
        if files.exists(candidate):
            yield candidate
            return
