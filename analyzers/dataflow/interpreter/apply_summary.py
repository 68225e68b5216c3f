"""What calls of functions that have a summary do: to arguments, objects and globals; and what such calls sanitize."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.facets import Path
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary, TaintFlow
from reread.analyzers.dataflow.domain.state import AccessPath, State
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, Symbol, collapse, deep_taint, joined
from reread.analyzers.dataflow.interpreter.closures import call_closure
from reread.analyzers.dataflow.interpreter.substitution import (
    record_higher_order_call,
    result_number,
    substitute,
    substitute_taint,
    substituted_result,
    substituted_symbol,
)
from reread.analyzers.dataflow.interpreter.taint_transfer import record_flow
from reread.analyzers.dataflow.ir.nodes import Call, Expression
from reread.analyzers.dataflow.ir.temporaries import temporary
from reread.analyzers.dataflow.memory.access_paths import (
    access_path,
    add_taint,
    given_expression,
    read_path,
    sanitize,
    sanitized_path,
    write_path,
)
from reread.analyzers.dataflow.memory.functional_options import gets_functions, interpreted_again
from reread.analyzers.dataflow.memory.reads import read_variable
from reread.analyzers.dataflow.memory.spread_arguments import expand_spreads
from reread.analyzers.dataflow.sanitizers.made_paths import check_made

_ITSELF = Symbol(-1, ())
"""What a method gives back that can be called again right away: `return this;`"""


def apply_summary(
    state: State,
    summary: FunctionSummary,
    call: Call,
    receiver: AbstractValue,
    arguments: list[AbstractValue],
    instance: Expression | None,
) -> AbstractValue:
    """What a call does, by the summary of the function."""
    if summary.reinterpreted is not None and gets_functions(summary, arguments):
        return interpreted_again(state, summary.reinterpreted, call, receiver, arguments, instance)
    if state.semantics.functions.is_of_its_file is not None:
        record_call_arguments(state, call, arguments)
    arguments, expanded = expand_spreads(
        state, arguments, call.arguments, 0 if summary.rest >= 0 else len(summary.names)
    )
    if expanded is not call.arguments:
        call = call._replace(arguments=expanded)
    given: list[AbstractValue] = []
    for symbol in summary.symbols:
        if result_number(symbol) >= 0:
            given.append(substituted_result(state, symbol, summary, call, given))
        else:
            given.append(substituted_symbol(state, symbol, summary, call, receiver, arguments))
    record_flows(state, summary, given, call)
    gives_itself = summary.returned.symbol == _ITSELF
    changes_itself = gives_itself or any(parameter == -1 for parameter, _, _ in summary.effects)
    own = receiver_path(state, instance, receiver) if changes_itself else None
    # What is put in the place of a value comes after what is known to be gone.
    for parameter, path, bits in summary.sanitizes:
        known = sanitized_path(state, parameter, summary, call, instance)
        if known is not None:
            mask = state.taint_bits.spread(bits)
            sanitize(state, known[0], (*known[1], *path), mask)
            if state.memory.made and not known[1] and not path:
                check_made(state, ((known[0], mask),), call)
    for parameter, path, value in summary.effects:
        target = None if parameter == -1 else given_expression(parameter, summary, call)
        place = own if target is None else access_path(state, target)
        if place is not None and place[1] is not None:
            apply_effect(state, place[0], (*place[1], *path), substitute(state, value, given, call))
    for name, value in summary.globals:
        if state.is_module or name not in state.local_names:
            state.env[name] = joined(read_variable(state, name), substitute(state, value, given, call))
    call_arguments(state, summary, given, call, receiver, arguments)
    if summary.thrown is not CLEAN and deep_taint(thrown := substitute(state, summary.thrown, given, call))[0]:
        state.recorded.thrown = thrown if state.recorded.thrown is CLEAN else joined(state.recorded.thrown, thrown)
    returned = summary.returned
    if gives_itself and own is not None and own[1] is not None:
        state.memory.receiver_paths[call.start, call.end] = own
        found = read_path(state, read_variable(state, own[0]), own[1])
        if found is not None:
            return found
    if summary.is_fixed and returned.literal is not UNKNOWN:
        return AbstractValue(constant=True, literal=returned.literal)
    return substitute(state, returned, given, call)


def record_flows(state: State, summary: FunctionSummary, given: list[AbstractValue], call: Call) -> None:
    """The sinks of a function that taint of the call reaches. `given` are the values of the summary's symbols."""
    for flow in summary.symbolic_flows:
        taint, trace = substitute_taint(state, flow.taint, flow.trace, given, call)
        if taint and summary.is_elsewhere:
            # What is wrong in this file is what it passes to the other one.
            sink = flow.sink._replace(start=call.start, end=call.end, focused=False, loose=False)
            beyond = ((flow.placement, flow.sink.start), *flow.beyond)
            record_flow(state, TaintFlow(sink, state.placement, taint, trace, beyond))
        elif taint:
            record_flow(state, TaintFlow(flow.sink, flow.placement, taint, trace, flow.beyond))


def call_arguments(
    state: State,
    summary: FunctionSummary,
    given: list[AbstractValue],
    call: Call,
    receiver: AbstractValue,
    arguments: list[AbstractValue],
) -> None:
    """The calls of functions that the call passes as arguments, but those whose results the summary has used."""
    resolved = {result_number(symbol) for symbol in summary.symbols}
    for number, (parameter, values) in enumerate(summary.higher_order_calls):
        if number in resolved:
            continue
        function = substituted_symbol(state, Symbol(parameter, ()), summary, call, receiver, arguments)
        passed = [substitute(state, value, given, call) for value in values]
        if function.closure is not None:
            call_closure(state, function.closure, passed, ())
        else:
            record_higher_order_call(state, function, passed)


def record_call_arguments(state: State, call: Call, arguments: list[AbstractValue]) -> None:
    """Remembers what a call gives; one in a loop may give more the next time."""
    taint_bits = tuple(deep_taint(value)[0] for value in arguments)
    known = state.recorded.call_taint.get(call.start, taint_bits)
    if len(known) == len(taint_bits):
        taint_bits = tuple(one | other for one, other in zip(known, taint_bits, strict=True))
    state.recorded.call_taint[call.start] = taint_bits


def receiver_path(state: State, instance: Expression | None, receiver: AbstractValue) -> AccessPath | None:
    """Where the object of a call is kept. One that has no name yet gets one: `new Query().where(x).build()`."""
    place = None if instance is None else access_path(state, instance)
    if place is None and isinstance(instance, Call):
        place = state.memory.receiver_paths[instance.start, instance.end] = (
            temporary("object of", instance.start, instance.end),
            (),
        )
        state.env[place[0]] = receiver
    return place


def apply_effect(state: State, root: str, path: Path, value: AbstractValue) -> None:
    if path:
        write_path(state, root, path[:4], value)
    else:
        add_taint(state, (root, ()), collapse(value))
