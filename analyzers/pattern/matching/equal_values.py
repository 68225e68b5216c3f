"""Whether two pieces of code certainly have one value: a literal and another spelling of it, or a literal and a
variable that can have no other value there.

Two variables of equal value are not the same, nor are operations and the literal that they come to.
"""

from __future__ import annotations

from typing import TypeAlias

from reread.analyzers.constants.numerals import number_of
from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.constants.values import Value
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.syntax import Node

_TRUTH = {b"true": True, b"True": True, b"false": False, b"False": False}
_NOTHING = frozenset({b"null", b"None", b"nil", b"undefined"})
_NO_LITERALS = frozenset({"concatenated_string", "template_string"})
_OPENINGS = b"\"'`rR"
"""What a string begins with that is a text and nothing but what is written: no bytes, no template."""

_Known: TypeAlias = tuple[type, Value, bytes]
"""The type of a value, the value, and how it is written where that is all there is to it (`null`, `undefined`)."""


def may_be_compared(one: Node, other: Node, context: MatchContext) -> bool:
    """False when the kinds of two nodes rule out `have_equal_values`."""
    kinds = [strip(each, context.language).type for each in (one, other)]
    names = context.language.names
    return sum(kind in names.leaves for kind in kinds) <= 1 and not any(kind in names.callees for kind in kinds)


def have_equal_values(one: Node, other: Node, context: MatchContext) -> bool:
    """Whether one is a literal, and the other a literal or variable with the same value and type."""
    one, other = strip(one, context.language), strip(other, context.language)
    first, second = _literal(one, context), _literal(other, context)
    if first is None and second is None:
        return False
    first = first or _of_variable(one, context)
    return first is not None and first == (second or _of_variable(other, context))


def _literal(node: Node, context: MatchContext) -> _Known | None:
    text = context.data[node.start_byte : node.end_byte]
    if node.type in context.table.strings:
        known = context.constant(node) if node.type not in _NO_LITERALS and text[:1] in _OPENINGS else None
        return (str, known.values[0], b"") if known is not None and known.known else None
    if node.child_count:
        return None
    if text in _TRUTH:
        return bool, _TRUTH[text], b""
    if text in _NOTHING:
        return type(None), None, text
    number = number_of(text.decode(errors="replace")) if text[:1].isdigit() else None
    return None if number is None else (type(number), number, b"")


def _of_variable(node: Node, context: MatchContext) -> _Known | None:
    known = context.constant(node) if node.type in context.language.names.leaves else None
    if known is None or not known.known:
        return None
    value = known.values[0]
    written = b""
    if value is None:
        literal = context.symbol(node)
        written = b"" if literal is None else context.data[literal.start_byte : literal.end_byte]
    return type(value), value, written
