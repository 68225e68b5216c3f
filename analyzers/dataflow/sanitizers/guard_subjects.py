"""What a check is about: the variable or field that it sanitizes, and what is fit to be compared with."""

from __future__ import annotations

from typing import TypeAlias

from reread.analyzers.dataflow.domain.facets import Path
from reread.analyzers.dataflow.domain.regex import made_regex
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import deep_taint
from reread.analyzers.dataflow.ir.nodes import (
    Assigned,
    Call,
    Collection,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    Operation,
)
from reread.analyzers.dataflow.memory.access_paths import guarded_path
from reread.analyzers.dataflow.memory.callees import summary_for
from reread.analyzers.dataflow.memory.reads import peek
from reread.analyzers.dataflow.models.library_names import names

_DEFAULTS = frozenset({"??", "||", "or"})
ALL = -1
SanitizedPaths: TypeAlias = dict[tuple[str, Path], int]
"""Variables and fields with the bits of taint, of all symbols, that they do not have; `ALL` for all bits."""


def is_untainted(state: State, e: Expression) -> bool:
    """True for a value that does not depend on input, as far as is known.

    What a function or its object is given to compare with counts as such: it is hardly ever the visitor's as well.
    """
    if isinstance(e, Literal):
        return e.value is not None
    specs = state.specs.at.get((e.start, e.end))
    if specs is not None and specs[0]:
        return False
    if isinstance(e, Call):
        name = e.callee.name if isinstance(e.callee, (Member, Name)) else ""
        if (
            name in names("constant-collection-maker", state.semantics.library)
            or made_regex(e, state.semantics.library) is not None
        ):
            return all(is_untainted(state, each.value) for each in e.arguments)
        return _gives_nothing(state, e)
    if isinstance(e, Operation):
        return False
    if isinstance(e, (Member, Index)) and not isinstance(e.object, Name) and not is_untainted(state, e.object):
        return False
    return not state.taint_bits.present(deep_taint(peek(state, e))[0])


def is_constant(state: State, e: Expression) -> bool:
    """True for what carries nothing here, whoever calls the function."""
    return isinstance(e, Literal) or (isinstance(e, Name) and not deep_taint(peek(state, e))[0])


def _gives_nothing(state: State, call: Call) -> bool:
    """True for a call that is given nothing tainted and does not get it from elsewhere."""
    if isinstance(call.callee, Member) and not is_untainted(state, call.callee.object):
        return False
    if not all(isinstance(each.value, Literal) or is_untainted(state, each.value) for each in call.arguments):
        return False
    summary = summary_for(state, call)
    return summary is None or not deep_taint(summary.returned)[0] & state.taint_bits.full


def _same_text(call: Call, library: str) -> Expression | None:
    """What a call gives the text of, or all of it that counts: `x.trim()`, `String(x)`."""
    callee = call.callee
    if isinstance(callee, Member):
        # Perhaps with a language: `x.toLowerCase(Locale.ROOT)`
        is_plain = not call.arguments or callee.name in names("case-conversion", library)
        return callee.object if callee.name in names("same-subject-text", library) and is_plain else None
    is_text = isinstance(callee, Name) and callee.name in names("text-conversion", library) and len(call.arguments) == 1
    return call.arguments[0].value if is_text else None


def _without_default(e: Expression) -> Expression | None:
    """The value in `x ?? ""`: either it is what was checked, or it is nothing."""
    if isinstance(e, Operation) and e.operator in _DEFAULTS and len(e.operands) == 2:
        return e.operands[0] if isinstance(e.operands[1], Literal) else None
    return None


def sanitized_place(state: State, e: Expression, bits: int = ALL) -> SanitizedPaths:
    """What an expression names, seen through what keeps its meaning: `x.strip()`, `x.lower()`, `(y := x)`."""
    if isinstance(e, Assigned):
        e = e.target
    while (inner := _same_text(e, state.semantics.library) if isinstance(e, Call) else _without_default(e)) is not None:
        e = inner
    place = guarded_path(state, e)
    if place is None or place[1] is None:
        return {}
    return {(place[0], place[1]): bits}


def member(state: State, element: Expression, collection: Expression) -> SanitizedPaths:
    """An element that is in a collection is one of those that the code itself knows."""
    if not is_untainted(state, collection):
        return {}
    return sanitized_place(state, element, ALL if is_visible(state, collection) else state.taint_bits.unseen)


def is_visible(state: State, e: Expression) -> bool:
    """Whether the code shows what an expression is: constants, or a collection of them."""
    if isinstance(e, Literal):
        return True
    if isinstance(e, Collection):
        return all(is_visible(state, entry.value) for entry in e.entries)
    if isinstance(e, Operation):
        return all(is_visible(state, each) for each in e.operands)
    if isinstance(e, Call):
        name = e.callee.name if isinstance(e.callee, (Member, Name)) else ""
        given = all(is_visible(state, each.value) for each in e.arguments)
        return given and (
            name in names("constant-collection-maker", state.semantics.library)
            or (isinstance(e.callee, Member) and is_visible(state, e.callee.object))
        )
    value = peek(state, e)
    fields = value.fields or {}
    return value.constant or (bool(fields) and all(each.constant for each in fields.values()))
