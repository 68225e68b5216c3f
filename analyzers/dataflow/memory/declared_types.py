"""What declared types say of values: taint that they cannot carry, and the class that they are of."""

from __future__ import annotations

from reread.analyzers.dataflow.declarations.scalar_types import (
    declared_pattern,
    is_choice,
    numbers,
    plain_type,
)
from reread.analyzers.dataflow.domain.regex import is_narrow
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import Kind, TypeRef
from reread.analyzers.dataflow.domain.value import (
    AbstractValue,
    without,
)
from reread.analyzers.dataflow.ir.nodes import (
    Call,
    Member,
    Name,
)
from reread.analyzers.dataflow.models.library_names import names


def narrowed_by_callee(state: State, call: Call, result: AbstractValue) -> AbstractValue:
    """The result without the taint that a number cannot carry, where the file says that this gives one.

    Of the objects of other methods than plain getters the class is not known, so they may be others of that name.
    """
    callee = call.callee
    if isinstance(callee, (Name, Member)) and (isinstance(callee, Name) or not call.arguments):
        if state.semantics.functions.is_truth_getter(callee.name) and not call.arguments:
            return without(result, state.taint_bits.safe_booleans)
        return narrowed_by_name(state, callee.name, result)
    return result


def with_type(state: State, value: AbstractValue, type_: TypeRef | None) -> AbstractValue:
    """The value as one of a class, where it is not known to be of another."""
    if type_ is None or value.type is not None:
        return value
    if type_.kind == Kind.LIST and value.constant and value.literal is None:
        return AbstractValue(type=type_, size=0)
    closure, symbol, sanitized = value.closure, value.symbol, value.sanitized
    return AbstractValue(
        value.taint, value.trace, value.fields, closure, type_, symbol, size=value.size, sanitized=sanitized
    )


def narrowed_by_name(state: State, name: str, value: AbstractValue) -> AbstractValue:
    """The value of a member by its name, without the taint that it cannot carry as the file declares it."""
    if value.taint & state.taint_bits.safe_numbers and state.declarations.is_number(name):
        return without(value, state.taint_bits.safe_numbers)
    return value


def narrowed_by_type(state: State, type_: str, value: AbstractValue) -> AbstractValue:
    """The value without taint that its declared type cannot carry."""
    if value.taint and "=" in type_:
        value = narrowed_by_pattern(state, declared_pattern(type_, state.semantics.library), value)
    if type_ and (state.taint_bits.safe_numbers or state.taint_bits.safe_booleans):
        library = state.semantics.library
        name = plain_type(type_, library)
        if name in names("boolean-type", library):
            return without(value, state.taint_bits.safe_booleans)
        if name in numbers(library) or is_choice(name, library) or state.declarations.is_number(name):
            return without(value, state.taint_bits.safe_numbers)
    return value


def narrowed_by_pattern(state: State, pattern: str | None, value: AbstractValue) -> AbstractValue:
    """The value of a parameter that the framework compares with a regular expression before."""
    if pattern is None or not state.options.guards:
        return value
    return without(value, ~state.taint_bits.unguarded if is_narrow(pattern, False) else state.taint_bits.lowers)
