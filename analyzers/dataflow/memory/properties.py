"""Methods that are read or written like fields: getters, setters and `__getitem__`."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.class_names import first_of
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import Value
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Index, Member, Name, Parts


def read_property(state: State, e: Member, value: Value) -> Value | None:
    outcome = state.world.outcome_of(first_of(value.owner), e.name)
    if outcome is None or outcome.failed or not outcome.is_getter:
        return None
    return state.evaluator.apply_summary(state, outcome, Call(e.start, e.end, e, ()), value, [], e.object)


def set_property(state: State, target: Member, inside: Value, value: Value) -> bool:
    if isinstance(target.object, Name) and target.object.name in ("self", "this"):
        return False
    outcome = state.world.outcome_of(first_of(inside.owner), f"{target.name}=")
    if outcome is None or outcome.failed:
        return False
    given = Argument(target.start, target.end, Parts(target.start, target.end, ()))
    state.evaluator.apply_summary(
        state, outcome, Call(target.start, target.end, target, (given,)), inside, [value], target.object
    )
    return True


def read_item(state: State, e: Index, inside: Value, key: Value) -> Value | None:
    """What an object of a class of this file gives for a key, where it says so itself."""
    outcome = state.world.outcome_of(first_of(inside.owner), "__getitem__")
    if outcome is None or outcome.failed:
        return None
    given = Argument(e.key.start, e.key.end, e.key)
    return state.evaluator.apply_summary(state, outcome, Call(e.start, e.end, e, (given,)), inside, [key], e.object)
