"""Constant folding: operations and methods on known values, used to leave out branches that cannot be taken."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

_MOST = 10**12
_LONGEST = 10_000

UNKNOWN: Any = object()
"""Stands for a value that is not known."""


def _divided(one: Any, other: Any) -> Any:
    if isinstance(one, int) and isinstance(other, int):
        result = abs(one) // abs(other)
        return result if (one < 0) == (other < 0) else -result
    return one / other


_BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divided,
    "//": operator.floordiv,
    "%": operator.mod,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "==": operator.eq,
    "===": operator.eq,
    "!=": operator.ne,
    "!==": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "and": lambda one, other: one and other,
    "&&": lambda one, other: one and other,
    "or": lambda one, other: one or other,
    "||": lambda one, other: one or other,
}
_NUMERIC = frozenset({"-", "*", "/", "//", "%"})
_OF_BITS = frozenset({"&", "|", "^"})
_ORDERED = frozenset({"<", ">", "<=", ">="})


def folded(operator_: str, values: list[Any]) -> Any:
    """The result of an operation on known values, or `UNKNOWN`."""
    if len(values) == 1:
        return _unary(operator_, values[0])
    function = _BINARY.get(operator_)
    if function is None or len(values) != 2:
        return UNKNOWN
    one, other = values
    numbers = all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values)
    texts = all(isinstance(value, str) for value in values)
    if operator_ in _NUMERIC and not numbers:
        return UNKNOWN
    if operator_ in _OF_BITS and not (type(one) is int and type(other) is int):
        return UNKNOWN
    if (operator_ == "+" or operator_ in _ORDERED) and not numbers and not texts:
        return UNKNOWN
    try:
        return _small(function(one, other))
    except (ArithmeticError, TypeError, ValueError):
        return UNKNOWN


def _unary(operator_: str, value: Any) -> Any:
    if operator_ in ("!", "not"):
        return not value
    if operator_ == "-" and isinstance(value, (int, float)):
        return -value
    return UNKNOWN


def _small(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= _LONGEST else UNKNOWN
    return value if abs(value or 0) <= _MOST else UNKNOWN


def is_followed(name: str, methods: frozenset[str] | None) -> bool:
    """Whether the results of a method of a text are known here, by those that the language has (`Language`)."""
    return name in _METHODS and (methods is None or name in methods)


def called(name: str, value: Any, arguments: list[Any], methods: frozenset[str] | None) -> Any:
    """The result of a method of a known text for known arguments, or `UNKNOWN`."""
    function = _METHODS[name] if is_followed(name, methods) else None
    if function is None or not isinstance(value, str):
        return UNKNOWN
    try:
        return function(value, *arguments)
    except (AttributeError, TypeError, ValueError, IndexError):
        return UNKNOWN


_METHODS: dict[str, Callable[..., Any]] = {
    "charAt": lambda text, at: text[at] if at >= 0 else UNKNOWN,
    "equals": lambda text, other: text == other,
    "equalsIgnoreCase": lambda text, other: text.lower() == other.lower(),
    "length": lambda text: len(text),
    "isEmpty": lambda text: not text,
    "startsWith": lambda text, other: text.startswith(other),
    "endsWith": lambda text, other: text.endswith(other),
    "startswith": lambda text, other: text.startswith(other),
    "endswith": lambda text, other: text.endswith(other),
    "contains": lambda text, other: other in text,
    "includes": lambda text, other: other in text,
    "indexOf": lambda text, other: text.find(other),
    "toLowerCase": lambda text: text.lower(),
    "toUpperCase": lambda text: text.upper(),
    "lower": lambda text: text.lower(),
    "upper": lambda text: text.upper(),
    "trim": lambda text: text.strip(),
    "strip": lambda text: text.strip(),
}
