"""Extends the removal of code to whatever must be removed with it."""

from __future__ import annotations

from reread.analyzers.rules.definition import Replacement
from reread.analyzers.syntax import Node


def removal(node: Node, data: bytes) -> Replacement | None:
    """Takes a definition or statement out, with comments right above it and blank lines below.

    None if something else is on its lines.
    """
    first = node
    while (above := first.prev_sibling) is not None and above.is_extra and _is_right_above(above, first, data):
        first = above
    start = data.rfind(b"\n", 0, first.start_byte) + 1
    end = data.find(b"\n", node.end_byte)
    end = len(data) if end < 0 else end + 1
    if data[start : first.start_byte].strip() or data[node.end_byte : end].strip(b" \t\r\n;"):
        return None
    while end < len(data) and not (line := data[end : _next_line(data, end)]).strip():
        end += len(line)
    return Replacement(start, end)


def _is_right_above(comment: Node, node: Node, data: bytes) -> bool:
    """Whether a comment is on the lines before a node, alone on them."""
    start = data.rfind(b"\n", 0, comment.start_byte) + 1
    between = data[comment.end_byte : node.start_byte]
    return not data[start : comment.start_byte].strip() and not between.strip() and between.count(b"\n") <= 1


def _next_line(data: bytes, place: int) -> int:
    end = data.find(b"\n", place)
    return len(data) if end < 0 else end + 1
