"""Calls of functions that are kept in dictionaries and lists: tables of handlers, lists of steps."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import FunctionName, class_type
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, ClosureValue, joined
from reread.analyzers.dataflow.interpreter.apply_summary import apply_summary
from reread.analyzers.dataflow.interpreter.closures import call_closure
from reread.analyzers.dataflow.interpreter.resolved_calls import construct
from reread.analyzers.dataflow.ir.nodes import Call, Index
from reread.analyzers.dataflow.memory.reads import peek
from reread.analyzers.dataflow.memory.taint import union


def call_table(
    state: State, function: AbstractValue, call: Call, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """What a call of one of some functions gives; None where none of them is known."""
    found: list[AbstractValue | None] = [_named(state, name, call, arguments) for name in _names(function)]
    found += [call_closure(state, each, arguments, call.arguments) for each in _closures(state, call, function)]
    known = [each for each in found if each is not None]
    if not known:
        return None
    result = known[0] if len(known) == len(found) else joined(known[0], union(state, arguments))
    for other in known[1:]:
        result = joined(result, other)
    return result


def _names(function: AbstractValue) -> tuple[FunctionName, ...]:
    return () if function.type is None else function.type.functions


def _named(state: State, named: FunctionName, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    if named.of is None and state.declarations.is_class(named.name):
        return construct(state, class_type(named.name), call, arguments)
    summary = state.functions.summary_of(named.of, named.name)
    return None if summary is None or summary.failed else apply_summary(state, summary, call, CLEAN, arguments, None)


def _closures(state: State, call: Call, function: AbstractValue) -> list[ClosureValue]:
    """The lambdas in a table that is asked for a key which is not known."""
    table = peek(state, call.callee.object).fields if isinstance(call.callee, Index) else None
    if not table or any(each is function for each in table.values()):
        return []
    return [each.closure for each in table.values() if each.closure is not None]
