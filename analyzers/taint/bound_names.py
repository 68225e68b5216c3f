"""What a loop or a `with` around a name binds it to: the collection that is gone through, or what is entered."""

from __future__ import annotations

from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.syntax import Node

_LOOPS = frozenset({"for_statement", "for_in_statement"})
_ITSELF = frozenset({b"return self"})
_ENTERING = frozenset({b"__enter__", b"__aenter__"})


def bound_value(name: Node, context: MatchContext) -> Node | None:
    """The value that the innermost loop or `with` around a name takes it from; None where none binds it."""
    text = name.text
    for around in reversed(context.ancestors(name)):
        if around.type in _LOOPS:
            left = around.child_by_field_name("left")
            if left is not None and left.text == text:
                return around.child_by_field_name("right")
        elif around.type == "with_statement" and (entered := _entered(around, text)) is not None:
            return entered if _gives_itself(entered, context) else None
    return None


def _entered(statement: Node, name: bytes | None) -> Node | None:
    """What `with value as name` enters."""
    clause = next((child for child in statement.named_children if child.type == "with_clause"), None)
    for item in () if clause is None else clause.named_children:
        bound = item.child_by_field_name("value")
        alias = bound.child_by_field_name("alias") if bound is not None and bound.type == "as_pattern" else None
        if bound is not None and alias is not None and alias.text == name:
            return bound.named_child(0)
    return None


def _gives_itself(value: Node, context: MatchContext) -> bool:
    """Whether an object of a class of the file is what entering it gives; other objects are what they give."""
    called = value.child_by_field_name("function") if value.type == "call" else None
    for top in context.root.named_children if called is not None else ():
        own = top.child_by_field_name("definition") or top
        name, body = own.child_by_field_name("name"), own.child_by_field_name("body")
        is_named = called is not None and name is not None and name.text == called.text
        if own.type == "class_definition" and body is not None and is_named:
            return any(_returns_itself(each) for each in body.named_children)
    return True


def _returns_itself(method: Node) -> bool:
    name, body = method.child_by_field_name("name"), method.child_by_field_name("body")
    if name is None or body is None or name.text not in _ENTERING:
        return False
    return bool(body.named_children) and body.named_children[-1].text in _ITSELF
