"""Translates the PCRE syntax of Semgrep's rules to that of Python's `re`."""

from __future__ import annotations

import re

from reread.analyzers.pattern.regex.character_properties import ranges_of
from reread.analyzers.pattern.regex.lookbehinds import with_one_width_each

_TOKEN = re.compile(
    "|".join(
        (
            r"(?P<quoted>\\Q.*?(?:\\E|\Z))",
            r"(?P<code>\\x\{[0-9A-Fa-f]+\})",
            r"(?P<back>\\[kg](?:<\w+>|\{\w+\}|'\w+'|\d))",
            r"(?P<property>\\[pP](?:\{\^?[A-Za-z&]+\}|[A-Z]))",
            r"(?P<escape>\\.)",
            r"(?P<braces>\{,\d*\})",
            r"(?P<group>\(\?(?:<|')(?P<name>[A-Za-z_]\w*)[>'])",
            r"(?P<call>\(\?(?:R|&\w+|P>\w+|[+-]?\d+)\)|\(\?\|)",
            r"(?P<posix>\[:\^?[a-z]+:\])",
            r"(?P<other>.)",
        )
    ),
    re.DOTALL,
)
_CLASSES = {
    "alnum": "A-Za-z0-9",
    "alpha": "A-Za-z",
    "ascii": r"\x00-\x7f",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "word": r"\w",
    "xdigit": "A-Fa-f0-9",
}
_OUTSIDE = {
    r"\h": r"[ \t]",
    r"\H": r"[^ \t]",
    r"\N": ".",
    r"\R": r"(?:\r\n|[\n\r])",
    r"\e": r"\x1b",
    r"\v": r"[\n-\r\x85\u2028\u2029]",
    r"\V": r"[^\n-\r\x85\u2028\u2029]",
    r"\z": r"\Z",
}
_INSIDE = {r"\h": r" \t", r"\e": r"\x1b", r"\v": r"\n-\r\x85\u2028\u2029"}
_LAID_OUT = re.compile(r"\(\?([a-z]*x[a-z]*)\)")
_LAYOUT = frozenset(" \t\n\r\v\f")
_MISSING = re.compile(r"\\[KGXCEuUlL]")
_START = re.compile(r"(?:\(\*(?:UTF8?|UCP)\))+")
"""What an expression may begin with to ask for what holds here anyway."""
_REMOVED_FLAGS = re.compile(r"\(\?[a-z]*-[a-z]+\)")
_PIECE = re.compile(rf"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|{_REMOVED_FLAGS.pattern}|.", re.DOTALL)


class MissingSyntaxError(ValueError):
    """PCRE knows something that `re` has nothing for."""


def as_python(expression: str) -> str:
    """The same expression for `re`, on one line where its flags say that white space is layout.

    What looks for words in expressions reads all of them alike. Raises MissingSyntaxError.
    """
    start = _START.match(expression)
    if start is not None:
        expression = expression[start.end() :]
    flags = None if "-x" in expression else _LAID_OUT.match(expression)
    expression = _with_scopes(expression)
    others = flags[1].replace("x", "") if flags is not None else ""
    found: list[str] = [f"(?{others})"] if others else []
    opened = -1
    is_comment = is_apart = False
    for match in _TOKEN.finditer(expression, flags.end() if flags is not None else 0):
        text = match[0]
        inside = opened >= 0
        if flags is not None and not inside and (is_comment or text == "#" or text in _LAYOUT):
            is_comment = "\n" not in text and (is_comment or text == "#")
            is_apart = bool(found) and found[-1][-1:].isdigit()
            continue
        if is_apart and text[0].isdigit():
            found.append("(?:)")  # No digit of a `\1` before it
        is_apart = False
        if match["other"]:
            if text == "[" and not inside:
                opened = match.end()
            elif text == "]" and inside and expression[opened : match.start()] not in ("", "^"):
                opened = -1
        elif match["posix"] and not inside:
            opened = match.start() + 1  # `[:a]` is a class that begins with a colon.
        else:
            text = _rewritten(match, inside=inside)
        found.append(text)
    return with_one_width_each("".join(found))


def _with_scopes(expression: str) -> str:
    """The expression with a group around what flags are removed from: `a(?-i)b` is `a(?-i:b)`."""
    if _REMOVED_FLAGS.search(expression) is None:
        return expression
    found: list[str] = []
    opened: list[list[str]] = [[]]
    for match in _PIECE.finditer(expression):
        text = match[0]
        if _REMOVED_FLAGS.fullmatch(text):
            text = f"{text[:-1]}:"
            opened[-1].append(text)
        elif text == "(":
            opened.append([])
        elif text == "|":
            text = "".join([")" * len(opened[-1]), text, *opened[-1]])
        elif text == ")" and len(opened) > 1:
            text += ")" * len(opened.pop())
        found.append(text)
    return "".join(found) + ")" * len(opened[0])


def _rewritten(match: re.Match[str], *, inside: bool) -> str:
    text = match[0]
    if match["quoted"]:
        return re.escape(text[2:].removesuffix(r"\E"))
    if match["code"]:
        return f"\\U{int(text[3:-1], 16):08x}"
    if match["back"] and not inside:
        name = text[2:].strip("<>{}'")
        return f"(?:\\{name})" if name.isdigit() else f"(?P={name})"
    if match["group"]:
        return text if inside else f"(?P<{match['name']}>"
    if match["call"] and not inside:
        raise MissingSyntaxError(f"`{text}` is not supported in regular expressions")
    if match["braces"]:
        return text if inside else rf"\{text}"  # Not `{0,3}`, as it would be in Python.
    if match["posix"]:
        return _posix(text)
    if match["property"]:
        name = text[2:].strip("{^}")
        found = ranges_of(name, negated=(text[1] == "P") != ("^" in text))
        if not found:
            raise MissingSyntaxError(f"`\\p{{{name}}}` is not supported in regular expressions")
        return found if inside else f"[{found}]"
    if _MISSING.fullmatch(text):
        raise MissingSyntaxError(f"`{text}` is not supported in regular expressions")
    return (_INSIDE if inside else _OUTSIDE).get(text, text)


def _posix(text: str) -> str:
    name = text.strip("[:]")
    if name not in _CLASSES:
        raise MissingSyntaxError(f"`{text}` is not supported in regular expressions")
    return _CLASSES[name]
