"""Where Go packages are: in folders below the `go.mod` whose module path the import path begins with."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reread.analyzers.text import Document

if TYPE_CHECKING:
    from reread.server.imports.files import WorkspaceFiles

_MODULE = re.compile(r"^module\s+\"?([^\s\"]+)", re.M)


def resolve(files: WorkspaceFiles, document: Document, module: str) -> Iterator[str]:
    """The files of a package without its tests; of "" those of the document's own package."""
    own = os.path.dirname(document.path)
    folder = own if not module else _folder(files, own, module)
    if folder is None:
        return
    for name in sorted(files.names(folder)):
        path = os.path.join(folder, name)
        if name.endswith(".go") and not name.endswith("_test.go"):
            yield path


def _folder(files: WorkspaceFiles, own: str, module: str) -> str | None:
    for base in files.above(own):
        if "go.mod" in files.names(base):
            found = _MODULE.search(files.text(os.path.join(base, "go.mod")))
            name = "" if found is None else found[1]
            if name and (module == name or module.startswith(f"{name}/")):
                return os.path.join(base, *module[len(name) :].strip("/").split("/")).rstrip(os.sep)
    return None
