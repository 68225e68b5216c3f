"""Regular expressions in the code that is looked at: how they are made, and whether they let anything through."""

from __future__ import annotations

import re

from reread.analyzers.flow.program import Call, Literal, Member, Name

_MAKERS = frozenset({"compile", "MustCompile", "Compile", "RegExp", "MustCompilePOSIX"})
_ESCAPED_DOT = re.compile(r"\\\\|\\\.|\[[^\]]*\]")
_LITERAL = re.compile(r"/(.*)/[a-z]*", re.DOTALL)


class Regex(str):
    """The text of a compiled regular expression, as a known value."""

    __slots__ = ()


def made_regex(call: Call) -> Regex | None:
    """The regular expression that a call compiles, where its text stands there."""
    callee = call.callee
    name = callee.name if isinstance(callee, (Member, Name)) else ""
    if name not in _MAKERS or not call.arguments:
        return None
    first = call.arguments[0].value
    return Regex(first.value) if isinstance(first, Literal) and isinstance(first.value, str) else None


def is_narrow(pattern: str, whole: bool) -> bool:
    """True for a regular expression that says of each character what it may be, from start to end.

    `whole` where it is matched against all of a text anyway. An alternative at the top would need its own ends.
    """
    literal = _LITERAL.fullmatch(pattern)
    if literal is not None:
        pattern, whole = literal[1], False
    if not whole:
        if not pattern.startswith(("^", r"\A")) or not pattern.endswith(("$", r"\Z", r"\z")):
            return False
        if "|" in re.sub(r"\([^()]*\)|\[[^\]]*\]|\\.", "", pattern):
            return False
    return is_particular(pattern)


def is_particular(pattern: str) -> bool:
    """True when what matches consists of letters, digits and the like that the expression names."""
    literal = _LITERAL.fullmatch(pattern)
    if literal is not None:
        pattern = literal[1]
    if re.search(r"\\[SWD]|\[\^", pattern):
        return False
    return "." not in _ESCAPED_DOT.sub("", pattern)
