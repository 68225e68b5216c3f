"""Paths that were joined before they are checked: the check is about the name in them as well."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import no_parts
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_bits import folded, paired
from reread.analyzers.dataflow.domain.value import deep_taint
from reread.analyzers.dataflow.ir.nodes import Expression, Literal, Name
from reread.analyzers.dataflow.memory.reads import peek, read_variable
from reread.analyzers.dataflow.sanitizers.guard_subjects import SanitizedPaths, is_untainted, sanitized_place

_MOST_JOINED = 20


def joined_parts(state: State, e: Expression, bits: int) -> SanitizedPaths:
    """What a path that was checked is joined of: `name` where `os.path.realpath(os.path.join(ROOT, name))` is fine.

    Only one of them may be the visitor's: of two nobody knows which one the check was for.
    """
    found: SanitizedPaths = {}
    parts_of_path = state.semantics.texts.path_parts
    stack = [] if parts_of_path is no_parts else [e]
    tainted = 0
    for _ in range(_MOST_JOINED):
        if not stack:
            return found
        each = stack.pop()
        if (
            isinstance(each, Name)
            and (made := read_variable(state, each.name).test) is not None
            and parts_of_path(made)
        ):
            found.update(sanitized_place(state, each, bits))
            each = made
        if parts := parts_of_path(each):
            stack += parts
        elif not isinstance(each, Literal):
            place = sanitized_place(state, each, bits)
            tainted += _carries(state, each, bits)
            if tainted > 1 or not (place or is_untainted(state, each)):
                return {}
            found.update(place)
    return {}


def _carries(state: State, e: Expression, bits: int) -> bool:
    """True for what certainly has some of the taint that a rule looks for."""
    specs = state.specs.at.get((e.start, e.end))
    is_source = specs is not None and any(paired(folded(source.bits)) & bits for source in specs[0])
    return is_source or bool(deep_taint(peek(state, e))[0] & state.taint_bits.full & bits)
