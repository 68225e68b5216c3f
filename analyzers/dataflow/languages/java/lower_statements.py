"""Statements of Java."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reread.analyzers.dataflow.ir.branches import Branch, Case, alternatives, cases, goes_on, without_breaks
from reread.analyzers.dataflow.ir.common import (
    LowerStatement,
    names_of,
)
from reread.analyzers.dataflow.ir.nodes import (
    THROWN,
    Assign,
    Block,
    Call,
    Choice,
    Closure,
    Evaluate,
    Expression,
    Function,
    Leave,
    Literal,
    Loop,
    Name,
    Operation,
    Parts,
    Statement,
    Try,
)
from reread.analyzers.dataflow.ir.scopes import statements
from reread.analyzers.dataflow.languages.java.lower_context import JavaLowering
from reread.analyzers.dataflow.languages.java.lower_expressions import (
    lower_arguments,
    lower_assignment,
    lower_matched,
)
from reread.analyzers.syntax import Node

CLASSES = frozenset(
    {
        *("class_declaration", "interface_declaration", "enum_declaration", "record_declaration"),
        "annotation_type_declaration",
    }
)
_LONGEST_CHOICE = 30
_CATCH_ALL = {"Exception", "RuntimeException", "Throwable"}
_WORD = re.compile(r"\w+")


def lower_evaluated(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    """An expression as a statement; an assignment is one of its own."""
    node = lowering.strip(node)
    if node.type in ("assignment_expression", "update_expression"):
        target, value, operator = lower_assignment(lowering, node)
        block.append(Assign(*lowering.place(node), target, value, operator))
    elif node.type in lowering.grammar.statements:
        lowering.statement(node, block)
    else:
        value = lowering.expression(node)
        block.append(Evaluate(value.start, value.end, value))


def lower_block(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    for child in node.named_children:
        lowering.statement(child, block)


def lower_inner(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    """A label, `synchronized (x)`, `assert x : y`."""
    for child in lowering.named(node)[1 if node.type == "labeled_statement" else 0 :]:
        lowering.statement(child, block)


def lower_declaration(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    typed = lowering.text_of(node, "type")
    for child in node.children_by_field_name("declarator"):
        name, value = child.child_by_field_name("name"), child.child_by_field_name("value")
        if name is None:
            continue
        start, end = lowering.place(child)
        found = Literal(end, end, None) if value is None else lowering.expression(value)
        target = lowering.name(name)
        if node.type == "local_variable_declaration":
            names_of(target, lowering.declared)
        block.append(Assign(start, end, target, found, "", typed))


def lower_super(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    start, end = lowering.place(node)
    callee = lowering.expression(node.child_by_field_name("constructor"))
    block.append(Evaluate(start, end, Call(start, end, callee, lower_arguments(lowering, node))))


def lower_if(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    branches: list[Branch] = []
    current: Node | None = node
    while current is not None and current.type == "if_statement":
        condition = lowering.expression(current.child_by_field_name("condition"))
        branches.append(Branch(condition, lowering.block(current.child_by_field_name("consequence"))))
        current = current.child_by_field_name("alternative")
    block += alternatives(*lowering.place(node), branches, lowering.block(current))


def lower_for(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    for initializer in node.children_by_field_name("init"):
        lowering.statement(initializer, block)
    test = node.child_by_field_name("condition")
    condition = None if test is None else lowering.expression(test)
    body = list(lowering.block(node.child_by_field_name("body")))
    for update in node.children_by_field_name("update"):
        lowering.statement(update, body)
    block.append(Loop(*lowering.place(node), condition, None, None, tuple(body)))


def lower_for_each(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    target = lowering.expression(node.child_by_field_name("name"))
    names_of(target, lowering.declared)
    iterable = lowering.expression(node.child_by_field_name("value"))
    block.append(Loop(*lowering.place(node), None, target, iterable, lowering.block(node.child_by_field_name("body"))))


def lower_while(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    condition = lowering.expression(node.child_by_field_name("condition"))
    body = lowering.block(node.child_by_field_name("body"))
    block.append(Loop(*lowering.place(node), condition, None, None, body, (), node.type == "do_statement"))


def lower_try(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    body: list[Statement] = []
    resources = node.child_by_field_name("resources")
    for resource in [] if resources is None else lowering.named(resources):
        lower_resource(lowering, resource, body)
    body += lowering.block(node.child_by_field_name("body"))
    handlers: list[Block] = []
    last: Block = ()
    for child in lowering.named(node):
        if child.type == "catch_clause":
            handlers.append(lower_catch(lowering, child, body))
        elif child.type == "finally_clause":
            last = lowering.block(next(iter(lowering.named(child)), None))
    block.append(Try(*lowering.place(node), tuple(body), tuple(handlers), last))


def lower_resource(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    if name is None or value is None:
        lower_inner(lowering, node, block)
        return
    target = lowering.name(name)
    names_of(target, lowering.declared)
    block.append(Assign(*lowering.place(node), target, lowering.expression(value), "", lowering.text_of(node, "type")))


def lower_catch(lowering: JavaLowering, node: Node, body: Sequence[Statement]) -> Block:
    parameter = next((child for child in lowering.named(node) if child.type == "catch_formal_parameter"), None)
    name = None if parameter is None else parameter.child_by_field_name("name")
    caught: Block = ()
    if parameter is not None and name is not None:
        start, end = lowering.place(parameter)
        target = lowering.name(name)
        names_of(target, lowering.declared)
        thrown = may_catch(lowering, parameter, body)
        caught = (Assign(start, end, target, Name(end, end, THROWN) if thrown else Parts(end, end, ())),)
    return (*caught, *lowering.block(node.child_by_field_name("body")))


def may_catch(lowering: JavaLowering, parameter: Node, body: Sequence[Statement]) -> bool:
    """True where what a block throws itself may come to a handler, by the types that stand there."""
    types = {word for child in lowering.named(parameter) for word in _WORD.findall(lowering.text(child))}
    thrown = {
        each.value.callee.name
        for each in statements(tuple(body))
        if isinstance(each, Leave)
        and each.kind == "raise"
        and isinstance(each.value, Call)
        and isinstance(each.value.callee, Name)
    }
    return bool(thrown) and not types.isdisjoint(thrown | _CATCH_ALL)


def lower_leave(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    kind = "raise" if node.type == "throw_statement" else "return"
    inner = lowering.named(node)
    block.append(Leave(*lowering.place(node), kind, lowering.expression(inner[0]) if inner else None))


def lower_jump(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    labels = lowering.named(node)
    label = lowering.name(labels[0]) if labels else None
    block.append(Leave(*lowering.place(node), node.type.removesuffix("_statement"), label))


def lower_switch(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    yields, lowering.yields = lowering.yields, False
    block += cases(*lowering.place(node), lower_cases(lowering, node))
    lowering.yields = yields


def lower_cases(lowering: JavaLowering, node: Node) -> list[Case]:
    subject = lowering.expression(node.child_by_field_name("condition"))
    body = node.child_by_field_name("body")
    result: list[Case] = []
    for group in [] if body is None else lowering.named(body):
        labels = [child for child in group.children if child.type == "switch_label"]
        statements: list[Statement] = []
        for child in lowering.named(group)[len(labels) :]:
            lower_in_case(lowering, child, statements)
        conditions = [condition for label in labels for condition in lower_conditions(lowering, label, subject)]
        default = any(child.type == "default" for label in labels for child in label.children)
        inner = tuple(statements)
        through = group.type != "switch_rule" and goes_on(inner)
        result.append(Case(tuple(conditions), without_breaks(inner), default, through))
    return result


def lower_in_case(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    """A statement of a case; `case x -> y` gives back y where the switch has a value."""
    parent = node.parent
    if lowering.yields and node.type == "expression_statement" and parent is not None and parent.type == "switch_rule":
        value = lowering.expression(node)
        block.append(Leave(value.start, value.end, "return", value))
    else:
        lowering.statement(node, block)


def lower_conditions(lowering: JavaLowering, label: Node, subject: Expression) -> list[Expression]:
    conditions: list[Expression] = []
    for child in lowering.named(label):
        end = child.end_byte - lowering.offset
        if child.type == "guard" and conditions:
            guard = Operation(subject.start, end, "&&", (conditions[-1], *lowering.many(lowering.named(child))))
            conditions[-1] = guard
        elif child.type in ("pattern", "type_pattern", "record_pattern"):
            conditions.append(lower_matched(lowering, child, subject, subject.start, end))
        else:
            wanted = lowering.expression(child)
            conditions.append(Operation(subject.start, end, "==", (subject, wanted)))
    return conditions


def lower_switch_value(lowering: JavaLowering, node: Node) -> Expression:
    """A switch with a value: choices, or where there are statements in it a function called at once."""
    start, end = lowering.place(node)
    yields, lowering.yields = lowering.yields, True
    found = lower_cases(lowering, node)
    lowering.yields = yields
    plain = [case for case in found if len(case.block) == 1 and isinstance(case.block[0], Leave)]
    values = [case.block[0].value for case in plain if isinstance(case.block[0], Leave)]
    chosen = [value for value in values if value is not None]
    if len(chosen) != len(found) or len(found) > _LONGEST_CHOICE or any(not _one(case) for case in found):
        function = Function(start, end, "", (), cases(start, end, found))
        return Call(start, end, Closure(start, end, function), ())
    result: Expression = Parts(end, end, ())
    for case, value in zip(reversed(found), reversed(chosen), strict=True):
        if case.default:
            result = value
    for case, value in zip(reversed(found), reversed(chosen), strict=True):
        if not case.default:
            many = len(case.conditions) > 1
            test = Operation(start, end, "||", case.conditions) if many else case.conditions[0]
            result = Choice(start, end, test, value, result)
    return result


def lower_yield(lowering: JavaLowering, node: Node, block: list[Statement]) -> None:
    inner = lowering.named(node)
    block.append(Leave(*lowering.place(node), "return", lowering.expression(inner[0]) if inner else None))


def _one(case: Case) -> bool:
    """True for a case that gives back a value and can be asked for."""
    leave = case.block[0]
    return isinstance(leave, Leave) and leave.kind == "return" and (case.default or bool(case.conditions))


STATEMENTS: Mapping[str, LowerStatement] = {
    **dict.fromkeys(("block", "constructor_body", "ERROR"), lower_block),
    **dict.fromkeys(("labeled_statement", "synchronized_statement", "assert_statement"), lower_inner),
    **dict.fromkeys(
        ("local_variable_declaration", "field_declaration", "constant_declaration"),
        lower_declaration,
    ),
    "explicit_constructor_invocation": lower_super,
    "if_statement": lower_if,
    "for_statement": lower_for,
    "enhanced_for_statement": lower_for_each,
    **dict.fromkeys(("while_statement", "do_statement"), lower_while),
    **dict.fromkeys(("try_statement", "try_with_resources_statement"), lower_try),
    **dict.fromkeys(("return_statement", "throw_statement"), lower_leave),
    **dict.fromkeys(("break_statement", "continue_statement"), lower_jump),
    "switch_expression": lower_switch,
    "yield_statement": lower_yield,
}
NO_STATEMENTS = frozenset(
    {
        *("package_declaration", "import_declaration", "module_declaration", "annotation_type_element_declaration"),
        *("line_comment", "block_comment", "modifiers"),
    }
)
