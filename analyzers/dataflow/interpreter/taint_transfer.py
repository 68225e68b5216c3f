"""Taint specifications applied to values: sources, sanitizers, propagators and sinks."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.environment import Hit
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_specs import NO, ONLY, Propagator, Sanitizer, Sink, Source, is_met
from reread.analyzers.dataflow.domain.trace import Step, joined_trace
from reread.analyzers.dataflow.domain.value import Value, gathered, sealed, tainted_with, without
from reread.analyzers.dataflow.ir.nodes import Expression, Parameter, Parts, Statement
from reread.analyzers.dataflow.memory.access_paths import access_path, add_taint, sanitize
from reread.analyzers.dataflow.memory.taint import taint_of


def enter_ranges(state: State, statement: Statement) -> None:
    """What sources and sanitizers around a statement do to all that is in it."""
    for mark in state.marks.ranges:
        if mark.start <= statement.start and statement.end <= mark.end:
            enter_range(state, mark)


def enter_range(state: State, mark: Source | Sanitizer) -> None:
    if isinstance(mark, Sanitizer):
        if mark.effect != ONLY:
            state.clean |= mark.bits
    elif mark.effect != ONLY and mark.requires is None:
        step = Step(mark.bits, state.unit, mark.start, mark.end, "source", bound=mark.bound)
        state.inside_trace = joined_trace(state.inside, state.inside_trace, mark.bits, step)
        state.inside |= mark.bits


def apply_ranges(state: State, value: Value) -> Value:
    if state.inside & ~value.mask:
        literal = value.literal
        value = tainted_with(value, Value(state.inside, state.inside_trace))
        # What is written there is still the key that it is.
        value.literal = literal
    return without(value, state.clean) if state.clean else value


def apply_source(state: State, source: Source, value: Value, e: Expression | Parameter) -> Value:
    if source.requires is not None and not is_met(source.requires, state.masks.certain(gathered(value)[0])):
        return value
    bits = source.bits
    if isinstance(e, Parameter) and not source.control:
        bits <<= state.masks.width
    elif source.requires is not None and not is_met(source.requires, gathered(value)[0] & state.masks.full):
        # What comes of a suspicion about parameters is one itself.
        bits <<= state.masks.width
    origin = Step(bits, state.unit, source.start, source.end, "source", bound=source.bound)
    if source.requires is not None:
        mask, trace = gathered(value)
        origin = Step(bits | mask, state.unit, source.start, source.end, "assign", (trace,) if trace else ())
    taint = Value(bits, origin)
    if source.control:
        state.control = tainted_with(state.control, taint)
        return value
    if source.effect != NO and not isinstance(e, Parameter):
        place = access_path(state, e)
        if place is not None:
            add_taint(state, (place[0], place[1] or ()), taint)
    return value if source.effect == ONLY else tainted_with(value, taint)


def apply_sanitizer(state: State, sanitizer: Sanitizer, value: Value, e: Expression) -> Value:
    if sanitizer.effect != NO:
        place = access_path(state, e)
        if place is not None and place[1] is not None:
            sanitize(state, place[0], place[1], sanitizer.bits)
    if sanitizer.effect == ONLY or (sanitizer.unfollowed and was_resolved(state, e)):
        return value
    return sealed(value, sanitizer.bits) if sanitizer.as_a_whole else without(value, sanitizer.bits)


def was_resolved(state: State, e: Expression) -> bool:
    """True for the call that was evaluated last, of a function that is known, and for what waits for it."""
    while isinstance(e, Parts) and len(e.parts) == 1:
        e = e.parts[0]
    return state.followed == (e.start, e.end)


def check_sinks(state: State, sinks: list[Sink], value: Value) -> None:
    """Notes the sinks that the taint of a value comes to."""
    mask, trace = taint_of(state, value)
    if state.control.mask:
        trace = joined_trace(mask, trace, state.control.mask, state.control.trace)
        mask |= state.control.mask
    if not mask:
        return
    for sink in sinks:
        if (sink.start, sink.end, sink.focused) in state.own_calls and sink.bits & state.masks.own_methods:
            continue
        record_flow(state, Hit(sink, state.unit, mask, trace))


def record_flow(state: State, hit: Hit) -> None:
    sink = hit.sink
    if sink.at_exit and not state.at_exit:
        return
    certain = state.masks.certain(hit.mask)
    if sink.needs and not has_required_labels(state, sink):
        return
    key = (id(hit.unit), sink.start, sink.end, sink.rule)
    if certain & sink.bits and is_met(sink.requires, certain):
        state.hits.setdefault(key, hit)
    elif (hit.mask >> 2 * state.masks.width) & (sink.bits * state.masks.everywhere):
        known = state.reached.get(key)
        if known is not None:
            mask = known.mask | hit.mask
            trace = joined_trace(known.mask, known.trace, hit.mask, hit.trace)
            hit = Hit(sink, hit.unit, mask, trace, known.beyond)
        state.reached[key] = hit


def has_required_labels(state: State, sink: Sink) -> bool:
    """True when each metavariable that a sink names stands for what has the labels it asks for."""
    seen = state.seen
    return all(is_met(needs, state.masks.certain(seen.get((start, end), 0))) for start, end, needs in sink.needs)


def apply_propagators(state: State, e: Expression, value: Value) -> Value:
    """Carries taint where propagators say so: whichever of the two places comes last does it."""
    place = (e.start, e.end)
    for mark in state.marks.from_.get(place, ()):
        taint, trace = gathered(value)
        if is_met(mark.requires, state.masks.certain(taint)):
            taint = relabelled(state, mark, taint & (mark.bits * state.masks.everywhere))
            if taint:
                step = Step(taint, state.unit, mark.start, mark.end, "propagate", (trace,) if trace else ())
                state.pending[mark] = Value(taint, step)
                if mark in state.waiting:
                    propagate_to(state, mark, state.waiting[mark])
            else:
                state.pending.pop(mark, None)
    for mark in state.marks.to.get(place, ()):
        state.waiting[mark] = e
        if mark in state.pending:
            propagate_to(state, mark, e)
            value = tainted_with(value, state.pending[mark])
    return value


def relabelled(state: State, mark: Propagator, taint: int) -> int:
    """The taint with the label of a propagator in place of those it replaces, for each symbol."""
    replaced = taint & (mark.replaced * state.masks.everywhere)
    taint &= ~replaced
    shift = 0
    while mark.adds and replaced:
        if replaced & state.masks.full:
            taint |= mark.adds << shift
        replaced >>= state.masks.width
        shift += state.masks.width
    return taint


def propagate_to(state: State, mark: Propagator, target: Expression) -> None:
    place = access_path(state, target)
    if mark.effect != NO and place is not None:
        add_taint(state, (place[0], place[1] or ()), state.pending[mark])
