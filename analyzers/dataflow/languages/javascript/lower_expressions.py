"""Expressions of JavaScript and TypeScript."""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.constants.literals import unescaped
from reread.analyzers.dataflow.ir.common import (
    MOST_LEVELS,
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
    Assign,
    Assigned,
    Call,
    Choice,
    Closure,
    Collection,
    CollectionItem,
    Expression,
    If,
    Index,
    Literal,
    Member,
    Name,
    Operation,
    Parts,
    Sequence,
    Statement,
    Text,
    Yield,
)
from reread.analyzers.dataflow.languages.javascript.function_sites import FUNCTIONS
from reread.analyzers.dataflow.languages.javascript.lower_jsx import ELEMENTS, lower_braces, lower_element
from reread.analyzers.syntax import Node

PATTERNS = frozenset({"object_pattern", "array_pattern"})


def object_of_call(lowering: Lowering, node: Node) -> Node | None:
    """As everywhere; the parser takes `await f<T>(x)` for `(await f)<T>(x)`, and f is what is called."""
    first = first_child(lowering, node)
    if first is not None and first.type == "await_expression":
        following = first.next_named_sibling
        if following is not None and following.type == "type_arguments":
            return first.named_child(0)
    return first


def lower_type(lowering: Lowering, node: Node | None) -> str:
    return "" if node is None else lowering.text(node).removeprefix(":").strip()


def lower_closure(lowering: Lowering, node: Node, name: str = "") -> Expression:
    start, end = lowering.place(node)
    return Closure(start, end, lowering.grammar.function(lowering, node, name or lower_name_of(lowering, node)))


def lower_name_of(lowering: Lowering, node: Node) -> str:
    name = node.child_by_field_name("name")
    return "" if name is None else lowering.text(name)


def lower_string(lowering: Lowering, node: Node) -> Expression:
    start, end = node.start_byte, node.end_byte
    text = lowering.data[start + 1 : max(start + 1, end - 1)].decode(errors="replace")
    return Literal(start - lowering.offset, end - lowering.offset, unescaped(text))


