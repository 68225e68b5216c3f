"""Statements, functions and classes of Python."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reread.analyzers.dataflow.ir.nodes import (
    THROWN,
    Argument,
    Assign,
    Block,
    Call,
    Define,
    Evaluate,
    Expression,
    Function,
    If,
    Index,
    Leave,
    Literal,
    Loop,
    Member,
    Name,
    Parts,
    Statement,
    Try,
)
from reread.analyzers.dataflow.languages.python import function_sites
from reread.analyzers.dataflow.languages.python.click_options import with_options
from reread.analyzers.dataflow.languages.python.function_sites import definition_of
from reread.analyzers.dataflow.languages.python.lower_context import PythonLowering
from reread.analyzers.dataflow.languages.python.lower_expressions import (
    lower_parameters,
)
from reread.analyzers.dataflow.languages.python.lower_match import lower_match
from reread.analyzers.syntax import Node


def lower_module(lowering: PythonLowering, node: Node) -> Block:
    lowering.in_module = True
    return lowering.block(node)


def lower_function(lowering: PythonLowering, node: Node, owner: str) -> Function:
    definition = definition_of(node)
    decorators = tuple(lowering.text(child) for child in node.named_children if child.type == "decorator")
    name = definition.child_by_field_name("name")
    around, lowering.shared = lowering.shared, []
    body = lowering.block(definition.child_by_field_name("body"))
    function = Function(
        *lowering.place(node),
        "" if name is None else lowering.text(name),
        with_options(lower_parameters(lowering, definition.child_by_field_name("parameters")), decorators),
        body,
        owner,
        decorators,
        tuple(lowering.shared),
    )
    lowering.shared = around
    return function


def lower_expression(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    for child in node.named_children:
        if not child.is_extra:
            yield from lower_assignments(lowering, child)


def lower_assignments(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    """`a = b = c` gives one assignment for each target, the innermost first."""
    if node.type == "augmented_assignment":
        target = lowering.of(node.child_by_field_name("left"))
        value = lowering.of(node.child_by_field_name("right"))
        yield Assign(*lowering.place(node), target, value, lowering.operator(node))
        return
    if node.type != "assignment":
        yield from lowering.evaluated(node)
        return
    if lowering.in_module and not lowering.in_class:
        lowering.lambdas = {each.start_byte: name for name, each in function_sites.lambdas(node, lowering.text)}
    chain = [node]
    right = node.child_by_field_name("right")
    while right is not None and right.type == "assignment":
        chain.append(right)
        right = right.child_by_field_name("right")
    declared = node.child_by_field_name("type")
    if right is None:
        return
    value = lowering.of(right)
    for each in reversed(chain):
        target = lowering.of(each.child_by_field_name("left"))
        yield Assign(*lowering.place(each), target, value, type="" if declared is None else lowering.text(declared))


def lower_condition(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    """`elif`s become branches of the `else` before them."""
    branches = [node, *node.children_by_field_name("alternative")]
    other: Block = ()
    for branch in reversed(branches):
        if branch.type == "else_clause":
            other = lowering.block(branch.child_by_field_name("body"))
        else:
            condition = lowering.of(branch.child_by_field_name("condition"))
            other = (
                If(
                    *lowering.place(branch), condition, lowering.block(branch.child_by_field_name("consequence")), other
                ),
            )
    yield from other


def lower_loop(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    is_for = node.type == "for_statement"
    alternative = node.child_by_field_name("alternative")
    yield Loop(
        *lowering.place(node),
        None if is_for else lowering.of(node.child_by_field_name("condition")),
        lowering.of(node.child_by_field_name("left")) if is_for else None,
        lowering.of(node.child_by_field_name("right")) if is_for else None,
        lowering.block(node.child_by_field_name("body")),
        () if alternative is None else lowering.block(alternative.child_by_field_name("body")),
    )


def lower_leave(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    kind = node.type.removesuffix("_statement")
    values = [child for child in node.named_children if not child.is_extra]
    value: Expression | None = lowering.of(values[0]) if len(values) == 1 else None
    if len(values) > 1:
        value = Parts(*lowering.place(node), lowering.all_of(values))
    yield Leave(*lowering.place(node), kind, value)


def lower_attempt(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    body = lowering.block(node.child_by_field_name("body"))
    handlers: list[Block] = []
    last: Block = ()
    for clause in node.named_children:
        if clause.type in ("except_clause", "except_group_clause"):
            handlers.append(lower_handler(lowering, clause))
        elif clause.type == "else_clause":
            body += lowering.block(clause.child_by_field_name("body"))
        elif clause.type == "finally_clause":
            last = tuple(s for child in clause.named_children if child.type == "block" for s in lowering.block(child))
    yield Try(*lowering.place(node), body, tuple(handlers), last)


def lower_handler(lowering: PythonLowering, node: Node) -> Block:
    start: list[Statement] = []
    value = node.child_by_field_name("value")
    if value is not None and value.type == "as_pattern":
        alias = lowering.of(value.child_by_field_name("alias"))
        # A source that is about the error is at its name.
        thrown = Name(alias.end, alias.end, THROWN)
        start.append(Assign(*lowering.place(value), alias, Parts(alias.start, alias.end, (thrown,))))
    return (*start, *(s for child in node.named_children if child.type == "block" for s in lowering.block(child)))


def lower_context(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    for clause in node.named_children:
        if clause.type != "with_clause":
            continue
        for item in lower_items(lowering, clause):
            value = item.child_by_field_name("value")
            if value is not None and value.type == "as_pattern":
                target = lowering.of(value.child_by_field_name("alias"))
                yield Assign(*lowering.place(item), target, lowering.of(value.named_child(0)))
            elif value is not None:
                yield lowering.effect(value)
    yield from lowering.block(node.child_by_field_name("body"))


def lower_items(lowering: PythonLowering, clause: Node) -> list[Node]:
    return [child for child in clause.named_children if child.type == "with_item"]


def lower_delete(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    for child in node.named_children:
        for target in child.named_children if child.type == "expression_list" else [child]:
            lowered = lowering.of(target)
            place = (lowered.start, lowered.end)
            if isinstance(lowered, Index):
                # What comes after an element of a list moves up.
                callee = Member(*place, lowered.object, "pop")
                key = Argument(lowered.key.start, lowered.key.end, lowered.key)
                yield Evaluate(*place, Call(*place, callee, (key,)))
            else:
                yield Assign(*place, lowered, Literal(*lowering.place(target), None))


def lower_asserted(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    """`assert c, m`: where `c` does not hold, the rest is not reached."""
    parts = lowering.all_of(node.named_children)
    if parts:
        message = parts[1] if len(parts) > 1 else None
        yield If(*lowering.place(node), parts[0], (), (Leave(*lowering.place(node), "raise", message),))


def lower_names(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    lowering.shared += (lowering.text(child) for child in node.named_children if child.type == "identifier")
    yield from ()


def lower_define(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    definition = definition_of(node)
    place = lowering.place(node)
    name = definition.child_by_field_name("name")
    text = "" if name is None else lowering.text(name)
    decorators = [child for child in node.named_children if child.type == "decorator"] if node != definition else []
    for decorator in decorators:
        yield from (lowering.effect(child) for child in decorator.named_children if not child.is_extra)
    if definition.type == "class_definition":
        yield lower_class(lowering, definition, place, text)
    elif definition.type == "function_definition" and not lowering.in_module:
        yield Define(*place, text, (lower_function(lowering, node, ""),))


def lower_class(lowering: PythonLowering, node: Node, place: tuple[int, int], name: str) -> Define:
    body = node.child_by_field_name("body")
    around, lowering.in_class = lowering.in_class, True
    functions: list[Function] = []
    rest: list[Statement] = []
    for child in [] if body is None else body.named_children:
        definition = definition_of(child)
        if definition.type == "function_definition" and not lowering.in_module:
            functions.append(lower_function(lowering, child, name))
        elif definition.type != "function_definition" and not child.is_extra:
            rest += lowering.statement(child)
    lowering.in_class = around
    return Define(*place, name, tuple(functions), tuple(rest))


def lower_nothing_to_do(lowering: PythonLowering, node: Node) -> Iterator[Statement]:
    yield from ()


STATEMENTS: dict[str, Callable[[PythonLowering, Node], Iterator[Statement]]] = {
    "expression_statement": lower_expression,
    "assignment": lower_assignments,
    "augmented_assignment": lower_assignments,
    "if_statement": lower_condition,
    "for_statement": lower_loop,
    "while_statement": lower_loop,
    "return_statement": lower_leave,
    "raise_statement": lower_leave,
    "break_statement": lower_leave,
    "continue_statement": lower_leave,
    "try_statement": lower_attempt,
    "with_statement": lower_context,
    "match_statement": lower_match,
    "delete_statement": lower_delete,
    "assert_statement": lower_asserted,
    "global_statement": lower_names,
    "nonlocal_statement": lower_names,
    **dict.fromkeys(("function_definition", "class_definition", "decorated_definition"), lower_define),
    **dict.fromkeys(
        (
            *("import_statement", "import_from_statement", "future_import_statement", "pass_statement"),
            *("type_alias_statement", "comment"),
        ),
        lower_nothing_to_do,
    ),
}
