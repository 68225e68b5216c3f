"""Imports of Go: in the block of imports, those of the standard library together and sorted, as gofmt leaves them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reread.analyzers.findings import Need
from reread.analyzers.imports.style import (
    Imported,
    Style,
    after,
    before,
    line_ending,
    never_joins,
    sorted_place,
)
from reread.analyzers.languages.go import imports_of
from reread.analyzers.syntax import Node, SyntaxTree

_NEED = re.compile(r'import (?:(?P<name>\w+) )?"(?P<path>[\w./-]+)"')


def _read(statement: str) -> Need | None:
    match = _NEED.fullmatch(statement)
    return None if match is None else Need(statement, match["name"] or _package(match["path"]), match["path"])


def _package(path: str) -> str:
    """The usual name of a package. Parts such as `v2` are the version of the one before."""
    parts = path.split("/")
    return parts[-2] if len(parts) > 1 and re.fullmatch(r"v\d+", parts[-1]) else parts[-1]


def _imported(tree: SyntaxTree) -> list[Imported]:
    found = []
    for statement, spec in _specs(tree):
        if spec.has_error:
            continue
        for local, path, _, _ in imports_of(spec, tree.text):
            if local not in ("_", "*"):
                found.append(Imported(local, path, statement, None, 0, 2**62))
    return found


def _specs(tree: SyntaxTree) -> list[tuple[Node, Node]]:
    """The imports, each with what is on lines of its own: a line of a block, or the whole declaration."""
    found = []
    for node in tree.root.named_children:
        for child in node.named_children if node.type == "import_declaration" else ():
            if child.type == "import_spec":
                found.append((node, child))
            elif child.type == "import_spec_list":
                found += [(spec, spec) for spec in child.named_children if spec.type == "import_spec"]
    return found


def _path(spec: Node, tree: SyntaxTree) -> str:
    path = spec.child_by_field_name("path")
    return "" if path is None else tree.text(path)[1:-1]


def _may_go(imported: Imported, tree: SyntaxTree) -> bool:
    """Go does not even compile a file with an import that nothing uses."""
    return imported.path != "C"


def _place(need: Need, found: Sequence[Imported], tree: SyntaxTree) -> tuple[int, str] | None:
    data = tree.document.data
    ending = line_ending(data)
    spec = need.statement.removeprefix("import ")
    specs = [(statement, each) for statement, each in _specs(tree) if _path(each, tree) != "C"]
    if not specs:
        package = next((node for node in tree.root.named_children if node.type == "package_clause"), None)
        place = after(package, data) if package is not None else None
        return None if place is None else (place, f"{ending}import {spec}{ending}")
    if specs[0][0].type == "import_declaration":
        place = after(specs[0][0], data)
        return None if place is None else (place, f"import {spec}{ending}")
    block = [each for statement, each in specs if statement == each]
    group = _group(block, _is_standard(need.path), tree)
    if group is None and _is_standard(need.path):
        return before(block[0], data), f"\t{spec}{ending}{ending}"
    if group is None:
        place = after(block[-1], data)
        return None if place is None else (place, f"{ending}\t{spec}{ending}")
    place_found = sorted_place(group, [_path(each, tree) for each in group], need.path, data)
    return None if place_found is None else (place_found[0], f"\t{spec}{ending}")


def _is_standard(path: str) -> bool:
    """Whether a package is of the standard library, whose paths do not begin with the name of a host."""
    return "." not in path.partition("/")[0]


def _group(block: Sequence[Node], is_standard: bool, tree: SyntaxTree) -> list[Node] | None:
    """The first lines that follow each other with packages of that kind."""
    group: list[Node] = []
    for spec in block:
        if group and spec.start_point[0] > group[-1].end_point[0] + 1:
            break
        if _is_standard(_path(spec, tree)) == is_standard:
            group.append(spec)
        elif group:
            break
    return group or None


STYLE = Style(_read, _imported, _may_go, never_joins, _place)
