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
    if node.type in ("method_invocation", "unary_expression"):
        return _equality_call(node, data)
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


_EQUALS = re.compile(
    rb"(!?)([A-Za-z_]\w*(?:\.\w+)*(?:\.get[A-Z]\w*\(\))?)\.equals\((\"[^\"\\]*\"|(?:\w+\.)+[A-Z][A-Z0-9_]*)\)"
)
_EQUALS_MIRRORED = re.compile(rb"(!?)(\"[^\"\\]*\")\.equals\(([A-Za-z_]\w*(?:\.\w+)*(?:\.get[A-Z]\w*\(\))?)\)")


def _equality_call(node: Node, data: bytes) -> Comparison | None:
    """A comparison by Java's `equals`."""
    text = data[node.start_byte : node.end_byte]
    if (found := _EQUALS.fullmatch(text)) is not None:
        negated, subject, constant = found.groups()
    elif (found := _EQUALS_MIRRORED.fullmatch(text)) is not None:
        negated, constant, subject = found.groups()
    else:
        return None
    value = _constant(constant)
    return None if value is None else Comparison(subject, "!=" if negated else "==", value, node)


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


_REPEATABLE = re.compile(rb"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*(?:\.(?:isEmpty|isPresent|isBlank)\(\))?")
_NEGATION = re.compile(rb"(?:!|not\s+)\s*")


def opposite_operands(parts: list[Node], data: bytes) -> tuple[Node, Node] | None:
    """Two operands of a chain of which one is the negation of the other: `a` and `!a`."""
    seen: dict[tuple[bytes, bool], Node] = {}
    for part in parts:
        text = data[part.start_byte : part.end_byte]
        negation = _NEGATION.match(text)
        text = text if negation is None else text[negation.end() :]
        if _REPEATABLE.fullmatch(text) is None:
            continue
        other = seen.get((text, negation is None))
        if other is not None:
            return other, part
        seen[text, negation is not None] = part
    return None


def excludes(one: Comparison, other: Comparison) -> bool:
    """Whether a value that does not meet the one cannot meet the other either."""
    return one.subject == other.subject and _kind(one) == _kind(other) and _never_both(_negated(one), other)
