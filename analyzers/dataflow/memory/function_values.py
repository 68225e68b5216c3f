"""Functions that are kept in variables, dictionaries and lists under their names."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import Kind, class_type, function_type
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, joined
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name
from reread.analyzers.dataflow.memory.reads import any_element

_MOST = 8


def with_function_name(state: State, e: Expression, value: AbstractValue) -> AbstractValue:
    """What a variable or an element of a collection gets: where it may be a function of the file, with its name."""
    if not state.semantics.functions_are_values or not state.options.guards:
        return value
    if isinstance(e, Name) and value is CLEAN and e.name not in state.env:
        return AbstractValue(type=function_type(e.name))
    if isinstance(e, Member) and value.symbol is not None and state.owner and isinstance(e.object, Name):
        of_object = e.object.name in ("self", "cls")
        is_method = of_object and state.functions.summary_of(class_type(state.owner), e.name) is not None
        return AbstractValue(type=function_type(e.name, state.owner)) if is_method else value
    return value


def looked_up(state: State, call: Call, table: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """What `TABLE.get(key)` gives where functions are kept in it and the key is not known."""
    if not any(is_function(field) for field in (table.fields or {}).values()):
        return None
    found = any_element(state, table)
    for argument, value in zip(call.arguments[1:], arguments[1:], strict=True):
        found = joined(found, with_function_name(state, argument.value, value))
    return found


def is_function(value: AbstractValue) -> bool:
    return value.closure is not None or (value.type is not None and value.type.kind == Kind.FUNCTION)


def in_turn(iterable: AbstractValue) -> list[AbstractValue]:
    """The functions that a loop takes from a list one after the other; none where they are not known."""
    fields = iterable.fields or {}
    if not iterable.size or iterable.size > _MOST or iterable.size != len(fields):
        return []
    found = [fields[str(at)] for at in range(iterable.size) if str(at) in fields]
    return found if len(found) == iterable.size and all(map(is_function, found)) else []
