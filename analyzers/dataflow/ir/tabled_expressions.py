"""Expressions lowered by the table of a grammar."""

from __future__ import annotations

from collections.abc import Sequence

from reread.analyzers.constants.literals import number, unescaped
from reread.analyzers.dataflow.ir.common import names_of
from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Assigned,
    Call,
    Choice,
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
    Text,
)
from reread.analyzers.dataflow.ir.syntax_table import CallForm, Part
from reread.analyzers.dataflow.ir.tabled_context import Tabled
from reread.analyzers.syntax import Node


def expression_of(lowering: Tabled, node: Node) -> Expression:
    kind, table = node.type, lowering.table
    if kind in table.names or not node.is_named:
        return lowering.name(node)
    if kind in table.constants:
        return Literal(*lowering.place(node), table.constants[kind])
    if kind in table.numbers:
        value = number(lowering.text(node))
        return lowering.nothing(node) if value is None else Literal(*lowering.place(node), value)
    if kind in table.strings:
        return string_of(lowering, node)
    if kind in table.members:
        return member_of(lowering, node, *table.members[kind])
    if kind in table.indexes:
        object, key = (lowering.part(node, part) for part in table.indexes[kind])
        return Index(*lowering.place(node), lowering.expression(object), lowering.expression(key))
    if kind in table.calls:
        return call_of(lowering, node, table.calls[kind])
    if kind in table.closures:
        return Closure(*lowering.place(node), lowering.lower_function(node, table.closures[kind], ""))
    if kind in table.assignments:
        return assigned_of(lowering, node, *table.assignments[kind])
    if kind in table.choices:
        condition, then, other = (lowering.part(node, part) for part in table.choices[kind])
        return Choice(
            *lowering.place(node), lowering.expression(condition), lowering.expression(then), lowering.expression(other)
        )
    if kind in table.operations:
        return Operation(*lowering.place(node), sign_of(lowering, node), lowering.many(lowering.named(node)))
    if kind in table.collections:
        return collection_of(lowering, node)
    if kind in table.argument_lists:
        inner = lowering.named(node)
        return lowering.expression(inner[0]) if len(inner) == 1 else collection_of(lowering, node)
    if kind in table.arguments and lowering.named(node):
        return lowering.expression(lowering.named(node)[-1])
    return Parts(*lowering.place(node), lowering.many(lowering.named(node)))


def sign_of(lowering: Tabled, node: Node) -> str:
    return next((child.type for child in node.children if not child.is_named and child.type not in "()"), "")


def string_of(lowering: Tabled, node: Node) -> Expression:
    """A text; with values in it, these and the texts between."""
    table = lowering.table
    parts: list[Expression] = []
    values = False
    for child in lowering.named(node):
        if child.type in table.literal_parts:
            parts.append(Literal(*lowering.place(child), unescaped(lowering.text(child))))
        elif child.type in table.substitutions:
            inner = [each for each in lowering.named(child) if not each.type.startswith("interpolation_")]
            parts += lowering.many(inner) if inner else (Name(*lowering.place(child), lowering.text(child)),)
            values = True
        elif child.named_child_count or child.type in table.names:
            nested = lowering.expression(child)
            parts.append(nested)
            values = values or not isinstance(nested, Literal)
    if values:
        return Text(*lowering.place(node), tuple(parts))
    if parts:
        return Literal(*lowering.place(node), "".join(str(each.value) for each in parts if isinstance(each, Literal)))
    return Literal(*lowering.place(node), lowering.text(node).strip("\"'"))


def member_of(lowering: Tabled, node: Node, object: Part, name: Part) -> Expression:
    owner, member = lowering.part(node, object), lowering.part(node, name)
    text = "" if member is None else lowering.text(member).lstrip("?!.:-> ")
    if owner is None or owner == member:
        return lowering.name(node)
    return Member(*lowering.place(node), lowering.expression(owner), text)


def call_of(lowering: Tabled, node: Node, form: CallForm) -> Expression:
    callee, receiver = lowering.part(node, form.callee), lowering.part(node, form.receiver)
    called = lowering.nothing(node) if callee is None else lowering.expression(callee)
    if receiver is not None and callee is not None:
        object = lowering.expression(receiver)
        called = Member(object.start, callee.end_byte - lowering.offset, object, lowering.text(callee))
    listed = lowering.part(node, form.arguments)
    arguments = arguments_of(lowering, listed)
    if not lowering.table.argument_lists and callee is not None:  # They stand right in the call.
        arguments = tuple(argument_of(lowering, child) for child in lowering.named(node) if child != callee)
    extra = lowering.part(node, form.extra)
    if extra is not None:
        value = lowering.expression(extra)
        arguments = (*arguments, Argument(value.start, value.end, value))
    return Call(*lowering.place(node), called, arguments, form.new)


