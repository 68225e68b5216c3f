"""Functions that are passed on with what they are called with: threads, executors, callbacks, folds."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, without
from reread.analyzers.dataflow.interpreter.apply_summary import apply_summary
from reread.analyzers.dataflow.interpreter.closures import call_closure
from reread.analyzers.dataflow.interpreter.evaluation import evaluate
from reread.analyzers.dataflow.interpreter.partial_application import partial_call
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Member, Name
from reread.analyzers.dataflow.memory.callees import summary_for
from reread.analyzers.dataflow.memory.reads import peek
from reread.analyzers.dataflow.memory.taint import union
from reread.analyzers.dataflow.models.library_names import names

"""Functions that make numbers."""


def call_function(
    state: State,
    e: Expression,
    function: AbstractValue,
    call: Call,
    arguments: tuple[Argument, ...],
    values: list[AbstractValue],
) -> AbstractValue | None:
    """What a function gives that is called with these values; None where it is not known."""
    if function.closure is not None:
        return call_closure(state, function.closure, values, arguments)
    if isinstance(e, Name) and e.name in names("maps-to-number", state.semantics.library) and e.name not in state.env:
        return without(union(state, values), state.taint_bits.safe_numbers)
    given = partial_call(state, e)
    if given is not None:
        before = [evaluate(state, each.value) for each in given[1]]
        return call_function(state, given[0], peek(state, given[0]), call, (*given[1], *arguments), [*before, *values])
    once = Call(call.start, call.end, e, arguments)
    summary = summary_for(state, once) if isinstance(e, (Name, Member)) else None
    if summary is None or summary.failed:
        return None
    instance = e.object if isinstance(e, Member) else None
    return apply_summary(state, summary, once, CLEAN if instance is None else peek(state, instance), values, instance)
