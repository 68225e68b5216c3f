"""Expressions of Python."""

from __future__ import annotations

from collections.abc import Callable

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
    Text,
    Yield,
)
from reread.analyzers.dataflow.languages.python.lower_context import PythonLowering
from reread.analyzers.syntax import Node

_LONGEST_CHAIN = 40


def lower_member(lowering: PythonLowering, node: Node) -> Expression:
    name = node.child_by_field_name("attribute")
    return Member(
        *lowering.place(node),
        lowering.of(node.child_by_field_name("object")),
        "" if name is None else lowering.text(name),
    )


def lower_index(lowering: PythonLowering, node: Node) -> Expression:
    keys = node.children_by_field_name("subscript")
    key = lowering.of(keys[0]) if len(keys) == 1 else Parts(*lowering.place(node), lowering.all_of(keys))
    return Index(*lowering.place(node), lowering.of(node.child_by_field_name("value")), key)


def lower_inner(lowering: PythonLowering, node: Node) -> Expression:
    """What stands in brackets."""
    inner = [child for child in node.named_children if not child.is_extra]
    return lowering.of(inner[0]) if len(inner) == 1 else lowering.parts(node)


def lower_call(lowering: PythonLowering, node: Node) -> Expression:
    arguments = node.child_by_field_name("arguments")
    found: list[Argument] = []
    if arguments is not None and arguments.type == "generator_expression":
        found.append(Argument(*lowering.place(arguments), lowering.of(arguments)))
    elif arguments is not None:
        found = [lower_argument(lowering, child) for child in arguments.named_children if not child.is_extra]
    return Call(*lowering.place(node), lowering.of(node.child_by_field_name("function")), tuple(found))


def lower_argument(lowering: PythonLowering, node: Node) -> Argument:
    place = lowering.place(node)
    if node.type == "keyword_argument":
        name = node.child_by_field_name("name")
        return Argument(
            *place, lowering.of(node.child_by_field_name("value")), "" if name is None else lowering.text(name)
        )
    if node.type in ("list_splat", "dictionary_splat"):
        return Argument(*place, lower_inner(lowering, node), spread=True)
    return Argument(*place, lowering.of(node))


def lower_string(lowering: PythonLowering, node: Node) -> Expression:
    place = lowering.place(node)
    pieces = [child for child in node.named_children if child.type in ("string_content", "interpolation")]
    if not any(piece.type == "interpolation" for piece in pieces):
        return Literal(*place, "".join(lowering.text(piece) for piece in pieces))
    parts: list[Expression] = []
    for piece in pieces:
        if piece.type == "string_content":
            parts.append(Literal(*lowering.place(piece), lowering.text(piece)))
            continue
        parts.append(lowering.of(piece.child_by_field_name("expression")))
        for child in piece.named_children:
            if child.type == "format_specifier":
                parts += (
                    lowering.of(inner.child_by_field_name("expression"))
                    for inner in child.named_children
                    if inner.type == "format_expression"
                )
    return Text(*place, tuple(parts))


def lower_strings(lowering: PythonLowering, node: Node) -> Expression:
    parts = lowering.all_of(node.named_children)
    if all(isinstance(part, Literal) for part in parts):
        return Literal(*lowering.place(node), "".join(str(part.value) for part in parts if isinstance(part, Literal)))
    return Text(*lowering.place(node), parts)


def lower_integer(lowering: PythonLowering, node: Node) -> Expression:
    text = lowering.text(node).replace("_", "").rstrip("lL")
    try:
        return Literal(*lowering.place(node), int(text, 0) if len(text) < 1000 else 0)
    except ValueError:
        return Literal(*lowering.place(node), 0)


def lower_float(lowering: PythonLowering, node: Node) -> Expression:
    try:
        return Literal(*lowering.place(node), float(lowering.text(node)))
    except ValueError:
        return Literal(*lowering.place(node), 0.0)


def lower_constant(lowering: PythonLowering, node: Node) -> Expression:
    return Literal(*lowering.place(node), {"true": True, "false": False}.get(node.type))


def lower_binary(lowering: PythonLowering, node: Node) -> Expression:
    """An operation with two sides. A long chain of them, `a + b + ...`, has all operands side by side."""
    chain = [node]
    left = node.child_by_field_name("left")
    while left is not None and left.type == node.type:
        chain.append(left)
        left = left.child_by_field_name("left")
    result = lowering.of(left)
    if len(chain) > _LONGEST_CHAIN:
        rest = (lowering.of(each.child_by_field_name("right")) for each in reversed(chain))
        return Operation(*lowering.place(node), lowering.operator(node), (result, *rest))
    for each in reversed(chain):
        right = lowering.of(each.child_by_field_name("right"))
        result = Operation(*lowering.place(each), lowering.operator(each), (result, right))
    return result


def lower_comparison(lowering: PythonLowering, node: Node) -> Expression:
    operators = [lowering.text(child) for child in node.children_by_field_name("operators")]
    operands = lowering.all_of(node.named_children)
    return Operation(*lowering.place(node), " ".join(" ".join(operators).split()), operands)


def lower_unary(lowering: PythonLowering, node: Node) -> Expression:
    operator = "not" if node.type == "not_operator" else lowering.operator(node)
    return Operation(*lowering.place(node), operator, (lowering.of(node.child_by_field_name("argument")),))


def lower_choice(lowering: PythonLowering, node: Node) -> Expression:
    parts = lowering.all_of(node.named_children)
    if len(parts) != 3:
        return Parts(*lowering.place(node), parts)
    return Choice(*lowering.place(node), parts[1], parts[0], parts[2])


