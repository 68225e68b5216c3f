"""Lookbehinds whose alternatives have different widths, which PCRE takes and Python's `re` does not."""

from __future__ import annotations

import re

from reread.analyzers.pattern.regex.regex_safety import parsed

_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<[=!]|.", re.DOTALL)
_LOOKBEHINDS = frozenset({"(?<=", "(?<!"})


def with_one_width_each(expression: str) -> str:
    """The expression, in the syntax of `re`, with a lookbehind for each alternative.

    `(?<=a|bc)` is `(?:(?<=a)|(?<=bc))`, and `(?<!a|bc)` is `(?<!a)(?<!bc)`.
    """
    if "|" not in expression or not any(each in expression for each in _LOOKBEHINDS):
        return expression
    opened: list[list[str]] = [[""]]
    for piece in _PIECE.findall(expression):
        if piece == "(" or piece in _LOOKBEHINDS:
            opened.append([piece, ""])
        elif piece == "|" and opened[-1][0] in _LOOKBEHINDS:
            opened[-1].append("")
        elif piece == ")" and len(opened) > 1:
            group = opened.pop()
            opened[-1][-1] += _closed(group[0], group[1:])
        else:
            opened[-1][-1] += piece
    # Groups that are not closed are for the parser to complain about.
    return "".join(group[0] + "|".join(group[1:]) for group in opened)


def _closed(head: str, alternatives: list[str]) -> str:
    if head == "(" or _are_as_wide(alternatives):
        return f"{head}{'|'.join(alternatives)})"
    parts = [f"{head}{each})" for each in alternatives]
    return "".join(parts) if head == "(?<!" else f"(?:{'|'.join(parts)})"


def _are_as_wide(alternatives: list[str]) -> bool:
    if len(alternatives) < 2:
        return True
    try:
        widths = {parsed(each).getwidth() for each in alternatives}
    except re.error:  # One refers to a group that is elsewhere.
        return False
    return len(widths) == 1
