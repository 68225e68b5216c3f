"""Reading variables, their fields and elements."""

from __future__ import annotations

from typing import Any

from reread.analyzers.dataflow.domain.facets import ELEMENT, KEYS, YIELDED, PathElement, position_of
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import JUDGED, TEXTLESS, TypeRef
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    CONSTANT,
    AbstractValue,
    Fields,
    Symbol,
    collapse,
    deep_taint,
    field_of,
    joined,
    opened,
    tainted_with,
    without,
)
from reread.analyzers.dataflow.ir.nodes import (
    Expression,
    Index,
    Literal,
    Member,
    Name,
    Parts,
)
from reread.analyzers.dataflow.memory.collections import has_known_keys
from reread.analyzers.dataflow.memory.declared_types import narrowed_by_type, with_type
from reread.analyzers.dataflow.memory.symbols import symbol_value
from reread.analyzers.dataflow.memory.taint import union


def element_at(state: State, value: AbstractValue, key: Any) -> AbstractValue:
    """The element with a known key. Positions from the end are those of a list whose length is known."""
    if isinstance(key, int) and key < 0 and value.size is not None:
        key += value.size
    elif isinstance(key, int) and key < 0 and value.fields:
        return any_element(state, value)
    text = value.literal
    if isinstance(text, str) and isinstance(key, int) and -len(text) <= key < len(text):
        found = state.semantics.texts.character(text[key])
        return AbstractValue(constant=True, literal=found)
    return read_field(state, value, str(key))


def any_element(state: State, value: AbstractValue) -> AbstractValue:
    """Any element of a value."""
    value = opened(value)
    if value.type is None or not value.type.is_container:
        return untyped_element(state, value)
    return (
        struct_field(state, value, ELEMENT)
        if value.symbol is not None
        else typed_part(state, value, untyped_element(state, value))
    )


def untyped_element(state: State, value: AbstractValue) -> AbstractValue:
    """Any element of a value, whatever its type declares."""
    if not value.fields:
        return CONSTANT if value.constant and not value.taint else collapse(value)
    fields = value.fields
    if KEYS in fields:
        fields = {name: each for name, each in fields.items() if name != KEYS} or {"": CLEAN}
    if value.taint:
        return collapse(value.replaced(value.taint, value.trace, fields))
    first, *rest = fields.values()
    for other in rest:
        first = joined(first, other)
    return first


def iterated_element(state: State, value: AbstractValue) -> AbstractValue:
    """What a loop goes through: the elements, but the keys of what a dictionary of Python is known to hold."""
    if value.fields and YIELDED in value.fields:
        return value.fields[YIELDED]
    if state.semantics.goes_through_keys and value.fields:
        if has_known_keys(value):
            return CONSTANT
        if KEYS in value.fields and (not value.taint or value.fields[KEYS].sanitized):
            return read_field(state, value, KEYS)
    return any_element(state, value)


def read_variable(state: State, name: str) -> AbstractValue:
    value = state.env.get(name)
    if value is not None:
        return value
    if is_object_field(state, name):
        return read_field(state, state.env[state.semantics.object_name], name)
    found = state.variables.variable(name)
    is_field = found is None and state.semantics.names_may_be_fields
    return class_field(state, state.owner, name) if is_field else found or CLEAN


def is_object_field(state: State, name: str) -> bool:
    """True for a plain name that is a field of the function's object."""
    return (
        state.semantics.names_may_be_fields
        and state.semantics.object_name in state.env
        and name not in state.local_names
        and name[:1].islower()
        and name not in ("this", "self", "super")
    )


def read_field(state: State, value: AbstractValue, key: PathElement) -> AbstractValue:
    """A field of a value."""
    found = None if value.fields is None else value.fields.get(key)
    if found is not None and not found.sanitized:
        if value.type and not found.type and state.semantics.constants_are_typed:
            return typed_part(state, value, found, key)
        return found
    if key == ELEMENT and value.symbol is None:
        return any_element(state, value)
    means = state.semantics
    if value.type and means.constants_are_typed:
        return struct_field(state, value, key)
    if means.names_may_be_fields and value.fields and position_of(key) is not None and has_names_only(state, value):
        return collapse(value)
    inner = narrowed_field(state, value, key)
    if value.type and not inner.constant:
        return with_type(state, inner, state.declarations.class_of_field((value.type, key)))
    return inner


def has_names_only(state: State, value: AbstractValue) -> bool:
    """True for an object whose fields have no positions: one of several records, or of none that is known."""
    fields = value.fields or {}
    if value.size is not None or not all(isinstance(name, str) and name.isidentifier() for name in fields):
        return False
    return not set(fields) <= set(state.declarations.record(value.type.first.class_name) or () if value.type else ())


def struct_field(state: State, value: AbstractValue, key: PathElement) -> AbstractValue:
    """A field of a struct, which has the class that is declared; it may be one of a struct that is embedded."""
    for embedded in _embedded(state, value) if value.fields and key not in value.fields else ():
        inner = value.fields.get(embedded) if value.fields else None
        if inner is not None and key in (inner.fields or ()):
            return read_field(state, inner, key)
    return typed_part(state, value, narrowed_field(state, value, key), key)


