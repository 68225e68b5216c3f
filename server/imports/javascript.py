"""Where JavaScript and TypeScript modules are: relative paths, and `@/` for the source folder of the package."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reread.analyzers.text import Document

if TYPE_CHECKING:
    from reread.server.imports.files import WorkspaceFiles

_ENDINGS = (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs")
_WRITTEN = {".js": (".ts", ".tsx"), ".jsx": (".tsx",), ".mjs": (".mts",), ".cjs": (".cts",)}
"""What stands on disk for what TypeScript writes in an import."""


def resolve(files: WorkspaceFiles, document: Document, module: str) -> Iterator[str]:
    """The file of `./a`: as written, with an ending, or the `index` of a folder. Packages are not looked for."""
    if module.startswith(("./", "../")) or module in (".", ".."):
        yield from _file(files, os.path.normpath(os.path.join(os.path.dirname(document.path), module)))
    elif module.startswith(("@/", "~/")):
        for folder in files.above(os.path.dirname(document.path)):
            if "package.json" in files.names(folder) or folder == files.root:
                for base in (os.path.join(folder, "src"), folder):
                    found = list(_file(files, os.path.join(base, module[2:])))
                    if found:
                        yield from found
                        return


def _file(files: WorkspaceFiles, path: str) -> Iterator[str]:
    stem, ending = os.path.splitext(path)
    candidates = [path] if ending in _ENDINGS else []
    candidates += (stem + other for other in _WRITTEN.get(ending, ()))
    candidates += (path + other for other in _ENDINGS)
    candidates += (os.path.join(path, f"index{other}") for other in _ENDINGS)
    for candidate in candidates:
        if files.exists(candidate):
            yield candidate
            return