def lower_template(lowering: Lowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    parts: list[Expression] = []
    first = last = -1
    for child in node.named_children:
        if child.type == "template_substitution":
            if first >= 0:
                parts.append(lower_piece(lowering, first, last))
                first = -1
            parts += lowering.many(lowering.named(child))
        else:
            first = child.start_byte if first < 0 else first
            last = child.end_byte
    if first >= 0:
        parts.append(lower_piece(lowering, first, last))
    if not parts:
        return Literal(start, end, "")
    if len(parts) == 1 and isinstance(parts[0], Literal):
        return Literal(start, end, parts[0].value)
    return Text(start, end, tuple(parts))


def lower_piece(lowering: Lowering, start: int, end: int) -> Expression:
    return Literal(start - lowering.offset, end - lowering.offset, unescaped(lowering.data[start:end].decode()))


def lower_binary(lowering: Lowering, node: Node, left: Expression) -> Expression:
    children = node.children
    if len(children) != 3:
        right = node.child_by_field_name("right")
        operator = lowering.operator(node)
    else:
        right, operator = children[2], children[1].type
    start, end = lowering.place(node)
    return Operation(start, end, operator, (left, lowering.expression(right)))


def lower_unary(lowering: Lowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    return Operation(start, end, lowering.operator(node), (lowering.expression(node.child_by_field_name("argument")),))


def lower_member(lowering: Lowering, node: Node, object: Expression) -> Expression:
    name = node.child_by_field_name("property")
    start, end = lowering.place(node)
    return Member(start, end, object, "" if name is None else lowering.text(name))


def lower_index(lowering: Lowering, node: Node, object: Expression) -> Expression:
    start, end = lowering.place(node)
    return Index(start, end, object, lowering.expression(node.child_by_field_name("index")))


def lower_call(lowering: Lowering, node: Node, callee: Expression) -> Expression:
    start, end = lowering.place(node)
    arguments = lower_arguments(lowering, node.child_by_field_name("arguments"))
    undone = lower_undone(lowering, callee, arguments)
    return Call(start, end, callee, arguments) if undone is None else Parts(start, end, (undone,))


def lower_undone(lowering: Lowering, callee: Expression, arguments: tuple[Argument, ...]) -> Expression | None:
    """What an encoding was made of that is undone at once: `x` for `decodeURIComponent(encodeURIComponent(x))`."""
    encoder = _UNDOES.get(callee.name) if isinstance(callee, (Name, Member)) else None
    inner = arguments[0].value if encoder and arguments else None
    if not isinstance(inner, Call) or not isinstance(inner.callee, (Name, Member)) or not inner.arguments:
        return None
    return inner.arguments[0].value if inner.callee.name == encoder else None


def lower_new(lowering: Lowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    callee = lowering.expression(node.child_by_field_name("constructor"))
    return Call(start, end, callee, lower_arguments(lowering, node.child_by_field_name("arguments")), True)


def lower_arguments(lowering: Lowering, node: Node | None) -> tuple[Argument, ...]:
    if node is None:
        return ()
    if node.type == "template_string":
        value = lower_template(lowering, node)
        return (Argument(value.start, value.end, value),)
    result: list[Argument] = []
    for child in lowering.named(node):
        if child.type == "spread_element":
            start, end = lowering.place(child)
            result.append(Argument(start, end, lower_inner(lowering, child), "", True))
        else:
            value = lowering.expression(child)
            result.append(Argument(value.start, value.end, value))
    return tuple(result)


def lower_inner(lowering: Lowering, node: Node) -> Expression:
    """The one expression inside of `...x`, `{x}` and the like."""
    inner = lowering.named(node)
    return lowering.expression(inner[0]) if inner else lowering.nothing(node)


def lower_first(lowering: Lowering, node: Node, value: Expression) -> Expression:
    """`x!`, `x as T`, `x satisfies T`."""
    start, end = lowering.place(node)
    return Parts(start, end, (value,))


def lower_cast(lowering: Lowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    return Parts(start, end, lowering.many(lowering.named(node)[-1:]))


def lower_choice(lowering: Lowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    condition, then, other = (
        lowering.expression(node.child_by_field_name(field)) for field in ("condition", "consequence", "alternative")
    )
    return Choice(start, end, condition, then, other)


def lower_assigned(lowering: Lowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    target, value, operator = lower_assignment(lowering, node, [])
    return Assigned(start, end, target, value, operator)


def lower_assignment(lowering: Lowering, node: Node, after: list[Statement]) -> tuple[Expression, Expression, str]:
    """The target, value and operator of an assignment or of `i++`."""
    operator = node.child_by_field_name("operator")
    if node.type == "update_expression":
        target = lowering.expression(node.child_by_field_name("argument"))
        names_of(target, lowering.assigned)
        one = Literal(target.end, target.end, 1)
        return target, one, "-=" if operator is not None and operator.type == "--" else "+="
    left = node.child_by_field_name("left")
    value = lowering.expression(node.child_by_field_name("right"))
    target = lowering.nothing(node) if left is None else lower_target(lowering, left, after)
    names_of(target, lowering.assigned)
    return target, value, "" if operator is None or operator.type == "=" else operator.type


def lower_object(lowering: Lowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    return Collection(start, end, tuple([lower_entry(lowering, child) for child in lowering.named(node)]))


def lower_entry(lowering: Lowering, node: Node) -> CollectionItem:
    """One property of an object."""
    start, end = lowering.place(node)
    kind = node.type
    if kind == "pair":
        value = lowering.expression(node.child_by_field_name("value"))
        return CollectionItem(start, end, lower_key(lowering, node.child_by_field_name("key")), value)
    if kind == "spread_element":
        return CollectionItem(start, end, None, lower_inner(lowering, node), True)
    if kind == "method_definition":
        name = node.child_by_field_name("name")
        return CollectionItem(start, end, lower_key(lowering, name), lower_closure(lowering, node))
    key = literal(lowering, node, lowering.text(node)) if kind == "shorthand_property_identifier" else None
    return CollectionItem(start, end, key, lowering.expression(node))


def lower_key(lowering: Lowering, node: Node | None) -> Expression | None:
    if node is None:
        return None
    if node.type == "computed_property_name":
        return lower_inner(lowering, node)
    if node.type in ("property_identifier", "private_property_identifier"):
        return literal(lowering, node, lowering.text(node))
    return lowering.expression(node)


def lower_array(lowering: Lowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    entries: list[CollectionItem] = []
    for child, hole in lower_elements(lowering, node):
        at = lowering.place(child)
        if hole:
            entries.append(CollectionItem(at[0], at[0], None, Literal(at[0], at[0], None)))
        elif child.type == "spread_element":
            entries.append(CollectionItem(*at, None, lower_inner(lowering, child), True))
        else:
            entries.append(CollectionItem(*at, None, lowering.expression(child)))
    return Collection(start, end, tuple(entries))


def lower_elements(lowering: Lowering, node: Node) -> list[tuple[Node, bool]]:
    """The elements of an array; for one that is left out, the comma after it and True."""
    result: list[tuple[Node, bool]] = []
    empty = True
    for child in node.children:
        if child.type == ",":
            if empty:
                result.append((child, True))
            empty = True
        elif child.is_named and not child.is_extra:
            result.append((child, False))
            empty = False
    return result


def lower_yield(lowering: Lowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    inner = lowering.named(node)
    return Yield(start, end, lowering.expression(inner[0]) if inner else lowering.nothing(node))


def lower_sequence(lowering: Lowering, node: Node) -> Expression:
    start, end = lowering.place(node)
    return Sequence(start, end, lowering.many(lowering.named(node)))


def lower_target(lowering: Lowering, node: Node, after: list[Statement]) -> Expression:
    """What is assigned to; the assignments of defaults are appended to `after`."""
    kind = node.type
    if kind in ("assignment_pattern", "object_assignment_pattern"):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if left is None or right is None:
            return lowering.nothing(node)
        target = lower_target(lowering, left, after)
        lower_default(lowering, node, target, right, after)
        return target
    if kind not in PATTERNS or lowering.depth >= MOST_LEVELS:
        return lowering.expression(node)
    start, end = lowering.place(node)
    lowering.depth += 1
    entries = tuple(
        [lower_target_entry(lowering, child, hole, after) for child, hole in lower_elements(lowering, node)]
    )
    lowering.depth -= 1
    return Collection(start, end, entries)


def lower_target_entry(lowering: Lowering, node: Node, hole: bool, after: list[Statement]) -> CollectionItem:
    start, end = lowering.place(node)
    if hole:
        return CollectionItem(start, start, None, Literal(start, start, None))
    kind = node.type
    if kind == "pair_pattern":
        value = node.child_by_field_name("value")
        target = lowering.nothing(node) if value is None else lower_target(lowering, value, after)
        return CollectionItem(start, end, lower_key(lowering, node.child_by_field_name("key")), target)
    if kind == "rest_pattern":
        inner = lowering.named(node)
        return CollectionItem(
            start, end, None, lower_target(lowering, inner[0], after) if inner else lowering.nothing(node), True
        )
    target = lower_target(lowering, node, after)
    named = node.child_by_field_name("left") if kind == "object_assignment_pattern" else node
    key = None
    if named is not None and named.type == "shorthand_property_identifier_pattern":
        key = literal(lowering, named, lowering.text(named))
    return CollectionItem(start, end, key, target)


def lower_default(lowering: Lowering, node: Node, target: Expression, value: Node, after: list[Statement]) -> None:
    """A default of a destructured value: assigned when nothing was there."""
    start, end = lowering.place(node)
    missing = Operation(start, end, "==", (target, Literal(end, end, None)))
    after.append(If(start, end, missing, (Assign(start, end, target, lowering.expression(value)),), ()))


_UNDOES = {
    "decodeURIComponent": "encodeURIComponent",
    "decodeURI": "encodeURI",
    "unescape": "escape",
    "decode": "encode",
    "decodeHTML": "encodeHTML",
    "atob": "btoa",
}
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "undefined": None}


def _constant(lowering: Lowering, node: Node) -> Expression:
    return literal(lowering, node, _CONSTANTS[node.type])


LEAVES: Mapping[str, Lower] = {
    **dict.fromkeys(
        ("identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern", "this", "super"),
        Lowering.name,
    ),
    **dict.fromkeys(("import", "meta_property"), Lowering.name),
    **dict.fromkeys(("true", "false", "null", "undefined"), _constant),
    "string": lower_string,
    "number": number_literal,
    "regex": lambda lowering, node: literal(lowering, node, lowering.text(node)),
}
LINKS: Mapping[str, Link] = {
    "binary_expression": lower_binary,
    "member_expression": lower_member,
    "subscript_expression": lower_index,
    "call_expression": lower_call,
    **dict.fromkeys(("non_null_expression", "as_expression", "satisfies_expression"), lower_first),
}
EXPRESSIONS: Mapping[str, Lower] = {
    **dict.fromkeys(FUNCTIONS, lower_closure),
    **dict.fromkeys(ELEMENTS, lower_element),
    **dict.fromkeys(("assignment_expression", "augmented_assignment_expression", "update_expression"), lower_assigned),
    **dict.fromkeys(PATTERNS, lambda lowering, node: lower_target(lowering, node, [])),
    "array": lower_array,
    "jsx_expression": lower_braces,
    "new_expression": lower_new,
    "object": lower_object,
    "sequence_expression": lower_sequence,
    "spread_element": lower_inner,
    "template_string": lower_template,
    "ternary_expression": lower_choice,
    "type_assertion": lower_cast,
    "unary_expression": lower_unary,
    "yield_expression": lower_yield,
}
