"""The arguments of macros, which grammars leave as single words: what is an expression there counts as one."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from reread.analyzers.syntax import Node, parse_embedded

_LISTS = frozenset({"unit_expression", "parenthesized_expression", "tuple_expression", "array_expression"})


@lru_cache(maxsize=1)
def _copy(data: bytes) -> bytearray:
    """The text with one byte more, to be changed in place: one copy for each macro would take the square of a file."""
    return bytearray(data + b"\n")


def macro_arguments(node: Node, data: bytes, language: str) -> list[Node] | None:
    """The expressions in the brackets of a macro, with their places in the whole text; None if it has something else
    in them.

    What is read is `!(...);`, which is an expression for itself.
    """
    start, end = node.start_byte, node.end_byte
    if not start or data[start : start + 1] not in (b"(", b"[") or not node.start_point[1]:
        return None
    code = _copy(data)
    before, after = bytes(code[start - 1 : start]), bytes(code[end : end + 1])
    try:
        code[start - 1 : start], code[end : end + 1] = b"!", b";"
        root = parse_embedded([node], cast(bytes, code), language, more=1)
    finally:
        code[start - 1 : start], code[end : end + 1] = before, after
    found = None if root is None or root.has_error or root.named_child_count != 1 else root
    while found is not None and found.type not in _LISTS:
        found = found.named_child(0) if found.type not in ("block", "call_expression") else None
    if found is None or found.child_by_field_name("length") is not None:
        return None
    return [child for child in found.named_children if not child.is_extra]
