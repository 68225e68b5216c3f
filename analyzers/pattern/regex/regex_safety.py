"""Parses the regular expressions of rules, and refuses those that would take much to compile.

What keeps the others from running without end is `foreign`. Only built-in ones run without a bound: a test finds those
with a repetition without end inside another one where nothing tells the rounds apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

_LONGEST_EXPRESSION = 5_000
MANY = 1_000
_MOST_ROUNDS = 20_000
_MOST_FOLDED = 300_000
_INLINE_FLAGS = re.compile(r"\(\?([aiLmsux]+)\)")

_INNER_CASELESS = re.compile(r"\(\?[a-z]*i")
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


class UnsafeRegexError(ValueError):
    """The expression could run for longer than anyone would wait."""


@lru_cache(maxsize=2_000)
def compile_regex(text: str) -> re.Pattern[str]:
    """Compiles an expression. Raises re.error when it is wrong and UnsafeRegexError when that would take too much."""
    if len(text) > _LONGEST_EXPRESSION:
        raise UnsafeRegexError(f"the regular expression is longer than {_LONGEST_EXPRESSION} characters")
    refuse_costly(_with_flags(text))
    return regex(text)


@lru_cache(maxsize=2_000)
def regex(text: str) -> re.Pattern[str]:
    """Compiles an expression of a rule that has been read, and which was found harmless then. Raises re.error."""
    compiled: re.Pattern[str] = _unwarned(re.compile, _with_flags(text), re.MULTILINE)
    return compiled


def _with_flags(text: str) -> str:
    """The expression with the flags that it has anywhere at its start."""
    flags = "".join(sorted({flag for match in _INLINE_FLAGS.finditer(text) for flag in match[1]}))
    return f"(?{flags})" * bool(flags) + _INLINE_FLAGS.sub("", text)


def parsed(text: str, flags: int = re.MULTILINE) -> Any:
    """The result of Python's own parser for an expression. Raises re.error."""
    from re import _parser  # type: ignore[attr-defined]

    return _unwarned(_parser.parse, text, flags)


def _unwarned(function: Callable[..., Any], *arguments: Any) -> Any:
    """What a function gives, without Python's warnings: `[[` is no mistake of whoever reads the output."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return function(*arguments)


def refuse_costly(expression: str) -> None:
    """Raises UnsafeRegexError for an expression that takes seconds or gigabytes to compile, re.error for a wrong one.

    Counted repetitions are written out by some engines; and where case is ignored, Python asks each character of a
    range for the others that it folds to.
    """
    items = parsed(expression)
    if _rounds(items) > _MOST_ROUNDS:
        raise UnsafeRegexError(f"the repetitions of the regular expression amount to more than {_MOST_ROUNDS:,}")
    if items.state.flags & re.IGNORECASE or _INNER_CASELESS.search(expression):
        ranges = (item for item in _flat(items) if str(item[0]) == "RANGE")
        if sum(high - low for _, (low, high) in ranges) > _MOST_FOLDED:
            raise UnsafeRegexError("the ranges of the regular expression are too large for ignoring case")


def _rounds(items: Any) -> int:
    """How many characters an expression asks for when its counted repetitions are written out."""
    total = 0
    for operation, argument in items:
        rounds = 1
        if str(operation) in _REPEATS:
            least, most, _ = argument
            rounds = max(1, int(least), 0 if str(most) == "MAXREPEAT" else int(most))
        total += rounds * max(1, sum(_rounds(part) for part in _parts(argument)))
    return total


def _flat(items: Any) -> Iterator[Any]:
    """All items of an expression, at any depth, those of classes among them."""
    stack = [items]
    while stack:
        for item in stack.pop():
            yield item
            if str(item[0]) == "IN":
                yield from item[1]
            stack.extend(_parts(item[1]))


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
        return class_holds(argument, code)
    return operation != "AT"


def class_holds(items: Any, code: int) -> bool:
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
    """The sequences inside the argument of an operation."""
    from re import _parser  # type: ignore[attr-defined]

    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, (tuple, list)):
        for item in argument:
            yield from _parts(item)
