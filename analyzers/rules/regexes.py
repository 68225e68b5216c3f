"""Regular expressions of rules: checked before use, so that none can run for minutes.

Python's engine backtracks. The one shape that makes that exponential is a repetition without end inside of another
one; those are refused, and the text is limited, so that what is left grows polynomially at worst.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reread.analyzers.rules.bindings import Bound

_LONGEST_EXPRESSION = 5_000
LONGEST_TEXT = 2_000_000
_LONGEST_VALUE = 2_000
MANY = 1_000
_INLINE_FLAGS = re.compile(r"\(\?([aiLmsux]+)\)")


class UnsafeRegexError(ValueError):
    """The expression could run for longer than anyone would wait."""


@lru_cache(maxsize=2_000)
def compile_regex(text: str) -> re.Pattern[str]:
    """Compiles an expression. Raises re.error when it is wrong and UnsafeRegexError when it is dangerous."""
    if len(text) > _LONGEST_EXPRESSION:
        raise UnsafeRegexError(f"the regular expression is longer than {_LONGEST_EXPRESSION} characters")
    compiled = regex(text)
    refuse_nested_repeats(compiled.pattern)
    return compiled


@lru_cache(maxsize=2_000)
def regex(text: str) -> re.Pattern[str]:
    """Compiles an expression of a rule that has been read, and which was found harmless then. Raises re.error."""
    flags = "".join(sorted({flag for match in _INLINE_FLAGS.finditer(text) for flag in match[1]}))
    expression = f"(?{flags})" * bool(flags) + _INLINE_FLAGS.sub("", text)
    compiled: re.Pattern[str] = _unwarned(re.compile, expression, re.MULTILINE)
    return compiled


def parsed(text: str, flags: int = re.MULTILINE) -> Any:
    """What Python's own parser makes of an expression. Raises re.error."""
    from re import _parser  # type: ignore[attr-defined]

    return _unwarned(_parser.parse, text, flags)


