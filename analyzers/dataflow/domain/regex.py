"""Regular expressions in the code that is looked at: how they are made, and whether they let anything through."""

from __future__ import annotations

import re

from reread.analyzers.dataflow.ir.nodes import Call, Literal, Member, Name
from reread.analyzers.dataflow.models.library_names import names

_ESCAPED_DOT = re.compile(r"\\\\|\\\.|\[[^\]]*\]")
_TOKEN = re.compile(r"\\.|\(\?P?<(?P<name>[A-Za-z]\w*)>|\(\??|[)\[\]]", re.DOTALL)
_LITERAL = re.compile(r"/(.*)/[a-z]*", re.DOTALL)


class Regex(str):
    """The text of a compiled regular expression, as a known value."""

    __slots__ = ()


def made_regex(call: Call, library: str) -> Regex | None:
    """The regular expression that a call compiles, where its text stands there."""
    callee = call.callee
    name = callee.name if isinstance(callee, (Member, Name)) else ""
    if name not in names("regex-maker", library) or not call.arguments:
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


def group_of(pattern: str, wanted: int | str) -> str | None:
    """The text of a group by its number or its name; None where there is no such group. 0 is the whole expression."""
    if wanted == 0:
        return pattern
    opened: list[tuple[int, int, str]] = []
    count, inside = 0, False
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        if inside:
            inside = text != "]"
        elif text == "[":
            inside = True
        elif text == ")" and opened:
            number, start, name = opened.pop()
            if wanted in (number, name):
                return pattern[start : token.start()]
        elif text.startswith("("):
            captures = text == "(" or token["name"] is not None
            count += captures
            opened.append((count if captures else -1, token.end(), token["name"] or "("))
    return None
