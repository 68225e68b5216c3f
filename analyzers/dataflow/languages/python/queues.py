"""Queues and generators of Python: what comes out of them first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.dataflow.domain.value import Value
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Literal, Member, Name

if TYPE_CHECKING:
    from reread.analyzers.dataflow.interpreter.resolved_calls import KnownCalls

QUEUES = frozenset({"Queue", "SimpleQueue", "JoinableQueue"})
"""Those that give what was put first. Others sort, or give what was put last."""


def queue(call: Call, receiver: Value, arguments: list[Value], run: KnownCalls) -> Value | None:
    """`Queue()`, `Queue(maxsize=10)`"""
    return Value(size=0) if _says_no_more(call) else None


def deque(call: Call, receiver: Value, arguments: list[Value], run: KnownCalls) -> Value | None:
    """`deque(items, maxlen=10)` has the places of the list that it is made of."""
    given = [value for each, value in zip(call.arguments, arguments, strict=True) if not each.name]
    if not given:
        return Value(size=0)
    first = given[0]
    return Value(first.mask, first.trace, first.fields, size=first.size) if first.size is not None else None


def taken_first(e: Expression, value: Value, run: KnownCalls) -> Value | None:
    """What comes first, which is gone from then on; None where that is not known."""
    if not value.size:
        return None
    fields = value.fields or {}
    rest = {str(at - 1): fields[str(at)] for at in range(1, value.size) if str(at) in fields}
    place = run.place_of(e)
    if place is not None and place[1] is not None:
        left = Value(value.mask, value.trace, rest or None, owner=value.owner, size=value.size - 1)
        run.write(place[0], place[1], left)
    return run.element_at(value, 0)


def from_queue(call: Call, receiver: Value, run: KnownCalls) -> Value | None:
    """`queue.get()`, `queue.get(timeout=5)`"""
    if not isinstance(call.callee, Member) or not _says_no_more(call):
        return None
    return taken_first(call.callee.object, receiver, run)


def following(call: Call, arguments: list[Value], run: KnownCalls) -> Value | None:
    """`next(pieces)` of a generator whose elements are known one after the other."""
    e = call.arguments[0].value if call.arguments and isinstance(call.callee, Name) else None
    return None if e is None else taken_first(e, arguments[0], run)


def _says_no_more(call: Call) -> bool:
    """True for a call whose arguments are a time to wait, a size and the like."""
    return all(
        each.name or (isinstance(each.value, Literal) and not isinstance(each.value.value, str))
        for each in call.arguments
    )
