"""Expressions of Go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reread.analyzers.constants.literals import unescaped
from reread.analyzers.dataflow.declarations.structs import named_type
from reread.analyzers.dataflow.ir.common import (
    Link,
    Lower,
    Lowering,
    literal,
    names_of,
    number_literal,
)
from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Call,
    Closure,
    Collection,
    CollectionItem,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    Operation,
    Parts,
)
from reread.analyzers.dataflow.languages.go.lower_context import GoLowering
from reread.analyzers.dataflow.languages.go.structs import container
from reread.analyzers.syntax import Node

_TYPES = (
    *("array_type", "channel_type", "function_type", "generic_type", "interface_type", "map_type", "pointer_type"),
    *("qualified_type", "slice_type", "struct_type", "implicit_length_array_type", "negated_type"),
)
_CONTAINERS = frozenset({"map_type", "slice_type", "array_type", "implicit_length_array_type"})
_NUMBERS = frozenset(
    {"byte", "rune", "uintptr", *(f"{kind}{size}" for kind in ("int", "uint") for size in ("", 8, 16, 32, 64))}
)


def lower_closure(lowering: GoLowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    return Closure(start, end, lowering.grammar.function(lowering, node, ""))


def lower_string(lowering: GoLowering, node: Node) -> Expression:
    return literal(lowering, node, unescaped(lower_inside(lowering, node)))


def lower_raw_string(lowering: GoLowering, node: Node) -> Expression:
    return literal(lowering, node, lower_inside(lowering, node).replace("\r", ""))


def lower_rune(lowering: GoLowering, node: Node) -> Expression:
    text = unescaped(lower_inside(lowering, node))
    return literal(lowering, node, ord(text)) if len(text) == 1 else lowering.nothing(node)


def lower_inside(lowering: GoLowering, node: Node) -> str:
    start, end = node.start_byte, node.end_byte
    return lowering.data[start + 1 : max(start + 1, end - 1)].decode(errors="replace")


def lower_binary(lowering: GoLowering, node: Node, left: Expression) -> Expression:
    children = node.children
    if len(children) != 3:
        right, operator = node.child_by_field_name("right"), lowering.operator(node)
    else:
        right, operator = children[2], children[1].type
    start, end = lowering.place(node)
    return Operation(start, end, operator, (left, lowering.expression(right)))


def lower_unary(lowering: GoLowering, node: Node) -> Expression:
    """`&x`, `*x` and `<-x` give what is in x, or where it is; the others compute something."""
    start, end = lowering.place(node)
    operator = lowering.operator(node)
    operand = lowering.expression(node.child_by_field_name("operand"))
    if operator not in ("&", "*", "<-"):
        return Operation(start, end, operator, (operand,))
    return Parts(start, end, (operand,), operator if operator == "&" else "")


def lower_member(lowering: GoLowering, node: Node, object: Expression) -> Expression:
    start, end = lowering.place(node)
    return Member(start, end, object, lowering.type(node.child_by_field_name("field")))


def lower_index(lowering: GoLowering, node: Node, object: Expression) -> Expression:
    start, end = lowering.place(node)
    return Index(start, end, object, lowering.expression(node.child_by_field_name("index")))


def lower_slice(lowering: GoLowering, node: Node, object: Expression) -> Expression:
    """`x[low:high]`; without them it is from 0, and to a place that is not known here."""
    start, end = lowering.place(node)
    low, high, most = (node.child_by_field_name(name) for name in ("start", "end", "capacity"))
    first = Literal(object.end, object.end, 0) if low is None else lowering.expression(low)
    last = lowering.many([each for each in (high, most) if each is not None])
    return Index(start, end, object, Parts(object.end, end, (first, *last)))


def lower_assertion(lowering: GoLowering, node: Node, object: Expression) -> Expression:
    start, end = lowering.place(node)
    return Parts(start, end, (object,), lowering.type(node.child_by_field_name("type")))


def lower_call(lowering: GoLowering, node: Node, callee: Expression) -> Expression:
    start, end = lowering.place(node)
    listed = node.child_by_field_name("arguments")
    nodes = [] if listed is None else lowering.named(listed)
    arguments = lower_arguments(lowering, nodes)
    if nodes and isinstance(callee, Name) and callee.name == "make" and nodes[0].type in _CONTAINERS:
        typed = literal(lowering, nodes[0], lowering.text(nodes[0]))
        arguments = (Argument(typed.start, typed.end, typed), *arguments[1:])
    return Call(start, end, callee, arguments)


def lower_arguments(lowering: GoLowering, nodes: Sequence[Node]) -> tuple[Argument, ...]:
    result: list[Argument] = []
    for child in nodes:
        spread = child.type == "variadic_argument"
        value = lowering.expression(lowering.named(child)[0] if spread and child.named_child_count else child)
        place = lowering.place(child) if spread else (value.start, value.end)
        result.append(Argument(*place, value, "", spread))
    return tuple(result)


def lower_conversion(lowering: GoLowering, node: Node) -> Expression:
    """`[]byte(x)` and `f[T](x)`, which look the same to the grammar: a call."""
    start, end = lowering.place(node)
    typed, operand = node.child_by_field_name("type"), node.child_by_field_name("operand")
    if typed is not None and typed.type == "generic_type":
        typed = typed.child_by_field_name("type")
    callee = lowering.nothing(node) if typed is None else lower_named_type(lowering, typed)
    return Call(start, end, callee, () if operand is None else lower_arguments(lowering, [operand]))


def lower_named_type(lowering: GoLowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    if node.type == "qualified_type":
        package, name = node.child_by_field_name("package"), node.child_by_field_name("name")
        if package is not None and name is not None:
            return Member(start, end, lowering.name(package), lowering.text(name))
    return Name(start, end, lowering.text(node))


def lower_composite(lowering: GoLowering, node: Node) -> Expression:
    typed, body = node.child_by_field_name("type"), node.child_by_field_name("body")
    fields = typed is None or typed.type not in _CONTAINERS
    made = lower_elements(lowering, node, body, fields)
    written = lowering.type(typed)
    return made._replace(type=named_type(written) if fields else container(written))


def lower_inner_composite(lowering: GoLowering, node: Node) -> Expression:
    return lower_elements(lowering, node, node, fields=True)


def lower_elements(lowering: GoLowering, node: Node, body: Node | None, fields: bool) -> Collection:
    start, end = lowering.place(node)
    entries: list[CollectionItem] = []
    for child in [] if body is None else lowering.named(body):
        if child.type == "keyed_element":
            key, value = child.child_by_field_name("key"), child.child_by_field_name("value")
            entries.append(
                CollectionItem(*lowering.place(child), lower_key(lowering, key, fields), lowering.expression(value))
            )
        else:
            entries.append(CollectionItem(*lowering.place(child), None, lowering.expression(child)))
    return Collection(start, end, tuple(entries))


def lower_key(lowering: GoLowering, node: Node | None, fields: bool) -> Expression | None:
    """The key of an element; the name of a field where there are fields."""
    if node is None:
        return None
    node = lowering.strip(node)
    return (
        literal(lowering, node, lowering.text(node))
        if fields and node.type == "identifier"
        else lowering.expression(node)
    )


def lower_assigned(lowering: GoLowering, node: Node, names: set[str]) -> Expression:
    """What is assigned to. `*p` is something in p: what is behind a pointer belongs to it, and to who gave it."""
    parts = lowering.named(node) if node.type == "expression_list" else [node]
    targets = [lower_target(lowering, part) for part in parts]
    if len(targets) == 1:
        names_of(targets[0], names)
        return targets[0]
    entries = tuple([CollectionItem(target.start, target.end, None, target) for target in targets])
    target = Collection(*lowering.place(node), entries)
    names_of(target, names)
    return target


def lower_target(lowering: GoLowering, node: Node) -> Expression:
    return lowering.expression(lowering.strip(node))


_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "nil": None}


def _constant(lowering: GoLowering, node: Node) -> Expression:
    return literal(lowering, node, _CONSTANTS[node.type])


LEAVES: Mapping[str, Lower] = {
    "identifier": GoLowering.variable,
    **dict.fromkeys(("field_identifier", "package_identifier", "type_identifier"), Lowering.name),
    **dict.fromkeys(("true", "false", "nil"), _constant),
    **dict.fromkeys(("int_literal", "float_literal", "imaginary_literal"), number_literal),
    **dict.fromkeys(_TYPES, Lowering.nothing),
    "interpreted_string_literal": lower_string,
    "raw_string_literal": lower_raw_string,
    "rune_literal": lower_rune,
    "iota": Lowering.nothing,
}
LINKS: Mapping[str, Link] = {
    "binary_expression": lower_binary,
    "selector_expression": lower_member,
    "index_expression": lower_index,
    "slice_expression": lower_slice,
    "type_assertion_expression": lower_assertion,
    "call_expression": lower_call,
}
EXPRESSIONS: Mapping[str, Lower] = {
    "unary_expression": lower_unary,
    "func_literal": lower_closure,
    "composite_literal": lower_composite,
    "literal_value": lower_inner_composite,
    "type_conversion_expression": lower_conversion,
}
