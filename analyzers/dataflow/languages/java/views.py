"""Objects that write into another one: what is written to a writer goes into the one that it is around."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Name
from reread.analyzers.dataflow.memory.access_paths import access_path


def record_wrapped(state: State, target: Expression, made: Expression) -> None:
    """From here on what is written to a writer goes into the one that it is around: `new PrintWriter(text)`."""
    while isinstance(target, Name) and isinstance(made, Call) and is_around(made):
        made = made.arguments[0].value
        place = access_path(state, made)
        if place is not None and place[0] != target.name:
            state.wrapped_paths[target.name] = place


_WRITERS = ("Writer", "OutputStream", "PrintStream", "Formatter")


def is_around(call: Call) -> bool:
    """True for `new PrintWriter(out)`: what writes into what it is given."""
    callee = call.callee
    return call.new and bool(call.arguments) and isinstance(callee, Name) and callee.name.endswith(_WRITERS)
