"""What a closure that is asked something of each element says of the elements."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.closure import function_of
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, ClosureValue, collapse
from reread.analyzers.dataflow.ir.nodes import Leave


def sanitized_by_closure(state: State, closed: ClosureValue, elements: AbstractValue, holds: bool) -> int:
    """The bits that elements do not have for which a closure returns something true, or does not."""
    function = function_of(closed)
    last = function.body[-1] if function.body else None
    if not isinstance(last, Leave) or last.value is None or not function.parameters or not state.options.guards:
        return 0
    outer = state.env
    name = function.parameters[0].name
    state.env = {**outer, name: collapse(elements)}
    bits = state.evaluator.sanitized_by(state, last.value, holds).get((name, ()), 0)
    state.env = outer
    return bits
