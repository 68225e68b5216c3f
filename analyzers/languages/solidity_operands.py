"""Operands that the grammar of Solidity misreads: of `a && b.c(d)` it makes `(a && b).c(d)`."""

from __future__ import annotations

import re
from typing import Any

from reread.analyzers.languages.table import MOST_INSERTIONS

_OPERATOR = re.compile(
    rb"""//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?P<sign>[-+*/%&|^~!<>=?]+|\bdelete\b)""",
    re.DOTALL,
)
_OPERATIONS = frozenset({"binary_expression", "unary_expression", "update_expression", "ternary_expression"})
_ACCESSES = frozenset({"member_expression", "call_expression", "array_access", "slice_access", "struct_expression"})
"""The kinds of `a.b`, `a(b)`, `a[b]`, `a[b:c]` and `a{b: c}`, in which `a` comes first."""
_AROUND = "expression"
_MOST_OPERANDS = MOST_INSERTIONS // 2


def operands(root: Any, data: bytes) -> frozenset[tuple[int, bytes]]:
    """Brackets, and their places (bytes), around each operand with accesses that the tree has as accesses to the whole
    operation. Such an access binds more tightly than any operator.
    """
    found: set[tuple[int, bytes]] = set()
    for match in _OPERATOR.finditer(data):
        if match["sign"] is None:
            continue
        operation = root.descendant_for_byte_range(match.start(), match.start() + 1).parent
        access = None if operation is None or operation.type not in _OPERATIONS else _access_to(operation)
        if access is None:
            continue
        found |= {(_last_operand(operation).start_byte, b"("), (_last_access(access).end_byte, b")")}
        if len(found) >= 2 * _MOST_OPERANDS:
            break
    return frozenset(found)


def _access_to(node: Any) -> Any:
    """The access whose object a node is, or None."""
    around = node.parent
    if around is not None and around.type == _AROUND:
        node, around = around, around.parent
    return around if around is not None and around.type in _ACCESSES and around.child(0) == node else None


def _last_operand(operation: Any) -> Any:
    node = operation
    while node.type in _OPERATIONS or node.type == _AROUND:
        node = node.named_children[-1]
    return node


def _last_access(access: Any) -> Any:
    while (following := _access_to(access)) is not None:
        access = following
    return access
