"""Modules, classes and functions of JavaScript and TypeScript."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import (
    Lowering,
    names_of,
)
from reread.analyzers.dataflow.ir.nodes import (
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
from reread.analyzers.dataflow.languages.javascript.lower_expressions import (
    PATTERNS,
    lower_name_of,
    lower_target,
    lower_type,
)
from reread.analyzers.syntax import Node


def lower_class(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    start, end = lowering.place(node)
    name = lower_name_of(lowering, node)
    lowering.declared.add(name)
    block.append(Define(start, end, name, lower_methods(lowering, node, name), lower_fields(lowering, node)))


def lower_module(lowering: Lowering, container: Node, block: list[Statement]) -> None:
    """The code that runs as a module is loaded; functions with a site of their own are only named."""
    for unit in function_sites.units(container):
        found = function_sites.function_of(unit, lowering.text)
        start, end = lowering.place(unit)
        if found is not None:
            block.append(Define(start, end, found[1], ()))
        elif unit.type in CLASSES:
            block.append(Define(start, end, lower_name_of(lowering, unit), (), lower_fields(lowering, unit)))
        elif unit.type == "internal_module":
            body = unit.child_by_field_name("body")
            if body is not None:
                lower_module(lowering, body, block)
        else:
            lowering.statement(unit, block)


def lower_function(
    lowering: Lowering, node: Node, name: str, owner: str = "", decorators: tuple[str, ...] = ()
) -> Function:
    """A function or method."""
    start, end = lowering.place(node)
    around = lowering.scope()
    lowering.depth += 1
    before: list[Statement] = []
    parameters = lower_parameters(lowering, node, before)
    body = node.child_by_field_name("body")
    if body is not None and body.type != "statement_block":
        value = lowering.expression(body)
        before.append(Leave(value.start, value.end, "return", value))
    elif body is not None:
        lowering.statement(body, before)
    lowering.depth -= 1
    return Function(start, end, name, parameters, tuple(before), owner, decorators, lowering.leave(around))


def lower_parameters(lowering: Lowering, node: Node, before: list[Statement]) -> tuple[Parameter, ...]:
    single = node.child_by_field_name("parameter")
    listed = node.child_by_field_name("parameters")
    nodes = [single] if single is not None else [] if listed is None else lowering.named(listed)
    return tuple([lower_parameter(lowering, each, before) for each in nodes])


def lower_parameter(lowering: Lowering, node: Node, before: list[Statement]) -> Parameter:
    """One parameter; defaults inside of its destructuring are assigned at the start of the body (`before`)."""
    start, end = lowering.place(node)
    typed = default = None
    annotations: tuple[str, ...] = ()
    inner = node
    if node.type in ("required_parameter", "optional_parameter"):
        inner = node.child_by_field_name("pattern") or node
        typed, default = node.child_by_field_name("type"), node.child_by_field_name("value")
        annotations = tuple([lowering.text(child) for child in node.children if child.type == "decorator"])
    elif node.type == "assignment_pattern":
        inner = node.child_by_field_name("left") or node
        default = node.child_by_field_name("right")
    spread = inner.type == "rest_pattern"
    if spread:
        inner = next(iter(lowering.named(inner)), inner)
    target = lower_target(lowering, inner, before) if inner.type in PATTERNS else None
    name = "" if target is not None else lowering.text(inner)
    lowering.declared.add(name)
    if target is not None:
        names_of(target, lowering.declared)
    if any(child.type in ("accessibility_modifier", "readonly") for child in node.children):
        this = Member(start, end, Name(start, start, "this"), name)
        before.append(Assign(start, end, this, Name(start, end, name)))
    value = None if default is None else lowering.expression(default)
    return Parameter(start, end, name, lower_type(lowering, typed), value, spread, target, annotations)


def lower_methods(lowering: Lowering, node: Node, name: str) -> tuple[Function, ...]:
    """The methods of a class, by its name."""
    return tuple(
        [
            lower_function(lowering, function, method, name, tuple([lowering.text(each) for each in decorators]))
            for function, method, decorators in function_sites.methods(node, lowering.text)
        ]
    )


def lower_fields(lowering: Lowering, node: Node) -> Block:
    """The values of fields and the static blocks of a class. Functions among them are methods."""
    block: list[Statement] = []
    body = node.child_by_field_name("body")
    for member in [] if body is None else lowering.named(body):
        kind = member.type
        if kind == "class_static_block":
            inner = member.child_by_field_name("body")
            if inner is not None:
                lowering.statement(inner, block)
        elif kind in ("field_definition", "public_field_definition"):
            lower_field(lowering, member, block)
    return tuple(block)


def lower_field(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    name = node.child_by_field_name("property") or node.child_by_field_name("name")
    value = node.child_by_field_name("value")
    if name is None or value is None or value.type in FUNCTIONS:
        return
    start, end = lowering.place(node)
    at = lowering.place(name)
    target = Member(*at, Name(at[0], at[0], "this"), lowering.text(name))
    block.append(
        Assign(
            start, end, target, lowering.expression(value), "", lower_type(lowering, node.child_by_field_name("type"))
        )
    )


def lower_class_value(lowering: Lowering, node: Node) -> Expression:
    """A class as a value: a function that makes it, called at once."""
    start, end = lowering.place(node)
    block: list[Statement] = []
    lower_class(lowering, node, block)
    return Closure(start, end, Function(start, end, lower_name_of(lowering, node), (), tuple(block)))
