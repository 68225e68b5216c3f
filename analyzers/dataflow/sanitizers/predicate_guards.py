"""Functions kept in variables that say yes or no of what they are given: `known.test(x)`."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name
from reread.analyzers.dataflow.memory.reads import peek, read_variable
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.closure_predicates import sanitized_by_closure
from reread.analyzers.dataflow.sanitizers.guard_subjects import SanitizedPaths, sanitized_place


def predicate(state: State, call: Call, holds: bool) -> SanitizedPaths:
    """What the answer of a lambda or a method sanitizes: `known.test(x)`, `known.negate().test(x)`."""
    callee = call.callee
    if (
        not isinstance(callee, Member)
        or callee.name not in names("predicate-call", state.semantics.library)
        or len(call.arguments) != 1
    ):
        return {}
    function, holds = _turned(callee.object, holds, state.semantics.library)
    closure = read_variable(state, function.name).closure if isinstance(function, Name) else None
    e = call.arguments[0].value
    bits = 0 if closure is None else sanitized_by_closure(state, closure, peek(state, e), holds)
    return sanitized_place(state, e, bits) if bits else {}


def _turned(function: Expression, holds: bool, library: str) -> tuple[Expression, bool]:
    """The function itself, and what it says where `function.negate()` or `Predicate.not(function)` says something."""
    if isinstance(function, Call) and isinstance(function.callee, Member):
        callee = function.callee
        if callee.name in names("predicate-negation", library) and not function.arguments:
            return _turned(callee.object, not holds, library)
        dotted = f"{callee.object.name}.{callee.name}" if isinstance(callee.object, Name) else ""
        if dotted in names("predicate-negation-function", library) and len(function.arguments) == 1:
            return _turned(function.arguments[0].value, not holds, library)
    return function, holds
