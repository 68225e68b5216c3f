"""Where Java classes are: below the source root of the document, and in other modules."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from reread.analyzers.text import Document

if TYPE_CHECKING:
    from reread.server.imports.files import WorkspaceFiles

_PACKAGE = re.compile(r"^\s*package\s+([\w.]+)\s*;", re.M)
_SOURCES = "src/main/java"


def resolve(files: WorkspaceFiles, document: Document, module: str) -> Iterator[str]:
    """The file of a class by its full name; of `a.b.Outer.Inner` that of the outer one."""
    parts = module.split(".")
    if not parts[-1]:
        return
    wanted = [
        (os.sep.join(parts[:last]), f"{parts[last]}.java") for last in (len(parts) - 1, len(parts) - 2) if last >= 0
    ]
    for folder in (base(document), *files.source_roots(_SOURCES)):
        for inside, name in wanted:
            package = f"{folder}{os.sep}{inside}" if inside else folder
            if files.has(package, name):
                yield os.path.join(package, name)
                return


def base(document: Document) -> str:
    """The folder that the document's package begins in."""
    return _base(document.path, document.text)


@lru_cache(maxsize=16)
def _base(path: str, text: str) -> str:
    found = _PACKAGE.search(text)
    folder = os.path.dirname(path)
    for part in reversed(found[1].split(".")) if found else ():
        if os.path.basename(folder) != part:
            break
        folder = os.path.dirname(folder)
    return folder
