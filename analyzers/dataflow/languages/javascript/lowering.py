"""JavaScript, TypeScript and both with JSX."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import names_of
from reread.analyzers.dataflow.ir.lowering import Site
from reread.analyzers.dataflow.ir.nodes import (
    GETTER,
    Assign,
    Block,
    Closure,
    Define,
    Expression,
    Function,
    Leave,
    Member,
    Name,
    Parameter,
    Statement,
)
from reread.analyzers.dataflow.languages.javascript import function_sites
from reread.analyzers.dataflow.languages.javascript.function_sites import CLASSES, FUNCTIONS
from reread.analyzers.dataflow.languages.javascript.lower_expressions import PATTERNS, Expressions
from reread.analyzers.dataflow.languages.javascript.lower_statements import Statements
from reread.analyzers.syntax import Node, SyntaxTree


def outline(tree: SyntaxTree) -> list[Site]:
    """The module's code, then its functions and the methods of its classes."""
    return function_sites.sites(tree)


def lower(tree: SyntaxTree, site: Site) -> Function:
    """The function at a site."""
    lowering = JavaScript(tree.document.data)
    lowering.offset = site.start
    if not site.name:
        block: list[Statement] = []
        lowering.module(site.node, block)
        return Function(site.start, site.end, "", (), tuple(block))
    decorators = tuple(lowering.text(node) for node in function_sites.decorators(site.node))
    if function_sites.is_getter(site.node):
        decorators += (GETTER,)
    function = lowering.function(site.node, site.name, site.owner, decorators)
    return function._replace(start=site.start, end=site.end)


class JavaScript(Statements):
    """One document of JavaScript or TypeScript: its module, classes and functions."""

    __slots__ = ()

    def module(self, container: Node, block: list[Statement]) -> None:
        """The code that runs as a module is loaded; functions with a site of their own are only named."""
        for unit in function_sites.units(container):
            found = function_sites.function_of(unit, self.text)
            start, end = self.place(unit)
            if found is not None:
                block.append(Define(start, end, found[1], ()))
            elif unit.type in CLASSES:
                block.append(Define(start, end, self._name_of(unit), (), self.fields(unit)))
            elif unit.type == "internal_module":
                body = unit.child_by_field_name("body")
                if body is not None:
                    self.module(body, block)
            else:
                self.statement(unit, block)

    def function(self, node: Node, name: str, owner: str = "", decorators: tuple[str, ...] = ()) -> Function:
        """A function or method."""
        start, end = self.place(node)
        around = self.scope()
        self.depth += 1
        before: list[Statement] = []
        parameters = self._parameters(node, before)
        body = node.child_by_field_name("body")
        if body is not None and body.type != "statement_block":
            value = self.expression(body)
            before.append(Leave(value.start, value.end, "return", value))
        elif body is not None:
            self.statement(body, before)
        self.depth -= 1
        return Function(start, end, name, parameters, tuple(before), owner, decorators, self.leave(around))

    def _parameters(self, node: Node, before: list[Statement]) -> tuple[Parameter, ...]:
        single = node.child_by_field_name("parameter")
        listed = node.child_by_field_name("parameters")
        nodes = [single] if single is not None else [] if listed is None else self.named(listed)
        return tuple([self._parameter(each, before) for each in nodes])

    def _parameter(self, node: Node, before: list[Statement]) -> Parameter:
        """One parameter; defaults inside of its destructuring are assigned at the start of the body (`before`)."""
        start, end = self.place(node)
        typed = default = None
        annotations: tuple[str, ...] = ()
        inner = node
        if node.type in ("required_parameter", "optional_parameter"):
            inner = node.child_by_field_name("pattern") or node
            typed, default = node.child_by_field_name("type"), node.child_by_field_name("value")
            annotations = tuple([self.text(child) for child in node.children if child.type == "decorator"])
        elif node.type == "assignment_pattern":
            inner = node.child_by_field_name("left") or node
            default = node.child_by_field_name("right")
        spread = inner.type == "rest_pattern"
        if spread:
            inner = next(iter(self.named(inner)), inner)
        target = self._target(inner, before) if inner.type in PATTERNS else None
        name = "" if target is not None else self.text(inner)
        self.declared.add(name)
        if target is not None:
            names_of(target, self.declared)
        if any(child.type in ("accessibility_modifier", "readonly") for child in node.children):
            this = Member(start, end, Name(start, start, "this"), name)
            before.append(Assign(start, end, this, Name(start, end, name)))
        value = None if default is None else self.expression(default)
        return Parameter(start, end, name, self._type(typed), value, spread, target, annotations)

    def methods(self, node: Node, name: str) -> tuple[Function, ...]:
        """The methods of a class, by its name."""
        return tuple(
            [
                self.function(function, method, name, tuple([self.text(each) for each in decorators]))
                for function, method, decorators in function_sites.methods(node, self.text)
            ]
        )

    def fields(self, node: Node) -> Block:
        """The values of fields and the static blocks of a class. Functions among them are methods."""
        block: list[Statement] = []
        body = node.child_by_field_name("body")
        for member in [] if body is None else self.named(body):
            kind = member.type
            if kind == "class_static_block":
                inner = member.child_by_field_name("body")
                if inner is not None:
                    self.statement(inner, block)
            elif kind in ("field_definition", "public_field_definition"):
                self._field(member, block)
        return tuple(block)

    def _field(self, node: Node, block: list[Statement]) -> None:
        name = node.child_by_field_name("property") or node.child_by_field_name("name")
        value = node.child_by_field_name("value")
        if name is None or value is None or value.type in FUNCTIONS:
            return
        start, end = self.place(node)
        at = self.place(name)
        target = Member(*at, Name(at[0], at[0], "this"), self.text(name))
        block.append(
            Assign(start, end, target, self.expression(value), "", self._type(node.child_by_field_name("type")))
        )

    def _class_value(self, node: Node) -> Expression:
        """A class as a value: a function that makes it, called at once."""
        start, end = self.place(node)
        block: list[Statement] = []
        self._class(node, block)
        return Closure(start, end, Function(start, end, self._name_of(node), (), tuple(block)))


JavaScript.expressions = {**Expressions.expressions, "class": JavaScript._class_value}
