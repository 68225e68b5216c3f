"""Parsers that raise an error for what they cannot parse: after them the text has the form that they ask for."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name
from reread.analyzers.dataflow.memory.access_paths import sanitize
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.guard_subjects import sanitized_place


def sanitize_parsed(state: State, call: Expression) -> None:
    """After `int(x)` or `Integer.parseInt(x)` `x` is a number, and harmless wherever the rules say that numbers are."""
    specs = state.specs.at.get((call.start, call.end))
    if specs is None or not isinstance(call, Call) or len(call.arguments) not in (1, 2):
        return
    if not isinstance(call.callee, (Name, Member)) or call.callee.name not in names(
        "scalar-parser", state.semantics.library
    ):
        return
    bits = 0
    for sanitizer in specs[1]:
        bits |= sanitizer.bits
    if bits:
        for (root, path), harmless in sanitized_place(state, call.arguments[0].value, bits).items():
            sanitize(state, root, path, harmless)
