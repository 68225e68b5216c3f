"""Middleware: functions that pass a request on by calling one of their parameters without arguments."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, joined
from reread.analyzers.dataflow.ir.nodes import Call, Function, Name

NEXT = Function(0, 0, "next", (), ())
"""What a middleware is given to call, where it is interpreted for the handler behind it."""


def passed_on(known: AbstractValue | None, value: AbstractValue | None) -> AbstractValue | None:
    """What is passed on after one more place that passes on."""
    return value if known is None or value is None else joined(known, value)


def record_passed(state: State, function: AbstractValue, call: Call, arguments: list[AbstractValue]) -> None:
    """Remembers the first parameter where another one is called with nothing: `next()`."""
    symbol = function.symbol
    if (
        symbol is None
        or symbol.path
        or symbol.parameter not in (1, 2)
        or arguments
        or not isinstance(call.callee, Name)
    ):
        return
    first = next((name for name, number in state.parameters.items() if number == 0), "")
    state.middleware_request = passed_on(state.middleware_request, state.env.get(first, CLEAN))
