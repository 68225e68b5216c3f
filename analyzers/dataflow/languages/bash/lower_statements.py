"""Statements of shell scripts."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.branches import Branch, Case, alternatives, cases
from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Block,
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
)
from reread.analyzers.dataflow.languages.bash.context import INPUT, OUTPUT, ShellLowering, positionals_of
from reread.analyzers.dataflow.languages.bash.lower_expressions import (
    assignment_of,
    collection,
    input_of,
    is_pattern,
    is_printed,
)
from reread.analyzers.syntax import Node

_LEAVING = {"return": "return", "exit": "raise", "break": "break", "continue": "continue"}
_READING = frozenset({"read", "mapfile", "readarray"})
_VALUED_OPTIONS = frozenset("adinNptuCcOs")
"""Those of `read` and `mapfile` whose value may be the next word."""
_LOCAL = frozenset({"local", "declare", "typeset"})


def evaluate(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    """Appends a command; a function keeps what it prints."""
    value = lowering.expression(node)
    if not lowering.prints or node.type in ("test_command", "negated_command"):
        block.append(Evaluate(value.start, value.end, value))
        return
    output = Name(value.start, value.start, OUTPUT)
    # Their place is not that of the command: what was printed before goes into no sink there.
    start = value.start
    block.append(Assign(start, start, output, Parts(start, start, (output, value))))


def lower_command(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    """A command, and what those that the shell has itself do to variables. Assignments before one are its own."""
    for child in node.named_children:
        if child.type == "variable_assignment":
            value = lowering.expression(child.child_by_field_name("value"))
            block.append(Evaluate(value.start, value.end, value))
    name = _name_of(lowering, node)
    words = node.children_by_field_name("argument")
    if name in _LEAVING:
        printed = Name(*lowering.place(node), OUTPUT) if name == "return" and lowering.prints else None
        block.append(Leave(*lowering.place(node), _LEAVING[name], printed))
        return
    if name == "shift" and lowering.positionals:
        _shift(lowering, node, words, block)
        return
    evaluate(lowering, node, block)
    if name in _READING:
        given = next(
            (each for child in node.named_children if (each := input_of(lowering, child)) is not None),
            lowering.input,
        )
        value = Parts(*lowering.place(node), () if given is None else (given,))
        _assign(lowering, _read(lowering, words), value, block)
    elif name == "printf" and len(words) > 2 and lowering.text(words[0]) == "-v":
        _assign(lowering, [words[1]], Parts(*lowering.place(node), lowering.many(words[2:])), block)


def _name_of(lowering: ShellLowering, node: Node) -> str:
    name = node.child_by_field_name("name")
    return "" if name is None else lowering.text(name)


def _read(lowering: ShellLowering, words: list[Node]) -> list[Node]:
    """The names among the words after `read`."""
    found: list[Node] = []
    is_value = False
    for word in words:
        text = lowering.text(word)
        if text.startswith("-"):
            is_value = text[-1] in _VALUED_OPTIONS
            if is_value and text[-1] == "a":
                is_value = False
        elif is_value:
            is_value = False
        elif word.type in ("word", "variable_name"):
            found.append(word)
    return found


def _assign(lowering: ShellLowering, names: list[Node], value: Expression, block: list[Statement]) -> None:
    for node in names:
        target = lowering.variable(node, lowering.text(node))
        lowering.assigned.add(target.name)
        block.append(Assign(*lowering.place(node), target, value))


def _shift(lowering: ShellLowering, node: Node, words: list[Node], block: list[Statement]) -> None:
    """Each argument becomes the one before it; by more than one they may be any."""
    last = lowering.positionals
    for number in range(1, last + 1):
        following = lowering.variable(node, str(number + 1) if number < last else "@")
        value = lowering.all_arguments(node) if words else following
        block.append(Assign(*lowering.place(node), lowering.variable(node, str(number)), value))


def lower_assignment(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    target, value, operator = assignment_of(lowering, node)
    block.append(Assign(*lowering.place(node), target, value, operator))


def lower_several(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    """The statements in a node: of a block, or several assignments in a line."""
    for child in lowering.named(node):
        lowering.statement(child, block)


def lower_declaration(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    """`local x=1`, `export x`. What is local belongs to its function."""
    is_local = node.children[0].type in _LOCAL and lowering.prints
    for child in lowering.named(node):
        inner = child.child_by_field_name("name") if child.type == "variable_assignment" else child
        if is_local and inner is not None and inner.type == "variable_name":
            lowering.declared.add(lowering.variable(inner, lowering.text(inner)).name)
        if child.type == "variable_assignment":
            lower_assignment(lowering, child, block)
        elif is_local and child.type == "variable_name":
            _assign(lowering, [child], Literal(*lowering.place(child), ""), block)
        elif child.type != "variable_name":
            value = lowering.expression(child)
            block.append(Evaluate(value.start, value.end, value))


def lower_unset(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    names = [child for child in lowering.named(node) if child.type == "variable_name"]
    _assign(lowering, names, Literal(*lowering.place(node), ""), block)


def lower_if(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    branches: list[Branch] = [_branch(lowering, node)]
    other: Block = ()
    for child in lowering.named(node):
        if child.type == "elif_clause":
            branches.append(_branch(lowering, child))
        elif child.type == "else_clause":
            other = _block(lowering, lowering.named(child))
    block += alternatives(*lowering.place(node), branches, other)


def _branch(lowering: ShellLowering, node: Node) -> Branch:
    """What stands before `then` and after it."""
    then = next((number for number, child in enumerate(node.children) if child.type == "then"), 0)
    parts = [child for child in node.children[:then] if child.is_named and not child.is_extra]
    rest = [child for child in node.children[then:] if child.is_named and not child.is_extra]
    before: list[Statement] = []
    condition = condition_of(lowering, parts, node, before)
    inner = [child for child in rest if child.type not in ("elif_clause", "else_clause")]
    return Branch(condition, _block(lowering, inner), tuple(before))


def _block(lowering: ShellLowering, nodes: list[Node]) -> Block:
    block: list[Statement] = []
    for node in nodes:
        lowering.statement(node, block)
    return tuple(block)


_CONDITIONS = frozenset(
    {"command", "test_command", "negated_command", "list", "variable_assignment", "binary_expression", "pipeline"}
)


def condition_of(lowering: ShellLowering, nodes: list[Node], around: Node, before: list[Statement]) -> Expression:
    """The last of several statements as a condition; what runs before that is appended."""
    for node in nodes[:-1]:
        lowering.statement(node, before)
    if not nodes:
        return lowering.nothing(around)
    last = nodes[-1]
    if last.type in _CONDITIONS and not (last.type == "command" and _name_of(lowering, last) in _READING):
        return lowering.expression(last)
    lowering.statement(last, before)
    return lowering.nothing(last)


def lower_while(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    """`while` and `until`."""
    parts = [child for child in node.children_by_field_name("condition") if child.is_named]
    before: list[Statement] = []
    condition = condition_of(lowering, parts, node, before)
    if node.children[0].type == "until":
        condition = Operation(condition.start, condition.end, "!", (condition,))
    body = (*before, *lowering.block(node.child_by_field_name("body")))
    block.append(Loop(*lowering.place(node), condition, None, None, body))


def lower_for(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    """`for x in a b`; without words, through the arguments."""
    variable, words = node.child_by_field_name("variable"), node.children_by_field_name("value")
    if variable is None:
        return
    target = lowering.expression(variable)
    if isinstance(target, Name):
        lowering.assigned.add(target.name)
    values = collection(lowering, node, words) if words else lowering.all_arguments(variable)
    body = lowering.block(node.child_by_field_name("body"))
    block.append(Loop(*lowering.place(node), None, target, values, body))


def lower_counted(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    """`for ((a; b; c))`."""
    for child in node.children_by_field_name("initializer"):
        if child.is_named:
            lowering.statement(child, block)
    condition = node.child_by_field_name("condition")
    test = lowering.nothing(node) if condition is None else lowering.expression(condition)
    body = list(lowering.block(node.child_by_field_name("body")))
    for child in node.children_by_field_name("update"):
        if child.is_named:
            lowering.statement(child, body)
    block.append(Loop(*lowering.place(node), test, None, None, tuple(body)))


def lower_case(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    subject = lowering.expression(node.child_by_field_name("value"))
    found: list[Case] = []
    for item in lowering.named(node):
        if item.type == "case_item":
            wanted = item.children_by_field_name("value")
            texts = [lowering.text(each) for each in wanted]
            conditions = tuple(_matches(lowering, subject, each) for each in wanted)
            inner = _block(lowering, [child for child in lowering.named(item) if child not in wanted])
            through = any(child.type in (";&", ";;&") for child in item.children)
            found.append(Case(conditions, inner, "*" in texts, through))
    block += cases(*lowering.place(node), found)


def _matches(lowering: ShellLowering, subject: Expression, node: Node) -> Expression:
    """A case: equality with a word, unless that is a pattern."""
    value = lowering.expression(node)
    if isinstance(value, Literal) and not is_pattern(value):
        return Operation(subject.start, subject.end, "==", (subject, value))
    return Parts(subject.start, subject.end, (subject, value))


def lower_list(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    """`a && b` and `a || b`: b runs, or does not, after a."""
    parts = lowering.named(node)
    if len(parts) != 2:
        lower_several(lowering, node, block)
        return
    condition = condition_of(lowering, parts[:1], node, block)
    then = lowering.block(parts[1])
    is_and = any(child.type == "&&" for child in node.children)
    block.append(If(*lowering.place(node), condition, then if is_and else (), () if is_and else then))


def lower_pipeline(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    """What a command prints is the input of the next one, and of all that reads in it."""
    *first, last = lowering.named(node)
    around = lowering.input
    for child in first:
        lowering.input = lowering.expression(child)
    lowering.statement(last, block)
    lowering.input = around


def lower_redirected(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    around, prints = lowering.input, lowering.prints
    redirects = node.children_by_field_name("redirect")
    given = [each for child in redirects if (each := input_of(lowering, child)) is not None]
    if given:
        lowering.input = given[0]
    for child in redirects:
        if input_of(lowering, child) is None:
            value = Parts(*lowering.place(child), lowering.many(lowering.named(child)))
            block.append(Evaluate(value.start, value.end, value))
    inner = lowering.block(node.child_by_field_name("body"))
    block += inner if is_printed(lowering, node) else map(_unprinted, inner)
    lowering.input, lowering.prints = around, prints


def _unprinted(statement: Statement) -> Statement:
    """A statement whose output is not that of its function."""
    if isinstance(statement, Assign) and isinstance(statement.target, Name) and statement.target.name == OUTPUT:
        return Evaluate(statement.start, statement.end, statement.value)
    return statement


def lower_inner_function(lowering: ShellLowering, node: Node, block: list[Statement]) -> None:
    """A function: those that stand in no other one have a site of their own."""
    name = node.child_by_field_name("name")
    text = "_" if name is None else lowering.text(name)
    inner = () if not lowering.prints else (lower_function(lowering, node),)
    block.append(Define(*lowering.place(node), text, inner))


def lower_function(lowering: ShellLowering, node: Node) -> Function:
    """A function: its arguments have numbers, and it gives what it prints."""
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    before = (lowering.positionals, lowering.prints, lowering.input)
    around = lowering.scope()
    start, end = lowering.place(node)
    lowering.positionals = 0 if body is None else positionals_of(body, lowering.data)
    lowering.prints, lowering.input = True, Name(start, start, INPUT)
    numbers = [f"${number}" for number in range(1, lowering.positionals + 1)]
    parameters = (
        *(Parameter(start, start, each) for each in numbers),
        Parameter(start, start, "$@", spread=True),
        Parameter(start, start, INPUT),
    )
    lowering.declared |= {*numbers, "$@", INPUT, OUTPUT}
    block: list[Statement] = [Assign(start, start, Name(start, start, OUTPUT), Literal(start, start, ""))]
    block += lowering.block(body)
    block.append(Leave(end, end, "return", Name(end, end, OUTPUT)))
    lowering.positionals, lowering.prints, lowering.input = before
    shared = lowering.leave(around)
    text = "_" if name is None else lowering.text(name)
    return Function(start, end, text, parameters, tuple(block), shared=shared)


STATEMENTS = {
    **dict.fromkeys(
        ("program", "compound_statement", "do_group", "subshell", "else_clause", "variable_assignments"), lower_several
    ),
    "command": lower_command,
    "variable_assignment": lower_assignment,
    "declaration_command": lower_declaration,
    "unset_command": lower_unset,
    "if_statement": lower_if,
    "while_statement": lower_while,
    "for_statement": lower_for,
    "c_style_for_statement": lower_counted,
    "case_statement": lower_case,
    "list": lower_list,
    "pipeline": lower_pipeline,
    "redirected_statement": lower_redirected,
    "function_definition": lower_inner_function,
}
