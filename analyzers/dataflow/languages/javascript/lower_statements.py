"""Statements of JavaScript and TypeScript."""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.dataflow.ir.branches import Branch, Case, alternatives, cases, goes_on, without_breaks
from reread.analyzers.dataflow.ir.common import (
    Lowering,
    LowerStatement,
    names_of,
)
from reread.analyzers.dataflow.ir.nodes import (
    THROWN,
    Argument,
    Assign,
    Block,
    Call,
    Collection,
    CollectionItem,
    Define,
    Evaluate,
    Expression,
    If,
    Leave,
    Literal,
    Loop,
    Member,
    Name,
    Operation,
    Statement,
    Try,
)
from reread.analyzers.dataflow.languages.javascript.function_sites import FUNCTIONS
from reread.analyzers.dataflow.languages.javascript.lower_expressions import (
    lower_assignment,
    lower_closure,
    lower_key,
    lower_name_of,
    lower_target,
    lower_type,
)
from reread.analyzers.syntax import Node


def lower_evaluated(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    """An expression as a statement; an assignment among them is one of its own."""
    node = lowering.strip(node)
    kind = node.type
    if kind in ("assignment_expression", "augmented_assignment_expression", "update_expression"):
        after: list[Statement] = []
        target, value, operator = lower_assignment(lowering, node, after)
        start, end = lowering.place(node)
        block.append(Assign(start, end, target, value, operator))
        block += after
    elif kind == "sequence_expression":
        for child in lowering.named(node):
            lowering.statement(child, block)
    elif kind in lowering.grammar.statements or kind in lowering.grammar.no_statements:
        lowering.statement(node, block)
    else:
        value = lowering.expression(node)
        block.append(Evaluate(value.start, value.end, value))
        if isinstance(value, Call):
            lower_refusal(lowering, node, value, block)


def lower_refusal(lowering: Lowering, node: Node, call: Call, block: list[Statement]) -> None:
    """Well-known functions never return, or not where their first argument does not hold."""
    function = node.child_by_field_name("function")
    name = "" if function is None else lowering.text(function)
    if name in _NEVER_RETURN:
        block.append(Leave(call.start, call.end, "raise"))
    elif name in _ASSERTIONS and call.arguments:
        otherwise = (Leave(call.start, call.end, "raise"),)
        block.append(If(call.start, call.end, call.arguments[0].value, (), otherwise))


def lower_block(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    for child in node.named_children:
        lowering.statement(child, block)


def lower_declaration(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    for child in node.named_children:
        if child.type == "variable_declarator":
            lower_declarator(lowering, child, block)


def lower_declarator(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    if name is None:
        return
    after: list[Statement] = []
    target = lower_target(lowering, name, after)
    names_of(target, lowering.declared)
    start, end = lowering.place(node)
    found: Expression = Literal(end, end, None)
    if value is not None:
        stripped = lowering.strip(value)
        named = stripped.type in FUNCTIONS and isinstance(target, Name)
        found = lower_closure(lowering, stripped, lowering.text(name)) if named else lowering.expression(value)
    block.append(Assign(start, end, target, found, "", lower_type(lowering, node.child_by_field_name("type"))))
    block += after


def lower_define(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    start, end = lowering.place(node)
    name = lower_name_of(lowering, node)
    lowering.declared.add(name)
    block.append(Define(start, end, name, (lowering.grammar.function(lowering, node, name),)))


def lower_enumeration(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    if name is None or body is None:
        return
    entries: list[CollectionItem] = []
    for member in lowering.named(body):
        start, end = lowering.place(member)
        value = member.child_by_field_name("value")
        key = lower_key(lowering, member.child_by_field_name("name") or member)
        entries.append(
            CollectionItem(start, end, key, lowering.nothing(member) if value is None else lowering.expression(value))
        )
    start, end = lowering.place(node)
    block.append(Assign(start, end, lowering.name(name), Collection(*lowering.place(body), tuple(entries))))


def lower_if(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    branches: list[Branch] = []
    start, end = lowering.place(node)
    current: Node | None = node
    while current is not None and current.type == "if_statement":
        condition = lowering.expression(current.child_by_field_name("condition"))
        branches.append(Branch(condition, lowering.block(current.child_by_field_name("consequence"))))
        following = current.child_by_field_name("alternative")
        current = None if following is None else next(iter(lowering.named(following)), None)
    block += alternatives(start, end, branches, lowering.block(current))


def lower_switch(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    start, end = lowering.place(node)
    subject = lowering.expression(node.child_by_field_name("value"))
    body = node.child_by_field_name("body")
    found: list[Case] = []
    for case in [] if body is None else lowering.named(body):
        statements: list[Statement] = []
        for child in case.children_by_field_name("body"):
            lowering.statement(child, statements)
        value = case.child_by_field_name("value")
        conditions: tuple[Expression, ...] = ()
        if value is not None:
            wanted = lowering.expression(value)
            conditions = (Operation(subject.start, wanted.end, "==", (subject, wanted)),)
        inner = without_breaks(tuple(statements))
        found.append(Case(conditions, inner, value is None, goes_on(tuple(statements))))
    block += cases(start, end, found)


def lower_for(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    initializer, condition = node.child_by_field_name("initializer"), node.child_by_field_name("condition")
    if initializer is not None:
        lowering.statement(initializer, block)
    test = None
    if condition is not None and condition.is_named and condition.type != "empty_statement":
        test = lowering.expression(condition)
    body: list[Statement] = list(lowering.block(node.child_by_field_name("body")))
    increment = node.child_by_field_name("increment")
    if increment is not None:
        lower_evaluated(lowering, increment, body)
    block.append(Loop(*lowering.place(node), test, None, None, tuple(body)))


def lower_for_in(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    left = node.child_by_field_name("left")
    body: list[Statement] = []
    target = lowering.nothing(node) if left is None else lower_target(lowering, left, body)
    names_of(target, lowering.assigned if node.child_by_field_name("kind") is None else lowering.declared)
    iterable = lowering.expression(node.child_by_field_name("right"))
    operator = node.child_by_field_name("operator")
    if operator is not None and operator.type == "in":
        # A loop through the names of the fields, which is the same as one through `Object.keys(...)`.
        start, end = iterable.start, iterable.end
        keys = Member(start, end, Name(start, end, "Object"), "keys")
        iterable = Call(start, start, keys, (Argument(start, end, iterable),))
    body += lowering.block(node.child_by_field_name("body"))
    block.append(Loop(*lowering.place(node), None, target, iterable, tuple(body)))


def lower_while(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    condition = lowering.expression(node.child_by_field_name("condition"))
    body = lowering.block(node.child_by_field_name("body"))
    block.append(Loop(*lowering.place(node), condition, None, None, body, (), node.type == "do_statement"))


def lower_try(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    body = lowering.block(node.child_by_field_name("body"))
    handlers: tuple[Block, ...] = ()
    catch = node.child_by_field_name("handler")
    if catch is not None:
        inner: list[Statement] = []
        parameter = catch.child_by_field_name("parameter")
        if parameter is not None:
            after: list[Statement] = []
            start, end = lowering.place(parameter)
            target = lower_target(lowering, parameter, after)
            names_of(target, lowering.declared)
            inner += [Assign(start, end, target, Name(end, end, THROWN)), *after]
        handlers = ((*inner, *lowering.block(catch.child_by_field_name("body"))),)
    finalizer = node.child_by_field_name("finalizer")
    last = () if finalizer is None else lowering.block(finalizer.child_by_field_name("body"))
    block.append(Try(*lowering.place(node), body, handlers, last))


def lower_leave(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    kind = {"return_statement": "return", "throw_statement": "raise"}[node.type]
    inner = lowering.named(node)
    block.append(Leave(*lowering.place(node), kind, lowering.expression(inner[0]) if inner else None))


def lower_jump(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    label = node.child_by_field_name("label")
    value = None if label is None else Name(*lowering.place(label), lowering.text(label))
    block.append(Leave(*lowering.place(node), node.type.removesuffix("_statement"), value))


def lower_body(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    """A label, or `with (object)`."""
    object = node.child_by_field_name("object")
    if object is not None:
        lower_evaluated(lowering, object, block)
    body = node.child_by_field_name("body")
    if body is not None:
        lowering.statement(body, block)


def lower_export(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    exported = node.child_by_field_name("declaration") or node.child_by_field_name("value")
    if exported is not None:
        lowering.statement(exported, block)


def lower_namespace(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    body = node.child_by_field_name("body")
    if body is not None:
        lowering.statement(body, block)


STATEMENTS: Mapping[str, LowerStatement] = {
    **dict.fromkeys(("statement_block", "program", "ERROR"), lower_block),
    **dict.fromkeys(("lexical_declaration", "variable_declaration"), lower_declaration),
    "variable_declarator": lower_declarator,
    **dict.fromkeys(("function_declaration", "generator_function_declaration"), lower_define),
    "enum_declaration": lower_enumeration,
    "if_statement": lower_if,
    "switch_statement": lower_switch,
    "for_statement": lower_for,
    "for_in_statement": lower_for_in,
    **dict.fromkeys(("while_statement", "do_statement"), lower_while),
    "try_statement": lower_try,
    **dict.fromkeys(("return_statement", "throw_statement"), lower_leave),
    **dict.fromkeys(("break_statement", "continue_statement"), lower_jump),
    **dict.fromkeys(("labeled_statement", "with_statement"), lower_body),
    "export_statement": lower_export,
    **dict.fromkeys(("internal_module", "module"), lower_namespace),
}
_NEVER_RETURN = frozenset({"process.exit", "ctx.throw", "this.ctx.throw", "context.throw", "notFound"})
_ASSERTIONS = frozenset({"assert", "assert.ok", "ctx.assert", "this.ctx.assert", "invariant"})
NO_STATEMENTS = frozenset(
    {
        "import_statement",
        "import_alias",
        "empty_statement",
        "debugger_statement",
        "interface_declaration",
        "type_alias_declaration",
        "ambient_declaration",
        "function_signature",
        "comment",
        "hash_bang_line",
        "decorator",
    }
)
