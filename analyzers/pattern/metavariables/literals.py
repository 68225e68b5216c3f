"""The value bound to a metavariable, as a number, text or piece of code, for comparisons and analyses."""

from __future__ import annotations

from reread.analyzers.constants.numerals import number_of
from reread.analyzers.constants.string_content import is_constant, text_of
from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.pattern.bindings import Binding
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.metavariables.comparison import Code, Unknown, Value, computed
from reread.analyzers.syntax import Node

_BOOLEANS = {b"true": True, b"True": True, b"false": False, b"False": False}
_DEEPEST = 20


def value_of(bound: Binding, context: MatchContext | None) -> Value:
    """The value of what a metavariable stands for; a text that stood between quotes is a text."""
    if bound.node is None or context is None:
        return bound.text.decode(errors="replace")
    return _of_node(bound.node, context, 0)


def _of_node(node: Node, context: MatchContext, depth: int) -> Value:
    node = strip(node, context.language)
    text = context.data[node.start_byte : node.end_byte]
    code = Code(text.decode(errors="replace"))
    if node.type in context.table.strings and is_constant(node, context.language):
        return text_of(node, context.data, context.language).decode(errors="replace")
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    number = number_of(code.text)
    if number is not None:
        return number
    known = context.constant(node)
    if known is not None and known.known and known.values[0] is not None:
        return known.values[0]
    operator = context.language.names.operators.get(node.type)
    if operator is None or depth > _DEEPEST:
        return code
    return _computed(node, operator, context, depth) or code


def _computed(node: Node, field: str, context: MatchContext, depth: int) -> Value | None:
    """The value of an operation on constants, as `60 * 60`; None when it has none."""
    sign = node.child_by_field_name(field)
    operands = [child for child in node.named_children if not child.is_extra]
    if sign is None or len(operands) != 2 or sign.is_named:
        return None
    values = [_of_node(each, context, depth + 1) for each in operands]
    if any(isinstance(value, Code) for value in values):
        return None
    try:
        return computed(sign.type, values[0], values[1])
    except (Unknown, ArithmeticError, ValueError, TypeError, KeyError):
        return None
