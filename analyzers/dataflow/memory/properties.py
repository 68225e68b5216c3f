"""Methods that are read or written like fields: getters, setters and `__getitem__`."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Index, Member, Name, Parts
from reread.analyzers.dataflow.language import Objects


def read_property(state: State, e: Member, value: AbstractValue) -> AbstractValue | None:
    summary = state.context.summary_of(value.type and value.type.first, e.name)
    if summary is None or summary.failed or not summary.is_getter:
        return None
    return state.evaluator.apply_summary(state, summary, Call(e.start, e.end, e, ()), value, [], e.object)


def set_property(state: State, target: Member, inside: AbstractValue, value: AbstractValue) -> bool:
    if isinstance(target.object, Name) and target.object.name in ("self", "this"):
        return False
    summary = state.context.summary_of(inside.type and inside.type.first, f"{target.name}=")
    if summary is None or summary.failed:
        return False
    given = Argument(target.start, target.end, Parts(target.start, target.end, ()))
    state.evaluator.apply_summary(
        state, summary, Call(target.start, target.end, target, (given,)), inside, [value], target.object
    )
    return True


def read_item(state: State, e: Index, inside: AbstractValue, key: AbstractValue) -> AbstractValue | None:
    """What an object of a class of this file gives for a key, where it says so itself."""
    summary = state.context.summary_of(inside.type and inside.type.first, "__getitem__")
    if summary is None or summary.failed:
        return None
    given = Argument(e.key.start, e.key.end, e.key)
    return state.evaluator.apply_summary(state, summary, Call(e.start, e.end, e, (given,)), inside, [key], e.object)


def shown_in_text(state: State, e: Expression, value: AbstractValue) -> AbstractValue:
    if not value.type or state.context.semantics.objects is not Objects.DYNAMIC or not state.context.guards:
        return value
    return state.hooks.shown(state, e, value, ("__format__",))
