"""Functions of Go that loops go through: what they call `yield` with is what a turn gets."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, collapse
from reread.analyzers.dataflow.ir.nodes import Call, Member, Name
from reread.analyzers.dataflow.memory.iterators import elements

_COLLECTORS = frozenset({"Collect", "Sorted", "SortedFunc", "SortedStableFunc"})


def collected(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`slices.Collect(names(x))`: a list of what the iterator gives."""
    callee = call.callee
    is_one = isinstance(callee, Member) and isinstance(callee.object, Name) and callee.object.name == "slices"
    if not is_one or arguments[0].closure is None:
        return None
    return collapse(elements(state, arguments[0], None))


KNOWN = dict.fromkeys(_COLLECTORS, collected)
