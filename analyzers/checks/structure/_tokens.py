"""Code as a list of tokens, to compare two pieces of it."""

from __future__ import annotations

from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.syntax import Node


def tokens(node: Node, context: MatchContext) -> list[bytes]:
    """The texts of all leaves without comments; a string is one token, whatever is in it."""
    result: list[bytes] = []
    stack = [node]
    while stack:
        current = stack.pop()
        if current.is_extra:
            continue
        if current.child_count and current.type not in context.table.strings:
            stack.extend(reversed(current.children))
        else:
            result.append(context.data[current.start_byte : current.end_byte])
    return result
