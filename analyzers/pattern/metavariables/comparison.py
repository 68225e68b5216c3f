"""Comparisons of `metavariable-comparison`, evaluated without Python's `eval`; `comparison_source` reads them.

Source form: `["value", v]`, `["variable", "$X"]`, `["list", [...]]`, `["not" | "minus" | "invert", a]`,
`["and" | "or", [...]]`, `["compare", first, [[sign, a], ...]]`, `["+" | "-" | ..., a, b]`, `["call", name, [...]]`.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from reread.analyzers.constants.numerals import whole_number

_LARGEST_POWER = 1_000
_LARGEST_SHIFT = 4_000
_LONGEST_DATE = 40


class Code(NamedTuple):
    """A value that is no literal: a piece of code, equal to the same text."""

    text: str


Value: TypeAlias = "int | float | str | bool | Code | list[Any]"
Source: TypeAlias = "list[Any]"


class Unknown(Exception):  # noqa: N818
    """The values do not go together, so that the comparison does not hold."""


def variables_of(source: Source) -> frozenset[str]:
    """The metavariables that a comparison needs."""
    if source[0] == "variable":
        return frozenset({source[1]})
    found: set[str] = set()
    stack: list[Any] = list(source[1:])
    while stack:
        part = stack.pop()
        if isinstance(part, list):
            if part[:1] == ["variable"]:
                found.add(part[1])
            elif part[:1] != ["value"]:
                stack.extend(part)
    return frozenset(found)


_ARITHMETIC: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "%": operator.mod,
    "//": operator.floordiv,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "<<": operator.lshift,
    ">>": operator.rshift,
}
_ORDER: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def holds(source: Source, values: Mapping[str, Value]) -> bool:
    """True when the comparison holds for what the metavariables stand for; False when that cannot be said."""
    try:
        return evaluate(source, values) is True
    except (Unknown, ArithmeticError, ValueError, TypeError, RecursionError, re.error):
        return False


def evaluate(source: Source, values: Mapping[str, Value]) -> Value:
    """The value of a comparison. Raises Unknown when it has none."""
    kind = source[0]
    if kind == "value":
        return source[1]  # type: ignore[no-any-return]
    if kind == "variable":
        if source[1] not in values:
            raise Unknown
        return values[source[1]]
    if kind == "list":
        return [evaluate(item, values) for item in source[1]]
    if kind == "and":
        return all(_truth(evaluate(item, values)) for item in source[1])
    if kind == "or":
        return any(_truth(evaluate(item, values)) for item in source[1])
    if kind == "not":
        return not _truth(evaluate(source[1], values))
    if kind == "compare":
        return _compared(evaluate(source[1], values), source[2], values)
    if kind == "call":
        return _called(source[1], [evaluate(item, values) for item in source[2]])
    if kind in ("minus", "invert"):
        value = _number(evaluate(source[1], values))
        return -value if kind == "minus" else ~_integer(value)
    return _computed(kind, evaluate(source[1], values), evaluate(source[2], values))


def _truth(value: Value) -> bool:
    if not isinstance(value, bool):
        raise Unknown
    return value


def _number(value: Value) -> int | float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Unknown
    return value


def _integer(value: Value) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unknown
    return value


def _compared(first: Value, rest: list[Any], values: Mapping[str, Value]) -> bool:
    for sign, source in rest:
        second = evaluate(source, values)
        if not _holds(sign, first, second):
            return False
        first = second
    return True


def _holds(sign: str, first: Value, second: Value) -> bool:
    if sign in ("==", "!="):
        return _equal(first, second) == (sign == "==")
    if sign in ("in", "not in"):
        if isinstance(second, str) and isinstance(first, str):
            return (first in second) == (sign == "in")
        if not isinstance(second, list):
            raise Unknown
        return any(_equal(first, item) for item in second) == (sign == "in")
    if isinstance(first, str) and isinstance(second, str):
        return _ORDER[sign](first, second)
    return _ORDER[sign](_number(first), _number(second))


def _equal(first: Value, second: Value) -> bool:
    """Numbers are equal by value; else only values of one type can be."""
    if isinstance(first, (int, float)) and isinstance(second, (int, float)):
        return isinstance(first, bool) == isinstance(second, bool) and first == second
    return type(first) is type(second) and first == second


def _computed(sign: str, first: Value, second: Value) -> Value:
    if sign == "+" and isinstance(first, str) and isinstance(second, str):
        if len(first) + len(second) > _LARGEST_SHIFT:
            raise Unknown
        return first + second
    one, other = _number(first), _number(second)
    if sign == "/":
        # Whole numbers are divided as in C, which is what Semgrep does.
        return int(one / other) if isinstance(one, int) and isinstance(other, int) else one / other
    if sign == "**":
        if abs(other) > _LARGEST_POWER or abs(one) > _LARGEST_POWER:
            raise Unknown
        power: int | float = one**other
        return power
    if sign in ("<<", ">>") and not 0 <= _integer(other) <= _LARGEST_SHIFT:
        raise Unknown
    if sign in ("&", "|", "^", "<<", ">>"):
        one, other = _integer(one), _integer(other)
    result: int | float = _ARITHMETIC[sign](one, other)
    return result


def _called(name: str, arguments: list[Value]) -> Value:
    if name == "today":
        import time

        return int(time.time())
    first = arguments[0]
    if name == "int":
        return int(first) if isinstance(first, (int, float)) else _parsed(first)
    if name == "float":
        return float(first) if isinstance(first, (int, float, str)) else _fail()
    if name == "str":
        return first.text if isinstance(first, Code) else str(first)
    if name == "len":
        return (
            len(first.text if isinstance(first, Code) else first) if isinstance(first, (str, list, Code)) else _fail()
        )
    if name == "strptime":
        return _seconds(first)
    from reread.analyzers.pattern.regex.regex_safety import compile_regex
    from reread.analyzers.pattern.regex.search import matches_value

    second = arguments[1]
    if not isinstance(first, str) or not isinstance(second, str):
        raise Unknown
    return matches_value(compile_regex(first), second.encode(errors="surrogatepass"))


def _parsed(value: Value) -> int:
    if not isinstance(value, str):
        raise Unknown
    return whole_number(value, 0)


def _fail() -> Value:
    raise Unknown


def _seconds(value: Value) -> int:
    """Seconds since 1970 of a day such as `2024-12-31`."""
    import calendar

    if not isinstance(value, str) or len(value) > _LONGEST_DATE:
        raise Unknown
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", value.strip())
    if found is None:
        raise Unknown
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        raise Unknown
    return calendar.timegm((year, month, day, 0, 0, 0))
