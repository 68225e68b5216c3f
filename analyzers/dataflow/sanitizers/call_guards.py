"""What a call sanitizes by what it returns: functions of the file and closures that check their arguments."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.facets import Path
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import Call, Member
from reread.analyzers.dataflow.memory.access_paths import sanitized_path
from reread.analyzers.dataflow.memory.callees import summary_for
from reread.analyzers.dataflow.sanitizers.closure_guards import closure_summary


def sanitized_by_call(state: State, call: Call, holds: bool) -> dict[tuple[str, Path], int]:
    """What a function of this file says about its arguments by returning something true or false, or no error."""
    summary = summary_for(state, call) or closure_summary(state, call)
    found: dict[tuple[str, Path], int] = {}
    if summary is None:
        return found
    instance = call.callee.object if isinstance(call.callee, Member) else None
    for parameter, path, bits in summary.sanitizes_if_true if holds else summary.sanitizes_if_false:
        place = sanitized_path(state, parameter, summary, call, instance)
        if place is not None:
            found[place[0], (*place[1], *path)] = state.taint_bits.spread(bits)
    return found
