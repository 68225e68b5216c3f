"""What a loop or a statement such as `with` around a name binds it to: the collection that is gone through, or what
is entered. The language's table says which nodes these are.
"""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.constants.code_words import names
from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import callee_of, child_at
from reread.analyzers.pattern.metavariables.declarations import declaration
from reread.analyzers.pattern.metavariables.types import type_of
from reread.analyzers.syntax import Node


class Bound(NamedTuple):
    """Where a name is bound (a byte), and the value that it is taken from; None where that is not known."""

    start: int
    value: Node | None


def bound_by(name: Node, context: MatchContext) -> Bound | None:
    """What the innermost loop or statement around a name binds it to; None where none does, or where a declaration or
    a parameter further in says what it is.
    """
    bound, typing = _innermost(name, context), context.language.typing
    declared = None if bound is None or typing is None else declaration(name, typing, context)
    if bound is None or typing is None or declared is None or not bound.start <= declared.start <= name.start_byte:
        return bound
    return bound if declared.start == bound.start and type_of(name, typing, context) is None else None


def _innermost(name: Node, context: MatchContext) -> Bound | None:
    kinds = context.language.bindings
    text = context.data[name.start_byte : name.end_byte].decode(errors="replace")
    for around in reversed(context.ancestors(name)):
        if has_parameter(around, text, context):
            return None
        for node in _parts(around, kinds.around):
            fields = kinds.loops.get(node.type) or kinds.entries.get(node.type)
            target = node.child_by_field_name(fields[0]) if fields else None
            value = (node.child_by_field_name(fields[1]) if fields[1] else child_at(node, 0)) if fields else None
            if target is None or value is None or value.start_byte <= name.start_byte < value.end_byte:
                continue
            target = strip(target, context.language)
            if target.type in kinds.lists and target.named_children:
                target = target.named_children[-1]
            if target.text == name.text:
                is_known = node.type in kinds.loops or _gives_itself(value, context)
                return Bound(target.start_byte, value if is_known else None)
    return None


def has_parameter(node: Node, name: str, context: MatchContext) -> bool:
    """Whether a node is a function with a parameter of a name."""
    if node.type not in context.language.functions:
        return False
    given = node.child_by_field_name("parameters") or node.child_by_field_name("parameter")
    return given is not None and name in names(context.data[given.start_byte : given.end_byte].decode(errors="replace"))


def _parts(node: Node, around: frozenset[str]) -> list[Node]:
    """A node and what it is only around, the last first: a later binding of a name hides an earlier one."""
    inner = reversed(node.named_children) if node.type in around else ()
    return [*(part for child in inner for part in _parts(child, around)), node]


def _gives_itself(value: Node, context: MatchContext) -> bool:
    """Whether an object of a class of the file is what entering it gives; other objects are what they give."""
    called = callee_of(value, context.language)
    for top in context.root.named_children if called is not None else ():
        own = top.named_children[-1] if top.type in context.table.wrappers else top
        name, body = own.child_by_field_name(context.table.name_field), own.child_by_field_name("body")
        is_named = called is not None and name is not None and name.text == called.text
        if own.type in context.table.containers and body is not None and is_named:
            return any(_returns_itself(each, context) for each in body.named_children)
    return True


def _returns_itself(method: Node, context: MatchContext) -> bool:
    bindings = context.language.bindings
    name, body = method.child_by_field_name(context.table.name_field), method.child_by_field_name("body")
    if name is None or body is None or name.text not in bindings.entering:
        return False
    return bool(body.named_children) and body.named_children[-1].text in bindings.itself
