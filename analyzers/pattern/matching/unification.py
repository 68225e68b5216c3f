"""Unification: merges metavariable environments, and compares two pieces of code."""

from __future__ import annotations

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.pattern.bindings import Binding, Bindings
from reread.analyzers.pattern.matching.equal_values import have_equal_values
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.syntax import Node

_LONGEST_COMPARED = 20_000
"""In bytes."""


def bind(variable: str, found: Binding, bindings: Bindings, context: MatchContext) -> Bindings | None:
    """The environment with the variable bound, or None when it already stands for something else."""
    if variable == "$_":
        return bindings
    known = bindings.get(variable)
    if known is None:
        return {**bindings, variable: found}
    return bindings if same(known, found, context) else None


def merge(one: Bindings, other: Bindings, context: MatchContext) -> Bindings | None:
    """Both environments together, or None when a variable stands for different things in them."""
    result: Bindings | None = one
    for variable, found in other.items():
        if result is not None:
            result = bind(variable, found, result, context)
    return result


def same(one: Binding, other: Binding, context: MatchContext) -> bool:
    """True when both are the same code, up to white space, comments and brackets around them, or have the same value
    and the rule compares values.

    Names are not the same where they are those of different variables.
    """
    if _is_same_code(one, other, context):
        return True
    if not context.compares_values or one.node is None or other.node is None:
        return False
    return have_equal_values(one.node, other.node, context)


def _is_same_code(one: Binding, other: Binding, context: MatchContext) -> bool:
    if one.text == other.text:
        return one.node is None or other.node is None or not context.are_apart(one.node, other.node)
    if one.node is None or other.node is None or max(len(one.text), len(other.text)) > _LONGEST_COMPARED:
        return False
    if one.node.type != other.node.type and not {one.node.type, other.node.type} <= context.language.names.leaves:
        return False
    if not may_be_same(one.text, other.text):
        return False
    context.compare(len(one.text) + len(other.text))
    return tokens_of(one.node, context) == tokens_of(other.node, context)


_COMMENT = frozenset(b"#/")


def may_be_same(one: bytes, other: bytes) -> bool:
    """False when two texts differ in more than white space, comments and brackets."""
    return _essence(one) == _essence(other) or not _COMMENT.isdisjoint(one) or not _COMMENT.isdisjoint(other)


def plain_essence(text: bytes) -> bytes | None:
    """What texts of the same code have in common; None where they may have comments."""
    return _essence(text) if _COMMENT.isdisjoint(text) else None


def _essence(text: bytes) -> bytes:
    """The text without what may differ between equal pieces of code: white space, brackets, trailing commas."""
    return text.translate(None, b" \t\r\n\f\v\\(),")


def tokens_of(node: Node, context: MatchContext) -> list[bytes]:
    """The texts of all leaves, without comments, trailing commas and needless brackets."""
    result: list[bytes] = []
    stack = [node]
    while stack:
        current = stack.pop()
        if current.is_extra or current.type in context.language.leeway.passed_over:
            continue
        current = strip(current, context.language)
        # White space means something between what is escaped in a string.
        if current.child_count and not current.type.endswith("string_content"):
            stack.extend(reversed(current.children))
        else:
            result.append(context.data[current.start_byte : current.end_byte])
    return [
        token
        for token, following in zip(result, [*result[1:], b""], strict=True)
        if token != b"," or following not in b")]}"
    ]
