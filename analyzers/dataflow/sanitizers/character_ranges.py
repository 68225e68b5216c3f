"""Characters that are compared with the first and the last one of letters or digits: `c >= 'a' && c <= 'z'`."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.facets import Path
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import (
    Expression,
    Literal,
    Operation,
)
from reread.analyzers.dataflow.sanitizers.guard_subjects import (
    ALL,
    SanitizedPaths,
    sanitized_place,
)

_NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


_HARMLESS_RANGES = (("0", "9"), ("a", "z"), ("A", "Z"))


_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def within_range(state: State, condition: Operation, holds: bool) -> SanitizedPaths:
    """Characters that are compared with the first and the last one of letters or digits: `c >= 'a' && c <= 'z'`."""
    bounds: dict[tuple[str, Path], dict[str, str]] = {}
    for each in condition.operands:
        if not isinstance(each, Operation) or len(each.operands) != 2 or each.operator not in _TURNED:
            continue
        left, right = each.operands
        operator = each.operator if holds else _NEGATED[each.operator]
        for one, other, sign in ((left, right, operator), (right, left, _TURNED[operator])):
            mark = _character(other)
            for place in sanitized_place(state, one) if mark and len(sign) == 2 else ():
                bounds.setdefault(place, {})[sign] = mark
    return {
        place: ALL
        for place, known in bounds.items()
        if any(first <= known.get(">=", "") and known.get("<=", "~") <= last for first, last in _HARMLESS_RANGES)
    }


def _character(e: Expression) -> str:
    """The one character that an expression is; a number in Go."""
    value = e.value if isinstance(e, Literal) else None
    if type(value) is int and 0 < value < 128:
        return chr(value)
    return value if isinstance(value, str) and len(value) == 1 else ""
