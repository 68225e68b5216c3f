"""Taint specifications applied to values: sources, sanitizers, propagators and sinks."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.function_summary import TaintFlow, is_proven
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_bits import CERTAIN, folded, lowered, paired
from reread.analyzers.dataflow.domain.taint_specs import NO, ONLY, Propagator, Sanitizer, Sink, Source, is_met
from reread.analyzers.dataflow.domain.trace import SUSPICION, Step, joined_trace
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, deep_taint, sealed, tainted_with, without
from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Assigned,
    Expression,
    Literal,
    Member,
    Parameter,
    Parts,
    Statement,
)
from reread.analyzers.dataflow.memory.access_paths import access_path, add_taint, sanitize
from reread.analyzers.dataflow.memory.taint import taint_of
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers import shared_secret


def enter_ranges(state: State, statement: Statement) -> None:
    """What sources and sanitizers around a statement do to all that is in it."""
    for spec in state.specs.ranges:
        if spec.start <= statement.start and statement.end <= spec.end:
            enter_range(state, spec)


def enter_range(state: State, spec: Source | Sanitizer) -> None:
    if isinstance(spec, Sanitizer):
        if spec.effect != ONLY:
            state.in_force.sanitized |= spec.bits
    elif spec.effect != ONLY and spec.requires is None:
        bits = lowered(spec.bits) if spec.suspected or shared_secret.is_known(state) else spec.bits
        kind = SUSPICION if spec.suspected else "source"
        step = Step(bits, state.placement, spec.start, spec.end, kind, bound=spec.bound)
        state.in_force.trace = joined_trace(state.in_force.taint, state.in_force.trace, bits, step)
        state.in_force.taint |= bits


def apply_ranges(state: State, value: AbstractValue) -> AbstractValue:
    in_force = state.in_force
    if in_force.taint & ~value.taint:
        trace = joined_trace(value.taint, value.trace, in_force.taint, in_force.trace)
        # What is written there is still the key that it is.
        value = value.replaced(value.taint | in_force.taint, trace, value.fields, literal=value.literal)
    return without(value, in_force.sanitized) if in_force.sanitized else value


def apply_source(state: State, source: Source, value: AbstractValue, e: Expression | Parameter) -> AbstractValue:
    if source.requires is not None and not is_met(source.requires, state.taint_bits.present(deep_taint(value)[0])):
        return value
    bits = source.bits
    if source.requires is not None and not is_met(source.requires, state.taint_bits.proven(deep_taint(value)[0])):
        bits = lowered(bits)
    if isinstance(e, Parameter) and not source.control:
        bits <<= state.taint_bits.width
    elif source.requires is not None and not is_met(
        source.requires, folded(deep_taint(value)[0] & state.taint_bits.full)
    ):
        # What comes of a suspicion about parameters is one itself.
        bits <<= state.taint_bits.width
    kind = "source"
    if source.suspected and not isinstance(e, Literal):
        kind, bits = SUSPICION, lowered(bits)
    if shared_secret.is_known(state):
        bits = lowered(bits)
    origin = Step(bits, state.placement, source.start, source.end, kind, bound=source.bound)
    if source.requires is not None:
        before, trace = deep_taint(value)
        origin = Step(bits | before, state.placement, source.start, source.end, "assign", (trace,) if trace else ())
    taint = AbstractValue(bits, origin)
    if source.control:
        state.in_force.control = tainted_with(state.in_force.control, taint)
        return value
    if source.effect != NO and not isinstance(e, Parameter):
        place = access_path(state, e)
        if place is not None:
            add_taint(state, (place[0], place[1] or ()), taint)
    return value if source.effect == ONLY else _with_own_parts(state, e, tainted_with(value, taint))


def apply_assignment_sources(state: State, statement: Assign | Assigned, value: AbstractValue) -> AbstractValue:
    """What an assignment assigns where sources matched at all of it, as `$X += $INPUT` does.

    Others than these have come into force for all that is in the assignment.
    """
    specs = state.specs.at.get((statement.start, statement.end))
    for source in specs[0] if specs else ():
        if source.requires is not None or source.exact:
            # The variable gets what is assigned, whatever else becomes of the value.
            value = apply_source(state, source._replace(effect=NO), value, statement.target)
    return value


def _with_own_parts(state: State, e: Expression | Parameter, value: AbstractValue) -> AbstractValue:
    """The address of the page, as `location`, with the parts that are no input."""
    if not isinstance(e, Member) or e.name not in names("page-address", state.semantics.library):
        return value
    fields = dict(value.fields or {})
    for part in names("own-address-part", state.semantics.library):
        fields[part] = CLEAN
    return value.replaced(value.taint, value.trace, fields)


def apply_sanitizer(state: State, sanitizer: Sanitizer, value: AbstractValue, e: Expression) -> AbstractValue:
    if sanitizer.effect != NO:
        place = access_path(state, e)
        if place is not None and place[1] is not None:
            sanitize(state, place[0], place[1], sanitizer.bits)
    if sanitizer.effect == ONLY or (sanitizer.only_unresolved and was_resolved(state, e)):
        return value
    return sealed(value, sanitizer.bits) if sanitizer.as_a_whole else without(value, sanitizer.bits)


def was_resolved(state: State, e: Expression) -> bool:
    """True for the call that was evaluated last, of a function that is known, and for what waits for it."""
    while isinstance(e, Parts) and len(e.parts) == 1:
        e = e.parts[0]
    return state.resolved_call == (e.start, e.end)


def check_sinks(state: State, sinks: list[Sink], value: AbstractValue) -> None:
    """Notes the sinks that the taint of a value comes to."""
    taint, trace = taint_of(state, value)
    control = state.in_force.control
    if control.taint:
        trace = joined_trace(taint, trace, control.taint, control.trace)
        taint |= control.taint
    if not taint:
        return
    for sink in sinks:
        place = (sink.start, sink.end, sink.focused)
        if place in state.recorded.own_method_calls and sink.bits & state.taint_bits.own_methods:
            continue
        record_flow(state, TaintFlow(sink, state.placement, taint, trace))


def record_flow(state: State, flow: TaintFlow) -> None:
    """Remembers a flow, of those to one sink a proven one before all that are only possible."""
    sink = flow.sink
    if sink.at_exit and not state.at_exit:
        return
    present = state.taint_bits.present(flow.taint)
    if sink.needs and not has_required_labels(state, sink):
        return
    key = flow.place
    if present & sink.bits and is_met(sink.requires, present):
        before = state.recorded.flows.get(key)
        if before is None or (is_proven(flow, state.taint_bits) and not is_proven(before, state.taint_bits)):
            state.recorded.flows[key] = flow
    elif folded(flow.taint >> 2 * state.taint_bits.width) & (sink.bits * state.taint_bits.everywhere):
        known = state.recorded.symbolic_flows.get(key)
        if known is not None:
            taint = known.taint | flow.taint
            trace = joined_trace(known.taint, known.trace, flow.taint, flow.trace)
            flow = TaintFlow(sink, flow.placement, taint, trace, known.beyond)
        state.recorded.symbolic_flows[key] = flow


def has_required_labels(state: State, sink: Sink) -> bool:
    """True when each metavariable that a sink names stands for what has the labels it asks for."""
    seen = state.in_force.metavariable_taint
    return all(is_met(needs, state.taint_bits.present(seen.get((start, end), 0))) for start, end, needs in sink.needs)


def apply_propagators(state: State, e: Expression, value: AbstractValue) -> AbstractValue:
    """Carries taint where propagators say so: whichever of the two places comes last does it."""
    place = (e.start, e.end)
    for spec in state.specs.from_.get(place, ()):
        taint, trace = deep_taint(value)
        if is_met(spec.requires, state.taint_bits.present(taint)):
            taint = relabelled(state, spec, taint & (paired(spec.bits) * state.taint_bits.everywhere))
            if taint:
                step = Step(taint, state.placement, spec.start, spec.end, "propagate", (trace,) if trace else ())
                state.in_force.pending[spec] = AbstractValue(taint, step)
                if spec in state.in_force.waiting:
                    propagate_to(state, spec, state.in_force.waiting[spec])
            else:
                state.in_force.pending.pop(spec, None)
    for spec in state.specs.to.get(place, ()):
        state.in_force.waiting[spec] = e
        if spec in state.in_force.pending:
            propagate_to(state, spec, e)
            value = tainted_with(value, state.in_force.pending[spec])
    return value


def relabelled(state: State, spec: Propagator, taint: int) -> int:
    """The taint with the label of a propagator in place of those it replaces, for each symbol."""
    replaced = taint & (paired(spec.replaced) * state.taint_bits.everywhere)
    taint &= ~replaced
    shift = 0
    while spec.adds and replaced:
        if here := replaced & state.taint_bits.full:
            taint |= (spec.adds if here & CERTAIN else lowered(spec.adds)) << shift
        replaced >>= state.taint_bits.width
        shift += state.taint_bits.width
    return taint


def propagate_to(state: State, spec: Propagator, target: Expression) -> None:
    place = access_path(state, target)
    if spec.effect != NO and place is not None:
        add_taint(state, (place[0], place[1] or ()), state.in_force.pending[spec])
