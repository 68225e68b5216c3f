"""The links of a file of JavaScript or TypeScript: modules of ECMAScript and of CommonJS."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from reread.analyzers import syntax
from reread.analyzers.dataflow.cross_file.imports import EVERYTHING, Import, Links
from reread.analyzers.dataflow.languages.javascript.class_fields import declared_classes
from reread.analyzers.languages.javascript import imports_of, required
from reread.analyzers.syntax import Node, SyntaxTree

DEFAULT = "default"
LOADERS = frozenset({"import", "require"})
_LOADED = re.compile(
    rb"(^(?:const|let|var)\b[^\n]*?)?\b(?:import|require)\s*\(\s*(?:/\*[^*]*\*/\s*)?([\"'])([.@~][^\"'\n]*)\2",
    re.MULTILINE,
)
"""A module of the project that is loaded where it is used, where its path is its name; not by a line of the module."""
_NODE = frozenset(
    {"assert", "async_hooks", "buffer", "child_process", "cluster", "console", "crypto", "dgram", "dns", "events", "fs"}
    | {"http", "http2", "https", "inspector", "module", "net", "os", "path", "perf_hooks", "process", "punycode"}
    | {"querystring", "readline", "repl", "stream", "string_decoder", "timers", "tls", "tty", "url", "util", "v8", "vm"}
    | {"worker_threads", "zlib"}
)
_DECLARATIONS = frozenset(
    {"function_declaration", "generator_function_declaration", "class_declaration", "abstract_class_declaration"}
)
_FUNCTIONS = frozenset({"function_expression", "arrow_function", "generator_function", "class"})


@cache
def _query(language: str) -> syntax.Query:
    kinds = ("class_declaration", "class", "abstract_class_declaration")
    classes = " ".join(f"({kind})" for kind in kinds if syntax.has_kind(language, kind))
    return syntax.query(
        language,
        "(import_statement) @import (export_statement) @export (variable_declarator value: (_)) @variable "
        f"(assignment_expression left: (member_expression)) @assigned [{classes}] @class",
    )


def links_of(tree: SyntaxTree) -> Links:
    """Of CommonJS what is taken from `require` and what is put into `exports` and `module.exports`."""
    found = {
        name: sorted(nodes, key=lambda each: each.start_byte)
        for name, nodes in syntax.captures(_query(tree.language.name), tree.root).items()
    }
    importing = [*found.get("import", ()), *found.get("variable", ())]
    imports = [each for node in importing for each in _imports(node, tree)]
    loaded = dict.fromkeys(
        path.decode(errors="replace") for outside, _, path in _LOADED.findall(tree.document.data) if not outside
    )
    imports += (Import(path, path, "") for path in loaded)
    passed_on: list[Import] = []
    exports: dict[str, str] = {}
    for node in found.get("export", ()):
        _exports(node, tree, passed_on, exports)
    for node in found.get("assigned", ()):
        _assigned(node, tree, passed_on, exports)
    bases = {}
    for node in found.get("class", ()):
        name = node.child_by_field_name("name")
        heritage = next((child for child in node.named_children if child.type == "class_heritage"), None)
        if name is not None and heritage is not None:
            bases[tree.text(name)] = tuple(_bases(heritage, tree))
    held = dict(_instances(found, tree))
    return Links(tuple(imports), tuple(passed_on), exports, bases, declared=declared_classes(tree), instances=held)


def is_standard(module: str) -> bool:
    """Whether a module came with Node."""
    return module.startswith("node:") or module.partition("/")[0] in _NODE


def _instances(found: Mapping[str, list[Node]], tree: SyntaxTree) -> Iterator[tuple[str, str]]:
    """The constants of the module that hold one object, and what is exported as one: `export default new Users()`."""
    for node in found.get("variable", ()):
        name, statement = node.child_by_field_name("name"), node.parent
        around = None if statement is None else statement.parent
        is_constant = statement is not None and tree.text(statement).startswith("const")
        if name is not None and is_constant and around is not None and around.type in ("program", "export_statement"):
            yield from _instance(tree.text(name), node.child_by_field_name("value"), tree)
    for node in found.get("export", ()):
        if any(child.type == "default" for child in node.children):
            yield from _instance(DEFAULT, node.child_by_field_name("value"), tree)
    for node in found.get("assigned", ()):
        target = node.child_by_field_name("left")
        if target is not None and "".join(tree.text(target).split()) == "module.exports":
            yield from _instance("exports", node.child_by_field_name("right"), tree)


def _instance(name: str, value: Node | None, tree: SyntaxTree) -> Iterator[tuple[str, str]]:
    made = value.child_by_field_name("constructor") if value is not None and value.type == "new_expression" else None
    if made is not None and made.type in ("identifier", "member_expression"):
        yield name, tree.text(made)


def _imports(node: Node, tree: SyntaxTree) -> Iterator[Import]:
    """Of `require("./x")` itself and its members, but nothing that is inside of those."""
    return (Import(*each[:3]) for each in imports_of(node, tree.text) if each.module and "." not in each.name)


def _exports(node: Node, tree: SyntaxTree, passed_on: list[Import], exports: dict[str, str]) -> None:
    if node.child_by_field_name("source") is not None:
        passed_on += _imports(node, tree)
        return
    clause = next((child for child in node.named_children if child.type == "export_clause"), None)
    for specifier in () if clause is None else clause.named_children:
        name, alias = specifier.child_by_field_name("name"), specifier.child_by_field_name("alias")
        if name is not None and alias is not None:
            exports[tree.text(alias)] = tree.text(name)
    if any(child.type == "default" for child in node.children):
        value = node.child_by_field_name("value") or node.child_by_field_name("declaration")
        _export_value(DEFAULT, value, tree, exports)


def _export_value(name: str, value: Node | None, tree: SyntaxTree, exports: dict[str, str]) -> None:
    """What the value is called in the file itself."""
    if value is None:
        return
    if value.type == "identifier":
        exports[name] = tree.text(value)
    elif value.type in _DECLARATIONS | _FUNCTIONS:
        own = value.child_by_field_name("name")
        if own is not None and value.type in _DECLARATIONS | {"class"}:
            exports[name] = tree.text(own)


def _assigned(node: Node, tree: SyntaxTree, passed_on: list[Import], exports: dict[str, str]) -> None:
    """`module.exports = f`, `module.exports = {a, b: c}`, `exports.a = f`."""
    target, value = node.child_by_field_name("left"), node.child_by_field_name("right")
    if target is None or value is None:
        return
    written = "".join(tree.text(target).split())
    if written != "module.exports":
        for prefix in ("module.exports.", "exports."):
            if written.startswith(prefix) and "." not in written[len(prefix) :]:
                _export_value(written[len(prefix) :], value, tree, exports)
        return
    module, members = required(value, tree.text)
    if module and not members:
        passed_on.append(Import(EVERYTHING, module, EVERYTHING))
    elif value.type == "object":
        for part in value.named_children:
            if part.type == "pair":
                key, inner = part.child_by_field_name("key"), part.child_by_field_name("value")
                if key is not None:
                    _export_value(tree.text(key).strip("'\""), inner, tree, exports)
    else:
        # A function has the site `exports`, after what it is assigned to.
        exports[DEFAULT] = "exports"
        _export_value(DEFAULT, value, tree, exports)


def _bases(heritage: Node, tree: SyntaxTree) -> Iterator[str]:
    """The class after `extends`."""
    clause = next((child for child in heritage.named_children if child.type == "extends_clause"), heritage)
    value = clause.child_by_field_name("value") or clause.named_child(0)
    if value is not None and value.type in ("identifier", "member_expression"):
        yield tree.text(value)
