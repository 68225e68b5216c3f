"""Statements of Go."""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.dataflow.declarations.scalar_types import numbers
from reread.analyzers.dataflow.ir.branches import Branch, Case, alternatives, cases, goes_on, without_breaks
from reread.analyzers.dataflow.ir.common import (
    LowerStatement,
)
from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Block,
    Call,
    Collection,
    CollectionItem,
    Evaluate,
    Expression,
    Index,
    Leave,
    Literal,
    Loop,
    Name,
    Operation,
    Parts,
    Statement,
    Try,
)
from reread.analyzers.dataflow.languages.go.lower_context import GoLowering
from reread.analyzers.dataflow.languages.go.lower_expressions import (
    lower_assigned,
)
from reread.analyzers.syntax import Node

_NUMBERS = numbers("go")
_FUNCTIONS = frozenset({"function_declaration", "method_declaration"})


def lower_scope(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    """`{ ... }`, which has variables of its own."""
    around = lowering.open()
    lower_block(lowering, node, block)
    lowering.close(around)


def lower_block(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    """Statements in order. What follows a deferred function literal is tried, and the literal called at last."""
    first = start = -1
    deferred: list[Statement] = []
    for child in node.named_children:
        if child.type == "defer_statement" and lower_deferred(lowering, child, deferred):
            if first < 0:
                first, start = len(block), child.start_byte - lowering.offset
        else:
            lowering.statement(child, block)
    if deferred:
        end = node.end_byte - lowering.offset
        block[first:] = [Try(start, end, tuple(block[first:]), (), tuple(reversed(deferred)))]


def lower_deferred(lowering: GoLowering, node: Node, deferred: list[Statement]) -> bool:
    """Keeps the call of a function literal for later. Of other calls the arguments are evaluated at once."""
    inner = lowering.named(node)
    call = inner[0] if inner else None
    function = call.child_by_field_name("function") if call is not None else None
    if call is None or function is None or lowering.strip(function).type != "func_literal":
        return False
    value = lowering.expression(call)
    deferred.append(Evaluate(value.start, value.end, value))
    return True


def lower_inner(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    """`go f()`, `defer f()`, a label, a list of declarations."""
    for child in lowering.named(node):
        if child.type != "label_name":
            lowering.statement(child, block)


def lower_go(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    """`go f()` runs at once, and until the end of the function."""
    first = len(block)
    lower_inner(lowering, node, block)
    if lowering.beside is not None:
        lowering.beside += block[first:]


def lower_assign(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    declares = node.type == "short_var_declaration" or any(child.type == ":=" for child in node.children)
    if left is None or right is None:
        lower_inner(lowering, node, block)
        return
    operator = node.child_by_field_name("operator")
    written = "" if operator is None or operator.type == "=" else operator.type
    value = lower_values(lowering, right)
    if declares:
        lowering.declare_all(left)
    target = lower_assigned(lowering, left, lowering.declared if declares else lowering.assigned)
    lower_set(lowering, node, target, value, written, "", block)


def lower_set(
    lowering: GoLowering,
    node: Node,
    target: Expression,
    value: Expression,
    operator: str,
    type: str,
    block: list[Statement],
) -> None:
    """`v, ok = m[k]` and the like give the value to the first, while `a, b = f()` has two of them."""
    start, end = lowering.place(node)
    two = isinstance(target, Collection) and len(target.entries) == 2
    if two and isinstance(value, Index | Parts):
        assert isinstance(target, Collection)
        second = target.entries[1].value
        target = target.entries[0].value
        block.append(Assign(start, end, target, value, operator, type))
        if isinstance(value, Index):
            there = Operation(value.start, value.end, "in", (value.key, value.object))
            block.append(Assign(start, end, second, there))
        else:
            block.append(Assign(second.start, second.end, second, Parts(second.end, second.end, ())))
    else:
        block.append(Assign(start, end, target, value, operator, type))


def lower_values(lowering: GoLowering, node: Node) -> Expression:
    """One value, or several as a collection."""
    parts = lowering.named(node) if node.type == "expression_list" else [node]
    if len(parts) == 1:
        return lowering.expression(parts[0])
    values = lowering.many(parts)
    return Collection(
        *lowering.place(node), tuple([CollectionItem(value.start, value.end, None, value) for value in values])
    )


def lower_variables(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    """`var a, b T = x, y`; without values they are zero, and constants continue a list that is not known here."""
    names = [child for child in node.children_by_field_name("name") if child.is_named]
    value, typed = node.child_by_field_name("value"), lowering.type(node.child_by_field_name("type"))
    given = None if value is None else lower_values(lowering, value)
    lowering.declared.update(lowering.declare(lowering.text(name)) for name in names)
    targets = [lowering.variable(name) for name in names]
    if not targets:
        return
    if given is None:
        end = node.end_byte - lowering.offset
        nothing = Parts(end, end, ()) if node.type == "const_spec" else lowering.zero(end, typed)
        block += [Assign(target.start, end, target, nothing, "", typed) for target in targets]
        return
    target = targets[0]
    if len(targets) > 1:
        entries = tuple([CollectionItem(each.start, each.end, None, each) for each in targets])
        target = Collection(targets[0].start, targets[-1].end, entries)
    lower_set(lowering, node, target, given, "", typed, block)


def lower_increment(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    inner = lowering.named(node)
    if inner:
        target = lower_assigned(lowering, inner[0], lowering.assigned)
        one = Literal(target.end, target.end, 1)
        block.append(Assign(*lowering.place(node), target, one, "+=" if node.type == "inc_statement" else "-="))


def lower_send(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    channel, value = node.child_by_field_name("channel"), node.child_by_field_name("value")
    block.append(Assign(*lowering.place(node), lowering.expression(channel), lowering.expression(value), "<-"))


def lower_if(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    around = lowering.open()
    branches: list[Branch] = []
    current: Node | None = node
    while current is not None and current.type == "if_statement":
        before = lowering.block(current.child_by_field_name("initializer"))
        condition = lowering.expression(current.child_by_field_name("condition"))
        branches.append(Branch(condition, lowering.block(current.child_by_field_name("consequence")), before))
        current = current.child_by_field_name("alternative")
    block += alternatives(*lowering.place(node), branches, lowering.block(current))
    lowering.close(around)


def lower_for(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    around = lowering.open()
    lower_loop(lowering, node, block)
    lowering.close(around)


def lower_loop(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    start, end = lowering.place(node)
    body = node.child_by_field_name("body")
    clause = next((child for child in lowering.named(node) if child != body), None)
    if clause is None:
        block.append(Loop(start, end, None, None, None, lowering.block(body)))
    elif clause.type == "range_clause":
        left = clause.child_by_field_name("left")
        declares = any(child.type == ":=" for child in clause.children)
        iterable = lowering.expression(clause.child_by_field_name("right"))
        if declares and left is not None:
            lowering.declare_all(left)
        target = (
            None
            if left is None
            else lower_assigned(lowering, left, lowering.declared if declares else lowering.assigned)
        )
        if isinstance(target, Name):
            # One variable gets the key or the position, as the first of two.
            entries = (target, Name(target.end, target.end, "_"))
            target = Collection(
                target.start, target.end, tuple(CollectionItem(e.start, e.end, None, e) for e in entries)
            )
        block.append(Loop(start, end, None, target, iterable, lowering.block(body)))
    elif clause.type == "for_clause":
        block += lowering.block(clause.child_by_field_name("initializer"))
        test = clause.child_by_field_name("condition")
        condition = None if test is None else lowering.expression(test)
        inner = (*lowering.block(body), *lowering.block(clause.child_by_field_name("update")))
        block.append(Loop(start, end, condition, None, None, inner))
    else:
        block.append(Loop(start, end, lowering.expression(clause), None, None, lowering.block(body)))


def lower_switch(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    around = lowering.open()
    block += lowering.block(node.child_by_field_name("initializer"))
    value = node.child_by_field_name("value")
    subject = None if value is None else lowering.expression(value)
    found: list[Case] = []
    for case in lowering.named(node):
        if case.type in ("expression_case", "default_case"):
            tests = case.child_by_field_name("value")
            wanted = () if tests is None else lowering.many(lowering.named(tests))
            conditions = wanted
            if subject is not None:
                conditions = tuple([Operation(subject.start, each.end, "==", (subject, each)) for each in wanted])
            found.append(lower_case(lowering, case, conditions))
    block += cases(*lowering.place(node), found)
    lowering.close(around)


def lower_type_switch(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    """The variable has the same value in all cases, as what each asks for with `instanceof`."""
    start, end = lowering.place(node)
    around = lowering.open()
    block += lowering.block(node.child_by_field_name("initializer"))
    alias = node.child_by_field_name("alias")
    subject = lowering.expression(node.child_by_field_name("value"))
    target = None
    if alias is not None:
        lowering.declare_all(alias)
        target = lower_assigned(lowering, alias, lowering.declared)
        block.append(Assign(target.start, subject.end, target, subject))
    found: list[Case] = []
    for case in lowering.named(node):
        if case.type in ("type_case", "default_case"):
            types = [child for child in case.children_by_field_name("type") if child.is_named]
            names = [Name(*lowering.place(each), lowering.text(each)) for each in types]
            conditions = [Operation(subject.start, each.end, "instanceof", (subject, each)) for each in names]
            made = lower_case(lowering, case, tuple(conditions))
            typed = _one_type([each.name for each in names])
            if target is not None and typed:
                narrowed = Assign(target.start, target.end, target, target, "", typed)
                made = made._replace(block=(narrowed, *made.block))
            found.append(made)
    block += cases(start, end, found)
    lowering.close(around)


def lower_case(lowering: GoLowering, node: Node, conditions: tuple[Expression, ...]) -> Case:
    statements: list[Statement] = []
    through = False
    around = lowering.open()
    for child in lowering.named(node):
        if child.type == "statement_list":
            lower_block(lowering, child, statements)
            through = any(each.type == "fallthrough_statement" for each in child.named_children[-2:])
    lowering.close(around)
    block = tuple(statements)
    return Case(conditions, without_breaks(block), node.type == "default_case", through and goes_on(block))


def lower_select(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    """Any of the cases, as one cannot know."""
    start, end = lowering.place(node)
    blocks: list[Block] = []
    for case in lowering.named(node):
        statements: list[Statement] = []
        around = lowering.open()
        for child in lowering.named(case):
            lowering.statement(child, statements)
        lowering.close(around)
        blocks.append(without_breaks(tuple(statements)))
    branches = [Branch(Parts(start, start, ()), each) for each in blocks[:-1]]
    block += alternatives(start, end, branches, blocks[-1] if blocks else ())


def lower_return(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    start, end = lowering.place(node)
    inner = lowering.named(node)
    value = lower_values(lowering, inner[0]) if inner else None
    if value is None and lowering.results:
        names = [Name(end, end, name) for name in lowering.results]
        value = names[0]
        if len(names) > 1:
            value = Collection(end, end, tuple([CollectionItem(end, end, None, name) for name in names]))
    gives = lowering.gives if any(each in _NUMBERS for each in lowering.gives) else ()
    block.append(Leave(start, end, "return", value, gives))


def lower_jump(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    labels = lowering.named(node)
    label = Name(*lowering.place(labels[0]), lowering.text(labels[0])) if labels else None
    block.append(Leave(*lowering.place(node), node.type.removesuffix("_statement"), label))


def lower_evaluate(lowering: GoLowering, node: Node, block: list[Statement]) -> None:
    """A call of `panic` leaves the function."""
    value = lowering.expression(node)
    if isinstance(value, Call) and isinstance(value.callee, Name) and value.callee.name == "panic":
        block.append(Leave(value.start, value.end, "raise", value))
    else:
        block.append(Evaluate(value.start, value.end, value))


def _one_type(types: list[str]) -> str:
    """The type that the variable of a case has; of several such as `int64, float64`, which are all numbers, any."""
    known = len(types) == 1 or all(each in _NUMBERS for each in types)
    return types[0] if types and known and types[0] != "nil" else ""


STATEMENTS: Mapping[str, LowerStatement] = {
    "block": lower_scope,
    "statement_list": lower_block,
    **dict.fromkeys(
        (
            *("defer_statement", "labeled_statement", "var_declaration", "const_declaration"),
            *("var_spec_list", "ERROR"),
        ),
        lower_inner,
    ),
    **dict.fromkeys(("short_var_declaration", "assignment_statement", "receive_statement"), lower_assign),
    **dict.fromkeys(("var_spec", "const_spec"), lower_variables),
    **dict.fromkeys(("inc_statement", "dec_statement"), lower_increment),
    "send_statement": lower_send,
    "go_statement": lower_go,
    "if_statement": lower_if,
    "for_statement": lower_for,
    "expression_switch_statement": lower_switch,
    "type_switch_statement": lower_type_switch,
    "select_statement": lower_select,
    "return_statement": lower_return,
    **dict.fromkeys(("break_statement", "continue_statement"), lower_jump),
    "expression_statement": lower_evaluate,
}
NO_STATEMENTS = frozenset(
    {
        *("package_clause", "import_declaration", "type_declaration", "empty_statement", "fallthrough_statement"),
        *("goto_statement", "comment"),
    }
)
