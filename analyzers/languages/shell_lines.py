"""Line ends that the grammar of shells reads over: after `a | b | c` it may go on with the words of the next line."""

from __future__ import annotations

import re
from typing import Any

_PIPED = re.compile(rb"\|[^\n]*\n")
_COMMAND = "command"
_COMMENT = "comment"


def ends_read_over(root: Any, data: bytes) -> frozenset[int]:
    """Where commands end (bytes) that the tree has as one with what is in the next line.

    A line end that is not escaped ends each command; in texts, substitutions and here-documents it is not one of the
    command itself. Looked for in lines with a pipe and, as long as it goes on, those after them.
    """
    found: set[int] = set()
    seen = -1
    for piped in _PIPED.finditer(data):
        place = piped.end() - 1
        while place > seen and (node := root.descendant_for_byte_range(place, place + 1)) is not None:
            if node.type == _COMMAND and data[place - 1 : place] != b"\\":
                found.add(_end(node, place))
            elif not _is_in_command(node):
                break
            seen = place
            place = data.find(b"\n", place + 1)
    return frozenset(found)


def _is_in_command(node: Any) -> bool:
    while node is not None and node.type != _COMMAND:
        node = node.parent
    return node is not None


def _end(command: Any, place: int) -> int:
    """Where the words of a command end that stand before a place in it."""
    ends = (int(child.end_byte) for child in command.children if child.type != _COMMENT)
    return max((end for end in ends if end <= place), default=place)
