"""The possible values of a constant, and operations on them."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

Value: TypeAlias = "str | int | float | bool | None"

MOST_VALUES = 8
_LONGEST = 2_000
_LARGEST = 1 << 64
_WIDTH = re.compile(r"\d{4}|\*")


class Constant(NamedTuple):
    """The values that an expression may have; not `exact` for a string of which only that it is constant is known."""

    values: tuple[Value, ...]
    exact: bool = True

    @property
    def is_text(self) -> bool:
        return all(isinstance(value, str) for value in self.values)

    @property
    def known(self) -> bool:
        """True when there is just one value."""
        return self.exact and len(self.values) == 1


SOME_TEXT = Constant(("",), exact=False)


def is_among(value: Value, values: list[Value]) -> bool:
    """True when the value is among others of the same type: 1 is neither True nor 1.0."""
    return any(type(value) is type(other) and value == other for other in values)


def filled(fill: Callable[[], str], form: str) -> Constant:
    """A form with values filled in; some text where that fails or could be very long."""
    if _WIDTH.search(form):
        return SOME_TEXT
    try:
        return Constant((fill(),))
    except (ValueError, TypeError, KeyError, IndexError, OverflowError):
        return SOME_TEXT


_NUMERIC: Mapping[str, Callable[[int, int], int | float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "|": operator.or_,
    "&": operator.and_,
    "^": operator.xor,
    "<<": lambda left, right: left << right if 0 <= right <= 64 else _LARGEST * 2,
    ">>": lambda left, right: left >> right if right >= 0 else _LARGEST * 2,
}


def computed(
    sign: str, left: Constant, right: Constant, text_of: Callable[[Value], str | None] | None
) -> Constant | None:
    """All values that two constants give together. With `text_of`, `+` puts numbers into strings."""
    values: list[Value] = []
    exact = left.exact and right.exact
    if len(left.values) * len(right.values) > MOST_VALUES:
        return SOME_TEXT if sign == "+" and left.is_text and right.is_text else None
    for one in left.values:
        for other in right.values:
            value = _one(sign, one, other, text_of)
            if value is None:
                return None
            if len(value[0]) > _LONGEST if isinstance(value[0], str) else abs(value[0]) > _LARGEST:
                return SOME_TEXT if isinstance(value[0], str) else None
            if not is_among(value[0], values):
                values.append(value[0])
    return Constant(tuple(values), exact)


def _one(
    sign: str, left: Value, right: Value, text_of: Callable[[Value], str | None] | None
) -> tuple[str | int | float] | None:
    """The value of one operation, in a tuple, or None."""
    if isinstance(left, str) or isinstance(right, str):
        if sign == "*" and isinstance(left, str) and isinstance(right, int) and text_of is None:
            return (left * max(0, right),) if len(left) * right <= _LONGEST else None
        if sign != "+":
            return None
        texts = [each if isinstance(each, str) else text_of(each) if text_of else None for each in (left, right)]
        return None if texts[0] is None or texts[1] is None else (texts[0] + texts[1],)
    if isinstance(left, bool) or isinstance(right, bool) or left is None or right is None:
        return None
    if isinstance(left, float) or isinstance(right, float):
        return (_NUMERIC[sign](left, right),) if sign in ("+", "-", "*") else None  # type: ignore[arg-type]
    return (_NUMERIC[sign](left, right),) if sign in _NUMERIC else None
