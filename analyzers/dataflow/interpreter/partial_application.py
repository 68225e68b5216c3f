"""Calls of functions that have been given some of their arguments before: `partial(f, a)` and `f.bind(null, a)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Member, Name

if TYPE_CHECKING:
    from reread.analyzers.dataflow.domain.value import Value
    from reread.analyzers.dataflow.interpreter.closures import Closures


def prepared(e: Expression, run: Closures) -> tuple[Expression, tuple[Argument, ...]] | None:
    """The function that an expression calls in the end, with what it has been given; None for all others."""
    if not run.world.guards:
        return None
    if isinstance(e, Name):
        known = run.env.get(e.name)
        made = None if known is None else known.test
    else:
        made = e
    if not isinstance(made, Call) or not made.arguments or any(each.spread for each in made.arguments[:1]):
        return None
    found = run.world.semantics.prepared(made)
    return found if found is None or made is e else (found[0], tuple(_as_given(each, run) for each in found[1]))


def note_prepared(call: Call, run: Closures) -> None:
    """Keeps what a function is given before it is called: its variables may have other values by then."""
    found = run.world.semantics.prepared(call) if run.world.guards else None
    for argument in () if found is None else found[1]:
        if isinstance(argument.value, (Name, Member)):
            run.env[_kept(argument)] = run.peek(argument.value)


def _kept(argument: Argument) -> str:
    return f"\0given {argument.start}-{argument.end}"


def _as_given(argument: Argument, run: Closures) -> Argument:
    """The argument as it was when it was given."""
    if _kept(argument) not in run.env:
        return argument
    return argument._replace(value=Name(argument.value.start, argument.value.end, _kept(argument)))


def partial(call: Call) -> tuple[Expression, tuple[Argument, ...]] | None:
    """`partial(f, a)`"""
    is_partial = isinstance(call.callee, (Name, Member)) and call.callee.name == "partial"
    return (call.arguments[0].value, call.arguments[1:]) if is_partial else None


def bound(call: Call) -> tuple[Expression, tuple[Argument, ...]] | None:
    """`f.bind(null, a)`"""
    callee = call.callee
    return (callee.object, call.arguments[1:]) if isinstance(callee, Member) and callee.name == "bind" else None


def completed(call: Call, run: Closures) -> Call:
    """The call of the function itself, with all arguments; the call as it is where nothing was given before."""
    found = prepared(call.callee, run)
    if found is None:
        return call
    before = tuple(_as_it_was(each, run) for each in found[1])
    return call._replace(callee=found[0], arguments=(*before, *call.arguments))


def note_given(call: Call, arguments: list[Value], run: Closures) -> None:
    """Remembers what a call gives a function for later, as it is now."""
    if run.world.guards and run.world.semantics.prepared(call) is not None:
        for argument, value in zip(call.arguments, arguments, strict=True):
            run.env[_name(argument)] = value


def _as_it_was(argument: Argument, run: Closures) -> Argument:
    name = _name(argument)
    return argument._replace(value=Name(argument.start, argument.end, name)) if name in run.env else argument


def _name(argument: Argument) -> str:
    return f"\0given {argument.start}"
