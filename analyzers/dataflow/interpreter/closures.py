"""Closures: functions that are values, interpreted where they are called, with the variables as they are there."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.closure import LONGEST, function_of
from reread.analyzers.dataflow.domain.environment import Environment, joined_environments
from reread.analyzers.dataflow.domain.state import Frame, State
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, Captured, ClosureValue, joined, without
from reread.analyzers.dataflow.interpreter.assignment_targets import bind_parameter
from reread.analyzers.dataflow.interpreter.taint_transfer import enter_ranges
from reread.analyzers.dataflow.ir.nodes import Argument, Closure, Function
from reread.analyzers.dataflow.ir.scopes import own_names, rebinds
from reread.analyzers.dataflow.memory.closure_values import environment_after, with_closure_values
from reread.analyzers.dataflow.memory.middleware import NEXT, passed_on
from reread.analyzers.dataflow.memory.spread_arguments import expand_spreads, named_rest, positional_rest
from reread.analyzers.dataflow.memory.taint import union
from reread.analyzers.dataflow.sanitizers.closure_predicates import sanitized_by_closure

_MOST_NESTED = 8
_MOST_CAPTURED = 60
"""Calls of functions that other functions made, in one function."""


def evaluate_closure(state: State, closure: Closure) -> AbstractValue:
    """A closure as a value. It is interpreted where it is called, or else at the end of the function."""
    function = closure.function
    forget_shared_variables(state, function)
    state.closures.uncalled.setdefault(id(function), (function, state.env))
    return AbstractValue(closure=function)


def forget_shared_variables(state: State, function: Function) -> None:
    """What a closure assigns may change at any time from now on."""
    for name in function.shared:
        value = state.env.get(name)
        if value is not None and value.literal is not UNKNOWN:
            state.env[name] = CLEAN


def call_closure(
    state: State,
    closed: ClosureValue,
    values: list[AbstractValue],
    arguments: tuple[Argument, ...],
    written: bool = False,
) -> AbstractValue:
    """Interprets a closure with these arguments; it sees the variables as they are now.

    One that another function made sees those of that function, as they were then. Where the call itself is written
    here, parameters are nothing that anybody else may fill.
    """
    function = function_of(closed)
    if function is NEXT:
        return call_next(state, values)
    if any(each is function for each in state.closures.stack) or len(state.closures.stack) >= _MOST_NESTED:
        return union(state, values)
    if not isinstance(closed, Captured):
        state.closures.uncalled.pop(id(function), None)
        return interpret_closure(state, function, values, arguments, written)
    state.closures.captured_calls += 1
    if function.end - function.start > LONGEST or state.closures.captured_calls > _MOST_CAPTURED:
        return union(state, [*values, *closed.variables.values()])
    return interpret_captured(state, closed, values, arguments, written)


def call_next(state: State, values: list[AbstractValue]) -> AbstractValue:
    """`next()` in a middleware that is interpreted for the handler behind it. What it is given is an error."""
    around = next((each for each in reversed(state.closures.stack) if len(each.parameters) > 1), None)
    if around is not None and not values:
        state.middleware_request = passed_on(state.middleware_request, state.env.get(around.parameters[0].name, CLEAN))
    return CLEAN


def interpret_captured(
    state: State, closed: Captured, values: list[AbstractValue], arguments: tuple[Argument, ...], written: bool
) -> AbstractValue:
    """Interprets what another function made as if this were in there."""
    before, roots, caught, uncalled = state.env, state.parameters, state.closures.names, state.closures.uncalled
    around = (state.placement, state.specs, state.owner, state.memory.receiver_paths, state.in_force.metavariable_taint)
    is_own = closed.placement is state.placement
    state.env = {**before, **closed.variables} if is_own else dict(closed.variables)
    state.parameters = {name: at for name, at in roots.items() if name not in closed.variables} if is_own else {}
    state.closures.names = frozenset(closed.variables)
    if not is_own:
        # What is made in there and called by nobody was interpreted there.
        state.placement, state.specs, state.owner = closed.placement, closed.specs, closed.owner
        state.memory.receiver_paths, state.in_force.metavariable_taint, state.closures.uncalled = {}, {}, {}
    result = interpret_closure(state, closed.function, values, arguments, written)
    state.closures.object_after = state.env.get("this")
    state.placement, state.specs, state.owner, state.memory.receiver_paths, state.in_force.metavariable_taint = around
    state.closures.uncalled, state.parameters, state.closures.names = uncalled, roots, caught
    after, state.env = state.env, before
    if is_own:
        shadowed = {name: before[name] for name in closed.variables if name in before}
        seen = {name: value for name, value in after.items() if name not in closed.variables}
        state.env = {**seen, **shadowed}
    return result


def interpret_closure(
    state: State,
    function: Function,
    values: list[AbstractValue],
    arguments: tuple[Argument, ...],
    written: bool = False,
) -> AbstractValue:
    state.closures.stack.append(function)
    values, arguments = expand_spreads(state, values, arguments)
    outer, frame, parameters = state.env, state.frame, state.parameters
    around = state.in_force.taint, state.in_force.sanitized, state.is_reachable
    state.env, state.is_reachable = dict(outer), True
    state.frame = Frame(yield_order=frame.yield_order)
    state.in_force.taint = state.in_force.sanitized = 0
    enter_ranges(state, function)  # type: ignore[arg-type]
    bind_parameters(state, function, values, arguments, written)
    entered = {each.name: state.env[each.name] for each in function.parameters}
    state.frame.yield_order = state.hooks.yield_order(function)
    state.evaluator.execute_block(state, function.body)
    if state.is_reachable:
        state.frame.exits.append(state.env)
    ends = state.frame.exits
    left_in = changed_arguments(state, function, entered, ends)
    result = state.frame.returned
    if result.closure is not None or result.fields:
        own = own_names(function, state.semantics.names_may_be_fields) | state.closures.names
        result = with_closure_values(state, result, function, own, ends)
    state.frame, state.parameters = frame, parameters
    state.in_force.taint, state.in_force.sanitized, state.is_reachable = around
    state.env = environment_after(state, outer, ends, function, surely=written)
    state.closures.stack.pop()
    state.closures.changed_arguments = left_in
    return result


def bind_parameters(
    state: State, function: Function, values: list[AbstractValue], arguments: tuple[Argument, ...], written: bool
) -> None:
    """Gives the parameters of a closure the values of a call, by name or by position."""
    by_name = {argument.name: value for argument, value in zip(arguments, values, strict=False) if argument.name}
    by_place = [value for number, value in enumerate(values) if number >= len(arguments) or not arguments[number].name]
    names = {parameter.name for parameter in function.parameters}
    state.parameters = {name: number for name, number in state.parameters.items() if name not in names}
    for number, parameter in enumerate(function.parameters):
        value = by_name.get(parameter.name, by_place[number] if number < len(by_place) else CLEAN)
        if parameter.spread and parameter.keyed:
            value = named_rest(state, values, arguments, names)
        elif parameter.spread:
            value = positional_rest(state, by_place[number:], arguments)
        bind_parameter(state, parameter, value, number, (function.start, function.end), written)


def changed_arguments(
    state: State, function: Function, entered: Environment, ends: list[Environment]
) -> dict[int, AbstractValue]:
    """What a closure has made of the objects that it was given, by the number of the parameter."""
    found: dict[int, AbstractValue] = {}
    for number, parameter in enumerate(function.parameters):
        before = entered[parameter.name]
        values = [end[parameter.name] for end in ends if parameter.name in end]
        is_object = before.fields or before.type or before.symbol is not None
        if not is_object or parameter.name in state.memory.copied_structs or all(each is before for each in values):
            continue
        after = values[0]
        for each in values[1:]:
            after = joined(after, each)
        if after.fields and not rebinds(function, parameter.name):
            found[number] = after
    return found


def filtered_elements(state: State, closed: ClosureValue, elements: AbstractValue) -> AbstractValue:
    """The elements for which a closure returns something true, without the taint that its condition excludes."""
    bits = sanitized_by_closure(state, closed, elements, True)
    return without(elements, bits & ~state.taint_bits.unguarded if bits < 0 else bits)


def interpret_uncalled(state: State) -> None:
    """Interprets the closures that nothing here has called, with parameters of which nothing is known."""
    for _ in range(3):
        left = list(state.closures.uncalled.values())
        if not left:
            return
        for function, env in left:
            state.env = joined_environments(state.env, env)
            state.closures.uncalled.pop(id(function), None)
            if len(state.closures.stack) < _MOST_NESTED:
                interpret_closure(state, function, [], ())
