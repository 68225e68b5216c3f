"""The links of a Java file. A module is a class by its full name; other classes of the package need no import."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reread.analyzers import syntax
from reread.analyzers.dataflow.cross_file.imports import ANY_CLASS, EVERYTHING, Import, Links
from reread.analyzers.languages.java import imports_of
from reread.analyzers.syntax import Node, SyntaxTree

_NAMES = ("scoped_identifier", "identifier")
_TYPES = frozenset({"type_identifier", "scoped_type_identifier", "generic_type"})


@cache
def _query() -> syntax.Query:
    return syntax.query(
        "java",
        "(package_declaration) @package (import_declaration) @import [(class_declaration) (enum_declaration)] @class",
    )


def links_of(tree: SyntaxTree) -> Links:
    """Everything of a package is asked for by names: `EVERYTHING` of any class of the package as the module."""
    found = {
        name: sorted(nodes, key=lambda each: each.start_byte)
        for name, nodes in syntax.captures(_query(), tree.root).items()
    }
    package = next((_path(node, tree) for node in found.get("package", ())), "")
    imports = [each for node in found.get("import", ()) for each in _imports(node, tree)]
    imports.append(Import(EVERYTHING, f"{package}.{ANY_CLASS}".removeprefix("."), EVERYTHING))
    bases = {}
    for node in found.get("class", ()):
        name, superclass = node.child_by_field_name("name"), node.child_by_field_name("superclass")
        if name is not None and superclass is not None:
            typed = next((child for child in superclass.named_children if child.type in _TYPES), None)
            if typed is not None:
                bases[tree.text(name)] = (tree.text(typed).split("<")[0].strip(),)
    return Links(tuple(imports), bases=bases, package=package)


def is_standard(module: str) -> bool:
    """Whether a class, by its full name, came with Java or with what was a part of it."""
    return module.startswith(("java.", "javax.", "jakarta."))


def _path(node: Node, tree: SyntaxTree) -> str:
    path = next((tree.text(child) for child in node.named_children if child.type in _NAMES), "")
    return "".join(path.split())


def _imports(node: Node, tree: SyntaxTree) -> Iterator[Import]:
    is_static = any(child.type == "static" for child in node.children)
    for local, module, name, _ in imports_of(node, tree.text):
        if is_static:
            yield Import(local, module, f"{module.rpartition('.')[2]}.{name}")
        else:
            inner = ANY_CLASS if name == EVERYTHING else name
            yield Import(local, f"{module}.{inner}".removeprefix("."), name)
