"""The taint of values with all that is in them, and of several values together."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.trace import Step, joined_trace
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, AbstractValue, deep_taint


def trace_step(state: State, value: AbstractValue, start: int, end: int, kind: str) -> Step | None:
    return value.trace and Step(value.taint, state.placement, start, end, kind, (value.trace,))


def taint_of(state: State, value: AbstractValue) -> tuple[int, Step | None]:
    """The taint of a value with its fields, but of the function's own object only what it has as a whole."""
    if value.symbol is not None and value.symbol.parameter == -1 and not value.symbol.path:
        return value.taint, value.trace
    return deep_taint(value)


def union(state: State, values: list[AbstractValue]) -> AbstractValue:
    """A value that is tainted as all of some are."""
    taint, trace = 0, None
    constant = True
    for value in values:
        constant = constant and value.constant
        inner, inner_trace = taint_of(state, value)
        if inner & ~taint:
            trace = joined_trace(taint, trace, inner, inner_trace)
            taint |= inner
    if taint:
        return AbstractValue(taint, trace)
    return CONSTANT if constant and values else CLEAN
