"""Functions called through other functions: `f.call(this, x)`, `Reflect.apply(f, this, [x])`, `f.bind(null, a)`."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Member, Name
from reread.analyzers.dataflow.memory.reads import any_element, read_field


def called_by_others(
    state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """What `f.call(this, x)`, `f.apply(this, [x])` and `Reflect.apply(f, this, [x])` give; None for all other calls."""
    callee = call.callee
    if not isinstance(callee, Member) or not arguments or any(each.spread for each in call.arguments):
        return None
    if name == "call":
        return state.evaluator.call_function(state, callee.object, receiver, call, call.arguments[1:], arguments[1:])
    is_reflected = isinstance(callee.object, Name) and callee.object.name == "Reflect"
    if len(arguments) != (3 if is_reflected else 2):
        return None
    e, function = (call.arguments[0].value, arguments[0]) if is_reflected else (callee.object, receiver)
    listed = arguments[-1]
    place = call.arguments[-1]
    if listed.size is None:
        values = [listed]
        given: tuple[Argument, ...] = (Argument(place.start, place.end, place.value, spread=True),)
        if function.closure is not None:
            given, values = (), [any_element(state, listed)] * 4
    else:
        values = [read_field(state, listed, str(at)) for at in range(listed.size)]
        given = (Argument(place.start, place.end, place.value),) * listed.size
    return state.evaluator.call_function(state, e, function, call, given, values)


def bound(call: Call) -> tuple[Expression, tuple[Argument, ...]] | None:
    """`f.bind(null, a)`"""
    callee = call.callee
    return (callee.object, call.arguments[1:]) if isinstance(callee, Member) and callee.name == "bind" else None
