"""Python: modules are files, packages are folders, and `__init__.py` re-exports names."""

from __future__ import annotations

import sys
from functools import lru_cache

from reread.analyzers.languages.python import imports_of
from reread.rag.imports.table import ImportRules, ModulePlace, as_written, tail

LANGUAGES = ("python",)

_ENDINGS = (".py", ".pyi", ".pyw")
_ROOTS = frozenset({"src", "lib", "python", "source"})


@lru_cache(maxsize=4_096)
def _module_of(path: str) -> tuple[str, ...]:
    """The names of a file's module, from the root of the workspace."""
    ending = next((ending for ending in _ENDINGS if path.endswith(ending)), "")
    if not ending:
        return ()
    parts = tuple(path[: -len(ending)].split("/"))
    return parts[:-1] if parts[-1] == "__init__" else parts


def _reach(module: str, importer: ModulePlace, candidate: ModulePlace) -> float:
    found = _module_of(candidate.path)
    if not found:
        return 0.0
    names = module.lstrip(".")
    wanted = tuple(names.split(".")) if names else ()
    dots = len(module) - len(names)
    if dots:
        package = importer.path.split("/")[:-dots]
        return 1.0 if found == (*package, *wanted) else 0.0
    if tail(found, wanted) < len(wanted):
        # The workspace may be the folder of the package itself; that alone proves nothing.
        inside = len(wanted) > 1 and found == wanted[1:] and wanted[0] not in sys.stdlib_module_names
        return 0.7 if inside else 0.0
    root = found[: len(found) - len(wanted)]
    if not root or root[-1] in _ROOTS:
        return 1.0
    if len(wanted) == 1:
        # A script finds what is beside it; the standard library comes first everywhere else.
        beside = root == tuple(importer.folder.split("/"))
        return 0.0 if wanted[0] in sys.stdlib_module_names else 0.85 if beside else 0.4
    return 1.0 if root == tuple(importer.path.split("/")[: len(root)]) else 0.8


RULES = ImportRules(
    kinds=frozenset({"import_statement", "import_from_statement"}),
    read=as_written(imports_of),
    reach=_reach,
    selves=frozenset({"self", "cls"}),
    nested=True,
)
