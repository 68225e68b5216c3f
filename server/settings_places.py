"""Where a key is in a settings file, for messages; the standard library's TOML parser keeps no positions."""

from __future__ import annotations

import re

_TABLE = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def line_of(text: str, key: str, table: str = "") -> int:
    """The line, from 1, that sets a key such as "rules.profile", or the nearest table or key above it; 0 without one.

    `table` is where all settings stand, such as "tool.reread". Values are not parsed: a line within a text of several
    lines that looks like a key is taken for one.
    """
    wanted = (*_parts(table), *key.split("."))
    within: tuple[str, ...] = ()
    best, deepest = 0, len(_parts(table))
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            named = within = _parts(found[1])
        elif found := _KEY.match(line):
            named = (*within, *_parts(found[1]))
        else:
            continue
        if len(named) > deepest and wanted[: len(named)] == named:
            best, deepest = number, len(named)
    return best


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(key))
