"""Closures with the variables that they see, and what they leave behind where they were called."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.closure import MOST_DEEP, is_inside
from reread.analyzers.dataflow.domain.environment import Environment, joined_environments
from reread.analyzers.dataflow.domain.request_state import NAMES
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import NEVER, AbstractValue, Captured, deep_taint, joined
from reread.analyzers.dataflow.ir.nodes import Call, Function
from reread.analyzers.dataflow.ir.scopes import own_names
from reread.analyzers.dataflow.memory.access_paths import access_path, write_path


def with_closure_values(
    state: State, value: AbstractValue, function: Function | None, own: frozenset[str], ends: list[Environment]
) -> AbstractValue:
    """What a function gives back, its closures with the variables that they see.

    Without a function all closures are of the one that is being interpreted.
    """
    made = [
        each.closure
        for each in (value, *(value.fields or {}).values())
        if each.closure is not None and not isinstance(each.closure, Captured)
    ]
    if not made or not state.options.mutators:
        return value
    end: Environment = {}
    for each in ends:
        end = joined_environments(end, each) if end else each
    kept = {name: end[name] for name in (*own, "this", "self") if name in end and _matters(end[name])}
    deep = 1 + max((each.closure.deep for each in kept.values() if isinstance(each.closure, Captured)), default=0)
    if deep > MOST_DEEP:
        return value

    def with_variables(each: AbstractValue) -> AbstractValue:
        closed = each.closure
        if closed is None or isinstance(closed, Captured) or not (function is None or is_inside(closed, function)):
            return each
        closed = Captured(closed, state.placement, state.specs, kept, state.owner, deep)
        return AbstractValue(each.taint, each.trace, each.fields, closed, each.type, size=each.size)

    if value.fields:
        fields = {key: with_variables(field) for key, field in value.fields.items()}
        value = value.replaced(value.taint, value.trace, fields)
    return with_variables(value)


def environment_after(
    state: State, outer: Environment, ends: list[Environment], function: Function, *, surely: bool
) -> Environment:
    """The variables of the code around a closure after it ran, which it does `surely` or perhaps."""
    own = {parameter.name for parameter in function.parameters}
    if state.semantics.assignments_declare:
        own |= own_names(function)
    result = None if surely and ends else outer
    for end in ends:
        changed = {
            name: end[name]
            for name, value in outer.items()
            if name not in own and name in end and end[name] is not value
        }
        changed.update({name: end[name] for name in NAMES if name in end and name not in outer})
        if result is None:
            result = {**outer, **changed}
        elif changed or surely:
            result = joined_environments(result, {**outer, **changed})
    return outer if result is None else result


def _matters(value: AbstractValue) -> bool:
    """True for a variable that says something about what a function does that sees it."""
    return bool(value.closure is not None or value.constant or value.size is not None or deep_taint(value)[0])


def write_back_arguments(state: State, call: Call) -> None:
    """The objects that the closure called last was given are what it has left them as."""
    left, state.closures.changed_arguments = state.closures.changed_arguments, {}
    for number, argument in enumerate(call.arguments):
        place = access_path(state, argument.value) if number in left and not argument.spread else None
        if place is not None and place[1] is not None:
            write_path(state, place[0], place[1], left[number])


def record_return(state: State, value: AbstractValue) -> None:
    state.frame.returned = value if state.frame.returned is NEVER else joined(state.frame.returned, value)