def _unwarned(function: Callable[..., Any], *arguments: Any) -> Any:
    """What a function gives, without Python's warnings: `[[` is no mistake of whoever reads the output."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return function(*arguments)


def find_all(
    expression: re.Pattern[str], data: bytes, start: int = 0, end: int | None = None, begin: int | None = None
) -> Iterator[tuple[int, int, dict[str, Bound]]]:
    """Where the expression matches in UTF-8 text (bytes), with its groups as `$1`, `$2` ... and by name.

    Of the text between `start` and `end` it sees all, and finds what begins at `begin` or later.
    """
    piece = data[start : min(start + LONGEST_TEXT, len(data) if end is None else end)]
    text = piece.decode(errors="replace")
    ascii_only = len(text) == len(piece)
    byte = start if begin is None else begin
    position = byte - start if ascii_only else len(data[start:byte].decode(errors="replace"))
    for match in expression.finditer(text, position):
        if match.end() == match.start():
            continue
        # Adding up from match to match reads the text once, not once for each match.
        between = match.start() - position
        byte += between if ascii_only else len(text[position : match.start()].encode())
        position = match.start()
        length = len(match[0]) if ascii_only else len(match[0].encode())
        yield byte, byte + length, _groups(match, byte)


def _groups(match: re.Match[str], byte: int) -> dict[str, Bound]:
    from reread.analyzers.rules.bindings import Bound

    names = {number: name for name, number in match.re.groupindex.items()}
    found: dict[str, Bound] = {}
    for number, value in enumerate(match.groups(), 1):
        if value is None:
            continue
        start = byte + len(match[0][: match.start(number) - match.start()].encode())
        text = value.encode()
        found[f"${number}"] = bound = Bound(start, start + len(text), text, None)
        if number in names:
            found[f"${names[number]}"] = bound
    return found


def matches_value(expression: re.Pattern[str], value: bytes) -> bool:
    """True when the expression matches at the start of what a metavariable stands for."""
    return expression.match(value[:_LONGEST_VALUE].decode(errors="replace")) is not None


def refuse_nested_repeats(expression: str) -> None:
    """Raises UnsafeRegexError for a repetition without end in another one where nothing tells the rounds apart."""
    stack: list[Any] = [parsed(expression)]
    while stack:
        for operation, argument in stack.pop():
            if str(operation) in ("MAX_REPEAT", "MIN_REPEAT") and int(argument[1]) >= MANY:
                _refuse_ambiguous(argument[2])
            stack.extend(_parts(argument))


def _refuse_ambiguous(body: Any) -> None:
    """Refuses the body of an endless repetition when one text can be cut into rounds of it in several ways."""
    for sequence in _alternatives(body):
        if not sequence:
            raise UnsafeRegexError("a repetition without end stands around an alternative that can be empty")
        repeats = list(_endless(sequence))
        if repeats and not any(_is_fence(item, repeats) for item in sequence):
            raise UnsafeRegexError("a repetition without end stands inside of another one")


def _alternatives(body: Any) -> Iterator[list[Any]]:
    """The sequences of items that one round may be."""
    items = list(body)
    while len(items) == 1 and str(items[0][0]) in ("SUBPATTERN", "ATOMIC_GROUP"):
        argument = items[0][1]
        items = list(argument[-1] if str(items[0][0]) == "SUBPATTERN" else argument)
    if len(items) == 1 and str(items[0][0]) == "BRANCH":
        for alternative in items[0][1][1]:
            yield from _alternatives(alternative)
    elif any(str(item[0]) == "BRANCH" and any(not list(part) for part in item[1][1]) for item in items):
        yield []
    else:
        yield items


def _endless(items: Any) -> Iterator[Any]:
    """What is repeated without end in a sequence, at any depth."""
    stack = [list(items)]
    while stack:
        for operation, argument in stack.pop():
            if str(operation) in ("MAX_REPEAT", "MIN_REPEAT") and int(argument[1]) >= MANY:
                yield argument[2]
            stack.extend(list(part) for part in _parts(argument))


def _is_fence(item: Any, repeats: list[Any]) -> bool:
    """True for one character that must be there and that none of the repeats can take."""
    return str(item[0]) in ("LITERAL", "IN") and all(_disjoint(item, inner) for part in repeats for inner in part)


def _disjoint(one: Any, other: Any) -> bool:
    """True when no character matches both items. Only the first 256 are looked at, which decides real cases."""
    if str(other[0]) in ("SUBPATTERN", "BRANCH", "MAX_REPEAT", "MIN_REPEAT"):
        return all(_disjoint(one, inner) for part in _parts(other[1]) for inner in part)
    return not any(holds(one, code) and holds(other, code) for code in range(256))


def holds(item: Any, code: int) -> bool:
    """True when a one-character item can match a character."""
    operation, argument = str(item[0]), item[1]
    if operation == "LITERAL":
        return bool(argument == code)
    if operation == "NOT_LITERAL":
        return bool(argument != code)
    if operation == "IN":
        return _class_holds(argument, code)
    return operation != "AT"


def _class_holds(items: Any, code: int) -> bool:
    negated, found = False, False
    for operation, argument in items:
        name = str(operation)
        if name == "NEGATE":
            negated = True
        elif name == "LITERAL":
            found |= argument == code
        elif name == "RANGE":
            found |= argument[0] <= code <= argument[1]
        else:
            found |= _category_holds(str(argument), chr(code))
    return found != negated


def _category_holds(category: str, character: str) -> bool:
    letter = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}.get(category.rpartition("_")[2], "")
    holds = not letter or re.match(letter, character) is not None
    return holds != ("NOT" in category)


def _parts(argument: Any) -> Iterator[Any]:
    """The sequences inside of the argument of an operation."""
    from re import _parser  # type: ignore[attr-defined]

    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, (tuple, list)):
        for item in argument:
            yield from _parts(item)
