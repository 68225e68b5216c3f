"""Whether the body of a loop runs at all, where that is known before its first turn."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Call, Collection, Expression, Literal, Loop, Member, Name
from reread.analyzers.dataflow.memory.collections import has_known_keys
from reread.analyzers.dataflow.memory.reads import peek
from reread.analyzers.dataflow.models.library_names import names

_MOST_DEEP = 4


def is_entered(state: State, statement: Loop, iterable: AbstractValue) -> bool:
    """True for a loop through something of which it is known that it is not empty."""
    e = statement.iterable
    return e is not None and state.options.guards and _has_elements(state, e, iterable, 0)


def _has_elements(state: State, e: Expression, value: AbstractValue, deep: int) -> bool:
    library = state.semantics.library
    if isinstance(e, Collection):
        return any(not entry.spread for entry in e.entries)
    if value.size is not None:
        return value.size > 0
    if isinstance(value.literal, int):
        return value.literal > 0
    if has_known_keys(value):
        return True
    if not isinstance(e, Call) or deep >= _MOST_DEEP:
        return False
    callee = e.callee
    if isinstance(callee, Name) and callee.name in names("number-range", library):
        return _is_counted(state, e)
    inner = [each.value for each in e.arguments if not each.name and not each.spread]
    if isinstance(callee, Member) and callee.name in names("all-entries-view", library):
        is_owner = isinstance(callee.object, Name) and callee.object.name in names("class-of-views", library)
        inner = inner if is_owner else [callee.object]
    elif not isinstance(callee, Name) or callee.name not in names("same-length-wrapper", library):
        return False
    return bool(inner) and all(_has_elements(state, each, peek(state, each), deep + 1) for each in inner)


def _is_counted(state: State, call: Call) -> bool:
    """True for `range(3)` and `range(1, 3)`."""
    given = [each.value for each in call.arguments]
    limits = [each.value if isinstance(each, Literal) else peek(state, each).literal for each in given]
    numbers = [each for each in limits if isinstance(each, int)]
    if len(numbers) != len(limits) or len(numbers) not in (1, 2):
        return False
    return numbers[0] > 0 if len(numbers) == 1 else numbers[0] < numbers[1]
