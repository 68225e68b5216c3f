"""Finds from the text alone whether a name is ever assigned a constant."""

from __future__ import annotations

import re

_GIVEN = re.compile(
    rb"""[ \t]*(?::[^=\n;(){}]{0,80}?|[\w<>\[\], .]{0,80})?:?=(?![=>~])[ \t]*
    (?:[("'`+\d\r\n\\-]|\[(?=[\[=])|[\w$.]+["']|(?:[A-Za-z_$][\w$.]*)(?![\w$.]|\s*[(\[{]))
    |[ \t]*,[^=\n;]{0,80}:?=(?![=>~])""",
    re.X,
)
"""What may follow a name that is given a constant: `= "a"`, `: T = 5`, ` T = A + "b"`, `, b = "a", "b"`."""
_WORD = re.compile(rb"[\w$\x80-\xff]+")
MARK = b"="
"""Before a name, among the words that an answer depends on: it matters only where the name is given a constant."""


def may_be_given(data: bytes, end: int) -> bool:
    """True when the name that ends there may be given a constant there. The rest of its line tells."""
    return _GIVEN.match(data, end) is not None


def given_on(lines: bytes) -> set[bytes]:
    """The names that may be given constants on some lines, each with its mark."""
    return {MARK + found[0] for found in _WORD.finditer(lines) if _GIVEN.match(lines, found.end())}
