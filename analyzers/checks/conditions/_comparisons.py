"""Comparisons of a value with a constant, and the result of combining two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.syntax import Node

_JOINING = frozenset({"and", "or", "&&", "||"})
_ANY = frozenset({"or", "||"})
_SIGNS = {"===": "==", "!==": "!=", "is": "==", "is not": "!="}
_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_KNOWN = frozenset({"==", "!=", "<", ">", "<=", ">="})
_NUMBER = re.compile(rb"-?(?:\d+(?:\.\d+)?|0[xX][0-9a-fA-F]+)")
_STRING = re.compile(rb"\"[^\"\\]*\"|'[^'\\]*'")
_NAMED = re.compile(rb"(?:[A-Za-z_]\w*\.)+[A-Z][A-Za-z0-9_]*")
_STABLE = re.compile(rb"(?:len\()?[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*\)?")


class Comparison(NamedTuple):
    """`subject` compared by `sign` with a constant: a number, or the text of a string or a named constant."""

    subject: bytes
    sign: str
    constant: float | bytes
    node: Node


def joined(node: Node) -> str:
    """The operator of a conjunction or disjunction, or ""."""
    operator = node.child_by_field_name("operator")
    return operator.type if operator is not None and operator.type in _JOINING else ""


def operands(node: Node, sign: str) -> Iterator[Node]:
    """The operands of a chain of one operator, from the left."""
    stack = [node]
    while stack:
        current = stack.pop()
        if current.type == "parenthesized_expression" and current.named_child_count == 1:
            stack.append(current.named_children[0])
        elif current.type == node.type and joined(current) == sign:
            stack.extend(reversed([each for each in current.named_children if not each.is_extra]))
        else:
            yield current


def comparison(node: Node, data: bytes) -> Comparison | None:
    """A comparison of something that does not change by itself with a constant, or None."""
    if node.type not in ("comparison_operator", "binary_expression"):
        return None
    sides = [each for each in node.named_children if not each.is_extra and each.type not in ("is", "is not")]
    signs = [each for each in node.children if each not in sides and not each.is_extra]
    if len(sides) != 2 or len(signs) != 1:
        return None
    sign = _SIGNS.get(signs[0].type, signs[0].type)
    left, right = (data[each.start_byte : each.end_byte] for each in sides)
    if _NAMED.fullmatch(left) is None and _constant(left) is not None:
        left, right, sign = right, left, _MIRRORED.get(sign, sign)
    value = _constant(right)
    if value is None or sign not in _KNOWN or _STABLE.fullmatch(left) is None:
        return None
    return None if isinstance(value, bytes) and sign in _MIRRORED else Comparison(left, sign, value, node)


def _constant(text: bytes) -> float | bytes | None:
    if _NUMBER.fullmatch(text):
        return float(int(text, 0)) if b"x" in text.lower() else float(text)
    if _STRING.fullmatch(text):
        return b'"' + text[1:-1]
    return text if _NAMED.fullmatch(text) else None


def outcome(one: Comparison, other: Comparison, sign: str) -> str:
    """ "true" or "false" where two comparisons of one chain decide it whatever the value is, or ""."""
    if one.subject != other.subject or _kind(one) != _kind(other):
        return ""
    if sign in _ANY:
        one, other = _negated(one), _negated(other)
    if not _never_both(one, other):
        return ""
    return "true" if sign in _ANY else "false"


def _kind(one: Comparison) -> str:
    return "number" if isinstance(one.constant, float) else "string" if one.constant.startswith(b'"') else "name"


_OPPOSITES = {"==": "!=", "!=": "==", "<": ">=", ">": "<=", "<=": ">", ">=": "<"}


def _negated(one: Comparison) -> Comparison:
    return one._replace(sign=_OPPOSITES[one.sign])


def _never_both(one: Comparison, other: Comparison) -> bool:
    """True when no value meets both comparisons."""
    if one.sign == "==":
        return not _holds(one.constant, other)
    if other.sign == "==":
        return not _holds(other.constant, one)
    if isinstance(one.constant, bytes) or isinstance(other.constant, bytes):
        return False
    low, high = (one, other) if one.sign in (">", ">=") else (other, one)
    if low.sign not in (">", ">=") or high.sign not in ("<", "<="):
        return False
    assert isinstance(low.constant, float)
    assert isinstance(high.constant, float)
    closed = low.sign == ">=" and high.sign == "<="
    return low.constant > high.constant or (low.constant == high.constant and not closed)


def _holds(value: float | bytes, one: Comparison) -> bool:
    """Whether a constant meets a comparison."""
    if isinstance(value, bytes) or isinstance(one.constant, bytes):
        return (value == one.constant) == (one.sign == "==")
    return {
        "==": value == one.constant,
        "!=": value != one.constant,
        "<": value < one.constant,
        "<=": value <= one.constant,
        ">": value > one.constant,
        ">=": value >= one.constant,
    }[one.sign]
