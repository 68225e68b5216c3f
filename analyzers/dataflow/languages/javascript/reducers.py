"""React's `const [state, dispatch] = useReducer(reducer, initial)`: what is dispatched goes through the reducer."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import (
    Argument,
    Assign,
    Call,
    Collection,
    Expression,
    Function,
    If,
    Member,
    Name,
    Parameter,
)
from reread.analyzers.dataflow.ir.temporaries import temporary

_ACTION = temporary("action")


def record_reducer(state: State, target: Expression, call: Call) -> None:
    """Gives both names their values, where a reducer is made; others are left alone."""
    callee = call.callee
    if not isinstance(callee, (Name, Member)) or callee.name != "useReducer" or len(call.arguments) < 2:
        return
    entries = target.entries if isinstance(target, Collection) else ()
    names = [entry.value for entry in entries if isinstance(entry.value, Name)]
    if len(names) != 2 or len(entries) != 2:
        return
    current, dispatch = names
    # A third argument makes the state of the second.
    made = [Call(call.start, call.start, call.arguments[2].value, call.arguments[1:2])] if call.arguments[2:] else []
    initial = temporary("initial", current.name)
    state.env[current.name] = state.env[initial] = state.evaluator.evaluate(
        state, made[0] if made else call.arguments[1].value
    )
    state.has_reducer = True
    at = call.start
    given = tuple(Argument(at, at, Name(at, at, name)) for name in (initial, _ACTION))
    reduced = Assign(at, at, Name(at, at, current.name), Call(at, at, call.arguments[0].value, given))
    # Nobody knows what is dispatched last.
    perhaps = If(at, at, Name(at, at, _ACTION), (reduced,), ())
    state.env[dispatch.name] = AbstractValue(
        closure=Function(at, at, "dispatch", (Parameter(at, at, _ACTION),), (perhaps,))
    )
