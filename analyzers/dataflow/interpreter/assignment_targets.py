"""Assigning to anything that stands on the left of an assignment: names, fields, elements, and several at once."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.facets import KEYS, Path, position_of
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_specs import Sanitizer, Sink, Source
from reread.analyzers.dataflow.domain.type_ref import Kind
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, Fields, collapse, joined, tainted_with, without
from reread.analyzers.dataflow.interpreter.evaluation import evaluate
from reread.analyzers.dataflow.interpreter.taint_transfer import apply_propagators, apply_source, check_sinks
from reread.analyzers.dataflow.ir.nodes import (
    Assigned,
    Collection,
    Expression,
    Function,
    Index,
    Literal,
    Member,
    Name,
    Parameter,
)
from reread.analyzers.dataflow.memory.access_paths import (
    access_path,
    add_taint,
    known_access_path,
    read_path,
    rebind,
    write_path,
)
from reread.analyzers.dataflow.memory.declared_types import narrowed_by_type, with_type
from reread.analyzers.dataflow.memory.properties import set_property
from reread.analyzers.dataflow.memory.reads import is_object_field, judged, read_field, read_variable
from reread.analyzers.dataflow.memory.taint import trace_step, union
from reread.analyzers.dataflow.memory.write_only_objects import record_declared_object
from reread.analyzers.dataflow.sanitizers.correlated_guards import record_filled

Range = tuple[int, int]


def receiver_is_first(state: State, function: Function) -> bool:
    """True when the first parameter is the object of the method."""
    return bool(function.owner and function.parameters) and state.semantics.functions.takes_object(function)


def bind_parameter(
    state: State, parameter: Parameter, value: AbstractValue, number: int, function: Range, written: bool = False
) -> None:
    """Binds a parameter as the function, from start to end, is entered; `written` by a call in the code itself."""
    if parameter.default is not None:
        value = joined(value, evaluate(state, parameter.default)) if value.taint else evaluate(state, parameter.default)
    is_object = number == -1 and parameter.name in ("self", "cls")
    # A closure that is called with what the program wrote there is given nothing else, unless a user's rule says so.
    sources = state.specs.sources
    if value.constant or written:
        believing = state.taint_bits.believing
        sources = tuple(each._replace(bits=each.bits & believing) for each in sources if each.bits & believing)
    for source in sources:
        # In Semgrep, too, the object is no parameter that a metavariable stands for.
        if is_object and source.start >= parameter.start:
            continue
        if covers_parameter(state, source, parameter, function):
            value = apply_source(state, source, value, parameter)
    removed = 0
    for sanitizer in state.specs.sanitizers:
        if covers_parameter(state, sanitizer, parameter, function):
            removed |= sanitizer.bits
    if not isinstance(parameter.target, Collection):
        value, removed = without(value, removed), 0
    value = narrowed_by_type(state, parameter.type, value)
    if parameter.annotations and value.taint:
        is_declared = state.declarations.class_of(parameter.type) is not None
        value = judged(state, value) if state.semantics.is_judged(parameter, is_declared) else value
    if value.taint:
        value = state.hooks.parameter_given(state, parameter, value)
    if parameter.type and state.semantics.types_are_classes:
        value = with_type(state, value, state.declarations.class_of(parameter.type))
        if state.declarations.fields_of(parameter.type):
            state.memory.copied_structs.add(parameter.name)
    record_declared_object(state, parameter.name, parameter.type)
    state.env[parameter.name] = value
    if parameter.target is not None:
        assign_to(state, parameter.target, value, parameter.start, parameter.end, removed)


def covers_parameter(state: State, spec: Source | Sanitizer, parameter: Parameter, function: Range) -> bool:
    """True for a specification around the parameter, or on its name or its type and name."""
    if spec.start <= parameter.start and parameter.end <= spec.end:
        # What is said of exactly one value, as of what a call gives back, says nothing about what the functions in
        # it are called with.
        return not spec.exact or (function[0] <= spec.start and spec.end <= function[1])
    if not (parameter.start <= spec.start and spec.end <= parameter.end):
        return False
    default = parameter.default
    return default is None or not (default.start <= spec.start and spec.end <= default.end)


def assign_to(state: State, target: Expression, value: AbstractValue, start: int, end: int, removed: int = 0) -> None:
    """Assigns to any place, without the bits `removed`, after what the taint specifications of it say."""
    specs = state.specs.at.get((target.start, target.end))
    if specs is not None:
        for source in specs[0]:
            value = apply_source(state, source, value, target)
        for sanitizer in specs[1]:
            removed |= sanitizer.bits
        if specs[2]:
            check_target_sinks(state, specs[2], target, without(value, removed))
    removed |= state.in_force.sanitized
    if not isinstance(target, Collection):
        value = without(value, removed)
    if value.taint and value.trace is not None:
        value = value.replaced(value.taint, trace_step(state, value, start, end, "assign"), value.fields)
    if isinstance(target, Collection):
        # Each part loses its own bits: a parameter that has lost any is not known by its fields any more.
        destructure(state, target, value, start, end, removed)
    elif isinstance(target, Assigned):
        assign_to(state, target.target, joined(value, evaluate(state, target.value)), start, end)
    elif isinstance(target, Name) and is_object_field(state, target.name):
        write_path(state, state.semantics.object_name, (target.name,), value)
    elif isinstance(target, Name):
        rebind(state, target.name, value)
    else:
        assign_inside(state, target, value)
    if state.specs.propagators:
        apply_propagators(state, target, without(value, removed))


def check_target_sinks(state: State, sinks: list[Sink], target: Expression, value: AbstractValue) -> None:
    """Checks the sinks at the target of an assignment of a value.

    An unfocused one is the field or element itself: the value comes to it, and so do a key and an object of which the
    assignment leaves the rest as it was. A field of a known place holds the value alone.
    """
    check_sinks(state, [sink for sink in sinks if sink.focused], value)
    whole = [sink for sink in sinks if not sink.focused]
    if not whole or not isinstance(target, (Member, Index)):
        return
    parts = [value]
    if isinstance(target, Index):
        parts += [evaluate(state, target.object), evaluate(state, target.key)]
    elif access_path(state, target) is None:
        parts.append(evaluate(state, target.object))
    check_sinks(state, whole, union(state, parts))


def assign_inside(state: State, target: Expression, value: AbstractValue) -> None:
    """Assigns to a field or an element."""
    if isinstance(target, (Member, Index)):
        inside, key = evaluate(state, target.object), CLEAN
        if isinstance(target, Index):
            key = evaluate(state, target.key)
        elif inside.type and set_property(state, target, inside, value):
            return
    else:
        inside = key = CLEAN
    place = access_path(state, target)
    if place is None:
        return
    if place[1] is None:
        known = known_access_path(state, target)
        add_taint(state, known, collapse(value))
        if key.taint and inside.type is not None and inside.type.kind == Kind.MAP:
            record_key(state, known, key)
    else:
        write_field(state, place[0], place[1], value)
    if state.semantics.empty_list_is_false and isinstance(target, Index):
        record_filled(target.object, state.env)
    if place[1] == () and place[0] in state.parameters:
        # Behind a pointer: who gave it finds the value there.
        state.memory.mutated[place[0], ()] = True


def write_field(state: State, root: str, path: Path, value: AbstractValue) -> None:
    """Writes what is assigned to a field. What is given as a copy, and not behind a pointer, is its own."""
    is_own = root in state.memory.copied_structs and len(path) == 1 and (root, path) not in state.memory.mutated
    write_path(state, root, path, value)
    if is_own:
        state.memory.mutated.pop((root, path), None)


def record_key(state: State, place: tuple[str, Path], key: AbstractValue) -> None:
    """A key that is not written in the code comes into a map."""
    taint = collapse(key)
    map_ = read_path(state, read_variable(state, place[0]), place[1])
    if len(place[1]) < 3 and taint.taint & ~(0 if map_ is None else map_.taint):
        known = CLEAN if map_ is None or not map_.fields else map_.fields.get(KEYS, CLEAN)
        write_path(state, place[0], (*place[1], KEYS), tainted_with(known, taint))


def destructure(state: State, target: Collection, value: AbstractValue, start: int, end: int, removed: int = 0) -> None:
    for number, entry in enumerate(target.entries):
        if entry.spread:
            inner = _rest(value, target, number)
        elif isinstance(entry.key, Literal):
            inner = read_field(state, value, str(entry.key.value))
        elif isinstance(entry.key, Name):
            inner = read_field(state, value, entry.key.name)
        else:
            inner = read_field(state, value, str(number))
        assign_to(state, entry.value, inner, start, end, removed)


def _rest(value: AbstractValue, target: Collection, number: int) -> AbstractValue:
    """What the fields and elements before `...rest` leave of a value."""
    before = target.entries[:number]
    if not value.fields:
        return collapse(value)
    if any(entry.key is not None for entry in before):
        named = {str(entry.key.value) for entry in before if isinstance(entry.key, Literal)}
        named |= {entry.key.name for entry in before if isinstance(entry.key, Name)}
        fields = {key: field for key, field in value.fields.items() if key not in named}
        return AbstractValue(value.taint, value.trace, fields or None)
    if value.size is None or number + 1 < len(target.entries) or number > value.size:
        return collapse(value)
    rest: Fields = {
        str(at - number): field
        for key, field in value.fields.items()
        if (at := position_of(key)) is not None and at >= number
    }
    return AbstractValue(value.taint, value.trace, rest or None, size=value.size - number)
