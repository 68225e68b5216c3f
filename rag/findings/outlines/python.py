"""The outline of Python files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from reread.analyzers import syntax
from reread.analyzers.syntax import Node, SyntaxTree
from reread.rag.findings.outline import Call, Class, Function, Import, Outline, Parameter, Signature
from reread.rag.findings.outlines import _sweep
from reread.rag.findings.outlines._reader import OutlineBuilder
from reread.rag.findings.outlines._sweep import Item

_HARMLESS = re.compile(
    r"(?:\w+\.)*(?:staticmethod|classmethod|abstractmethod|contextmanager|asynccontextmanager|cache|lru_cache|override"
    r"|final|wraps|no_type_check)\b"
)
"""Decorators after which a function is called with the same arguments."""

_CHAIN = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*|super\(\)")
_NAMES = frozenset({"identifier"})
_STATEMENTS = frozenset({"expression_statement", "block", "module"})
"""What is right around an expression that is a statement; the grammar has no node of its own for most of them."""

_SPREADS = frozenset({"list_splat", "dictionary_splat"})
_PLAIN_BASES = frozenset({"object", "ABC", "abc.ABC", "Exception", "ValueError", "RuntimeError", "TypeError"})


def read(tree: SyntaxTree) -> Outline:
    return _Reader(tree).read(_query())


def alternatives(path: str) -> list[str]:
    stem = re.sub(r"(?:/__init__)?\.pyi?$", "", path)
    return [f"{stem}{ending}" for ending in (".py", ".pyi", "/__init__.py", "/__init__.pyi")]


@cache
def _query() -> syntax.Query:
    return syntax.query(
        "python",
        """
        [(function_definition) (lambda)] @function
        (class_definition) @class
        (call) @call
        [(import_statement) (import_from_statement)] @import
        [(parameters) (lambda_parameters)] @parameters
        (assignment left: (_) @target)
        (for_statement left: (_) @target)
        (for_in_clause left: (_) @target)
        (named_expression name: (identifier) @target)
        (as_pattern_target) @target
        """,
    )


class _Reader(OutlineBuilder):
    def is_open(self) -> bool:
        return self.open or "__getattr__" in self.bound

    def _function(self, item: Item) -> None:
        name = item.node.child_by_field_name("name")
        if name is None:
            return
        text = self.tree.text(name)
        self._bind(text, item)
        if not _sweep.in_function(item.around):
            decorators = _decorators(item.node, self.tree)
            if not any(each.rpartition(".")[2].startswith("overload") for each in decorators):
                self.functions.append(self._described(item, text, name, decorators))

    def _described(self, item: Item, text: str, name: Node, decorators: list[str]) -> Function:
        owner = _sweep.owner(item.around)
        known = all(_HARMLESS.match(each) for each in decorators)
        static = any("staticmethod" in each for each in decorators)
        parameters = item.node.child_by_field_name("parameters")
        signature = _signature(parameters, self.tree) if parameters is not None else Signature()
        if owner and not static:
            signature = _without_receiver(signature)
        plain = not decorators or all("method" in each for each in decorators)
        return Function(
            text,
            owner,
            self.span(name),
            self.span(item.node),
            (signature,) if known else None,
            constructor=text == "__init__",
            static=static or any("classmethod" in each for each in decorators),
            plain=plain,
        )

    def _class(self, item: Item) -> None:
        name = item.node.child_by_field_name("name")
        if name is None:
            return
        text = self.tree.text(name)
        self._bind(text, item)
        arguments = item.node.child_by_field_name("superclasses")
        bases = [self.tree.text(each) for each in arguments.named_children] if arguments is not None else []
        if not _sweep.in_function(item.around):
            plain = not _decorators(item.node, self.tree)
            self.classes.append(Class(text, tuple(bases), self.span(name), self.span(item.node), plain))

    def _call(self, item: Item) -> None:
        node = item.node
        callee = node.child_by_field_name("function")
        arguments = node.child_by_field_name("arguments")
        if callee is None or arguments is None or callee.type not in ("identifier", "attribute"):
            return
        name = callee if callee.type == "identifier" else callee.child_by_field_name("attribute")
        if name is None:
            return
        receiver: str | None = ""
        if callee.type == "attribute":
            before = callee.child_by_field_name("object")
            text = self.tree.text(before) if before is not None else ""
            receiver = text if _CHAIN.fullmatch(text) else None
        given = [each for each in arguments.named_children if each.type != "comment"]
        named = [each for each in given if each.type == "keyword_argument"]
        names = [each.child_by_field_name("name") for each in named]
        values = [each.child_by_field_name("value") for each in named]
        call = Call(
            self.tree.text(name),
            receiver,
            _sweep.owner(item.around),
            sum(each.type not in _SPREADS and each.type != "keyword_argument" for each in given),
            tuple(self.tree.text(each) for each in names if each is not None),
            any(each.type in _SPREADS for each in given),
            self.span(name),
            self.span(node),
            usage=_usage(node),
            values=tuple(self.tree.text(each) if each is not None else "" for each in values),
        )
        if arguments.type == "generator_expression":
            call = call._replace(places=1, names=(), spread=False)
        self.calls.append((item, call))

    def _import(self, item: Item) -> None:
        node = item.node
        module = node.child_by_field_name("module_name")
        path = "".join(self.tree.text(module).split()) if module is not None else ""
        for child in node.children_by_field_name("name"):
            whole, alias = child, None
            if child.type == "aliased_import":
                inner, alias = child.child_by_field_name("name"), child.child_by_field_name("alias")
                whole = inner if inner is not None else child
            dotted = "".join(self.tree.text(whole).split())
            local = self.tree.text(alias) if alias is not None else dotted
            if module is not None:
                self.imports.append(Import(local, path, dotted, self.span(whole)))
            else:
                self.imports.append(Import(local, dotted, "", self.span(whole)))
            if not _sweep.in_function(item.around):
                self._bind(local.partition(".")[0], item)
        if any(child.type == "wildcard_import" for child in node.named_children):
            self.imports.append(Import("*", path, "*", self.span(node)))
            self.open = self.open or not item.around

    def _parameters(self, item: Item) -> None:
        for parameter in item.node.named_children:
            for name in _sweep.identifiers(parameter, _NAMES):
                _sweep.bind(self.tree.text(name), item.around)
                break

    def _target(self, item: Item) -> None:
        if item.node.type in ("attribute", "subscript"):
            return
        for name in _sweep.identifiers(item.node, _NAMES):
            text = self.tree.text(name)
            self._bind(text, item)
            if not _sweep.in_function(item.around):
                owner = _sweep.owner(item.around)
                self.rebound.add(f"{owner}.{text}" if owner else text)

    def _bind(self, name: str, item: Item) -> None:
        _sweep.bind(name, item.around)
        if not item.around:
            self.bound.add(name)


def _decorators(node: Node, tree: SyntaxTree) -> list[str]:
    parent = node.parent
    if parent is None or parent.type != "decorated_definition":
        return []
    return [tree.text(child).lstrip("@ ") for child in parent.children if child.type == "decorator"]


def _signature(parameters: Node, tree: SyntaxTree) -> Signature:
    found: list[Parameter] = []
    more_places = more_names = named_only = False
    for node in parameters.named_children:
        kind: str = node.type
        inner: Any = node
        if kind == "typed_parameter" and node.named_child_count:
            inner = node.named_children[0]
            kind = inner.type
        if kind == "list_splat_pattern":
            more_places = named_only = True
        elif kind == "keyword_separator":
            named_only = True
        elif kind == "dictionary_splat_pattern":
            more_names = True
        elif kind == "positional_separator":
            found = [each._replace(by_name=False) for each in found]
        elif kind == "identifier":
            found.append(Parameter(tree.text(inner), True, not named_only, True))
        elif kind in ("default_parameter", "typed_default_parameter"):
            name = node.child_by_field_name("name")
            found.append(Parameter(tree.text(name) if name is not None else "", False, not named_only, True))
    return Signature(tuple(found), more_places, more_names)


def _without_receiver(signature: Signature) -> Signature:
    return signature._replace(parameters=signature.parameters[1:])


def _usage(node: Node) -> frozenset[str]:
    return frozenset(_uses(node))


def _uses(node: Node) -> Iterator[str]:
    parent = node.parent
    if parent is not None and parent.type == "await":
        yield "awaited"
        parent = parent.parent
    if parent is None or parent.type not in _STATEMENTS:
        yield "used"
    if parent is not None and (parent.type == "with_item" or (parent.type == "as_pattern" and _in_with(parent))):
        yield "with"


def _in_with(node: Node) -> bool:
    return node.parent is not None and node.parent.type == "with_item"


def is_plain_base(base: str) -> bool:
    """Whether a base class from elsewhere leaves alone how its heirs are made."""
    return base in _PLAIN_BASES
