"""What calls of functions that have a summary do: to arguments, objects and globals; and what such calls vouch for."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.environment import Hit, Outcome
from reread.analyzers.dataflow.domain.state import Place, State
from reread.analyzers.dataflow.domain.value import CLEAN, Path, Symbol, Value, gathered, joined, whole
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
from reread.analyzers.dataflow.languages.go.functional_options import followed_again, is_given_functions
from reread.analyzers.dataflow.memory.access_paths import (
    access_path,
    add_taint,
    given_expression,
    read_path,
    sanitize,
    sanitized_path,
    write_path,
)
from reread.analyzers.dataflow.memory.reads import read_variable
from reread.analyzers.dataflow.memory.spread_arguments import expand_spreads

_ITSELF = Symbol(-1, ())
"""What a method gives back that can be called again right away: `return this;`"""


def apply_summary(
    state: State, outcome: Outcome, call: Call, receiver: Value, arguments: list[Value], instance: Expression | None
) -> Value:
    """What a call does, by the summary of the function."""
    if outcome.again is not None and is_given_functions(outcome, arguments):
        return followed_again(state, outcome.again, call, receiver, arguments, instance)
    if state.world.semantics.has_plain_members:
        record_call_arguments(state, call, arguments)
    arguments, expanded = expand_spreads(state, arguments, call.arguments)
    if expanded is not call.arguments:
        call = call._replace(arguments=expanded)
    given: list[Value] = []
    for symbol in outcome.symbols:
        if result_number(symbol) >= 0:
            given.append(substituted_result(state, symbol, outcome, call, given))
        else:
            given.append(substituted_symbol(state, symbol, outcome, call, receiver, arguments))
    for hit in outcome.reached:
        mask, trace = substitute_taint(state, hit.mask, hit.trace, given, call)
        if mask and outcome.elsewhere:
            # What is wrong in this file is what it hands to the other one.
            sink = hit.sink._replace(start=call.start, end=call.end, focused=False, loose=False)
            beyond = ((hit.unit, hit.sink.start), *hit.beyond)
            record_flow(state, Hit(sink, state.unit, mask, trace, beyond))
        elif mask:
            record_flow(state, Hit(hit.sink, hit.unit, mask, trace, hit.beyond))
    gives_itself = outcome.returned.symbol == _ITSELF
    changes_itself = gives_itself or any(parameter == -1 for parameter, _, _ in outcome.effects)
    own = receiver_path(state, instance, receiver) if changes_itself else None
    # What is put in the place of a value comes after what is known to be gone.
    for parameter, path, bits in outcome.cleans:
        known = sanitized_path(state, parameter, outcome, call, instance)
        if known is not None:
            sanitize(state, known[0], (*known[1], *path), state.masks.spread(bits))
    for parameter, path, value in outcome.effects:
        target = None if parameter == -1 else given_expression(parameter, outcome, call)
        place = own if target is None else access_path(state, target)
        if place is not None and place[1] is not None:
            apply_effect(state, place[0], (*place[1], *path), substitute(state, value, given, call))
    for name, value in outcome.globals:
        if state.is_module or name not in state.own:
            state.env[name] = joined(read_variable(state, name), substitute(state, value, given, call))
    told = {result_number(symbol) for symbol in outcome.symbols}
    for number, (parameter, values) in enumerate(outcome.handed):
        if number in told:
            continue
        function = substituted_symbol(state, Symbol(parameter, ()), outcome, call, receiver, arguments)
        handed = [substitute(state, value, given, call) for value in values]
        if function.closure is not None:
            call_closure(state, function.closure, handed, ())
        else:
            record_higher_order_call(state, function, handed)
    if outcome.thrown is not CLEAN and gathered(thrown := substitute(state, outcome.thrown, given, call))[0]:
        state.thrown = thrown if state.thrown is CLEAN else joined(state.thrown, thrown)
    returned = outcome.returned
    if gives_itself and own is not None and own[1] is not None:
        state.own_objects[call.start, call.end] = own
        found = read_path(state, read_variable(state, own[0]), own[1])
        if found is not None:
            return found
    if outcome.is_fixed and returned.literal is not UNKNOWN:
        return Value(constant=True, literal=returned.literal)
    return substitute(state, returned, given, call)


def record_call_arguments(state: State, call: Call, arguments: list[Value]) -> None:
    """Remembers what a call gives; one in a loop may give more the next time."""
    masks = tuple(gathered(value)[0] for value in arguments)
    known = state.known_calls.get(call.start, masks)
    if len(known) == len(masks):
        masks = tuple(one | other for one, other in zip(known, masks, strict=True))
    state.known_calls[call.start] = masks


def receiver_path(state: State, instance: Expression | None, receiver: Value) -> Place | None:
    """Where the object of a call is kept. One that has no name yet gets one: `new Query().where(x).build()`."""
    place = None if instance is None else access_path(state, instance)
    if place is None and isinstance(instance, Call):
        place = state.own_objects[instance.start, instance.end] = (f"\0{instance.start}-{instance.end}", ())
        state.env[place[0]] = receiver
    return place


def apply_effect(state: State, root: str, path: Path, value: Value) -> None:
    if path:
        write_path(state, root, path[:4], value)
    else:
        add_taint(state, (root, ()), whole(value))
