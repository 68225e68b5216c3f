"""Words of shell scripts as expressions: variables, texts, substitutions and calls of commands."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.common import literal
from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Assigned,
    Call,
    Collection,
    CollectionItem,
    Expression,
    Index,
    Literal,
    Name,
    Operation,
    Parts,
    Text,
)
from reread.analyzers.dataflow.languages.bash.context import INPUT, ShellLowering
from reread.analyzers.syntax import Node

_ALL = frozenset("@*")
_COMPARISONS = {"=": "==", "==": "==", "!=": "!=", "-eq": "==", "-ne": "!=", "&&": "&&", "||": "||"}
_REDIRECTIONS = frozenset({"file_redirect", "herestring_redirect", "heredoc_redirect"})


def lower_text_leaf(lowering: ShellLowering, node: Node) -> Expression:
    return literal(lowering, node, lowering.text(node).strip("'"))


def lower_variable(lowering: ShellLowering, node: Node) -> Expression:
    """`x` where it stands for a variable, and `$x`."""
    name = lowering.text(node).lstrip("$")
    return lowering.all_arguments(node) if name in _ALL else lowering.variable(node, name)


def lower_expansion(lowering: ShellLowering, node: Node) -> Expression:
    """`${x}` is the variable; `${x:-y}` may be either, and what cuts a part out leaves the rest."""
    inner = lowering.named(node)
    only = len(inner) == 1 and node.child_count == 3
    if only and inner[0].type in ("variable_name", "special_variable_name"):
        name = lowering.text(inner[0])
        return lowering.all_arguments(node) if name in _ALL else lowering.variable(node, name)
    if only and inner[0].type == "subscript":
        found = lowering.expression(inner[0])
        start, end = lowering.place(node)
        return found._replace(start=start, end=end)
    return Parts(*lowering.place(node), lowering.many(inner))


def lower_subscript(lowering: ShellLowering, node: Node) -> Expression:
    """`a[1]`; `a[@]` are all elements."""
    name, key = node.child_by_field_name("name"), node.child_by_field_name("index")
    array = lowering.expression(name)
    if key is None or lowering.text(key) in _ALL:
        return Parts(*lowering.place(node), (array,))
    return Index(*lowering.place(node), array, lowering.expression(key))


def lower_string(lowering: ShellLowering, node: Node) -> Expression:
    """A word of several pieces, or a text in quotes."""
    parts = lowering.many(lowering.named(node))
    if all(isinstance(part, Literal) for part in parts):
        return literal(lowering, node, "".join(str(part.value) for part in parts if isinstance(part, Literal)))
    return Text(*lowering.place(node), parts)


def lower_array(lowering: ShellLowering, node: Node) -> Expression:
    return collection(lowering, node, lowering.named(node))


def collection(lowering: ShellLowering, around: Node, nodes: list[Node]) -> Collection:
    """Words one after the other, as the elements of an array or those that a loop goes through."""
    values = lowering.many(nodes)
    entries = tuple(CollectionItem(value.start, value.end, None, value) for value in values)
    return Collection(*lowering.place(around), entries)


def lower_assigned(lowering: ShellLowering, node: Node) -> Expression:
    target, value, operator = assignment_of(lowering, node)
    return Assigned(*lowering.place(node), target, value, operator)


def assignment_of(lowering: ShellLowering, node: Node) -> tuple[Expression, Expression, str]:
    """The target, the value and the operator of an assignment."""
    target = lowering.expression(node.child_by_field_name("name"))
    given = node.child_by_field_name("value")
    value = literal(lowering, node, "") if given is None else lowering.expression(given)
    if isinstance(target, Name):
        lowering.assigned.add(target.name)
    return target, value, "+=" if any(child.type == "+=" for child in node.children) else ""


def lower_command(lowering: ShellLowering, node: Node) -> Expression:
    return call_of(lowering, node, lowering.input if has_own_input(node) else None)


def has_own_input(node: Node) -> bool:
    """Whether a pipeline or a redirection is for this command. Others share their input and rarely read it."""
    inner, around = node, node.parent
    while around is not None and around.type == "redirected_statement":
        if any(is_input(child) for child in around.named_children):
            return True
        inner, around = around, around.parent
    return around is not None and around.type == "pipeline" and inner != around.named_children[0]


def is_input(node: Node) -> bool:
    """Whether a redirection is of what a command reads."""
    reads = node.type == "file_redirect" and any(child.type == "<" for child in node.children)
    return reads or node.type in ("herestring_redirect", "heredoc_redirect")


def call_of(lowering: ShellLowering, node: Node, given: Expression | None) -> Call:
    """A command with its words, and with `given` what it reads."""
    callee: Expression = lowering.nothing(node)
    arguments: list[Argument] = []
    for child in lowering.named(node):
        if child.type == "command_name":
            callee = command_name(lowering, child)
        elif child.type == "herestring_redirect":
            given = Parts(*lowering.place(child), lowering.many(lowering.named(child)))
        elif child.type in _REDIRECTIONS:
            given = input_of(lowering, child) or given
        elif child.type != "variable_assignment":
            arguments.append(argument_of(lowering, child))
    if given is not None:
        arguments.append(Argument(given.start, given.end, given, INPUT))
    return Call(*lowering.place(node), callee, tuple(arguments))


def command_name(lowering: ShellLowering, node: Node) -> Expression:
    """The name of a function or program; in `$x` it is that of a variable."""
    inner = lowering.named(node)
    if len(inner) == 1 and inner[0].type != "word":
        return lowering.expression(inner[0])
    return lowering.name(node)


def argument_of(lowering: ShellLowering, node: Node) -> Argument:
    """One word. `"$@"` and `"${a[@]}"` are as many as there are."""
    value = lowering.expression(node)
    spread = lowering.text(node).strip('"').endswith(("[@]}", "$@", "$*", "${@}", "[*]}"))
    return Argument(value.start, value.end, value, "", spread)


def input_of(lowering: ShellLowering, node: Node) -> Expression | None:
    """What a redirection gives a command to read; None for one that writes."""
    if node.type == "herestring_redirect":
        return Parts(*lowering.place(node), lowering.many(lowering.named(node)))
    if node.type == "heredoc_redirect":
        bodies = [child for child in node.named_children if child.type == "heredoc_body"]
        return Parts(*lowering.place(node), lowering.many([each for body in bodies for each in lowering.named(body)]))
    if node.type == "file_redirect" and any(child.type == "<" for child in node.children):
        target = node.child_by_field_name("destination")
        if target is not None and target.type == "process_substitution":
            return lowering.expression(target)
    return None


def is_printed(lowering: ShellLowering, node: Node) -> bool:
    """Whether what a command with redirections prints goes where its function's output goes."""
    for redirect in node.named_children:
        if redirect.type == "file_redirect":
            descriptor = redirect.child_by_field_name("descriptor")
            if (descriptor is None or lowering.text(descriptor) == "1") and not any(
                child.type == "<" for child in redirect.children
            ):
                return False
    return True


