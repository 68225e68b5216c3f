"""Functions that are interpreted once more by those who call them, with the functions that these give them."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, Captured
from reread.analyzers.dataflow.ir.nodes import (
    Call,
    Expression,
)
from reread.analyzers.dataflow.memory.access_paths import access_path, write_path
from reread.analyzers.dataflow.memory.closure_values import with_closure_values, write_back_arguments


def gets_functions(summary: FunctionSummary, arguments: list[AbstractValue]) -> bool:
    if summary.reinterpreted is None or summary.is_elsewhere:
        return False
    return any(each.closure is not None for value in arguments for each in (value, *(value.fields or {}).values()))


def interpreted_again(
    state: State,
    closed: Captured,
    call: Call,
    receiver: AbstractValue,
    arguments: list[AbstractValue],
    instance: Expression | None,
) -> AbstractValue:
    """What a function gives that is interpreted with the functions it is given here."""
    values = [with_closure_values(state, each, None, state.local_names, [state.env]) for each in arguments]
    closed = closed._replace(variables={"this": receiver, "self": receiver} if closed.function.owner else {})
    result = state.evaluator.call_closure(state, closed, values, call.arguments, written=True)
    write_back_arguments(state, call)
    place = None if instance is None else access_path(state, instance)
    if (
        state.closures.object_after is not None
        and state.closures.object_after is not receiver
        and place is not None
        and place[1] is not None
    ):
        write_path(state, place[0], place[1], state.closures.object_after)
    return result
