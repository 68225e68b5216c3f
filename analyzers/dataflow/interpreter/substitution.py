"""What stands in a call for the symbols of the function called: its arguments, its object, and what they hold."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.facets import CallResult
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_bits import CERTAIN, lowered, paired
from reread.analyzers.dataflow.domain.trace import Step, descent, joined_trace
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    CONSTANT,
    ENTRY,
    AbstractValue,
    Captured,
    ClosureValue,
    Fields,
    Symbol,
    deep_taint,
    shallow,
)
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Parts
from reread.analyzers.dataflow.memory.access_paths import given_expression, read_path
from reread.analyzers.dataflow.memory.closure_values import with_closure_values
from reread.analyzers.dataflow.memory.reads import any_element
from reread.analyzers.dataflow.memory.spread_arguments import named_rest
from reread.analyzers.dataflow.memory.symbols import symbol_value
from reread.analyzers.dataflow.memory.taint import union

_MOST_HIGHER_ORDER = 8


def record_higher_order_call(state: State, function: AbstractValue, values: list[AbstractValue]) -> int:
    """Notes what a parameter is called with, for those who know which function it is; -1 for all else."""
    symbol, calls = function.symbol, state.recorded.higher_order_calls
    if symbol is None or symbol.parameter < 0 or symbol.path or len(calls) >= _MOST_HIGHER_ORDER:
        return -1
    calls.append((symbol.parameter, tuple(values)))
    return len(calls) - 1


def higher_order_result(state: State, function: AbstractValue, number: int, result: AbstractValue) -> AbstractValue:
    """What calling a parameter gives: here it is as tainted as what it is given; who calls may know better."""
    assert function.symbol is not None
    mine = symbol_value(state, Symbol(function.symbol.parameter, (CallResult(number),)))
    if not mine.taint:
        return result
    certain = result.taint & ((1 << 2 * state.taint_bits.width) - 1)
    return AbstractValue(mine.taint | certain, result.trace if certain else None)


def substituted_result(
    state: State, symbol: Symbol, summary: FunctionSummary, call: Call, given: list[AbstractValue]
) -> AbstractValue:
    """What a function gives that this call passes on, called as the other function does."""
    number = result_number(symbol)
    passed = [substitute(state, value, given, call) for value in summary.higher_order_calls[number][1]]
    at = summary.symbols.index(Symbol(symbol.parameter, ()))
    function = given[at] if at < len(given) else CLEAN
    e = given_expression(symbol.parameter, summary, call)
    known = None if e is None else _called_with(state, e, function, call, passed)
    if known is not None:
        return known
    inner = record_higher_order_call(state, function, passed)
    result = union(state, [function, *passed])
    return result if inner < 0 else higher_order_result(state, function, inner, result)


def substituted_symbol(
    state: State,
    symbol: Symbol,
    summary: FunctionSummary,
    call: Call,
    receiver: AbstractValue,
    arguments: list[AbstractValue],
) -> AbstractValue:
    """What stands for a symbol of the function in this call."""
    if symbol == ENTRY:
        return CONSTANT if all(value.constant for value in arguments) else CLEAN
    if symbol.parameter == -1:
        value: AbstractValue | None = receiver
    else:
        value = substituted_parameter(state, symbol.parameter, summary, call, arguments)
    found = read_path(state, value, symbol.path)
    return CLEAN if found is None else found


def substituted_parameter(
    state: State, number: int, summary: FunctionSummary, call: Call, arguments: list[AbstractValue]
) -> AbstractValue:
    if number == summary.rest and not any(argument.spread or argument.name for argument in call.arguments):
        later = arguments[number:]
        fields: Fields = {str(place): value for place, value in enumerate(later)}
        constant = bool(later) and all(value.constant for value in later)
        return AbstractValue(fields=fields or None, constant=constant, size=len(later))
    if number == summary.keywords:
        return named_rest(state, arguments, call.arguments, summary.names)
    parts: list[AbstractValue] = []
    position = 0
    for argument, value in zip(call.arguments, arguments, strict=True):
        if argument.spread:
            parts.append(any_element(state, value))
        elif argument.name:
            parts += [value] if summary.names[number : number + 1] == (argument.name,) else []
        else:
            parts += [value] if position == number else []
            position += 1
    return parts[0] if len(parts) == 1 else union(state, parts)


def substitute_taint(
    state: State, taint: int, trace: Step | None, given: list[AbstractValue], call: Call
) -> tuple[int, Step | None]:
    """Taint in terms of the function called as taint in terms of this one."""
    width, full = state.taint_bits.width, state.taint_bits.full
    result = taint & full
    steps: Step | None = trace if result else None
    rest = taint >> width
    number = 0
    while rest:
        bits = rest & full
        if number == 0 and bits & state.taint_bits.derived and given and not given[0].constant:
            # Nobody knows whether what it was given has the label that this one comes of.
            steps = joined_trace(result, steps, bits & state.taint_bits.derived, trace)
            result |= bits & state.taint_bits.derived
        elif bits and number < len(given):
            inner, inner_trace = deep_taint(given[number])
            inner = passed(state, inner, bits)
            if inner:
                if not inner & CERTAIN and (reason := descent(trace)) is not None:
                    inner_trace = reason._replace(taint=inner, previous=(inner_trace,) if inner_trace else ())
                steps = joined_trace(result, steps, inner, inner_trace)
                result |= inner
        rest >>= width
        number += 1
    if result and steps is not None:
        steps = Step(result, state.placement, call.start, call.end, "call", (steps,))
    return result, steps if result else None


def passed(state: State, taint: int, bits: int) -> int:
    """What the bits of a symbol let through of the taint that is given for it, each at its own height or lower."""
    certain = bits & CERTAIN
    through = taint & (paired(certain) * state.taint_bits.everywhere)
    if possible := bits ^ certain:
        through |= lowered(taint & ((possible | possible >> 1) * state.taint_bits.everywhere))
    return through


def substitute(state: State, value: AbstractValue, given: list[AbstractValue], call: Call) -> AbstractValue:
    if value.symbol is not None and not value.fields:
        return substitute_symbol_value(state, value, given, call)
    taint, trace = substitute_taint(state, value.taint, value.trace, given, call)
    fields = None
    if value.fields:
        fields = {key: substitute(state, field, given, call) for key, field in value.fields.items()}
    closure = None if value.closure is None else substitute_closure(state, value.closure, given, call)
    constant = value.constant and not taint
    return AbstractValue(
        taint, trace, fields, closure, value.type, constant=constant, size=value.size, sanitized=value.sanitized
    )


def substitute_closure(
    state: State, closed: ClosureValue, given: list[AbstractValue], call: Call
) -> ClosureValue | None:
    """A function that the one called has made, with the variables that it sees as this call makes them."""
    if not isinstance(closed, Captured):
        return None
    variables = {name: substitute(state, each, given, call) for name, each in closed.variables.items()}
    # Functions that this one passes on are interpreted with the environment of this one.
    variables = {
        name: with_closure_values(state, each, None, state.local_names, [state.env]) for name, each in variables.items()
    }
    return closed._replace(variables=variables)


def substitute_symbol_value(
    state: State, value: AbstractValue, given: list[AbstractValue], call: Call
) -> AbstractValue:
    kept = unchanged_argument(state, value, given)
    if kept is not None:
        return kept
    taint, trace = substitute_taint(state, value.taint, value.trace, given, call)
    return AbstractValue(taint, trace, type=value.type)


def unchanged_argument(state: State, value: AbstractValue, given: list[AbstractValue]) -> AbstractValue | None:
    """The argument itself, where the function did nothing to it; None where it did, or it has no fields."""
    number = (value.taint.bit_length() + state.taint_bits.width - 1) // state.taint_bits.width - 2
    # What is said of parameters that anybody may fill does not count where it is known what fills them.
    entry = (state.taint_bits.full & ~state.taint_bits.derived) << state.taint_bits.width if number > 0 else 0
    if not 0 <= number < len(given) or value.taint & ~entry != state.taint_bits.symbol(number + 1):
        return None
    found = given[number]
    if found.fields:
        return shallow(found)
    if found.closure is not None:
        return found
    return (found if found.literal is UNKNOWN else CONSTANT) if found.constant else None


def result_number(symbol: Symbol) -> int:
    """Of what a call of a parameter gave, the number of that call; -1 for all other symbols."""
    key = symbol.path[0] if symbol.path else None
    return key.number if isinstance(key, CallResult) else -1


def _called_with(
    state: State, e: Expression, function: AbstractValue, call: Call, values: list[AbstractValue]
) -> AbstractValue | None:
    arguments = tuple(Argument(e.start, e.end, Parts(e.start, e.end, ())) for _ in values)
    return state.evaluator.call_function(state, e, function, call, arguments, values)
