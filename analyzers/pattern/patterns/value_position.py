"""Whether what a pattern found that is nothing but a metavariable or a name is a value, or only looks like one."""

from __future__ import annotations

from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns.pattern import holds_statements
from reread.analyzers.syntax import Node


def is_value(node: Node, context: MatchContext) -> bool:
    """True for an expression where one may stand: no name that is declared, no part of a longer one, no list of
    arguments. What a condition is about may be all of these.
    """
    if node == context.root:
        return True
    kinds = context.language.values.kinds
    if node.type in context.language.values.inside:
        around = context.parent(node)
        return around is not None and around.type == context.language.values.inside[node.type]
    is_one = node.type in kinds if kinds else not _is_no_expression(node, context)
    return is_one and is_name_of_value(node, context)


def _is_no_expression(node: Node, context: MatchContext) -> bool:
    """True for what is none in a language whose kinds of expressions are not listed."""
    kind, language = node.type, context.language
    return (
        kind in language.leeway.arguments
        or kind in language.texts.parts
        or kind in context.table.imports
        or holds_statements(node, language)
    )


def is_name_of_value(node: Node, context: MatchContext) -> bool:
    """True for a name that is a value where it stands, and for all that is no name."""
    if node == context.root:
        return True
    language = context.language
    if node.type in language.values.no_names:
        return False
    inner, around = node, context.parent(node)
    if around is not None and around.type in language.leeway.parentheses.get(node.type, ()):
        return False  # These parentheses belong to the statement.
    while around is not None and _is_transparent(around, language):
        inner, around = around, around.parent
    if around is not None:
        context.touch_range(around.start_byte, node.end_byte)
        if _is_elsewhere(inner, around, context):
            return False
    return is_no_parameter(node, context)


def _is_transparent(around: Node, language: Matching) -> bool:
    kind = around.type
    return kind in language.bindings.lists or (kind in language.leeway.transparent and around.named_child_count == 1)


def _is_elsewhere(node: Node, around: Node, context: MatchContext) -> bool:
    """True for a name that is declared, belongs to an object, or says what an argument is for."""
    kind, language, table = around.type, context.language, context.table
    return (
        _is_in_field(node, around, language.values.elsewhere.get(kind))
        or _is_in_field(node, around, language.bindings.loops.get(kind, (None,))[0])
        or _is_second(node, around, language.names.members.get(kind) or language.names.methods.get(kind))
        or (
            kind in table.definitions
            and kind not in language.values.kinds
            and _is_in_field(node, around, table.name_field)
        )
    )


def _is_in_field(node: Node, around: Node, field: str | None) -> bool:
    """True for a child in that field, for any child where it is ""."""
    return field is not None and (not field or around.child_by_field_name(field) == node)


def _is_second(node: Node, around: Node, fields: tuple[str, str] | None) -> bool:
    """True for the `b` of `a.b`, or of a call `a.b()`; without an `a` it is a name like others."""
    if fields is None:
        return False
    if not fields[0]:
        return node.start_byte > around.start_byte
    return around.child_by_field_name(fields[0]) is not None and around.child_by_field_name(fields[1]) == node


def is_no_parameter(node: Node, context: MatchContext) -> bool:
    """False for the name that a parameter is declared with, which is no value. What a condition is about may be one."""
    if node == context.root:
        return True
    inner = node
    while inner.child_count == 1 and (only := inner.child(0)) is not None:
        inner = only  # The list of the parameters of a lambda may be nothing but a name.
    names, around = context.language.names, inner.parent
    while around is not None and inner != context.root:
        field = names.parameters.get(around.type)
        if field is not None and _has(around, field, inner):
            context.touch(around)
            return False
        field = names.in_parameters.get(around.type)
        if field is None or not _has(around, field, inner):
            break
        inner, around = around, around.parent
    if around is not None:
        context.touch_range(around.start_byte, node.end_byte)
    return True


def _has(around: Node, field: str, node: Node) -> bool:
    return not field or node in around.children_by_field_name(field)
