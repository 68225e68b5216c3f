"""Imports of Java: sorted among those of the same root package; nothing for `java.lang` and the file's own package."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reread.analyzers.findings import Need
from reread.analyzers.imports.style import (
    Imported,
    Style,
    after,
    head_of,
    line_ending,
    never_joins,
    sorted_place,
)
from reread.analyzers.languages.java import import_names
from reread.analyzers.syntax import Node, SyntaxTree

_NEED = re.compile(r"import (?P<path>[a-z]\w*(?:\.\w+)*\.(?P<name>\w+));")


def _read(statement: str) -> Need | None:
    match = _NEED.fullmatch(statement)
    return None if match is None else Need(statement, match["name"], match["path"])


def _imported(tree: SyntaxTree) -> list[Imported]:
    found: list[Imported] = []
    for node in _statements(tree):
        found += (Imported(name, path, node, None, 0, 2**62) for name, path in import_names(node, tree.text))
    package = next((node for node in tree.root.named_children if node.type == "package_declaration"), None)
    if package is not None and package.named_children:
        found.append(Imported("*", tree.text(package.named_children[-1]), package, None, 0, 2**62))
    return found


def _statements(tree: SyntaxTree) -> list[Node]:
    return [node for node in tree.root.named_children if node.type == "import_declaration" and not node.has_error]


def _path(node: Node, tree: SyntaxTree) -> str:
    return next((path for _, path in import_names(node, tree.text)), "")


def _is_static(node: Node) -> bool:
    return any(child.type == "static" for child in node.children)


def _may_go(imported: Imported, tree: SyntaxTree) -> bool:
    """An import only names; those of members may name several things at once."""
    statement = imported.statement
    return imported.name != "*" and statement.type == "import_declaration" and not _is_static(statement)


def _place(need: Need, found: Sequence[Imported], tree: SyntaxTree) -> tuple[int, str] | None:
    data = tree.document.data
    ending = line_ending(data)
    line = need.statement + ending
    kept = {each.statement.id for each in found}
    nodes = [node for node in _statements(tree) if node.id in kept and not _is_static(node)]
    root = need.path.partition(".")[0]
    alike = [node for node in nodes if _path(node, tree).partition(".")[0] == root] or nodes
    if alike:
        place = sorted_place(alike, [_path(node, tree) for node in alike], need.path, data)
        return None if place is None else (place[0], line)
    package = next((node for node in tree.root.named_children if node.type == "package_declaration"), None)
    if package is None:
        return head_of(data, (), (b"//", b"/*", b"*")), line + ending
    place_after = after(package, data)
    return None if place_after is None else (place_after, ending + line)


STYLE = Style(_read, _imported, _may_go, never_joins, _place, qualifies=True)