def arguments_of(lowering: Tabled, node: Node | None) -> tuple[Argument, ...]:
    """The arguments of a list, or of one argument that stands for it."""
    if node is None:
        return ()
    if node.type not in lowering.table.argument_lists:
        lists = [child for child in lowering.named(node) if child.type in lowering.table.argument_lists]
        rest = [child for child in lowering.named(node) if child.type not in lowering.table.argument_lists]
        if lists or not lowering.named(node):
            listed = tuple(each for child in lists for each in arguments_of(lowering, child))
            return (*listed, *(argument_of(lowering, child) for child in rest if child.type != "type_arguments"))
        return (argument_of(lowering, node),)
    return tuple(argument_of(lowering, child) for child in lowering.named(node))


def argument_of(lowering: Tabled, node: Node) -> Argument:
    table = lowering.table
    name, inner = "", node
    if node.type in table.arguments:
        children = lowering.named(node)
        label = lowering.part(node, table.arguments[node.type])
        if label is not None and len(children) > 1:
            name = lowering.text(label)
        inner = children[-1] if children else node
    elif node.type in table.pairs:
        label, given = (lowering.part(node, part) for part in table.pairs[node.type])
        name = "" if label is None else lowering.text(label)
        inner = given if given is not None else node
    spread = inner.type in table.spreads
    value = lowering.expression(lowering.named(inner)[0] if spread and lowering.named(inner) else inner)
    return Argument(value.start, value.end, value, name, spread)


def collection_of(lowering: Tabled, node: Node) -> Collection:
    """A literal of a list or map."""
    entries: list[CollectionItem] = []
    for child in lowering.named(node):
        if child.type in lowering.table.pairs:
            key, value = (lowering.part(child, part) for part in lowering.table.pairs[child.type])
            held = lowering.expression(value if value is not None else key)
            named = None if key is None or value is None or key == value else key_of(lowering, key)
            entries.append(CollectionItem(*lowering.place(child), named, held))
        else:
            spread = child.type in lowering.table.spreads
            value = lowering.named(child)[0] if spread and lowering.named(child) else child
            held = lowering.expression(value)
            entries.append(CollectionItem(held.start, held.end, None, held, spread))
    return Collection(*lowering.place(node), tuple(entries))


def key_of(lowering: Tabled, node: Node) -> Expression:
    found = lowering.expression(node)
    is_text = node.type.endswith(("symbol", "field_identifier")) or _is_plain(lowering, node)
    if isinstance(found, (Name, Parts)) and is_text:
        return Literal(found.start, found.end, lowering.text(node).strip(":"))
    return found


def _is_plain(lowering: Tabled, node: Node) -> bool:
    """True for the `a` in `{ a = 1 }`, not in `{ [a] = 1 }`."""
    pair = node.parent
    return pair is not None and pair.type in lowering.table.plain_keys and pair.children[0] == node


def assigned_of(lowering: Tabled, node: Node, left: Part, right: Part) -> Expression:
    target, value = target_of(lowering, lowering.part(node, left)), lowering.expression(lowering.part(node, right))
    return Assigned(*lowering.place(node), target, value, operator_of(lowering, node))


def operator_of(lowering: Tabled, node: Node) -> str:
    """The operator of an assignment such as `+=`, "" for a plain one."""
    signs = (child.type for child in node.children if not child.is_named and child.type.endswith("="))
    sign = next(signs, "=")
    if sign == "=":
        operator = node.child_by_field_name("operator")
        sign = "=" if operator is None else lowering.text(operator)
    return "" if sign in ("=", ":=") else sign


def target_of(lowering: Tabled, node: Node | None) -> Expression:
    """What is assigned to; several are a collection."""
    if node is None:
        return Parts(0, 0, ())
    node = lowering.strip(node)
    while node.type in lowering.table.inner_names:
        inner = (
            node.child_by_field_name("declarator")
            or node.child_by_field_name("name")
            or next(iter(lowering.named(node)), None)
        )
        if inner is None:
            break
        node = inner
    if node.type in lowering.table.collections or node.type.endswith(("_list", "tuple_pattern")):
        parts: Sequence[Expression] = [target_of(lowering, child) for child in lowering.named(node)]
        found: Expression = Collection(
            *lowering.place(node), tuple(CollectionItem(each.start, each.end, None, each) for each in parts)
        )
    else:
        found = assignable_of(lowering, node)
    names_of(found, lowering.assigned)
    return found


def assignable_of(lowering: Tabled, node: Node) -> Expression:
    """`a`, `a.b`, `a[b]`; some grammars have what follows the first part beside it."""
    children = lowering.named(node)
    if len(children) != 2 or not children[1].type.endswith("_suffix"):
        return lowering.expression(node)
    object, suffix = lowering.expression(children[0]), children[1]
    if suffix.type.startswith("indexing"):
        return Index(*lowering.place(node), object, lowering.expression(next(iter(lowering.named(suffix)), None)))
    return Member(*lowering.place(node), object, lowering.text(suffix).lstrip("?!.:"))
