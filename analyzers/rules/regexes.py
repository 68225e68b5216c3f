"""Regular expressions of rules: checked before use, so that none can run for minutes.

Python's engine backtracks. The one shape that makes that exponential is a repetition without end inside of another
one; those are refused, and the text is limited, so that what is left grows polynomially at worst.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reread.analyzers.rules.pattern import Bound

_LONGEST_EXPRESSION = 5_000
_LONGEST_TEXT = 2_000_000
_LONGEST_VALUE = 10_000
_MANY = 1_000
_INLINE_FLAGS = re.compile(r"\(\?([aiLmsux]+)\)")


class UnsafeRegexError(ValueError):
    """The expression could run for longer than anyone would wait."""


@lru_cache(maxsize=2_000)
def compile_regex(text: str) -> re.Pattern[str]:
    """Compiles an expression. Raises re.error when it is wrong and UnsafeRegexError when it is dangerous."""
    if len(text) > _LONGEST_EXPRESSION:
        raise UnsafeRegexError(f"the regular expression is longer than {_LONGEST_EXPRESSION} characters")
    flags = "".join(sorted({flag for match in _INLINE_FLAGS.finditer(text) for flag in match[1]}))
    expression = f"(?{flags})" * bool(flags) + _INLINE_FLAGS.sub("", text)
    compiled = re.compile(expression, re.MULTILINE)
    _refuse_nested_repeats(expression)
    return compiled


def find_all(
    expression: re.Pattern[str], data: bytes, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int, dict[str, Bound]]]:
    """Where the expression matches in UTF-8 text (bytes), with its groups as `$1`, `$2` ... and by name."""
    piece = data[start : min(start + _LONGEST_TEXT, len(data) if end is None else end)]
    text = piece.decode(errors="replace")
    ascii_only = len(text) == len(piece)
    position, byte = 0, start
    for match in expression.finditer(text):
        if match.end() == match.start():
            continue
        # Adding up from match to match reads the text once, not once for each match.
        between = match.start() - position
        byte += between if ascii_only else len(text[position : match.start()].encode())
        position = match.start()
        length = len(match[0]) if ascii_only else len(match[0].encode())
        yield byte, byte + length, _groups(match, byte)


def _groups(match: re.Match[str], byte: int) -> dict[str, Bound]:
    from reread.analyzers.rules.pattern import Bound

    groups = {f"${number}": value for number, value in enumerate(match.groups(), 1)}
    groups |= {f"${name}": value for name, value in match.groupdict().items()}
    return {name: Bound(byte, byte, value.encode(), None) for name, value in groups.items() if value is not None}


def matches_value(expression: re.Pattern[str], value: bytes) -> bool:
    """True when the expression matches at the start of what a metavariable stands for."""
    return expression.match(value[:_LONGEST_VALUE].decode(errors="replace")) is not None


def _refuse_nested_repeats(expression: str) -> None:
    import warnings
    from re import _parser  # type: ignore[attr-defined]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = _parser.parse(expression, re.MULTILINE)
    stack: list[tuple[Any, bool]] = [(parsed, False)]
    while stack:
        part, repeated = stack.pop()
        for operation, argument in part:
            name = str(operation)
            if name in ("MAX_REPEAT", "MIN_REPEAT"):
                _, most, inner = argument
                many = int(most) >= _MANY
                if many and repeated:
                    raise UnsafeRegexError("a repetition without end stands inside of another one")
                stack.append((inner, repeated or (many and not _is_fenced(inner))))
            else:
                stack.extend((inner, repeated) for inner in _parts(argument))


def _is_fenced(part: Any) -> bool:
    """True when each round of a repetition must begin with a fixed character that none of its own repeats can eat."""
    items = list(part)
    while len(items) == 1 and str(items[0][0]) == "SUBPATTERN":
        items = list(items[0][1][-1])
    if not items or str(items[0][0]) != "LITERAL":
        return False
    fence = items[0][1]
    return all(_excludes(item, fence) for item in items[1:])


def _excludes(item: Any, character: int) -> bool:
    operation, argument = str(item[0]), item[1]
    if operation == "LITERAL":
        return bool(argument != character)
    if operation == "NOT_LITERAL":
        return bool(argument == character)
    if operation == "IN":
        return not _class_holds(argument, character)
    if operation in ("MAX_REPEAT", "MIN_REPEAT"):
        return all(_excludes(inner, character) for inner in argument[2])
    return False


def _class_holds(items: Any, character: int) -> bool:
    negated, found = False, False
    for operation, argument in items:
        name = str(operation)
        if name == "NEGATE":
            negated = True
        elif name == "LITERAL":
            found |= argument == character
        elif name == "RANGE":
            found |= argument[0] <= character <= argument[1]
        elif name == "CATEGORY":
            found |= _category_holds(str(argument), chr(character))
    return found != negated


def _category_holds(category: str, character: str) -> bool:
    letter = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}.get(category.rpartition("_")[2], "")
    if not letter:
        return True
    holds = re.match(letter, character) is not None
    return holds != ("NOT" in category)


def _parts(argument: Any) -> Iterator[Any]:
    from re import _parser  # type: ignore[attr-defined]

    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, (tuple, list)):
        for item in argument:
            yield from _parts(item)
