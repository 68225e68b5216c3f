"""Functions of Go that loops go through: what they call `yield` with is what a turn gets."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import LOOP_BODY
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, collapse, joined
from reread.analyzers.dataflow.ir.nodes import Call, Collection, Expression, Member, Name

_COLLECTORS = frozenset({"Collect", "Sorted", "SortedFunc", "SortedStableFunc"})


def collected(state: State, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`slices.Collect(names(x))`: a list of what the iterator gives."""
    callee = call.callee
    is_one = isinstance(callee, Member) and isinstance(callee.object, Name) and callee.object.name == "slices"
    if not is_one or arguments[0].closure is None:
        return None
    return collapse(elements(state, arguments[0], None))


def elements(state: State, iterator: AbstractValue, target: Expression | None) -> AbstractValue:
    """What a loop through a function assigns in any of its turns: one value, or two."""
    assert iterator.closure is not None
    state.recorded.yields.append([])
    state.evaluator.call_closure(state, iterator.closure, [AbstractValue(type=LOOP_BODY)], ())
    given = state.recorded.yields.pop()
    count = len(target.entries) if isinstance(target, Collection) else 1
    found = [_joined([each[at] for each in given if at < len(each)]) for at in range(count)]
    return (
        found[0] if count == 1 else AbstractValue(fields={str(at): each for at, each in enumerate(found)}, size=count)
    )


def _joined(values: list[AbstractValue]) -> AbstractValue:
    result = values[0] if values else CLEAN
    for each in values[1:]:
        result = joined(result, each)
    return result


KNOWN = dict.fromkeys(_COLLECTORS, collected)
