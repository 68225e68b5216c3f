"""The outline of Java files."""

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

_CHAIN = re.compile(r"[\w$]+(?:\.[\w$]+)*")
_TYPE = re.compile(r"(?:[\w$]+\.)*([\w$]+)\s*(?:<.*)?$", re.DOTALL)


def read(tree: SyntaxTree) -> Outline:
    return _Reader(tree).read(_query())


def alternatives(path: str) -> list[str]:
    return []


@cache
def _query() -> syntax.Query:
    return syntax.query(
        "java",
        """
        [(method_declaration) (constructor_declaration) (compact_constructor_declaration) (lambda_expression)] @function
        [(class_declaration) (interface_declaration) (enum_declaration) (record_declaration)
         (annotation_type_declaration)] @class
        [(method_invocation) (object_creation_expression) (explicit_constructor_invocation)] @call
        (import_declaration) @import
        [(formal_parameter) (spread_parameter) (variable_declarator) (catch_formal_parameter) (resource)
         (enhanced_for_statement)] @target
        """,
    )


class _Reader(OutlineBuilder):
    def is_shadowed(self, call: Call, item: Item) -> bool:
        return bool(call.receiver) and _sweep.is_bound(_first(call), item.around)

    def _function(self, item: Item) -> None:
        node, name = item.node, item.node.child_by_field_name("name")
        if name is None or _sweep.in_function(item.around):
            return
        parameters = node.child_by_field_name("parameters")
        signature = _signature(parameters, self.tree) if parameters is not None else None
        modifiers = next((child for child in node.children if child.type == "modifiers"), None)
        words = self.tree.text(modifiers) if modifiers is not None else ""
        self.functions.append(
            Function(
                self.tree.text(name),
                _sweep.owner(item.around),
                self.span(name),
                self.span(node),
                (signature,) if signature is not None else None,
                constructor="constructor" in node.type,
                static=bool(re.search(r"\bstatic\b", words)),
                plain="@" not in words,
            )
        )

    def _class(self, item: Item) -> None:
        name = item.node.child_by_field_name("name")
        if name is None:
            return
        text = self.tree.text(name)
        if not item.around:
            self.bound.add(text)
        above = [item.node.child_by_field_name(field) for field in ("superclass", "interfaces")]
        bases = re.findall(
            r"[\w$.]+", re.sub(r"<[^<>]*>", "", " ".join(self.tree.text(each) for each in above if each))
        )
        spans = self.span(name), self.span(item.node)
        self.classes.append(Class(text, tuple(base for base in bases if base not in ("extends", "implements")), *spans))

    def _call(self, item: Item) -> None:
        node = item.node
        arguments = node.child_by_field_name("arguments")
        constructs = node.type == "object_creation_expression"
        name = node.child_by_field_name("type" if constructs else "name")
        if name is None or arguments is None or (constructs and any(c.type == "class_body" for c in node.children)):
            return
        text = self.tree.text(name)
        if constructs:
            match = _TYPE.match(text)
            text = match[1] if match else text
        before = node.child_by_field_name("object")
        receiver = self.tree.text(before) if before is not None else ""
        call = Call(
            text,
            receiver if _CHAIN.fullmatch(receiver or "x") else None,
            _sweep.owner(item.around),
            sum(each.type not in ("line_comment", "block_comment") for each in arguments.named_children),
            (),
            False,
            self.span(name),
            self.span(node),
            usage=frozenset(_uses(node)),
            constructs=constructs,
        )
        self.calls.append((item, call))

    def _import(self, item: Item) -> None:
        children = item.node.named_children
        path = next((child for child in children if child.type in ("scoped_identifier", "identifier")), None)
        if path is None:
            return
        text = "".join(self.tree.text(path).split())
        static = any(child.type == "static" for child in item.node.children)
        if children[-1].type == "asterisk":
            self.imports.append(Import("*", text, "*", self.span(path)))
        elif static:
            module, _, name = text.rpartition(".")
            self.imports.append(Import(name, module, name, self.span(path)))
        else:
            self.imports.append(Import(text.rpartition(".")[2], text, "", self.span(path)))

    def _target(self, item: Item) -> None:
        name = item.node.child_by_field_name("name")
        if name is not None:
            _sweep.bind(self.tree.text(name), item.around)


def _signature(parameters: Node, tree: SyntaxTree) -> Signature:
    found: list[Parameter] = []
    more = False
    for node in parameters.named_children:
        if node.type == "spread_parameter":
            more = True
        elif node.type == "formal_parameter":
            name = node.child_by_field_name("name")
            found.append(Parameter(tree.text(name) if name is not None else "", True))
    return Signature(tuple(found), more)


def _first(call: Call) -> str:
    """The name that the receiver begins with, which a variable may hide; methods are not hidden by variables."""
    return (call.receiver or "").partition(".")[0]


def _uses(node: Node) -> Iterator[str]:
    parent = node.parent
    if parent is None or parent.type != "expression_statement":
        yield "used"
    if parent is not None and parent.type == "resource":
        yield "with"
