"""Paths and addresses that are made first, which a sink may be, and checked by their name afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_bits import lowered
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.dataflow.ir.nodes import Assign, Call, Expression, Member, Name
from reread.analyzers.dataflow.models.library_names import names


def record_made(state: State, statement: Assign) -> None:
    """Remembers which variable holds what a call made that does nothing with it yet: `p = Paths.get(root, name)`."""
    target, e = statement.target, statement.value
    if not isinstance(target, Name) or not isinstance(e, Call) or not isinstance(e.callee, (Name, Member)):
        return
    if e.callee.name in names("only-makes", state.semantics.library):
        state.memory.made[target.name] = (e.start, e.end)


def doubt_made(state: State, checked: Iterable[str], at: Expression) -> None:
    """Flows to calls that only made what some variables hold are possible only, since these are checked here."""
    for name in checked:
        start, end = state.memory.made.get(name, (0, 0))
        for flows in (state.recorded.flows, state.recorded.symbolic_flows) if end else ():
            for key, flow in flows.items():
                if flow.placement is state.placement and start <= flow.sink.start and flow.sink.end <= end:
                    taint = lowered(flow.taint)
                    trace = flow.trace and Step(taint, state.placement, at.start, at.end, "checked", (flow.trace,))
                    flows[key] = flow._replace(taint=taint, trace=trace)
