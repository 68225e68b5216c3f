"""Checks that are closures: `valid := func(x string) bool { ... }`, and those that another function has made."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.closure import LONGEST
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, Captured, ClosureValue, deep_taint
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Index, Member, Name
from reread.analyzers.dataflow.memory.reads import peek

_MOST_NESTED = 2
_MOST_STEPS = 400


def closure_summary(state: State, call: Call) -> FunctionSummary | None:
    """What a closure says of what it is given, interpreted as a function of its own; None where there is none."""
    closed = _closure(state, call.callee)
    if closed is None or state.closures.guard_depth >= _MOST_NESTED or state.closures.guard_steps <= 0:
        return None
    options = state.options._replace(most_steps=min(_MOST_STEPS, state.closures.guard_steps))
    context = state.context._replace(options=options)
    if isinstance(closed, Captured):
        made = State(state.evaluator, closed.placement, closed.specs, context, closed.owner, state.hooks)
        function, variables = closed.function, closed.variables
    else:
        made = State(state.evaluator, state.placement, state.specs, context, state.owner, state.hooks)
        function, variables = closed, state.env
    if function.end - function.start > LONGEST:
        return None
    made.closures.guard_depth = state.closures.guard_depth + 1
    made.env = {name: _captured(state, value) for name, value in variables.items()}
    made.closures.guard_steps = state.closures.guard_steps
    summary = state.evaluator.interpret_function(made, function)
    state.closures.guard_steps = made.closures.guard_steps - made.steps - 1
    return None if summary.failed else summary


def _closure(state: State, callee: Expression) -> ClosureValue | None:
    if isinstance(callee, (Name, Member, Index)):
        return peek(state, callee).closure
    # Whoever makes the check is called once more, which changes nothing that it has not changed before.
    return state.evaluator.evaluate(state, callee).closure if isinstance(callee, Call) else None


def _captured(state: State, value: AbstractValue) -> AbstractValue:
    """A variable of the code around: what it came in with there says nothing in here."""
    taint, trace = deep_taint(value)
    return AbstractValue(taint & state.taint_bits.full, trace) if taint else value
