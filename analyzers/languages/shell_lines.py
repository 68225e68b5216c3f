"""Line ends that the grammar of shells reads over: after `a | b | c` it may go on with the words of the next line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_PIPED = re.compile(rb"\|[^\n]*\n")
_LINE_END = re.compile(rb"(?<!\\)\n")
_COMMAND = "command"
_COMMENT = "comment"


def ends_of_commands(root: Any, data: bytes) -> frozenset[tuple[int, bytes]]:
    """A `;` for each place (bytes) where a command ends that the tree has as one with what is in the next line.

    A line end that is not escaped ends each command; in texts, substitutions and here-documents it is not one of the
    command itself. Looked for in commands that go on after a line with a pipe.
    """
    found: set[int] = set()
    known: set[int] = set()
    for piped in _PIPED.finditer(data):
        place = piped.end() - 1
        command = root.descendant_for_byte_range(place, place + 1)
        while command is not None and command.type != _COMMAND:
            command = command.parent
        if command is not None and command.id not in known:
            known.add(command.id)
            found.update(_ends_within(command, data))
    return frozenset((end, b";") for end in found)


def _ends_within(command: Any, data: bytes) -> Iterator[int]:
    """Where words end that have a line end behind them before the next one."""
    end = command.start_byte
    for child in command.children:
        if child.type == _COMMENT:
            continue
        if end > command.start_byte and _LINE_END.search(data, end, child.start_byte):
            yield end
        end = child.end_byte
