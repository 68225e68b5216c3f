"""Checks that are closures: `valid := func(x string) bool { ... }`, and those that another function has made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.dataflow.domain.closure import LONGEST, Captured, Closed
from reread.analyzers.dataflow.domain.value import Value, gathered
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Index, Member, Name

if TYPE_CHECKING:
    from reread.analyzers.dataflow.domain.environment import Outcome
    from reread.analyzers.dataflow.interpreter.statements import Run

_MOST_NESTED = 2
_MOST_STEPS = 400


def outcome_of_closure(call: Call, run: Run) -> Outcome | None:
    """What a closure says of what it is given, followed as a function of its own; None where there is none."""
    closed = _closure(call.callee, run)
    if closed is None or run.nested >= _MOST_NESTED or run.closure_steps <= 0:
        return None
    world = run.world._replace(most_steps=min(_MOST_STEPS, run.closure_steps))
    if isinstance(closed, Captured):
        made = type(run)(closed.unit, closed.marks, world, closed.owner)
        function, variables = closed.function, closed.variables
    else:
        made = type(run)(run.unit, run.marks, world, run.owner)
        function, variables = closed, run.env
    if function.end - function.start > LONGEST:
        return None
    made.nested = run.nested + 1
    made.env = {name: _seen(value, run) for name, value in variables.items()}
    made.closure_steps = run.closure_steps
    outcome = made.outcome(function)
    run.closure_steps = made.closure_steps - made.steps - 1
    return None if outcome.failed else outcome


def _closure(callee: Expression, run: Run) -> Closed | None:
    if isinstance(callee, (Name, Member, Index)):
        return run.peek(callee).closure
    # Whoever makes the check is called once more, which changes nothing that it has not changed before.
    return run.value(callee).closure if isinstance(callee, Call) else None


def _seen(value: Value, run: Run) -> Value:
    """A variable of the code around: what it came in with there says nothing in here."""
    mask, trace = gathered(value)
    return Value(mask & run.masks.full, trace) if mask else value