def lower_redirected(lowering: ShellLowering, node: Node) -> Expression:
    """A command with its redirections, which may give what it reads."""
    body = node.child_by_field_name("body")
    around = lowering.input
    given = [input_of(lowering, child) for child in node.children_by_field_name("redirect")]
    lowering.input = next((each for each in given if each is not None), around)
    value = lowering.expression(body)
    lowering.input = around
    return value


def lower_pipeline(lowering: ShellLowering, node: Node) -> Expression:
    """Each command is given what the one before it prints."""
    around = lowering.input
    value: Expression = lowering.nothing(node)
    for child in lowering.named(node):
        value = lowering.expression(child)
        lowering.input = value
    lowering.input = around
    return Parts(*lowering.place(node), (value,))


def lower_test(lowering: ShellLowering, node: Node) -> Expression:
    """`[ ... ]` and `[[ ... ]]`."""
    inner = lowering.named(node)
    return lowering.expression(inner[0]) if len(inner) == 1 else Parts(*lowering.place(node), lowering.many(inner))


def lower_binary(lowering: ShellLowering, node: Node) -> Expression:
    """A comparison, or one of numbers. The right side of `==` is compared as it stands only where it is no pattern."""
    operator = _COMPARISONS.get(lowering.operator(node), "")
    if not operator:
        token = node.child_by_field_name("operator")
        operator = "" if token is None else _COMPARISONS.get(lowering.text(token), "")
    words = lowering.many([child for child in lowering.named(node) if child.type != "test_operator"])
    operands = tuple(each.parts[0] if isinstance(each, Text) and len(each.parts) == 1 else each for each in words)
    if not operator or len(operands) != 2 or any(is_pattern(each) for each in operands):
        return Parts(*lowering.place(node), operands)
    return Operation(*lowering.place(node), operator, operands)


def is_pattern(value: Expression) -> bool:
    """Whether a word stands for several texts."""
    return isinstance(value, Literal) and isinstance(value.value, str) and any(each in value.value for each in "*?[")


def lower_unary(lowering: ShellLowering, node: Node) -> Expression:
    """`! x`, `-z $x`, `-f $x`."""
    operands = lowering.many([child for child in lowering.named(node) if child.type != "test_operator"])
    start = lowering.text(node).split(None, 1)[0]
    if start == "!" and len(operands) == 1:
        return Operation(*lowering.place(node), "!", operands)
    return Parts(*lowering.place(node), operands)


def lower_negated(lowering: ShellLowering, node: Node) -> Expression:
    return Operation(*lowering.place(node), "!", lowering.many(lowering.named(node)))


def lower_list(lowering: ShellLowering, node: Node) -> Expression:
    """`a && b` and `a || b`."""
    sign = next((child.type for child in node.children if not child.is_named), "")
    return Operation(*lowering.place(node), sign, lowering.many(lowering.named(node)))


LEAVES = {
    **dict.fromkeys(("word", "raw_string", "ansi_c_string", "string_content", "number", "regex"), lower_text_leaf),
    **dict.fromkeys(("heredoc_content", "extglob_pattern", "heredoc_start", "heredoc_end"), lower_text_leaf),
    **dict.fromkeys(("variable_name", "special_variable_name", "simple_expansion"), lower_variable),
}
EXPRESSIONS = {
    "expansion": lower_expansion,
    "subscript": lower_subscript,
    "string": lower_string,
    "translated_string": lower_string,
    "concatenation": lower_string,
    "array": lower_array,
    "variable_assignment": lower_assigned,
    "command": lower_command,
    "redirected_statement": lower_redirected,
    "pipeline": lower_pipeline,
    "list": lower_list,
    "test_command": lower_test,
    "binary_expression": lower_binary,
    "unary_expression": lower_unary,
    "negated_command": lower_negated,
}
