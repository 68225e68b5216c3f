"""Functions of Go: parameters, results with names, what is sent beside them."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Function,
    Name,
    Parameter,
    Parts,
    Statement,
    Try,
)
from reread.analyzers.dataflow.languages.go.lower_context import GoLowering
from reread.analyzers.dataflow.languages.go.lower_statements import (
    lower_block,
)
from reread.analyzers.syntax import Node


def lower_function(lowering: GoLowering, node: Node, name: str, owner: str = "") -> Function:
    """A function, method or function literal. Results with names are variables, and so is the receiver."""
    start, end = lowering.place(node)
    around, results, gives, beside = lowering.scope(), lowering.results, lowering.gives, lowering.beside
    outside = lowering.open()
    lowering.depth += 1
    before: list[Statement] = []
    parameters = lower_parameters(lowering, node.child_by_field_name("parameters"))
    lowering.declared.update(lowering.declare(parameter.name, alone=True) for parameter in parameters)
    lower_receiver(lowering, node.child_by_field_name("receiver"), before)
    body = node.child_by_field_name("body")
    lowering.results = lower_results(lowering, node.child_by_field_name("result"), before, body)
    lowering.gives = lower_gives(lowering, node.child_by_field_name("result"))
    if body is not None:
        sends = b"<-" in lowering.data[body.start_byte : body.end_byte]
        lowering.beside = [] if sends else None
        statements: list[Statement] = []
        lower_block(lowering, body, statements)
        if lowering.beside:
            # What is sent after they began comes to them as well.
            statements = [Try(*lowering.place(body), tuple(statements), (), tuple(lowering.beside))]
        before += statements
    lowering.depth -= 1
    lowering.close(outside)
    lowering.results, lowering.gives, lowering.beside = results, gives, beside
    return Function(start, end, name, parameters, tuple(before), owner, (), lowering.leave(around))


def lower_parameters(lowering: GoLowering, node: Node | None) -> tuple[Parameter, ...]:
    """Parameters: `a, b string` are two of them, and one without a name has the name `_`."""
    result: list[Parameter] = []
    for group in [] if node is None else lowering.named(node):
        typed = lowering.type(group.child_by_field_name("type"))
        spread = group.type == "variadic_parameter_declaration"
        names = [child for child in group.children_by_field_name("name") if child.is_named]
        if not names:
            result.append(Parameter(*lowering.place(group), "_", typed, None, spread))
        for name in names:
            place = lowering.place(group) if len(names) == 1 else lowering.place(name)
            result.append(Parameter(*place, lowering.text(name), typed, None, spread))
    return tuple(result)


def lower_receiver(lowering: GoLowering, node: Node | None, block: list[Statement]) -> None:
    for parameter in lower_parameters(lowering, node):
        lowering.declared.add(lowering.declare(parameter.name, alone=True))
        start, end = parameter.start, parameter.end
        target = Name(start, start + len(parameter.name.encode()), parameter.name)
        block.append(Assign(start, end, target, Name(end, end, "this"), "", parameter.type))


def lower_results(
    lowering: GoLowering, node: Node | None, block: list[Statement], body: Node | None
) -> tuple[str, ...]:
    """Results with names, which are zero at first; what is deferred finds there what the function gives back."""
    if node is None or node.type != "parameter_list":
        return ()
    results = [result for result in lower_parameters(lowering, node) if result.name != "_"]
    for result in results:
        lowering.declared.add(lowering.declare(result.name, alone=True))
        target = Name(result.start, result.start + len(result.name.encode()), result.name)
        deferred = body is not None and b"defer func" in lowering.data[body.start_byte : body.end_byte]
        value = Parts(result.end, result.end, ()) if deferred else lowering.zero(result.end, result.type)
        block.append(Assign(result.start, result.end, target, value, "", result.type))
    return tuple([result.name for result in results])


def lower_gives(lowering: GoLowering, node: Node | None) -> tuple[str, ...]:
    """The types of the results."""
    if node is None:
        return ()
    if node.type != "parameter_list":
        return (lowering.text(node),)
    return tuple([result.type for result in lower_parameters(lowering, node)])
