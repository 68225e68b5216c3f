"""Conditions whose meaning is not known: past them, what they are about is only possibly dangerous.

A predicate that nobody models or has analysed may be a check, in either sense. So are a search in a value, a comparison
with what is looked up, and membership in what is not constant. Questions that say nothing of content, such as the
length of a value or whether there is one, are none.
"""

from __future__ import annotations

from collections.abc import Iterable

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_bits import CERTAIN
from reread.analyzers.dataflow.domain.value import deep_taint
from reread.analyzers.dataflow.ir.nodes import (
    Call,
    Collection,
    Expression,
    Index,
    Literal,
    Member,
    Name,
    Operation,
    Parts,
)
from reread.analyzers.dataflow.ir.traversal import parts_of
from reread.analyzers.dataflow.memory.callees import is_of_library, summary_for
from reread.analyzers.dataflow.memory.reads import peek
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.guard_subjects import SanitizedPaths, is_visible, sanitized_place
from reread.analyzers.dataflow.sanitizers.name_words import is_check_name

_MOST_PARTS = 60


def doubted_by_call(state: State, call: Call) -> SanitizedPaths:
    """The arguments and the object of a predicate of which nothing is known."""
    if not state.taint_bits.lowers or _says_nothing(state, call.callee):
        return {}
    if summary_for(state, call) is not None or peek(state, call.callee).closure is not None:
        return {}
    found = doubted(state, (each.value for each in call.arguments))
    held = call.callee.object if isinstance(call.callee, Member) else None
    if isinstance(held, Call):
        found.update(doubted(state, (each.value for each in held.arguments)))
    elif held is not None and (call.arguments or is_check_name(getattr(call.callee, "name", ""))):
        found.update(_carrying(state, held))
    return found


def _says_nothing(state: State, callee: Expression) -> bool:
    """Whether a function is known to say nothing of the content of what it is given."""
    name = callee.name if isinstance(callee, (Name, Member)) else ""
    library = state.semantics.library
    if name in names("content-check", library):
        return False
    known = (
        name in names("asks-nothing", library)
        or name in names("passes-on", library)
        or name in names("scalar-parser", library)
    )
    return known or is_of_library(state, callee)


def doubted_by_comparison(state: State, condition: Operation) -> SanitizedPaths:
    """What is searched, or compared with what was looked up by it."""
    if len(condition.operands) != 2 or not state.taint_bits.lowers:
        return {}
    left, right = condition.operands
    if condition.operator not in ("in", "not in"):
        return {}
    if not _taint(state, right):
        return {} if is_visible(state, right) else doubted(state, [left])
    if peek(state, left).constant or (isinstance(left, Literal) and str(left.value).isidentifier()):
        return {}  # Whether there is something under a key.
    return doubted(state, (right, left))


def doubted_by_equality(state: State, left: Expression, right: Expression) -> SanitizedPaths:
    """What is equal to something else that is itself only possibly dangerous: a record found by it."""
    if not state.taint_bits.lowers:
        return {}
    for one, other in ((left, right), (right, left)):
        taint = _taint(state, other)
        if taint and not taint & CERTAIN and (found := _carrying(state, one)):
            return found
    return {}


def doubted(state: State, expressions: Iterable[Expression]) -> SanitizedPaths:
    """The places in expressions that carry taint, each with the mask that makes it only possible."""
    found: SanitizedPaths = {}
    stack = list(expressions)
    for _ in range(_MOST_PARTS):
        if not stack:
            break
        e = stack.pop()
        if isinstance(e, Literal) or (isinstance(e, Parts) and e.type == "&"):
            continue  # What is filled through a pointer is not asked about.
        if places := _carrying(state, e):
            found.update(places)
        elif isinstance(e, Collection):
            stack += (entry.value for entry in e.entries)
        elif not isinstance(e, (Name, Index)):
            stack += parts_of(e)
    return found


def _carrying(state: State, e: Expression) -> SanitizedPaths:
    """The place that an expression names, if there is taint in it or a source reads it."""
    places = sanitized_place(state, e, state.taint_bits.lowers)
    return places if places and (_reads_source(state, e) or _taint(state, e)) else {}


def _reads_source(state: State, e: Expression) -> bool:
    """Whether an expression is read from a source each time: `request.args["name"]`."""
    while True:
        specs = state.specs.at.get((e.start, e.end))
        if specs is not None and specs[0]:
            return True
        if isinstance(e, Call):
            e = e.callee
        elif isinstance(e, (Member, Index)):
            e = e.object
        else:
            return False


def _taint(state: State, e: Expression) -> int:
    return deep_taint(peek(state, e))[0]
