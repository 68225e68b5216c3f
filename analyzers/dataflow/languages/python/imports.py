"""The links of a Python file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache

from reread.analyzers import syntax
from reread.analyzers.dataflow.cross_file.imports import EVERYTHING, Import, Links
from reread.analyzers.dataflow.languages.python.held_objects import held_objects, instances
from reread.analyzers.syntax import Node, SyntaxTree


@cache
def _query() -> syntax.Query:
    return syntax.query(
        "python",
        "[(import_statement) (import_from_statement)] @import (class_definition superclasses: (argument_list)) @class",
    )


def links_of(tree: SyntaxTree) -> Links:
    """Imports wherever they stand, in functions too."""
    found = syntax.captures(_query(), tree.root)
    imports: list[Import] = []
    for node in sorted(found.get("import", ()), key=lambda each: each.start_byte):
        if not node.has_error:
            imports += _imports(node, tree)
    bases = {}
    for node in sorted(found.get("class", ()), key=lambda each: each.start_byte):
        name, listed = node.child_by_field_name("name"), node.child_by_field_name("superclasses")
        if name is not None and listed is not None:
            kinds = ("identifier", "attribute")
            bases[tree.text(name)] = tuple(tree.text(each) for each in listed.named_children if each.type in kinds)
    return Links(tuple(imports), bases=bases, declared=held_objects(tree), instances=instances(tree))


def is_standard(module: str) -> bool:
    """Whether a module, as it is imported, is of the standard library."""
    return module.partition(".")[0] in sys.stdlib_module_names


def _imports(node: Node, tree: SyntaxTree) -> Iterator[Import]:
    module_name = node.child_by_field_name("module_name")
    module = None if module_name is None else "".join(tree.text(module_name).split())
    for each in node.children_by_field_name("name"):
        alias = each.child_by_field_name("alias")
        written = each.child_by_field_name("name") if each.type == "aliased_import" else each
        name = "" if written is None else "".join(tree.text(written).split())
        if module is not None:
            yield Import(name if alias is None else tree.text(alias), module, name)
        elif alias is not None:
            yield Import(tree.text(alias), name, "")
        else:
            yield Import(name.partition(".")[0], name.partition(".")[0], "")
            if "." in name:
                yield Import(name, name, "")
    if module is not None and any(child.type == "wildcard_import" for child in node.named_children):
        yield Import(EVERYTHING, module, EVERYTHING)
