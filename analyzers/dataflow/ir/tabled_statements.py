"""Statements and definitions lowered by the table of a grammar."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.branches import Branch, Case, alternatives, cases, without_breaks
from reread.analyzers.dataflow.ir.common import evaluate
from reread.analyzers.dataflow.ir.nodes import (
    THROWN,
    Assign,
    Assigned,
    Block,
    Call,
    Define,
    Evaluate,
    Expression,
    Function,
    If,
    Leave,
    Literal,
    Loop,
    Name,
    Operation,
    Parameter,
    Parts,
    Statement,
    Try,
)
from reread.analyzers.dataflow.ir.syntax_table import FunctionForm, Part
from reread.analyzers.dataflow.ir.tabled_conditions import bound_conditions, lower_conditional
from reread.analyzers.dataflow.ir.tabled_context import Tabled
from reread.analyzers.dataflow.ir.tabled_expressions import collection_of, operator_of, target_of
from reread.analyzers.dataflow.ir.tabled_loops import lower_counted, lower_walk
from reread.analyzers.syntax import Node

_DECLARED = "var"
"""The type of a variable that is declared without one."""


def statement_of(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    """Appends what a statement does; an expression is one as well."""
    node = lowering.strip(node)
    kind, table = node.type, lowering.table
    if lowering.names_only and (kind in table.functions or kind in table.classes) and is_outermost(lowering, node):
        lower_named(lowering, node, block)
    elif kind in table.blocks:
        lower_inner(lowering, node, block)
    elif kind in table.functions:
        form = table.functions[kind]
        function = function_of(lowering, node, form, "")
        lowering.declared.add(function.name)
        block.append(Define(*lowering.place(node), function.name, (function,)))
    elif kind in table.classes:
        lower_class(lowering, node, block)
    elif kind in table.declarations:
        lower_declaration(lowering, node, block)
    elif kind in table.assignments:
        lower_assignment(lowering, node, block)
    elif kind in table.ifs:
        lower_if(lowering, node, block)
    elif kind in table.loops:
        lower_loop(lowering, node, block)
    elif kind in table.bindings:
        lower_conditional(lowering, node, block)
    elif kind in table.walks:
        lower_walk(lowering, node, block)
    elif kind in table.counted:
        lower_counted(lowering, node, block)
    elif kind in table.switches:
        lower_switch(lowering, node, block)
    elif kind in table.tries or (kind in table.blocks and is_handled(lowering, node)):
        lower_try(lowering, node, block)
    elif kind in table.leaves:
        lower_leave(lowering, node, block)
    elif any(child.type in table.blocks for child in node.named_children) and kind not in table.calls:
        lower_inner(lowering, node, block)
    else:
        evaluate(lowering, node, block)


def is_outermost(lowering: Tabled, node: Node) -> bool:
    """Whether a definition stands in no function."""
    around = node.parent
    while around is not None:
        if around.type in lowering.table.functions or around.type in lowering.table.closures:
            return False
        around = around.parent
    return True


def lower_named(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    """A function that has a site of its own, only named; a class with what runs as it is defined."""
    functions, classes = lowering.table.functions, lowering.table.classes
    if node.type in functions:
        name = lowering.part(node, functions[node.type].name)
        block.append(Define(*lowering.place(node), "_" if name is None else name_in(lowering, name), ()))
        return
    name, body = (lowering.part(node, part) for part in classes[node.type])
    inner: list[Statement] = []
    for child in [] if body is None else lowering.named(body):
        lowering.statement(child, inner)
    block.append(Define(*lowering.place(node), "_" if name is None else lowering.text(name), (), tuple(inner)))


def is_handled(lowering: Tabled, node: Node) -> bool:
    return any(
        child.type in lowering.table.handlers or child.type in lowering.table.finals for child in node.named_children
    )


def lower_inner(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    """The statements in a node, one after the other; those of a block with handlers are tried."""
    if is_handled(lowering, node):
        lower_try(lowering, node, block)
        return
    for child in lowering.named(node):
        lowering.statement(child, block)


def lower_class(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    """A class: what runs as it is defined. Its methods stand for themselves."""
    name, body = (lowering.part(node, part) for part in lowering.table.classes[node.type])
    text = "" if name is None else lowering.text(name)
    inner: list[Statement] = []
    methods: list[Function] = []
    for child in [] if body is None else lowering.named(body):
        if child.type in lowering.table.functions:
            methods.append(function_of(lowering, child, lowering.table.functions[child.type], text))
        else:
            lowering.statement(child, inner)
    block.append(Define(*lowering.place(node), text or "_", tuple(methods), tuple(inner)))


def lower_declaration(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    name, value, typed = (lowering.part(node, part) for part in lowering.table.declarations[node.type])
    if name is None:
        lower_inner(lowering, node, block)
        return
    target = target_of(lowering, name)
    if isinstance(target, Name):
        lowering.declared.add(target.name)
    end = node.end_byte - lowering.offset
    given = Parts(end, end, ()) if value is None or value == name else lowering.expression(value)
    block.append(Assign(*lowering.place(node), target, given, "", _DECLARED if typed is None else lowering.text(typed)))


def lower_assignment(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    left, right = (lowering.part(node, part) for part in lowering.table.assignments[node.type])
    value = lowering.expression(right)
    target = target_of(lowering, left)
    block.append(Assign(*lowering.place(node), target, value, operator_of(lowering, node)))


def lower_if(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    condition, then, other = lowering.table.ifs[node.type]
    branches: list[Branch] = []
    last: Block = ()
    current: Node | None = node
    while current is not None and current.type in lowering.table.ifs:
        condition, then, other = lowering.table.ifs[current.type]
        test = condition_of(lowering, current, condition)
        branches.append(Branch(test, lowering.block(lowering.part(current, then))))
        more = [child for child in current.children_by_field_name(str(other)) if child.is_named]
        if len(more) > 1:  # Some grammars have all further branches side by side.
            last = lower_side_by_side(lowering, more, branches)
            break
        following = lowering.part(current, other)
        current = None if following is None else lowering.strip(following)
        if current is not None and current.type not in lowering.table.ifs:
            inner = lowering.named(current)
            if len(inner) == 1 and inner[0].type in lowering.table.ifs:
                current = inner[0]
            else:
                last = lowering.block(current)
    block += alternatives(*lowering.place(node), branches, last)


def lower_loop(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    """A loop with a condition, which may stand behind what is done at least once."""
    part, repeated = lowering.table.loops[node.type]
    held, body = lowering.part(node, part), lowering.part(node, repeated)
    bound: list[Statement] = []
    test: Expression | None = None
    if node.type in lowering.table.bindings:
        test = bound_conditions(lowering, node, bound)
    elif held is not None:
        test = condition_of(lowering, node, part)
    is_behind = held is not None and body is not None and held.start_byte > body.start_byte
    block.append(Loop(*lowering.place(node), test, None, None, (*bound, *lowering.block(body)), once=is_behind))


def condition_of(lowering: Tabled, node: Node, part: Part) -> Expression:
    """The condition of a branch or a loop as it holds inside."""
    condition = lowering.expression(lowering.part(node, part))
    if node.type not in lowering.table.negated:
        return condition
    return Operation(condition.start, condition.end, "!", (condition,))


def lower_side_by_side(lowering: Tabled, nodes: list[Node], branches: list[Branch]) -> Block:
    for node in nodes:
        if node.type not in lowering.table.ifs:
            return lowering.block(node)
        condition, then, _ = lowering.table.ifs[node.type]
        branches.append(
            Branch(lowering.expression(lowering.part(node, condition)), lowering.block(lowering.part(node, then)))
        )
    return ()


def lower_switch(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    value = lowering.part(node, lowering.table.switches[node.type])
    subject = None if value is None else lowering.expression(value)
    found = [case_of(lowering, case, subject) for case in cases_of(lowering, node)]
    block += cases(*lowering.place(node), found)


def cases_of(lowering: Tabled, node: Node) -> list[Node]:
    """The cases of a switch, which may stand in a node of their own."""
    found: list[Node] = []
    for child in lowering.named(node):
        if child.type in lowering.table.cases:
            found.append(child)
        else:
            found += [each for each in lowering.named(child) if each.type in lowering.table.cases]
    return found


def case_of(lowering: Tabled, node: Node, subject: Expression | None) -> Case:
    """One case. Names in a pattern are parts of the subject; only equality with a literal says what that is."""
    wanted = [each for part in lowering.table.cases[node.type] if (each := lowering.part(node, part)) is not None]
    conditions: list[Expression] = []
    inner: list[Statement] = []
    for each in wanted:
        value = lowering.expression(each)
        if subject is None:
            conditions.append(value)
        elif isinstance(value, Literal):
            conditions.append(Operation(subject.start, value.end, "==", (subject, value)))
        else:
            conditions.append(Parts(subject.start, value.end, (subject, value)))
            if isinstance(value, (Parts, Call)):
                inner += [Assign(name.start, name.end, name, subject) for name in names_within(value)]
    for child in lowering.named(node):
        if child not in wanted:
            lowering.statement(child, inner)
    return Case(tuple(conditions), without_breaks(tuple(inner)), not wanted, False)


def names_within(value: Expression) -> list[Name]:
    """The names in a pattern, without that of what it takes apart."""
    if isinstance(value, Name):
        return [value]
    if isinstance(value, Call):
        return [name for argument in value.arguments for name in names_within(argument.value)]
    if isinstance(value, Parts):
        parts = value.parts[1:] if len(value.parts) > 1 else value.parts
        return [name for part in parts for name in names_within(part)]
    return []


def lower_try(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    body: list[Statement] = []
    handlers: list[Block] = []
    last: Block = ()
    for child in lowering.named(node):
        if child.type in lowering.table.handlers:
            handlers.append(handler_of(lowering, child))
        elif child.type in lowering.table.finals:
            inner: list[Statement] = []
            for each in lowering.named(child):
                lowering.statement(each, inner)
            last = tuple(inner)
        else:
            lowering.statement(child, body)
    block.append(Try(*lowering.place(node), tuple(body), tuple(handlers), last))


def handler_of(lowering: Tabled, node: Node) -> Block:
    name, body = (lowering.part(node, part) for part in lowering.table.handlers[node.type])
    inner: list[Statement] = []
    if name is not None:
        target = target_of(lowering, name)
        inner.append(Assign(target.start, target.end, target, Name(target.end, target.end, THROWN)))
    inner += lowering.block(body)
    return tuple(inner)


def lower_leave(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    kind = lowering.table.leaves[node.type]
    if not kind:  # One kind of node for all of them, distinguished by its first word.
        word = lowering.text(node.children[0]).partition("@")[0] if node.children else ""
        kind = {"throw": "raise"}.get(word, word)
    inner = lowering.named(node)
    value = lowering.expression(inner[0]) if len(inner) == 1 else collection_of(lowering, node) if inner else None
    block.append(Leave(*lowering.place(node), kind, value))


def function_of(lowering: Tabled, node: Node, form: FunctionForm, owner: str, name: str = "") -> Function:
    around = lowering.scope()
    lowering.depth += 1
    named, listed, body = (lowering.part(node, part) for part in (form.name, form.parameters, form.body))
    text = name or ("" if named is None else name_in(lowering, named))
    parameters = parameters_of(lowering, listed) if form.parameters else own_parameters_of(lowering, node)
    lowering.declared.update(parameter.name for parameter in parameters)
    block: list[Statement] = []
    if body is not None:
        is_block = body.type in lowering.table.blocks or body.type in lowering.table.ifs
        if is_block or body.type in lowering.table.assignments:
            lowering.statement(body, block)
            result = given_back(tuple(block)) if lowering.table.gives_last else tuple(block)
        else:
            value = lowering.expression(body)
            result = (Leave(value.start, value.end, "return", value),)
    else:
        result = ()
    if lowering.table.shares:
        lowering.declared |= lowering.assigned - shared_by(lowering, node)
    lowering.depth -= 1
    return Function(*lowering.place(node), text or "_", parameters, result, owner, (), lowering.leave(around))


def shared_by(lowering: Tabled, node: Node) -> set[str]:
    """The names that a function says it has from outside: `global $x;`, `use (&$x)`."""
    inner = [each for child in node.named_children for each in child.named_children]
    return {lowering.text(name) for each in inner if each.type in lowering.table.shares for name in each.named_children}


def name_in(lowering: Tabled, node: Node) -> str:
    """The name that a declaration gives, without what the grammar has around it."""
    while node.type in lowering.table.inner_names or node.type in lowering.table.members:
        inner = node.child_by_field_name("declarator") or node.child_by_field_name("name")
        if inner is None:
            break
        node = inner
    return lowering.text(node)


def parameters_of(lowering: Tabled, node: Node | None) -> tuple[Parameter, ...]:
    while node is not None and node.type in lowering.table.inner_names:  # `*f(int a)`: they stand in the declarator.
        inner = node.child_by_field_name("parameters") or node.child_by_field_name("declarator")
        node = inner or next(iter(lowering.named(node)), None)
    if node is None:
        return ()
    if node.type in lowering.table.parameters or node.type in lowering.table.names or not node.named_child_count:
        return (parameter_of(lowering, node),) if node.type != "parameter_list" and lowering.text(node) != "()" else ()
    return tuple(
        parameter_of(lowering, child) for child in lowering.named(node) if not child.type.endswith("modifiers")
    )


def own_parameters_of(lowering: Tabled, node: Node) -> tuple[Parameter, ...]:
    """Those that stand right in the function."""
    return tuple(
        parameter_of(lowering, child) for child in lowering.named(node) if child.type in lowering.table.parameters
    )


def parameter_of(lowering: Tabled, node: Node) -> Parameter:
    name: Part
    name, typed, default = lowering.table.parameters.get(node.type, ("", "", ""))
    named, of_type, value = (lowering.part(node, part) for part in (name, typed, default))
    while named is not None and (named.type in lowering.table.inner_names or named.type in lowering.table.transparent):
        inner = named.child_by_field_name("declarator") or next(iter(lowering.named(named)), None)
        if inner is None:
            break
        named = inner
    given = None if value is None or value == named else lowering.expression(value)
    spread = "spread" in node.type or "splat" in node.type or "variadic" in node.type
    text = lowering.text(named if named is not None else node)
    return Parameter(*lowering.place(node), text, "" if of_type is None else lowering.text(of_type), given, spread)


def given_back(block: Block) -> Block:
    """A block whose last value is what its function gives."""
    if not block:
        return block
    last = block[-1]
    given: tuple[Statement, ...] = (last,)
    if isinstance(last, Evaluate) and not isinstance(last.value, Assigned):
        given = (Leave(last.start, last.end, "return", last.value),)
    elif isinstance(last, Assign):
        given = (last, Leave(last.end, last.end, "return", last.target))
    elif isinstance(last, If):
        given = (last._replace(then=given_back(last.then), other=given_back(last.other)),)
    elif isinstance(last, Try):
        handlers = tuple(map(given_back, last.handlers))
        given = (last._replace(body=given_back(last.body), handlers=handlers),)
    return (*block[:-1], *given)
