"""The headers of definitions without their bodies, for a `pattern-inside` such as `class $C($B): ...`.

The answers depend only on the headers, wherever they are, so few edits change them.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.patterns.pattern import Branch, Ellipsis, Pattern
from reread.analyzers.pattern.patterns.statements import Statements
from reread.analyzers.syntax import Node

HEADERS = b" "
"""Stands among the words that an answer depends on for the heads of all definitions. No word of a text is like it."""


def is_head(item: Pattern, language: Matching) -> bool:
    """True for a pattern of a definition that says nothing about the body, only about what comes before it."""
    if not isinstance(item, Branch) or not item.kinds <= language.statements.definitions:
        return False
    bodies = [group.match for group in item.groups if isinstance(group.match, Statements)]
    return len(bodies) == 1 and all(isinstance(each, Ellipsis) for each in bodies[0].items)


def touches_head(root: Node, start: int, end: int, language: Matching) -> bool:
    """True when a range of bytes shares something with a definition that is not in its body."""
    stack = [root]
    while stack:
        for node in _children(stack.pop(), start, end):
            if node.type in language.statements.definitions:
                inner = node.child_by_field_name("definition" if node.type == language.statements.decorated else "body")
                if inner is None or start < inner.start_byte or end > inner.end_byte:
                    return True
            stack.append(node)
    return False


def _children(node: Node, start: int, end: int) -> Iterator[Node]:
    """The children that share something with a range, or hold it within where it is empty."""
    cursor = node.walk()
    if cursor.goto_first_child_for_byte(start) is None:
        return
    while (child := cursor.node) is not None and child.start_byte < end:
        if child.end_byte > start:
            yield child
        if not cursor.goto_next_sibling():
            return