def lower_collection(lowering: PythonLowering, node: Node) -> Expression:
    return Collection(
        *lowering.place(node),
        tuple(lower_entry(lowering, child) for child in node.named_children if not child.is_extra),
    )


def lower_entry(lowering: PythonLowering, node: Node) -> CollectionItem:
    place = lowering.place(node)
    if node.type == "pair":
        return CollectionItem(
            *place, lowering.of(node.child_by_field_name("key")), lowering.of(node.child_by_field_name("value"))
        )
    if node.type in ("list_splat", "dictionary_splat", "list_splat_pattern"):
        return CollectionItem(*place, None, lower_inner(lowering, node), spread=True)
    return CollectionItem(*place, None, lowering.of(node))


def lower_named(lowering: PythonLowering, node: Node) -> Expression:
    target = lowering.of(node.child_by_field_name("name"))
    return Assigned(*lowering.place(node), target, lowering.of(node.child_by_field_name("value")))


def lower_lambda(lowering: PythonLowering, node: Node) -> Expression:
    place = lowering.place(node)
    if node.start_byte in lowering.lambdas:
        # It has a site of its own.
        return Name(*place, lowering.lambdas[node.start_byte])
    return Closure(*place, lower_lambda_function(lowering, node))


def lower_lambda_function(lowering: PythonLowering, node: Node) -> Function:
    place = lowering.place(node)
    body = node.child_by_field_name("body")
    value = lowering.of(body)
    parameters = lower_parameters(lowering, node.child_by_field_name("parameters"))
    leave = Leave(value.start, value.end, "return", value)
    return Function(*place, "", parameters, (leave,))


def lower_parameters(lowering: PythonLowering, node: Node | None) -> tuple[Parameter, ...]:
    if node is None:
        return ()
    found = (lower_parameter(lowering, child) for child in node.named_children if not child.is_extra)
    return tuple(parameter for parameter in found if parameter is not None)


def lower_parameter(lowering: PythonLowering, node: Node) -> Parameter | None:
    type_node, value = node.child_by_field_name("type"), node.child_by_field_name("value")
    name = node if node.type == "identifier" else node.child_by_field_name("name")
    spread = False
    if name is None and node.named_child_count:
        name = node.named_child(0)
    keyed = node.type == "dictionary_splat_pattern"
    while name is not None and name.type in ("list_splat_pattern", "dictionary_splat_pattern"):
        spread, keyed = True, name.type == "dictionary_splat_pattern"
        name = name.named_child(0)
    if node.type in ("list_splat_pattern", "dictionary_splat_pattern"):
        spread = True
    if name is None or name.type != "identifier":
        return None
    return Parameter(
        *lowering.place(node),
        lowering.text(name),
        "" if type_node is None else lowering.text(type_node),
        None if value is None else lowering.of(value),
        spread,
        keyed=keyed,
    )


def lower_comprehension(lowering: PythonLowering, node: Node) -> Expression:
    """The loops bind their names, the conditions choose, and the value holds the body."""
    place = lowering.place(node)
    body = node.child_by_field_name("body")
    bindings: list[Expression] = []
    conditions: list[Expression] = []
    for child in node.named_children:
        if child.type == "for_in_clause":
            iterable = lowering.of(child.child_by_field_name("right"))
            each = Sequence(iterable.start, iterable.end, ())
            element = Index(iterable.start, iterable.end, iterable, each)
            target = lowering.of(child.child_by_field_name("left"))
            bindings.append(Assigned(*lowering.place(child), target, element))
        elif child.type == "if_clause":
            conditions += lowering.all_of(child.named_children)
    entry = CollectionItem(*place, None, Parts(*place, ())) if body is None else lower_entry(lowering, body)
    value = entry.value
    nothing = Literal(place[1], place[1], None)
    key = entry.key
    for condition in reversed(conditions):
        value = Choice(entry.start, entry.end, condition, value, nothing)
        key = None if key is None else Choice(key.start, key.end, condition, key, nothing)
    return Sequence(*place, (*bindings, Collection(*place, (entry._replace(value=value, key=key),))))


def lower_yielded(lowering: PythonLowering, node: Node) -> Expression:
    """`yield from` hands on what another generator gives."""
    value = lowering.parts(node)
    if any(child.type == "from" for child in node.children):
        value = Parts(*lowering.place(node), (value,))
    return Yield(*lowering.place(node), value)


EXPRESSIONS: dict[str, Callable[[PythonLowering, Node], Expression]] = {
    "identifier": PythonLowering.name,
    "attribute": lower_member,
    "subscript": lower_index,
    "call": lower_call,
    "string": lower_string,
    "concatenated_string": lower_strings,
    "integer": lower_integer,
    "float": lower_float,
    "true": lower_constant,
    "false": lower_constant,
    "none": lower_constant,
    "binary_operator": lower_binary,
    "boolean_operator": lower_binary,
    "comparison_operator": lower_comparison,
    "unary_operator": lower_unary,
    "not_operator": lower_unary,
    "conditional_expression": lower_choice,
    "named_expression": lower_named,
    "lambda": lower_lambda,
    "parenthesized_expression": lower_inner,
    "list_comprehension": lower_comprehension,
    "set_comprehension": lower_comprehension,
    "dictionary_comprehension": lower_comprehension,
    "generator_expression": lower_comprehension,
    "as_pattern_target": lower_inner,
    "yield": lower_yielded,
    "list_splat": lower_inner,
    "list_splat_pattern": lower_inner,
    "dictionary_splat": lower_inner,
    "type": PythonLowering.nothing,
    "ellipsis": PythonLowering.nothing,
    **dict.fromkeys(
        ("list", "tuple", "set", "dictionary", "expression_list", "pattern_list", "tuple_pattern", "list_pattern"),
        lower_collection,
    ),
}
