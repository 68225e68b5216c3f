"""Functions that loops iterate over: what they call `yield` with is the element of a round."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import LOOP_BODY
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, joined
from reread.analyzers.dataflow.ir.nodes import Collection, Expression


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
