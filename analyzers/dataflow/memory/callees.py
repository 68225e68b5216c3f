"""The functions that a call may be of: of the file, of the class of its object, and of other files."""

from __future__ import annotations

import re

from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Literal, Member, Name
from reread.analyzers.dataflow.memory.reads import read_variable


def summary_for(state: State, call: Call) -> FunctionSummary | None:
    callee = call.callee
    if isinstance(callee, Name) and (callee.name not in state.env or state.context.semantics.has_plain_members):
        return state.context.summary_of("", callee.name) or (
            state.context.summary_of(state.owner, callee.name) if state.owner else None
        )
    if isinstance(callee, Member) and isinstance(callee.object, Name):
        owner = read_variable(state, callee.object.name).owner
        if callee.object.name in ("self", "this", "cls"):
            owner = owner or state.owner
        elif state.context.is_class(callee.object.name):
            owner = callee.object.name
        if not owner and state.context.owner_of is not None:
            owner = imported_type(state, callee.object)
        return state.context.summary_of(owner, callee.name) if owner else None
    return None


def imported_type(state: State, e: Expression) -> str:
    """What a dotted name is as the owner of functions in other files: a module or a class."""
    parts: list[str] = []
    while isinstance(e, Member):
        parts.append(e.name)
        e = e.object
    if (
        not isinstance(e, Name)
        or state.context.owner_of is None
        or (e.name in state.env and not may_be_imported(state))
    ):
        return ""
    return state.context.owner_of((e.name, *reversed(parts)))


def may_be_imported(state: State) -> bool:
    """True where variables may stand for what other files export: `const f = require("./f")` in a module's code."""
    return state.is_module and state.context.owner_of is not None


def is_own_class(state: State, name: str) -> bool:
    """True for a name that stands for a class of the file, and for no variable."""
    known = state.env.get(name)
    # One of the module that has been given a field here is still that class.
    is_same = known is None or known is state.classes.get(name) or not (state.is_module or name in state.local_names)
    return is_same and state.context.is_class(name)


def constructor_summary(state: State, name: str) -> FunctionSummary | None:
    return (
        state.context.summary_of(name, "__init__")
        or state.context.summary_of(name, "constructor")
        or state.context.summary_of(name, name)
    )


_MOVES = re.compile(
    "(?:next|prev|poll|pop|peek|take|read|remove|receive|accept|scan|call|run|apply|add|getAnd|getNext)"
)


def is_repeatable(call: Call) -> bool:
    """True for `entry.getKey()`: what gives the same each time. What moves on, as `words.next()`, does not."""
    callee = call.callee
    if not isinstance(callee, Member) or _MOVES.match(callee.name):
        return False
    return (bool(call.arguments) or callee.name != "get") and all(
        isinstance(each.value, Literal) for each in call.arguments
    )
