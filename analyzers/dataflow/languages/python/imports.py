"""The links of a Python file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache

from reread.analyzers import syntax
from reread.analyzers.dataflow.cross_file.imports import Import, Links
from reread.analyzers.dataflow.languages.python.held_objects import held_objects, instances
from reread.analyzers.languages.python import imports_of
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
    for local, module, name, item in imports_of(node, tree.text):
        yield Import(local, module, name)
        if not name and item.type == "dotted_name" and item.named_child_count > 1:
            whole = "".join(tree.text(item).split())
            yield Import(whole, whole, "")
