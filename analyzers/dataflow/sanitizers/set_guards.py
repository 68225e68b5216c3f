"""Sets that are within known ones, and collections with nothing in them: what a check of these sanitizes."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Literal, Member, Name, Operation
from reread.analyzers.dataflow.memory.reads import peek, read_variable
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.elementwise_guards import through_all
from reread.analyzers.dataflow.sanitizers.guard_subjects import ALL, SanitizedPaths, is_untainted


def more_than_none(state: State, condition: Operation, holds: bool) -> SanitizedPaths:
    """`len(x) > 0` is what `x` is."""
    left, right = condition.operands
    counted = counted_in(left, state.semantics.library) if condition.operator == ">" and _is_none(right) else None
    return {} if counted is None else about_elements(state, counted, holds)


def within(state: State, condition: Operation, holds: bool) -> SanitizedPaths:
    """What `set(x) <= KNOWN` says where it holds, and `set(x) - KNOWN` where nothing is left."""
    left, right = condition.operands
    if condition.operator in (">=", ">"):
        left, right = right, left
    if condition.operator == "-":
        return {} if holds else _part_of(state, left, right)
    is_of_sets = _made_set(state, left) is not None or _made_set(state, right) is not None
    return _part_of(state, left, right) if holds and is_of_sets else {}


def emptiness(state: State, left: Expression, right: Expression, equal: bool) -> SanitizedPaths:
    """`len(x) == 0` is what `not x` is."""
    counted = counted_in(left, state.semantics.library)
    return about_elements(state, counted, not equal) if counted is not None and _is_none(right) else {}


def about_elements(state: State, e: Expression, filled: bool) -> SanitizedPaths:
    """What a collection says by having elements, or none."""
    if state.semantics.empty_list_is_false:
        return state.evaluator.sanitized_by(state, e, filled)
    test = peek(state, e).test
    return {} if test is None else state.evaluator.sanitized_by(state, test, filled)


def counted_in(e: Expression, library: str) -> Expression | None:
    """The collection whose elements are counted: `len(x)`, `x.length`, `x.size()`."""
    if isinstance(e, Member) and e.name in names("size-getter", library):
        return e.object
    if not isinstance(e, Call):
        return None
    if isinstance(e.callee, Member):
        return e.callee.object if e.callee.name in names("size-getter", library) and not e.arguments else None
    is_count = (
        isinstance(e.callee, Name) and e.callee.name in names("length-function", library) and len(e.arguments) == 1
    )
    return e.arguments[0].value if is_count else None


def _is_none(e: Expression) -> bool:
    return isinstance(e, Literal) and e.value == 0


def within_by_name(state: State, call: Call, holds: bool) -> SanitizedPaths:
    """The same by name: `set(x).issubset(KNOWN)`, `KNOWN.issuperset(x)`, `set(x).difference(KNOWN)`."""
    library = state.semantics.library
    callee = call.callee
    if not isinstance(callee, Member) or len(call.arguments) != 1:
        return {}
    one, other = callee.object, call.arguments[0].value
    if callee.name in names("superset-check", library) and holds:
        return _part_of(state, other, one)
    if (callee.name in names("subset-check", library) and holds) or (
        callee.name in names("set-difference", library) and not holds
    ):
        return _part_of(state, one, other)
    return {}


def _part_of(state: State, part: Expression, known: Expression) -> SanitizedPaths:
    if not is_untainted(state, known):
        return {}
    found = through_all(state, part, ALL)
    made = _made_set(state, part)
    return found if made is None else {**found, **through_all(state, made, ALL)}


def _made_set(state: State, e: Expression) -> Expression | None:
    """The expression that makes a set, where a value is known to be one."""
    if isinstance(e, Name):
        e = read_variable(state, e.name).test or e
    if (
        isinstance(e, Call)
        and isinstance(e.callee, Name)
        and e.callee.name in names("set-maker", state.semantics.library)
    ):
        return e
    return None
