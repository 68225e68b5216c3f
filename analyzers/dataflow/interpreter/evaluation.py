"""Evaluation of any expression: its transfer function, and the taint specifications that match its place."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_specs import Sanitizer, Sink, Source
from reread.analyzers.dataflow.domain.type_ref import JUDGED, TEXTLESS
from reread.analyzers.dataflow.domain.value import (
    AbstractValue,
    deep_taint,
    without,
)
from reread.analyzers.dataflow.interpreter.taint_transfer import (
    apply_propagators,
    apply_ranges,
    apply_sanitizer,
    apply_source,
    check_sinks,
    enter_range,
    was_resolved,
)
from reread.analyzers.dataflow.ir.nodes import (
    Call,
    Expression,
    Index,
    Member,
    Operation,
)
from reread.analyzers.dataflow.memory.access_paths import sanitized_bits
from reread.analyzers.dataflow.memory.callees import summary_for
from reread.analyzers.dataflow.memory.declared_types import narrowed_by_callee
from reread.analyzers.dataflow.memory.reads import declared_field, judged
from reread.analyzers.dataflow.memory.taint import taint_of, union
from reread.analyzers.dataflow.sanitizers.encodings import is_encoding


def evaluate(state: State, expression: Expression) -> AbstractValue:
    """The value of an expression, which is evaluated with all its effects."""
    state.count_step()
    in_force = state.in_force
    specs = state.specs.at.get((expression.start, expression.end))
    if specs is None:
        result = state.evaluator.expressions[type(expression)](state, expression)
        if in_force.taint or in_force.sanitized:
            result = apply_ranges(state, result)
    else:
        result = evaluate_with_specs(state, expression, *specs)
    if in_force.open_sinks:
        check_sinks(state, in_force.open_sinks, result)
    if state.specs.needed and (expression.start, expression.end) in state.specs.needed:
        in_force.metavariable_taint[expression.start, expression.end] = taint_of(state, result)[0]
    if state.specs.propagators:
        result = apply_propagators(state, expression, result)
    return result


def evaluate_with_specs(
    state: State, e: Expression, sources: list[Source], sanitizers: list[Sanitizer], sinks: list[Sink]
) -> AbstractValue:
    """The value of an expression at whose place there are marks."""
    if sanitizers and isinstance(e, Call) and is_identity_call(state, e):
        sanitizers = []
    if sinks and (e.start, e.end) in state.recorded.local_arguments:
        sinks = []
    in_force = state.in_force
    inside, clean, trace, opened = in_force.taint, in_force.sanitized, in_force.trace, len(in_force.open_sinks)
    for source in sources:
        if not source.exact:
            enter_range(state, source)
    encodes = bool(sanitizers) and state.options.guards and is_encoding(e, state.semantics.library)
    for sanitizer in sanitizers:
        if not sanitizer.exact and not encodes:
            enter_range(state, sanitizer)
    in_force.open_sinks += (sink for sink in sinks if not sink.exact)
    value = state.evaluator.expressions[type(e)](state, e)
    in_force.taint, in_force.sanitized, in_force.trace = inside, clean, trace
    del in_force.open_sinks[opened:]
    for source in sources:
        # What calls give and fields hold is no news where it is known: `newJob("convert").program`.
        is_known = source.exact and value.constant and isinstance(e, (Call, Member)) and state.options.guards
        if not is_known and not (source.only_unresolved and was_resolved(state, e)):
            value = apply_source(state, source, value, e)
    if sources and isinstance(e, Call) and value.taint & state.taint_bits.safe_numbers:
        value = narrowed_by_callee(state, e, value)
    if sources and (sanitized := sanitized_bits(state, e)):
        value = without(value, sanitized)
    if sources and isinstance(e, Member) and (declared := declared_field(state, e)) is not None:
        if declared is TEXTLESS:
            value = without(value, state.taint_bits.safe_numbers)
        elif declared is JUDGED:
            value = judged(state, value)
    raw = value
    for sanitizer in sanitizers:
        value = apply_sanitizer(state, sanitizer, value, e)
    if encodes and deep_taint(raw)[0] and value is not raw:
        value = AbstractValue(value.taint, value.trace, encoded=raw)
    if inside or clean:
        value = apply_ranges(state, value)
    if (e.start, e.end) in state.recorded.numeric_arguments:
        value = without(value, state.taint_bits.safe_numbers)
    if sinks and isinstance(e, (Operation, Index)):
        # What is compared or looked up, even where the result itself carries no taint.
        inner = e.operands if isinstance(e, Operation) else (e.object, e.key)
        check_sinks(state, [sink for sink in sinks if sink.focused or sink.of_statements], value)
        others = [sink for sink in sinks if not (sink.focused or sink.of_statements)]
        if others:
            check_sinks(state, others, union(state, [value, *(evaluate(state, each) for each in inner)]))
    elif sinks and not isinstance(e, Call):
        check_sinks(state, sinks, value)
    elif sinks:
        check_sinks(state, [sink for sink in sinks if sink.focused], value)
    return value


def is_identity_call(state: State, call: Call) -> bool:
    """True for a call of a function of this file that does nothing to what it is given, whatever it is called."""
    summary = summary_for(state, call) if state.options.guards else None
    return summary is not None and summary.is_identity
