"""What is wrong with a regular expression by the rules that JavaScript, Java and Go have in common.

What only one of them forbids, or is allowed in one, is left alone: in doubt an expression is fine.
"""

from __future__ import annotations

import re

_REPEAT = re.compile(r"[*+?]|\{\d+(?:,\d*)?\}")
_GROUP = re.compile(r"\?(?:[:=!>|]|<[=!]|P?<\w+>|[a-zA-Z]*-?[a-zA-Z]*[:)])")
_VERBOSE = re.compile(r"\(\?[a-zA-Z]*x")
_RANGE_ENDS = re.compile(r"[A-Za-z0-9]")


def problem(text: str, language: str) -> str:
    """The problem in words, or ""."""
    if _VERBOSE.search(text) or "\\Q" in text or "[:" in text or "&&" in text:
        return ""
    depth, place, repeatable = 0, 0, False
    while place < len(text):
        sign = text[place]
        if sign == "\\":
            if place + 1 == len(text):
                return "it ends in a lone backslash"
            place, repeatable = place + 2, True
        elif sign == "[":
            end, said = _class_end(text, place, language)
            if said or end < 0:
                return said
            place, repeatable = end, True
        elif sign == "(":
            group = _GROUP.match(text, place + 1)
            if text.startswith("(?", place) and group is None:
                return ""
            place = place + 1 if group is None else group.end()
            if group is None or not group[0].endswith(")"):
                depth, repeatable = depth + 1, False
        elif sign == ")":
            if not depth:
                return "a `)` has no `(` before it"
            depth, place, repeatable = depth - 1, place + 1, True
        elif sign in "*+?":
            if not repeatable:
                return f"there is nothing that `{sign}` could repeat"
            place = (_REPEAT.match(text, place) or re.compile("").match(text, place)).end()  # type: ignore[union-attr]
            place += text[place : place + 1] in ("?", "+" if language == "java" else "?")
            repeatable = False
        else:
            # What stands for the beginning of a line can be repeated but in JavaScript.
            place, repeatable = place + 1, sign != "|" and not (sign == "^" and language == "javascript")
    return "a `(` is not closed" if depth else ""


def _class_end(text: str, start: int, language: str) -> tuple[int, str]:
    """The place behind a class of characters, or what is wrong with it; -1 and "" where that is not clear."""
    place = start + 1 + text.startswith("^", start + 1)
    if language != "javascript" and text.startswith("]", place):
        place += 1
    while place < len(text):
        sign = text[place]
        if sign == "]":
            return place + 1, ""
        if sign == "[" and language == "java":
            return -1, ""
        if (
            text[place + 1 : place + 2] == "-"
            and _RANGE_ENDS.fullmatch(sign)
            and _RANGE_ENDS.fullmatch(text[place + 2 : place + 3] or " ")
        ):
            if sign > text[place + 2]:
                return -1, f"the range `{text[place : place + 3]}` runs backwards"
            place += 3
            continue
        place += 2 if sign == "\\" else 1
    return -1, "a `[` is not closed"
