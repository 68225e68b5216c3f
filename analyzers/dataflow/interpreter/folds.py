"""Folds: `reduce` over a list, in two rounds or element by element."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, AbstractValue, joined
from reread.analyzers.dataflow.interpreter.closures import call_closure
from reread.analyzers.dataflow.memory.reads import any_element, read_field
from reread.analyzers.dataflow.models.library_names import names

_MOST_FOLDED = 8
"""Elements of a list that are folded one by one."""


def reduced(state: State, name: str, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """What a fold with a start value comes to: two rounds show what goes from one to the next."""
    if name not in names("fold", state.semantics.library):
        return None
    if receiver.size and state.semantics.folds_receiver and (known := _one_by_one(state, name, receiver, arguments)):
        return known
    if not state.semantics.folds_receiver and len(arguments) == 3:
        *given, start = arguments
        folding, elements = given if given[0].closure is not None else reversed(given)
    elif state.semantics.folds_receiver and len(arguments) == 2:
        folding, elements, start = arguments[0], receiver, arguments[1]
    else:
        return None
    function = folding.closure
    if function is None:
        return None
    element = any_element(state, elements)
    once = joined(start, call_closure(state, function, [start, element, CLEAN, elements], ()))
    # What is clean here is not what a rule says of parameters that anybody may fill.
    again = once if once.taint or once.fields else CONSTANT
    return joined(once, call_closure(state, function, [again, element, CLEAN, elements], ()))


def _one_by_one(
    state: State, name: str, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """What a fold of a list comes to of which all elements are known."""
    function = arguments[0].closure
    size = receiver.size or 0
    if function is None or size > _MOST_FOLDED or receiver.taint or not (receiver.fields or receiver.constant):
        return None
    elements = [read_field(state, receiver, str(at)) for at in range(size)]
    if name in names("fold-from-end", state.semantics.library):
        elements.reverse()
    result, rest = (arguments[1], elements) if len(arguments) == 2 else (elements[0], elements[1:])
    for element in rest:
        known = result if result.taint or result.fields or result.closure is not None else CONSTANT
        result = call_closure(state, function, [known, element, CONSTANT, receiver], ())
    return result
