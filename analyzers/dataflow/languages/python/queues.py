"""Queues and generators of Python: what comes out of them first."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, Fields
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Literal, Member, Name
from reread.analyzers.dataflow.memory.access_paths import access_path, write_path
from reread.analyzers.dataflow.memory.reads import element_at

QUEUES = frozenset({"Queue", "SimpleQueue", "JoinableQueue"})
"""Those that give what was put first. Others sort, or give what was put last."""


def queue(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`Queue()`, `Queue(maxsize=10)`"""
    return AbstractValue(size=0) if _says_no_more(call) else None


def deque(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`deque(items, maxlen=10)` has the places of the list that it is made of."""
    given = [value for each, value in zip(call.arguments, arguments, strict=True) if not each.name]
    if not given:
        return AbstractValue(size=0)
    first = given[0]
    return AbstractValue(first.taint, first.trace, first.fields, size=first.size) if first.size is not None else None


def first_element(state: State, e: Expression, value: AbstractValue) -> AbstractValue | None:
    """What comes first, which is gone from then on; None where that is not known."""
    if not value.size:
        return None
    fields = value.fields or {}
    rest: Fields = {str(at - 1): fields[str(at)] for at in range(1, value.size) if str(at) in fields}
    place = access_path(state, e)
    if place is not None and place[1] is not None:
        left = AbstractValue(value.taint, value.trace, rest or None, type=value.type, size=value.size - 1)
        write_path(state, place[0], place[1], left)
    return element_at(state, value, 0)


def from_queue(state: State, call: Call, receiver: AbstractValue) -> AbstractValue | None:
    """`queue.get()`, `queue.get(timeout=5)`"""
    if not isinstance(call.callee, Member) or not _says_no_more(call):
        return None
    return first_element(state, call.callee.object, receiver)


def next_element(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`next(pieces)` of a generator whose elements are known one after the other."""
    e = call.arguments[0].value if call.arguments and isinstance(call.callee, Name) else None
    return None if e is None else first_element(state, e, arguments[0])


def _says_no_more(call: Call) -> bool:
    """True for a call whose arguments are a time to wait, a size and the like."""
    return all(
        each.name or (isinstance(each.value, Literal) and not isinstance(each.value.value, str))
        for each in call.arguments
    )
