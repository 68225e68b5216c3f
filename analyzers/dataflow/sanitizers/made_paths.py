"""Paths and addresses that are made first, which a sink may be, and checked by their name afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_bits import applied, folded
from reread.analyzers.dataflow.domain.trace import CHECKED, Step
from reread.analyzers.dataflow.ir.nodes import Assign, Call, Expression, Literal, Member, Name, Operation, Parts
from reread.analyzers.dataflow.models.library_names import names

_EQUALITIES = frozenset({"==", "===", "!=", "!==", "is", "is not"})
_CONNECTIVES = frozenset({"and", "&&", "or", "||", "not", "!"})


def record_made(state: State, statement: Assign) -> None:
    """Remembers which variable holds what a call made that does nothing with it yet: `p = Paths.get(root, name)`."""
    target, e = statement.target, statement.value
    if not isinstance(target, Name) or not isinstance(e, Call) or not isinstance(e.callee, (Name, Member)):
        return
    if e.callee.name in names("only-makes", state.semantics.library):
        state.memory.made[target.name] = (e.start, e.end)


def asks_for_nothing(condition: Expression, name: str) -> bool:
    """Whether a condition only asks if there is a value in a variable, which is no check of it: `p`, `p == null || !p`.

    Another variable may hold the result of a check: `if (!inside)`.
    """
    if isinstance(condition, Parts) and len(condition.parts) == 1:
        return asks_for_nothing(condition.parts[0], name)
    if not isinstance(condition, Operation):
        return isinstance(condition, Name) and condition.name == name
    if condition.operator in _EQUALITIES:
        is_nothing = any(isinstance(each, Literal) and not each.value for each in condition.operands)
        return is_nothing and any(isinstance(each, Name) and each.name == name for each in condition.operands)
    return condition.operator in _CONNECTIVES and all(asks_for_nothing(each, name) for each in condition.operands)


def check_made(state: State, checked: Iterable[tuple[str, int]], at: Expression) -> None:
    """Takes from flows to calls that only made the value of a variable the taint that a check of the variable ends.

    `checked` are variables with masks. Where a mask only lowers, the flow is only possible from here on.
    """
    for name, mask in checked:
        start, end = state.memory.made.get(name, (0, 0))
        for flows in (state.recorded.flows, state.recorded.symbolic_flows) if end else ():
            for key, flow in tuple(flows.items()):
                if flow.placement is state.placement and start <= flow.sink.start and flow.sink.end <= end:
                    taint = applied(flow.taint, mask)
                    if not folded(taint) & (flow.sink.bits * state.taint_bits.everywhere):
                        del flows[key]
                    elif taint != flow.taint:
                        trace = flow.trace and Step(taint, state.placement, at.start, at.end, CHECKED, (flow.trace,))
                        flows[key] = flow._replace(taint=taint, trace=trace)
