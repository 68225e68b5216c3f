"""Calls of lodash that give what a list or an object has: what they are asked with does not come out of them."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name
from reread.analyzers.dataflow.memory.access_paths import read_path
from reread.analyzers.dataflow.memory.reads import any_element
from reread.analyzers.dataflow.memory.taint import union

_LIBRARIES = frozenset({"_", "lodash"})
_ELEMENTS = frozenset({"find", "findLast", "head", "first", "last", "sample", "minBy", "maxBy", "nth"})
_LISTS = frozenset({"filter", "reject", "sortBy", "orderBy", "groupBy", "keyBy", "take", "takeRight", "drop"})
_GETTERS = frozenset({"get", "result"})


def looked_up(state: State, name: str, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """What such a call gives; None for all others, and where a function is called for the elements."""
    callee = call.callee
    is_lodash = isinstance(callee, Member) and _is_library(callee.object)
    if not is_lodash or not arguments or any(each.closure is not None for each in arguments):
        return None
    if name in _GETTERS and len(arguments) > 1:
        key = arguments[1].literal
        known = arguments[0] if not isinstance(key, str) else read_path(state, arguments[0], tuple(key.split(".")))
        found = any_element(state, arguments[0]) if known is None or known is arguments[0] else known
        return union(state, [found, *arguments[2:]])
    if name in _ELEMENTS:
        return any_element(state, arguments[0])
    return arguments[0] if name in _LISTS else None


def _is_library(e: Expression) -> bool:
    return isinstance(e, Name) and e.name in _LIBRARIES
