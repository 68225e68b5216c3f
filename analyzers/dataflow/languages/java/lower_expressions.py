"""Expressions of Java."""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.constants.literals import unescaped
from reread.analyzers.dataflow.ir.common import (
    Link,
    Lower,
    Lowering,
    first_child,
    literal,
    names_of,
    number_literal,
)
from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Assigned,
    Call,
    Choice,
    Closure,
    Collection,
    CollectionItem,
    Expression,
    Function,
    Index,
    Leave,
    Literal,
    Member,
    Name,
    Operation,
    Parameter,
    Parts,
    Sequence,
    reference_argument,
)
from reread.analyzers.dataflow.languages.java.lower_context import JavaLowering
from reread.analyzers.syntax import Node

_TYPES = (
    *("array_type", "boolean_type", "class_literal", "floating_point_type", "generic_type", "integral_type"),
    *("scoped_type_identifier", "type_arguments", "type_identifier", "void_type", "annotation", "marker_annotation"),
)
_MOST_GIVEN = 2
"""Arguments of a method that is passed on by its name."""
METHODS = frozenset({"method_declaration", "constructor_declaration", "compact_constructor_declaration"})


def lower_closure(lowering: JavaLowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    return Closure(start, end, lowering.grammar.function(lowering, node, ""))


def object_of_call(lowering: JavaLowering, node: Node) -> Node | None:
    """The object of a call, if it has one."""
    return node.child_by_field_name("object") if node.type == "method_invocation" else first_child(lowering, node)


def lower_string(lowering: JavaLowering, node: Node) -> Expression:
    text = lowering.text(node)
    if text.startswith('"""'):
        return literal(lowering, node, unescaped(_block_text(text)))
    return literal(lowering, node, unescaped(text[1:-1] if len(text) > 1 else ""))


def lower_binary(lowering: JavaLowering, node: Node, left: Expression) -> Expression:
    children = node.children
    if len(children) != 3:
        right, operator = node.child_by_field_name("right"), lowering.operator(node)
    else:
        right, operator = children[2], children[1].type
    start, end = lowering.place(node)
    return Operation(start, end, operator, (left, lowering.expression(right)))


def lower_member(lowering: JavaLowering, node: Node, object: Expression) -> Expression:
    """`a.b`; `A.this` is this."""
    start, end = lowering.place(node)
    field = node.child_by_field_name("field")
    name = "" if field is None else lowering.text(field)
    return Name(start, end, name) if name in ("this", "super") else Member(start, end, object, name)


def lower_index(lowering: JavaLowering, node: Node, object: Expression) -> Expression:
    start, end = lowering.place(node)
    return Index(start, end, object, lowering.expression(node.child_by_field_name("index")))


def lower_call(lowering: JavaLowering, node: Node, object: Expression) -> Expression:
    start, end = lowering.place(node)
    name = node.child_by_field_name("name")
    callee = lowering.nothing(node) if name is None else lowering.name(name)
    if isinstance(callee, Name) and node.child_by_field_name("object") is not None:
        callee = Member(start, callee.end, object, callee.name)
    return Call(start, end, callee, lower_arguments(lowering, node))


def lower_arguments(lowering: JavaLowering, node: Node) -> tuple[Argument, ...]:
    """The arguments of a call, of the construction of an object or of an enum's constant."""
    listed = node.child_by_field_name("arguments")
    values = () if listed is None else lowering.many(lowering.named(listed))
    return tuple([Argument(value.start, value.end, value) for value in values])


def lower_array(lowering: JavaLowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    value = node.child_by_field_name("value")
    if value is not None:
        return lower_elements(lowering, value)._replace(start=start, end=end)
    sizes = [child for child in lowering.named(node) if child.type == "dimensions_expr"]
    return Parts(start, end, lowering.many([inner for size in sizes for inner in lowering.named(size)]))


def lower_elements(lowering: JavaLowering, node: Node) -> Collection:
    start, end = lowering.place(node)
    values = lowering.many(lowering.named(node))
    return Collection(start, end, tuple([CollectionItem(value.start, value.end, None, value) for value in values]))


def lower_unary(lowering: JavaLowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    operand = lowering.expression(node.child_by_field_name("operand"))
    return Operation(start, end, lowering.operator(node), (operand,))


def lower_choice(lowering: JavaLowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    condition, then, other = (
        lowering.expression(node.child_by_field_name(field)) for field in ("condition", "consequence", "alternative")
    )
    return Choice(start, end, condition, then, other)


def lower_cast(lowering: JavaLowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    return Parts(start, end, (lowering.expression(node.child_by_field_name("value")),))


def lower_reference(lowering: JavaLowering, node: Node) -> Expression:
    """`A::b` is a function that calls the method with what it is given."""
    start, end = lowering.place(node)
    inner = lowering.named(node)
    last = node.children[-1]
    object = lowering.expression(inner[0]) if inner else lowering.nothing(node)
    if inner and inner[0].type in _TYPES:
        object = Name(*lowering.place(inner[0]), lowering.type(inner[0]))
    names = [reference_argument(start, end, number) for number in range(_MOST_GIVEN)]
    arguments = tuple([Argument(start, end, name) for name in names])
    is_new = lowering.text(last) == "new"
    call = Call(start, end, object if is_new else Member(start, end, object, lowering.text(last)), arguments, is_new)
    parameters = tuple([Parameter(start, start, name.name) for name in names])
    return Closure(start, end, Function(start, end, "", parameters, (Leave(start, end, "return", call),)))


def lower_assigned(lowering: JavaLowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    return Assigned(start, end, *lower_assignment(lowering, node))


def lower_assignment(lowering: JavaLowering, node: Node) -> tuple[Expression, Expression, str]:
    """The target, value and operator of an assignment or of `i++`."""
    if node.type == "update_expression":
        target = lowering.expression(next(iter(lowering.named(node)), None))
        names_of(target, lowering.assigned)
        downwards = any(child.type == "--" for child in node.children)
        return target, Literal(target.end, target.end, 1), "-=" if downwards else "+="
    target = lowering.expression(node.child_by_field_name("left"))
    names_of(target, lowering.assigned)
    operator = lowering.operator(node)
    return target, lowering.expression(node.child_by_field_name("right")), "" if operator == "=" else operator


def lower_instance(lowering: JavaLowering, node: Node) -> Expression:
    """`x instanceof T y` also assigns y."""
    left = lowering.expression(node.child_by_field_name("left"))
    start, end = lowering.place(node)
    pattern = node.child_by_field_name("pattern")
    if pattern is not None:
        return lower_matched(lowering, pattern, left, start, end)
    typed = node.child_by_field_name("right")
    wanted = lowering.nothing(node) if typed is None else Name(*lowering.place(typed), lowering.type(typed))
    name = node.child_by_field_name("name")
    found = Operation(start, end, "instanceof", (left, wanted))
    return found if name is None else lower_bound(lowering, start, end, (lowering.name(name),), left, found)


def lower_matched(lowering: JavaLowering, pattern: Node, subject: Expression, start: int, end: int) -> Expression:
    """The test of a pattern, with the assignments of its names."""
    while pattern.type == "pattern" and pattern.named_child_count:
        pattern = pattern.named_children[0]
    children = lowering.named(pattern)
    typed = children[0] if children else pattern
    if pattern.type == "record_pattern":
        wanted = Name(*lowering.place(typed), lowering.type(typed))
        test = Operation(start, end, "instanceof", (subject, wanted))
        assigned = lower_components(lowering, pattern, subject, start, end)
        return Sequence(start, end, (*assigned, test)) if assigned else test
    names: list[Expression] = []
    stack = list(reversed(children[1:]))
    while stack:
        current = stack.pop()
        if current.type == "identifier" and lowering.text(current) != "_":
            names.append(lowering.name(current))
        elif current.type not in _TYPES:
            stack += reversed(lowering.named(current))
    wanted = Name(*lowering.place(typed), lowering.type(typed))
    return lower_bound(
        lowering, start, end, tuple(names), subject, Operation(start, end, "instanceof", (subject, wanted))
    )


def lower_components(
    lowering: JavaLowering, pattern: Node, subject: Expression, start: int, end: int
) -> list[Expression]:
    """`T(String a, U(var b))`: the names for the components of a record, by their positions in it."""
    body = next((child for child in lowering.named(pattern) if child.type == "record_pattern_body"), None)
    found: list[Expression] = []
    for at, each in enumerate(lowering.named(body) if body is not None else ()):
        part = Index(start, end, subject, Literal(start, end, at))
        if each.type == "record_pattern":
            found += lower_components(lowering, each, part, start, end)
            continue
        last = lowering.named(each)[-1:]
        if last and last[0].type == "identifier" and lowering.text(last[0]) != "_":
            name = lowering.name(last[0])
            names_of(name, lowering.declared)
            found.append(Assigned(start, end, name, part))
    return found


def lower_bound(
    lowering: JavaLowering, start: int, end: int, names: tuple[Expression, ...], subject: Expression, test: Expression
) -> Expression:
    if not names:
        return test
    for name in names:
        names_of(name, lowering.declared)
    assigned = [Assigned(start, end, name, Parts(start, end, (subject,))) for name in names]
    if len(names) == 1:
        assigned = [Assigned(start, end, names[0], subject)]
    return Sequence(start, end, (*assigned, test))


def _block_text(text: str) -> str:
    """The text of a text block, without the indentation that all its lines share."""
    lines = text[3:-3].split("\n")[1:]
    widths = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    if lines and not lines[-1].strip():
        widths.append(len(lines[-1]))
    width = min(widths, default=0)
    return "\n".join(line[width:].rstrip() for line in lines)


_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null_literal": None}


def _constant(lowering: JavaLowering, node: Node) -> Expression:
    return literal(lowering, node, _CONSTANTS[node.type])


_NUMBERS = (
    *(f"{kind}_integer_literal" for kind in ("decimal", "hex", "octal", "binary")),
    *(f"{kind}_floating_point_literal" for kind in ("decimal", "hex")),
)
LEAVES: Mapping[str, Lower] = {
    **dict.fromkeys(("identifier", "this", "super"), Lowering.name),
    **dict.fromkeys(("true", "false", "null_literal"), _constant),
    **dict.fromkeys(_NUMBERS, number_literal),
    **dict.fromkeys(_TYPES, Lowering.nothing),
    **dict.fromkeys(("string_literal", "character_literal"), lower_string),
}
LINKS: Mapping[str, Link] = {
    "binary_expression": lower_binary,
    "field_access": lower_member,
    "array_access": lower_index,
    "method_invocation": lower_call,
}
EXPRESSIONS: Mapping[str, Lower] = {
    **dict.fromkeys(("assignment_expression", "update_expression"), lower_assigned),
    "array_creation_expression": lower_array,
    "array_initializer": lower_elements,
    "cast_expression": lower_cast,
    "instanceof_expression": lower_instance,
    "lambda_expression": lower_closure,
    "method_reference": lower_reference,
    "ternary_expression": lower_choice,
    "unary_expression": lower_unary,
}
