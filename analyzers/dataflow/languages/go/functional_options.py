"""Functions that call what they are given on objects of their own: `func New(options ...Option) *T`.

What becomes of the objects depends on the functions that a call passes on, so that it is interpreted with these.
"""

from __future__ import annotations

from reread.analyzers.dataflow.domain.closure import LONGEST
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import Captured
from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Call,
    Collection,
    Evaluate,
    Expression,
    Function,
    Leave,
    Loop,
    Name,
)
from reread.analyzers.dataflow.ir.scopes import statements


def again(state: State, function: Function) -> Captured | None:
    """The function, to be interpreted once more by those who hand functions to it; None where that changes nothing."""
    if not state.options.mutators or function.end - function.start > LONGEST:
        return None
    # Their places count from its start, as those of a closure do from that of the function around it.
    inner = function._replace(start=0, end=function.end - function.start)
    return Captured(inner, state.placement, state.specs, {}, state.owner, 1) if _calls_given(function) else None


def _calls_given(function: Function) -> bool:
    given = {parameter.name for parameter in function.parameters}
    inside = statements(function.body)
    for each in inside:
        if isinstance(each, Loop) and isinstance(each.iterable, Name) and each.iterable.name in given:
            target = each.target
            last = target.entries[-1].value if isinstance(target, Collection) and target.entries else target
            given |= {last.name} if isinstance(last, Name) else set()
    return any(_is_called(each.value, given) for each in inside if isinstance(each, (Evaluate, Assign, Leave)))


def _is_called(e: Expression | None, given: set[str]) -> bool:
    """True for a call of one of some names with arguments."""
    return isinstance(e, Call) and isinstance(e.callee, Name) and e.callee.name in given and bool(e.arguments)
