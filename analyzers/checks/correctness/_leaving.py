"""Whether code goes on after a statement, in Java and JavaScript."""

from __future__ import annotations

import re

from reread.analyzers.syntax import Node

_LEAVING = frozenset(
    {"return_statement", "throw_statement", "break_statement", "continue_statement", "yield_statement"}
)
_BLOCKS = frozenset({"block", "statement_block", "labeled_statement", "synchronized_statement", "else_clause"})
_NEVER_RETURNS = re.compile(
    rb"(?i)\b(?:fail|abort|exit|throw|die|panic|bail|error|invalid|unexpected|unreachable|unsupported|never|usage)\w*\s*\("
)


def goes_on(node: Node, data: bytes) -> bool:
    """False when code after a statement is certainly not reached, or when that is hard to tell."""
    kind = node.type
    if kind in _LEAVING:
        return False
    if kind in _BLOCKS:
        inner = [child for child in node.named_children if not child.is_extra]
        return not inner or goes_on(inner[-1], data)
    if kind == "if_statement":
        branches = [node.child_by_field_name(field) for field in ("consequence", "alternative")]
        return any(branch is None or goes_on(branch, data) for branch in branches)
    if kind == "expression_statement":
        return _NEVER_RETURNS.search(data, node.start_byte, node.end_byte) is None
    # Loops may have no end, and of a `try` and an inner `switch` each part may leave.
    return kind not in ("while_statement", "do_statement", "for_statement", "try_statement") and not kind.startswith(
        ("switch", "try_with")
    )
