"""What a returned value says of parameters: the taint that they lack where it is true, false or no error."""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.facets import PARTS, Path
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, Symbol
from reread.analyzers.dataflow.ir.nodes import Expression
from reread.analyzers.dataflow.memory.access_paths import read_path
from reread.analyzers.dataflow.memory.symbols import known_paths, lost_bits
from reread.analyzers.dataflow.sanitizers.conditions import sanitized_by


def record_return_guards(state: State, e: Expression, value: AbstractValue) -> None:
    """What a returned value says of parameters: where it is true, and where it is false or has no error in it."""
    if value.literal is UNKNOWN or value.literal:
        state.recorded.sanitized_if_true = _agreed(
            state.recorded.sanitized_if_true, sanitized_at_return(state, sanitized_by(state, e))
        )
    is_error = state.semantics.functions.is_error
    if is_error is not None:
        if state.options.guards and not is_error(e):
            state.recorded.sanitized_if_false = _agreed(
                state.recorded.sanitized_if_false, sanitized_at_return(state, {})
            )
    elif value.literal is UNKNOWN or not value.literal:
        state.recorded.sanitized_if_false = _agreed(
            state.recorded.sanitized_if_false, sanitized_at_return(state, sanitized_by(state, e, False))
        )


def record_fall_through(state: State) -> None:
    """A function that comes to its end gives nothing, which is as false."""
    if state.semantics.functions.is_error is None:
        state.recorded.sanitized_if_false = _agreed(state.recorded.sanitized_if_false, sanitized_at_return(state, {}))


def sanitized_at_return(state: State, places: Mapping[tuple[str, Path], int]) -> dict[tuple[int, Path], int]:
    """The bits that parameters and their fields do not have any more at a return, or do not have in some places."""
    found: dict[tuple[int, Path], int] = {}
    for name, number in state.parameters.items():
        known = state.env.get(name)
        for path in {**dict.fromkeys(known_paths(state, number)), **{at: None for root, at in places if root == name}}:
            if path and path[-1] in PARTS:
                continue
            bits = lost_bits(state, Symbol(number, path), read_path(state, known, path)) | places.get((name, path), 0)
            for part, other in (PARTS, PARTS[::-1]) if not path else ():
                before = ((known and known.fields) or {}).get(other, CLEAN).sanitized
                bits |= places.get((name, (part,)), 0) & before
            if bits:
                bits = bits & state.taint_bits.full if bits >= 0 else state.taint_bits.full
                found[number, path] = found.get((number, path), 0) | bits
    return found


_Sanitized = dict[tuple[int, Path], int]


def _agreed(ever: _Sanitized | None, found: _Sanitized) -> _Sanitized:
    """What each return so far says."""
    return found if ever is None else {place: both for place in ever if (both := ever[place] & found.get(place, 0))}
