"""Where a summary takes a value from and where it puts it: `argument 0`, `receiver.name`, `result[]`."""

from __future__ import annotations

import re

_PORT = re.compile(r"(argument (?P<argument>\d+|[A-Za-z_]\w*)|receiver|result)(?P<path>(\.[A-Za-z_]\w*|\[\])*)")
_STEP = re.compile(r"\.(\w+)|\[\]")
MOST_ARGUMENTS = 20
_LONGEST_PATH = 4
KINDS = ("taint", "value")


def port_of(text: object) -> tuple[str, tuple[str, ...]] | None:
    """The base of a port (`receiver`, `result`, `argument 0`, `argument name`) and the way from there, with "" for any
    element; None for what is none.
    """
    match = _PORT.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        return None
    path = tuple(step[1] or "" for step in _STEP.finditer(match["path"]))
    argument = match["argument"] or ""
    if len(path) > _LONGEST_PATH or (argument.isdecimal() and int(argument) > MOST_ARGUMENTS):
        return None
    return (f"argument {argument}" if argument else match[1]), path