def _embedded(state: State, value: AbstractValue) -> tuple[str, ...]:
    return (
        state.declarations.embedded(value.type.class_name) if value.type is not None and value.type.class_name else ()
    )


def typed_part(state: State, value: AbstractValue, part: AbstractValue, key: PathElement = ELEMENT) -> AbstractValue:
    """An element or a field of a value, as the type of the value declares it."""
    declared = state.declarations.class_of_field((value.type, key)) if value.type else None
    if declared is TEXTLESS:
        return without(part, state.taint_bits.safe_numbers)
    return judged(state, part) if declared is JUDGED else with_type(state, part, declared)


def judged(state: State, value: AbstractValue) -> AbstractValue:
    """A value that something has let through whose rule is not known."""
    return without(value, state.taint_bits.lowers) if state.options.guards else value


def narrowed_field(state: State, value: AbstractValue, key: PathElement) -> AbstractValue:
    """A field of a value, by what is known of the value itself and of the type that its class declares for it."""
    part = untyped_field(state, value, key)
    if not value.type or not part.taint:
        return part
    return narrowed_by_type(state, state.declarations.field_type((value.type, key)), part)


def untyped_field(state: State, value: AbstractValue, key: PathElement) -> AbstractValue:
    found = None if value.fields is None else value.fields.get(key)
    if value.symbol is not None:
        inner = symbol_field(state, value.symbol, value, key)
        return inner if found is None else without(inner, found.sanitized)
    position = position_of(key) if found is None and value.fields and value.type else None
    if position is not None and value.fields:
        # Of a named tuple
        names = state.declarations.record(value.type.first.class_name) or () if value.type else ()
        if position < len(names) and names[position] in value.fields:
            return value.fields[names[position]]
    if found is None and value.type:
        return tainted_with(field_of(value, key), class_field(state, value.type.first.class_name, key))
    return field_of(value, key)


def class_field(state: State, owner: str, key: PathElement) -> AbstractValue:
    """What a class of this file, or one that it builds on, gives a field as it is defined."""
    for each in (owner, *state.declarations.bases_of(owner)) if owner else ():
        known = state.env.get(each) or state.variables.variable(each)
        if known is not None and known.fields is not None and key in known.fields:
            return known.fields[key]
    return CLEAN


def symbol_field(state: State, symbol: Symbol, value: AbstractValue, key: PathElement) -> AbstractValue:
    path = (*symbol.path, key)
    found = CLEAN
    if symbol.parameter == -1 and not symbol.path:
        assigned, defined = state.variables.object_field(key), class_field(state, state.owner, key)
        harmless = defined.constant or (defined.fields is not None and not deep_taint(defined)[0])
        if assigned is None and harmless and state.variables.is_constant_field(key):
            return defined
        found = tainted_with(assigned or CLEAN, defined)
    if len(path) > 2:
        return AbstractValue(value.taint, value.trace)
    inner = symbol_value(state, Symbol(symbol.parameter, path))
    # What came in later, from sources, is in all fields.
    more = value.taint & ~state.memory.symbol_values[symbol].taint
    if more:
        inner = tainted_with(inner, AbstractValue(more, value.trace))
    tainted = {name: each for name, each in (found.fields or {}).items() if deep_taint(each)[0]}
    if tainted and not inner.fields:
        inner = inner.replaced(inner.taint, inner.trace, tainted)
    return tainted_with(inner, found) if found.taint else inner


def peek(state: State, e: Expression) -> AbstractValue:
    """The value of a name or of a field, with no effects; of other expressions nothing is said but their parts."""
    if isinstance(e, Name):
        return read_variable(state, e.name)
    if isinstance(e, Member):
        return read_field(state, peek(state, e.object), e.name)
    if isinstance(e, Index):
        inner = peek(state, e.object)
        return read_field(state, inner, str(e.key.value)) if isinstance(e.key, Literal) else collapse(inner)
    if isinstance(e, Parts):
        return union(state, [peek(state, part) for part in e.parts])
    entries = getattr(e, "entries", ())
    return union(state, [peek(state, entry.value) for entry in entries]) if entries else CLEAN


def narrowed_by_types(state: State, value: AbstractValue, types: tuple[str, ...]) -> AbstractValue:
    """What is given back, without the taint that results of these types cannot carry."""
    if len(types) == 1:
        return narrowed_by_type(state, types[0], value)
    if not value.fields or value.size != len(types):
        return value
    given: Fields = {
        str(at): narrowed_by_type(state, each, read_field(state, value, str(at))) for at, each in enumerate(types)
    }
    return value.replaced(value.taint, value.trace, {**value.fields, **given})


def declared_field(state: State, e: Member) -> TypeRef | None:
    """The type that a struct declares for a field of it; None for all others."""
    held = peek(state, e.object).type if state.semantics.constants_are_typed else None
    return None if held is None else state.declarations.class_of_field((held, e.name))
