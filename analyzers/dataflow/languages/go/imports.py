"""The links of a Go file. What it embeds counts as what a type builds on."""

from __future__ import annotations

import re
from functools import cache

from reread.analyzers import syntax
from reread.analyzers.dataflow.cross_file.imports import EVERYTHING, Import, Links
from reread.analyzers.dataflow.languages.go.structs import declared
from reread.analyzers.languages.go import imports_of
from reread.analyzers.syntax import SyntaxTree

_VERSION = re.compile(r"v\d+")


@cache
def _query() -> syntax.Query:
    return syntax.query("go", "(import_spec) @import")


def links_of(tree: SyntaxTree) -> Links:
    """The other files of the package are the module ""."""
    found = syntax.captures(_query(), tree.root)
    imports = [Import(EVERYTHING, "", EVERYTHING)]
    for node in sorted(found.get("import", ()), key=lambda each: each.start_byte):
        for local, module, name, _ in imports_of(node, tree.text):
            if node.child_by_field_name("name") is None:
                local = _usual_name(module)
            if local not in ("", "_"):
                imports.append(Import(local, module, name))
    known = declared(tree)
    bases = {name: struct.embedded for name, struct in known.structs.items() if name and struct.embedded}
    return Links(tuple(imports), bases=bases, declared=known)


def is_standard(module: str) -> bool:
    """Whether a package, by its path, is of the standard library: only there the first part has no dot."""
    return bool(module) and "." not in module.partition("/")[0]


def _usual_name(module: str) -> str:
    """The name of a package is nearly always the last part of its path, the version left out."""
    parts = [part for part in module.split("/") if part]
    while len(parts) > 1 and _VERSION.fullmatch(parts[-1]):
        parts.pop()
    return parts[-1].split(".")[0] if parts else ""
