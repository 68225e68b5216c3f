"""Imports of JavaScript and TypeScript: `import` or `require`, as the file does, with its quotes and semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reread.analyzers.findings import Need
from reread.analyzers.imports.style import Imported, Style, after, before, head_of, imports_query, line_ending, scope_of
from reread.analyzers.languages.javascript import imports_of
from reread.analyzers.syntax import Node, SyntaxTree, captures

_NEED = re.compile(r"""import (?:\* as (?P<all>[\w$]+)|\{ (?P<name>[\w$]+) \}) from "node:(?P<module>[\w/]+)";""")
_SCOPES = frozenset({"statement_block"})
_QUERY = """
(import_statement) @import
(variable_declarator value: (call_expression function: (identifier) @f (#eq? @f "require"))) @import
"""
_DECLARATIONS = ("lexical_declaration", "variable_declaration")
_BUILTIN = frozenset(
    {"assert", "buffer", "child_process", "cluster", "console", "crypto", "dgram", "dns", "domain", "events", "fs"}
    | {"fs/promises", "http", "http2", "https", "inspector", "module", "net", "os", "path", "perf_hooks", "process"}
    | {"punycode", "querystring", "readline", "stream", "string_decoder", "timers", "timers/promises", "tls", "tty"}
    | {"url", "util", "v8", "vm", "worker_threads", "zlib"}
)


def _read(statement: str) -> Need | None:
    """Only modules of Node itself: what else is installed nobody knows."""
    match = _NEED.fullmatch(statement)
    if match is None or match["module"] not in _BUILTIN:
        return None
    if match["all"]:
        return Need(statement, match["all"], match["module"])
    return Need(statement, match["name"], f"{match['module']}#{match['name']}")


def _imported(tree: SyntaxTree) -> list[Imported]:
    nodes = captures(imports_query(tree.language.name, _QUERY), tree.root).get("import", [])
    found: list[Imported] = []
    for node in sorted(nodes, key=lambda node: node.start_byte):
        found += _names(node, tree) if node.type == "import_statement" else _required(node, tree)
    return found


def _names(node: Node, tree: SyntaxTree) -> Iterator[Imported]:
    module = _module(node, tree)
    for local, _, name, item in imports_of(node, tree.text) if module else ():
        yield Imported(local, module if item is None else f"{module}#{name}", node, item, 0, 2**62)


def _required(declarator: Node, tree: SyntaxTree) -> Iterator[Imported]:
    module = _module(declarator, tree)
    target, statement = declarator.child_by_field_name("name"), declarator.parent
    if not module or target is None or statement is None:
        return
    start, end = scope_of(statement, _SCOPES)
    if target.type == "identifier":
        yield Imported(tree.text(target), module, statement, None, start, end)
    for item in target.named_children if target.type == "object_pattern" else ():
        name = item if item.type == "shorthand_property_identifier_pattern" else item.child_by_field_name("key")
        local = item if item.type == "shorthand_property_identifier_pattern" else item.child_by_field_name("value")
        if name is not None and local is not None:
            yield Imported(tree.text(local), f"{module}#{tree.text(name)}", statement, item, start, end)


def _module(node: Node, tree: SyntaxTree) -> str:
    source = _source(node)
    return "" if source is None else tree.text(source)[1:-1].removeprefix("node:")


def _source(node: Node) -> Node | None:
    """The text with the name of the module in an import, a declaration or a declarator."""
    if node.type == "import_statement":
        return node.child_by_field_name("source")
    declarator = _declarator(node) if node.type in _DECLARATIONS else node
    value = declarator.child_by_field_name("value") if declarator is not None else None
    function = value.child_by_field_name("function") if value is not None else None
    arguments = value.child_by_field_name("arguments") if value is not None else None
    if function is None or arguments is None or function.type != "identifier" or arguments.named_child_count != 1:
        return None
    return arguments.named_children[0] if arguments.named_children[0].type == "string" else None


def _declarator(statement: Node) -> Node | None:
    inner = [child for child in statement.named_children if child.type == "variable_declarator"]
    return inner[0] if len(inner) == 1 else None


def _may_go(imported: Imported, tree: SyntaxTree) -> bool:
    """Modules of Node itself do nothing when they are imported."""
    node = imported.statement
    if node.type in _DECLARATIONS and _declarator(node) is None:
        return False
    return imported.path.partition("#")[0] in _BUILTIN and node.parent == tree.root


def _joins(need: Need, found: Sequence[Imported], tree: SyntaxTree) -> tuple[Imported, str] | None:
    """`import { a } from "m"` and `const { a } = require("m")` take one more name."""
    module, _, name = need.path.partition("#")
    for each in found:
        node = each.statement
        is_single = node.type == "import_statement" or _declarator(node) is not None
        if name and each.item is not None and node.parent == tree.root and is_single and _module(node, tree) == module:
            return each, name
    return None


def _place(need: Need, found: Sequence[Imported], tree: SyntaxTree) -> tuple[int, str] | None:
    kept = {each.statement.id for each in found}
    imports = [node for node in tree.root.named_children if node.type == "import_statement"]
    required = [node for node in tree.root.named_children if node.type in _DECLARATIONS and _source(node) is not None]
    is_module = bool(imports) or (not required and _is_module(tree))
    if not is_module and not required:
        return None
    data = tree.document.data
    block = imports if is_module else _first_run(required, tree)
    line = _line(need, block[0] if block else None, is_module, tree)
    ending = line_ending(data)
    remaining = [node for node in block if node.id in kept] or block
    if not block:
        first = _without_imports(tree)
        return None if first is None else (first, line + ending * 2)
    builtin = [node for node in remaining if _module(node, tree) in _BUILTIN]
    if not builtin:
        return before(block[0], data), line + ending
    place = after(builtin[-1], data)
    return None if place is None else (place, line + ending)


def _first_run(required: list[Node], tree: SyntaxTree) -> list[Node]:
    """The declarations with `require` that stand together at the beginning."""
    run: list[Node] = []
    for node in tree.root.named_children:
        if node in required:
            run.append(node)
        elif run and node.type != "comment":
            break
    return run


def _is_module(tree: SyntaxTree) -> bool:
    path = tree.document.path or tree.document.uri
    if path.endswith((".cjs", ".cts")):
        return False
    exports = any(node.type == "export_statement" for node in tree.root.named_children)
    return exports or tree.language.name != "javascript" or path.endswith(".mjs")


def _line(need: Need, other: Node | None, is_module: bool, tree: SyntaxTree) -> str:
    """The import as the file writes the other ones."""
    module, _, name = need.path.partition("#")
    source = _source(other) if other is not None else None
    quote = tree.text(source)[0] if source is not None else '"'
    plain = other is not None and not _uses_prefix(tree) and _any_builtin(tree)
    path = f"{quote}{'' if plain else 'node:'}{module}{quote}"
    end = "" if other is not None and not tree.text(other).rstrip().endswith(";") else ";"
    what = f"{{ {name} }}" if name else need.name
    if is_module:
        return f"import {what if name else f'* as {what}'} from {path}{end}"
    return f"const {what} = require({path}){end}"


def _uses_prefix(tree: SyntaxTree) -> bool:
    return b'"node:' in tree.document.data or b"'node:" in tree.document.data


def _any_builtin(tree: SyntaxTree) -> bool:
    return any(each.path.partition("#")[0] in _BUILTIN for each in _imported(tree))


def _without_imports(tree: SyntaxTree) -> int | None:
    data = tree.document.data
    if tree.code is not data:
        return _in_script(tree)
    directive: Node | None = None
    for node in tree.root.named_children:
        if node.type == "expression_statement" and node.named_children and node.named_children[0].type == "string":
            directive = node
        elif node.type not in ("comment", "hash_bang_line"):
            break
    place = after(directive, data) if directive is not None else None
    return head_of(data, (b"#!",), (b"//", b"/*", b"*")) if place is None else place


def _in_script(tree: SyntaxTree) -> int | None:
    """Before the first statement of a file in which code stands among other text; None if the tag is beside it."""
    statements = (
        node for node in tree.root.named_children if node.type != "comment" and tree.is_written(node.start_byte)
    )
    first = next(statements, None)
    place = None if first is None else before(first, tree.document.data)
    return None if first is None or tree.document.data[place : first.start_byte].strip() else place


STYLE = Style(_read, _imported, _may_go, _joins, _place)
