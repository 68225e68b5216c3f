"""The functions that a call may be of: of the file, of the class of its object, and of other files."""

from __future__ import annotations

from collections.abc import Iterable

from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import TypeRef, class_type, optional_class
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Literal, Member, Name
from reread.analyzers.dataflow.memory.reads import read_variable
from reread.analyzers.dataflow.models.library_names import names


def summary_for(state: State, call: Call) -> FunctionSummary | None:
    callee = call.callee
    if isinstance(callee, Name) and (callee.name not in state.env or state.semantics.names_may_be_fields):
        return state.functions.summary_of(None, callee.name) or (
            state.functions.summary_of(class_type(state.owner), callee.name) if state.owner else None
        )
    if isinstance(callee, Member) and isinstance(callee.object, Name):
        type_ = read_variable(state, callee.object.name).type
        if callee.object.name in ("self", "this", "cls"):
            type_ = type_ or optional_class(state.owner)
        elif state.declarations.is_class(callee.object.name):
            type_ = class_type(callee.object.name)
        if type_ is None and state.functions.type_of is not None:
            type_ = imported_type(state, callee.object)
        return None if type_ is None else state.functions.summary_of(type_, callee.name)
    return None


def imported_type(state: State, e: Expression) -> TypeRef | None:
    """The module or class of another file that a dotted name is."""
    parts: list[str] = []
    while isinstance(e, Member):
        parts.append(e.name)
        e = e.object
    if (
        not isinstance(e, Name)
        or state.functions.type_of is None
        or (e.name in state.env and not may_be_imported(state))
    ):
        return None
    return state.functions.type_of((e.name, *reversed(parts)))


def is_of_library(state: State, callee: Expression) -> bool:
    """Whether a callee begins with a name that was imported from a library that is known."""
    while isinstance(callee, Member):
        callee = callee.object
    return isinstance(callee, Name) and state.declarations.is_library(callee.name)


def may_be_imported(state: State) -> bool:
    """True where variables may stand for what other files export: `const f = require("./f")` in a module's code."""
    return state.is_module and state.functions.type_of is not None


def is_own_class(state: State, name: str) -> bool:
    """True for a name that stands for a class of the file, and for no variable."""
    known = state.env.get(name)
    # One of the module that has been given a field here is still that class.
    is_same = (
        known is None or known is state.memory.classes.get(name) or not (state.is_module or name in state.local_names)
    )
    return is_same and state.declarations.is_class(name)


def constructor_summary(state: State, type_: TypeRef) -> FunctionSummary | None:
    own_name = type_.classes[0].name.rpartition(".")[2]
    return first_summary(state, type_, (*names("constructor", state.semantics.library), own_name))


def first_summary(state: State, type_: TypeRef | None, methods: Iterable[str]) -> FunctionSummary | None:
    """The summary of the first of some methods that a class has; None where it has none of them."""
    found = (state.functions.summary_of(type_, method) for method in methods)
    return next((summary for summary in found if summary is not None), None)


def is_repeatable(call: Call, library: str) -> bool:
    """True for `entry.getKey()`: what gives the same each time. What moves on, as `words.next()`, does not."""
    callee = call.callee
    if not isinstance(callee, Member) or callee.name.startswith(tuple(names("advancing-prefix", library))):
        return False
    return (bool(call.arguments) or callee.name not in names("supplier-method", library)) and all(
        isinstance(each.value, Literal) for each in call.arguments
    )
