"""Calls of functions that have been given some of their arguments before: `partial(f, a)` and `f.bind(null, a)`."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Member, Name
from reread.analyzers.dataflow.ir.temporaries import temporary
from reread.analyzers.dataflow.memory.reads import peek


def partial_call(state: State, e: Expression) -> tuple[Expression, tuple[Argument, ...]] | None:
    """The function that an expression calls in the end, with what it has been given; None for all others."""
    if not state.options.guards:
        return None
    if isinstance(e, Name):
        known = state.env.get(e.name)
        made = None if known is None else known.test
    else:
        made = e
    if not isinstance(made, Call) or not made.arguments or any(each.spread for each in made.arguments[:1]):
        return None
    found = state.semantics.partial_call(made)
    return found if found is None or made is e else (found[0], tuple(_as_given(state, each) for each in found[1]))


def record_partial(state: State, call: Call) -> None:
    """Keeps what a function is given before it is called: its variables may have other values by then."""
    found = state.semantics.partial_call(call) if state.options.guards else None
    for argument in () if found is None else found[1]:
        if isinstance(argument.value, (Name, Member)):
            state.env[_bound_name(argument)] = peek(state, argument.value)


def _bound_name(argument: Argument) -> str:
    return temporary("kept for", argument.start, argument.end)


def _as_given(state: State, argument: Argument) -> Argument:
    """The argument as it was when it was given."""
    if _bound_name(argument) not in state.env:
        return argument
    return argument._replace(value=Name(argument.value.start, argument.value.end, _bound_name(argument)))


def completed(state: State, call: Call) -> Call:
    """The call of the function itself, with all arguments; the call as it is where nothing was given before."""
    found = partial_call(state, call.callee)
    if found is None:
        return call
    before = tuple(_as_it_was(state, each) for each in found[1])
    return call._replace(callee=found[0], arguments=(*before, *call.arguments))


def record_arguments(state: State, call: Call, arguments: list[AbstractValue]) -> None:
    """Remembers what a call gives a function for later, as it is now."""
    if state.options.guards and state.semantics.partial_call(call) is not None:
        for argument, value in zip(call.arguments, arguments, strict=True):
            state.env[_name(argument)] = value


def _as_it_was(state: State, argument: Argument) -> Argument:
    name = _name(argument)
    return argument._replace(value=Name(argument.start, argument.end, name)) if name in state.env else argument


def _name(argument: Argument) -> str:
    return temporary("given", argument.start)
