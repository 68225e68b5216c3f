"""The outline of Go files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reread.analyzers import syntax
from reread.analyzers.syntax import Node, SyntaxTree
from reread.rag.findings.outline import Call, Class, Function, Import, Outline, Parameter, Signature
from reread.rag.findings.outlines import _sweep
from reread.rag.findings.outlines._reader import OutlineBuilder
from reread.rag.findings.outlines._sweep import Item

_CHAIN = re.compile(r"\w+(?:\.\w+)*")
_RECEIVER = re.compile(r"(\w+)\s*(?:\[[^\]]*\])?\s*\)$")
_NAMES = frozenset({"identifier"})


def read(tree: SyntaxTree) -> Outline:
    return _Reader(tree).read(_query())


def alternatives(path: str) -> list[str]:
    return []


@cache
def _query() -> syntax.Query:
    return syntax.query(
        "go",
        """
        [(function_declaration) (method_declaration) (func_literal)] @function
        (type_spec) @type
        (call_expression) @call
        (import_spec) @import
        (parameter_declaration) @parameters
        (short_var_declaration left: (_) @target)
        (range_clause left: (_) @target)
        (var_spec) @variable
        (const_spec) @variable
        """,
    )


class _Reader(OutlineBuilder):
    def _function(self, item: Item) -> None:
        node, name = item.node, item.node.child_by_field_name("name")
        if name is None:
            return
        receiver = node.child_by_field_name("receiver")
        match = _RECEIVER.search(self.tree.text(receiver)) if receiver is not None else None
        owner = match[1] if match else ""
        if receiver is None:
            self.bound.add(self.tree.text(name))
        parameters = node.child_by_field_name("parameters")
        signature = _signature(parameters, self.tree) if parameters is not None else Signature()
        spans = self.span(name), self.span(node)
        self.functions.append(Function(self.tree.text(name), owner, *spans, (signature,)))

    def _type(self, item: Item) -> None:
        name = item.node.child_by_field_name("name")
        if name is None:
            return
        self._bind(self.tree.text(name), item)
        if not item.around:
            spans = self.span(name), self.span(item.node)
            self.classes.append(Class(self.tree.text(name), (), *spans))

    def _call(self, item: Item) -> None:
        node = item.node
        callee, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
        if callee is None or arguments is None or callee.type not in ("identifier", "selector_expression"):
            return
        name = callee if callee.type == "identifier" else callee.child_by_field_name("field")
        if name is None:
            return
        before = callee.child_by_field_name("operand")
        text = self.tree.text(before) if before is not None else ""
        given = [each for each in arguments.named_children if each.type != "comment"]
        # The only argument may be a call that gives several values.
        spread = any(each.type == "variadic_argument" for each in given) or (
            len(given) == 1 and given[0].type == "call_expression"
        )
        call = Call(
            self.tree.text(name),
            text if before is None or _CHAIN.fullmatch(text) else None,
            "",
            len(given),
            (),
            spread,
            self.span(name),
            self.span(node),
            usage=frozenset(_uses(node, self.tree)),
        )
        self.calls.append((item, call))

    def _import(self, item: Item) -> None:
        path, name = item.node.child_by_field_name("path"), item.node.child_by_field_name("name")
        if path is None:
            return
        module = self.tree.text(path)[1:-1]
        parts = module.split("/")
        while len(parts) > 1 and re.fullmatch(r"v\d+", parts[-1]):
            parts.pop()
        local = self.tree.text(name) if name is not None else parts[-1].removeprefix("go-").removesuffix("-go")
        self.imports.append(Import(local, module, "", self.span(path)))

    def _parameters(self, item: Item) -> None:
        self._bind_all(item.node.children_by_field_name("name"), item)

    def _target(self, item: Item) -> None:
        self._bind_all([item.node], item)

    def _variable(self, item: Item) -> None:
        self._bind_all(item.node.children_by_field_name("name"), item)

    def _bind_all(self, nodes: list[Node], item: Item) -> None:
        for node in nodes:
            for name in _sweep.identifiers(node, _NAMES):
                self._bind(self.tree.text(name), item)

    def _bind(self, name: str, item: Item) -> None:
        _sweep.bind(name, item.around)
        if not item.around:
            self.bound.add(name)


def _signature(parameters: Node, tree: SyntaxTree) -> Signature:
    found: list[Parameter] = []
    more = False
    for node in parameters.named_children:
        if node.type == "variadic_parameter_declaration":
            more = True
        elif node.type == "parameter_declaration":
            names = node.children_by_field_name("name")
            found += [Parameter(tree.text(name), True) for name in names] or [Parameter("_", True)]
    return Signature(tuple(found), more)


def _uses(node: Node, tree: SyntaxTree) -> Iterator[str]:
    parent = node.parent
    if parent is None or parent.type not in ("expression_statement", "defer_statement", "go_statement"):
        yield "used"
    if parent is not None and parent.type == "defer_statement":
        yield "used"  # A value cannot be had from it.
    statement = parent.parent if parent is not None and parent.type == "expression_list" else None
    left = statement.child_by_field_name("left") if statement is not None else None
    if left is None or not tree.text(left).replace(" ", "").endswith("_"):
        yield "checked"
