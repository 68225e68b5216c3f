"""Methods that are read or written like fields: getters, setters and `__getitem__`."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Index, Member, Name, Parts
from reread.analyzers.dataflow.memory.callees import first_summary, imported_type
from reread.analyzers.dataflow.models.library_names import names


def read_property(state: State, e: Member, value: AbstractValue) -> AbstractValue | None:
    type_ = value.type
    if type_ is None and isinstance(e.object, Name) and state.functions.type_of is not None:
        # An object that a module holds
        type_ = imported_type(state, e.object)
    if type_ is None:
        return None
    summary = state.functions.summary_of(type_.first, e.name)
    if summary is None or summary.failed or not summary.is_getter:
        return None
    return state.evaluator.apply_summary(state, summary, Call(e.start, e.end, e, ()), value, [], e.object)


def set_property(state: State, target: Member, inside: AbstractValue, value: AbstractValue) -> bool:
    if isinstance(target.object, Name) and target.object.name in ("self", "this"):
        return False
    summary = state.functions.summary_of(inside.type and inside.type.first, f"{target.name}=")
    if summary is None or summary.failed:
        return False
    given = Argument(target.start, target.end, Parts(target.start, target.end, ()))
    state.evaluator.apply_summary(
        state, summary, Call(target.start, target.end, target, (given,)), inside, [value], target.object
    )
    return True


def read_item(state: State, e: Index, inside: AbstractValue, key: AbstractValue) -> AbstractValue | None:
    """What an object of a class of this file gives for a key, where it says so itself."""
    summary = first_summary(state, inside.type and inside.type.first, names("item-method", state.semantics.library))
    if summary is None or summary.failed:
        return None
    given = Argument(e.key.start, e.key.end, e.key)
    return state.evaluator.apply_summary(state, summary, Call(e.start, e.end, e, (given,)), inside, [key], e.object)


def shown_in_text(state: State, e: Expression, value: AbstractValue) -> AbstractValue:
    if not value.type or not state.options.guards:
        return value
    return state.hooks.shown(state, e, value, tuple(names("format-method", state.semantics.library)))
