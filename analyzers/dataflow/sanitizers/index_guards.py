"""Searches that answer with a position, or -1 for nothing: whether one was found says what `contains` says."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import Call, Closure, Expression, Literal, Member, Name, Operation
from reread.analyzers.dataflow.memory.reads import peek, read_variable
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.closure_predicates import sanitized_by_closure
from reread.analyzers.dataflow.sanitizers.guard_subjects import SanitizedPaths, member, sanitized_place

_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def searched(state: State, e: Expression) -> Call | None:
    """The search whose answer an expression is."""
    library = state.semantics.library
    if isinstance(e, Name) and (kept := read_variable(state, e.name).test) is not None:
        e = kept
    if not isinstance(e, Call) or not isinstance(e.callee, Member):
        return None
    name, held = e.callee.name, e.callee.object
    is_of_package = isinstance(held, Name) and held.name in names("search-package", library) and len(e.arguments) == 2
    is_one = (
        name in names("index-function", library) | names("index-by-predicate", library)
        if is_of_package
        else name in names("index-method", library) and len(e.arguments) == 1
    )
    return e if is_one else None


def found_at(state: State, call: Call, found: bool) -> SanitizedPaths:
    """What is sanitized where a search has found something, or has not: no character that a function looks for."""
    if not isinstance(call.callee, Member):
        return {}
    given = [each.value for each in call.arguments]
    if call.callee.name not in names("index-by-predicate", state.semantics.library):
        if not found or not given:
            return {}
        return member(state, given[1], given[0]) if len(given) == 2 else member(state, given[0], call.callee.object)
    if found or len(given) != 2:
        return {}
    e = given[1]
    closed = e.function if isinstance(e, Closure) else peek(state, e).closure
    bits = 0 if closed is None else sanitized_by_closure(state, closed, peek(state, given[0]), False)
    return sanitized_place(state, given[0], bits) if bits else {}


def where_found(state: State, condition: Operation, holds: bool) -> SanitizedPaths:
    """`i >= 0`, `i < 0`, `-1 < i` of the position that a search has given."""
    left, right = condition.operands
    for one, other, sign in ((left, right, condition.operator), (right, left, _TURNED[condition.operator])):
        limit = -1 if is_minus_one(other) else other.value if isinstance(other, Literal) else None
        asks_found = _asks_found(sign, limit)
        if asks_found is None or (call := searched(state, one)) is None:
            continue
        if sign == ">" and limit == 0 and not holds:
            # It may be the first one.
            return {}
        return found_at(state, call, asks_found is holds)
    return {}


def _asks_found(sign: str, limit: object) -> bool | None:
    if (sign, limit) in ((">=", 0), (">", -1), (">", 0)):
        return True
    return False if (sign, limit) in (("<", 0), ("<=", -1)) else None


def is_minus_one(e: Expression) -> bool:
    if isinstance(e, Operation) and e.operator == "-" and len(e.operands) == 1:
        return isinstance(e.operands[0], Literal) and e.operands[0].value == 1
    return isinstance(e, Literal) and e.value == -1
