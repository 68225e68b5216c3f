"""Imports of Python, in the order of isort: the standard library, other packages, the project's own modules."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence

from reread.analyzers.findings import Need
from reread.analyzers.imports.style import (
    Imported,
    Style,
    after,
    before,
    head_of,
    imports_query,
    line_ending,
    scope_of,
    sorted_place,
)
from reread.analyzers.languages.python import imports_of
from reread.analyzers.syntax import Node, SyntaxTree, captures

_NEED = re.compile(r"import (?P<module>\w+)|from (?P<from>\w+(?:\.\w+)*) import (?P<name>\w+)")
_KINDS = ("import_statement", "import_from_statement")
_SCOPES = frozenset({"function_definition", "lambda"})
_QUERY = "[(import_statement) (import_from_statement)] @import"
_NO_SIDE_EFFECT = sys.stdlib_module_names - {"this", "antigravity", "readline", "rlcompleter"}


def _read(statement: str) -> Need | None:
    match = _NEED.fullmatch(statement)
    if match is None:
        return None
    if match["module"]:
        return Need(statement, match["module"], match["module"])
    return Need(statement, match["name"], f"{match['from']}.{match['name']}")


def _imported(tree: SyntaxTree) -> list[Imported]:
    nodes = captures(imports_query("python", _QUERY), tree.root).get("import", [])
    return [each for node in sorted(nodes, key=lambda node: node.start_byte) for each in _names(node, tree)]


def _names(node: Node, tree: SyntaxTree) -> Iterator[Imported]:
    start, end = scope_of(node, _SCOPES)
    for local, module, name, item in imports_of(node, tree.text):
        path = module if not name else module.rstrip(".") if name == "*" else f"{module}.{name}"
        yield Imported(local, path, node, item, start, end)


def _may_go(imported: Imported, tree: SyntaxTree) -> bool:
    """Only modules of the standard library: others may do something when they are imported, or be imported from here.

    An import under its own name (`import a as a`), with a comment, or in an `__init__.py` is there for others.
    """
    node, item = imported.statement, imported.item
    path = tree.document.path or tree.document.uri
    line = tree.document.data[node.end_byte : tree.document.data.find(b"\n", node.end_byte)]
    if item is None or path.endswith("__init__.py") or b"#" in line or node.parent is None:
        return False
    alias = item.child_by_field_name("alias")
    own = alias is not None and tree.text(alias) == imported.path.rpartition(".")[2]
    return not own and node.parent.type == "module" and _module(node, tree).partition(".")[0] in _NO_SIDE_EFFECT


def _joins(need: Need, found: Sequence[Imported], tree: SyntaxTree) -> tuple[Imported, str] | None:
    """`from a import b` takes one more name."""
    module = _NEED.fullmatch(need.statement)
    if module is None or not module["from"]:
        return None
    for each in found:
        node = each.statement
        is_list = node.type == "import_from_statement" and each.item is not None
        if is_list and node.parent == tree.root and _module(node, tree) == module["from"]:
            return each, need.name
    return None


def _place(need: Need, found: Sequence[Imported], tree: SyntaxTree) -> tuple[int, str] | None:
    data = tree.document.data
    ending = line_ending(data)
    line = need.statement + ending
    kept = {each.statement.id for each in found}
    block = _block(tree)
    nodes = [node for node in block if node.id in kept]
    if not nodes:
        return (before(block[0], data), line) if block else _without_imports(line, ending, tree)
    wanted = _section(_path(need.statement))
    same = [node for node in nodes if _section(_module(node, tree)) == wanted]
    if not same:
        later = next((node for node in nodes if _section(_module(node, tree)) > wanted), None)
        if later is not None:
            return before(later, data), line + ending
        place = after(nodes[-1], data)
        return None if place is None else (place, ending + line)
    kind = "import_from_statement" if need.statement.startswith("from") else "import_statement"
    alike = [node for node in same if node.type == kind]
    if not alike:
        place = before(same[0], data) if kind == "import_statement" else after(same[-1], data)
        return None if place is None else (place, line)
    found_place = sorted_place(alike, [_module(node, tree).lower() for node in alike], _path(need.statement), data)
    return None if found_place is None else (found_place[0], line)


def _block(tree: SyntaxTree) -> list[Node]:
    """The imports that stand together at the beginning of a module."""
    nodes: list[Node] = []
    for node in tree.root.named_children:
        if node.type in _KINDS:
            nodes.append(node)
        elif nodes and node.type != "comment":
            break
    return nodes


def _without_imports(line: str, ending: str, tree: SyntaxTree) -> tuple[int, str] | None:
    """Behind the text at the beginning and `from __future__`, with blank lines as code has them."""
    data = tree.document.data
    head: Node | None = None
    following: Node | None = None
    for node in tree.root.named_children:
        if node.type == "future_import_statement" or (node.type == "string" and head is None):
            head = node
        elif node.type != "comment":
            following = node
            break
    definitions = ("function_definition", "class_definition", "decorated_definition")
    blank = ending * 2 if following is not None and following.type in definitions else ending
    if head is None:
        return head_of(data, (b"#!", b"# -*-", b"# coding"), (b"#",)), line + blank
    place = after(head, data)
    if place is None:
        return None
    has_blank = data[place:].lstrip(b" \t\r").startswith(b"\n")
    return place, ending + line if has_blank else ending + line + blank


def _module(node: Node, tree: SyntaxTree) -> str:
    module = node.child_by_field_name("module_name") or node.child_by_field_name("name")
    inner = module.child_by_field_name("name") if module is not None else None
    return "" if module is None else tree.text(inner or module)


def _path(statement: str) -> str:
    return statement.split()[1]


def _section(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1


STYLE = Style(_read, _imported, _may_go, _joins, _place)
