"""Classes, methods and lambdas of Java."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import (
    MOST_LEVELS,
)
from reread.analyzers.dataflow.ir.nodes import (
    FIXED,
    Assign,
    Block,
    Call,
    Closure,
    Define,
    Expression,
    Function,
    Leave,
    Member,
    Name,
    Parameter,
    Parts,
    Statement,
)
from reread.analyzers.dataflow.languages.java.lower_context import JavaLowering
from reread.analyzers.dataflow.languages.java.lower_expressions import (
    METHODS,
    lower_arguments,
)
from reread.analyzers.dataflow.languages.java.lower_statements import (
    CLASSES,
)
from reread.analyzers.syntax import Node

_BODIES = frozenset({"enum_body_declarations", "ERROR", "enum_constant", "class_body"})
_ANNOTATIONS = frozenset({"annotation", "marker_annotation"})
_FIXING = frozenset({"private", "static", "final"})


def lower_new(lowering: JavaLowering, node: Node) -> Expression:
    """The construction of an object; with a body, the methods of its anonymous class are visible beside it."""
    start, end = lowering.place(node)
    typed = node.child_by_field_name("type")
    callee = lowering.nothing(node) if typed is None else Name(*lowering.place(typed), lowering.type(typed))
    call = Call(start, end, callee, lower_arguments(lowering, node), True)
    body = next((child for child in lowering.named(node) if child.type == "class_body"), None)
    if body is None:
        return call
    parts: list[Expression] = [call]
    for method in lowering.named(body):
        if method.type in METHODS:
            place = lowering.place(method)
            parts.append(Closure(*place, lower_function(lowering, method, lowering.text_of(method, "name"))))
    fields = lower_fields(lowering, body)
    if fields:
        place = lowering.place(body)
        parts.append(Closure(*place, Function(*place, "", (), fields)))
    return Parts(start, end, tuple(parts))


def lower_class(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    """A class inside of a method."""
    name, body = lowering.text_of(node, "name"), node.child_by_field_name("body")
    members = [] if body is None else lowering.named(body)
    methods = [
        lower_function(lowering, each, lowering.text_of(each, "name"), name) for each in members if each.type in METHODS
    ]
    lowering.declared.add(name)
    block.append(
        Define(*lowering.place(node), name, tuple(methods), () if body is None else lower_fields(lowering, body))
    )


def lower_top(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    """The initialisers of a class and of those inside of it; methods have sites of their own."""
    if node.type in CLASSES:
        body = node.child_by_field_name("body")
        name = lowering.text_of(node, "name")
        block.append(Define(*lowering.place(node), name, (), () if body is None else lower_fields(lowering, body)))
    elif node.type not in METHODS and not node.is_extra:
        lowering.statement(node, block)


def lower_fields(lowering: JavaLowering, body: Node) -> Block:
    """What the fields, constants and initialisers of a class do, and its inner classes."""
    block: list[Statement] = []
    lowering.depth += 1
    for member in lowering.named(body) if lowering.depth < MOST_LEVELS else ():
        kind = member.type
        if kind in CLASSES:
            lower_top(lowering, member, block)
        elif kind == "enum_constant":
            lower_constant(lowering, member, block)
        elif kind == "enum_body_declarations":
            block += lower_fields(lowering, member)
        elif kind == "static_initializer":
            for inner in lowering.named(member):
                lowering.statement(inner, block)
        elif kind not in METHODS:
            lowering.statement(member, block)
    lowering.depth -= 1
    return tuple(block)


def lower_constant(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    name = node.child_by_field_name("name")
    if name is None:
        return
    start, end = lowering.place(node)
    target = lowering.name(name)
    callee = Name(target.start, target.start, "enum")
    block.append(Assign(start, end, target, Call(start, end, callee, lower_arguments(lowering, node), True)))


def lower_function(lowering: JavaLowering, node: Node, name: str, owner: str = "") -> Function:
    """A method, constructor or lambda."""
    start, end = lowering.place(node)
    around, yields = lowering.scope(), lowering.yields
    lowering.yields = False
    lowering.depth += 1
    parameters = lower_parameters(lowering, node)
    lowering.declared.update(parameter.name for parameter in parameters)
    body = node.child_by_field_name("body")
    block: list[Statement] = []
    if body is not None and body.type in ("block", "constructor_body"):
        lowering.statement(body, block)
    elif body is not None:
        value = lowering.expression(body)
        block.append(Leave(value.start, value.end, "return", value))
    if node.type == "compact_constructor_declaration":
        block += [lower_component(lowering, each) for each in parameters]
    lowering.depth -= 1
    lowering.yields = yields
    return Function(
        start, end, name, parameters, tuple(block), owner, lower_annotations(lowering, node), lowering.leave(around)
    )


def lower_component(lowering: JavaLowering, parameter: Parameter) -> Assign:
    """What the short constructor of a record does last: each component is what its parameter is now."""
    start, end = parameter.start, parameter.end
    target = Member(start, end, Name(start, end, "this"), parameter.name)
    return Assign(start, end, target, Name(start, end, parameter.name))


def lower_annotations(lowering: JavaLowering, node: Node) -> tuple[str, ...]:
    modifiers = next((child for child in node.children if child.type == "modifiers"), None)
    if modifiers is None:
        return ()
    found = [lowering.text(each) for each in modifiers.named_children if each.type in _ANNOTATIONS]
    if node.type == "method_declaration" and any(child.type in _FIXING for child in modifiers.children):
        found.append(FIXED)
    return tuple(found)


def lower_parameters(lowering: JavaLowering, node: Node) -> tuple[Parameter, ...]:
    """Parameters; those of a record's short constructor stand at the record."""
    listed = node.child_by_field_name("parameters")
    if node.type == "compact_constructor_declaration":
        record = node.parent.parent if node.parent is not None else None
        listed = None if record is None else record.child_by_field_name("parameters")
        start = node.start_byte - lowering.offset
        found = [] if listed is None else [lower_parameter(lowering, each) for each in lowering.named(listed)]
        return tuple([each._replace(start=start, end=start) for each in found])
    if listed is None:
        return ()
    if listed.type == "identifier":
        return (Parameter(*lowering.place(listed), lowering.text(listed)),)
    kinds = ("formal_parameter", "spread_parameter", "identifier")
    return tuple([lower_parameter(lowering, each) for each in lowering.named(listed) if each.type in kinds])


def lower_parameter(lowering: JavaLowering, node: Node) -> Parameter:
    place = lowering.place(node)
    if node.type == "identifier":
        return Parameter(*place, lowering.text(node))
    if node.type == "spread_parameter":
        parts = [child for child in lowering.named(node) if child.type != "modifiers"]
        declarator = parts[-1].child_by_field_name("name") if parts else None
        name = "_" if declarator is None else lowering.text(declarator)
        typed = lowering.text(parts[0]) if parts else ""
        return Parameter(*place, name, typed, None, True, None, lower_annotations(lowering, node))
    name, typed = lowering.text_of(node, "name"), lowering.text_of(node, "type")
    return Parameter(*place, name, typed, None, False, None, lower_annotations(lowering, node))
