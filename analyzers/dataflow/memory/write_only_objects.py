"""Objects that are only written to: what went into them cannot be read back, so they do not hold it."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Literal, Member, Name
from reread.analyzers.dataflow.models.library_names import names


def record_written_object(state: State, name: str, made: Expression) -> None:
    """After `name = made`: the variable is only written to while all that it was assigned is."""
    if isinstance(made, Literal):
        return
    known = state.memory.write_only
    known[name] = known.get(name, True) and is_write_only(state, made)


def record_declared_object(state: State, name: str, type_: str) -> None:
    """A parameter is only written to if its type says so, or its name in a language in which types are not written."""
    library = state.semantics.library
    if type_.rpartition(".")[2] in names("write-only-type", library) or (
        not type_ and name in names("write-only-parameter", library)
    ):
        state.memory.write_only[name] = True


def is_write_only(state: State, e: Expression) -> bool:
    """True for `System.out`, for what `response.getWriter()` gives, for variables of them and for what is around them.

    False for what is not known, which may be a text in memory.
    """
    library = state.semantics.library
    if isinstance(e, Name):
        return state.memory.write_only.get(e.name, e.name in names("write-only-object", library))
    if isinstance(e, Member):
        return isinstance(e.object, Name) and f"{e.object.name}.{e.name}" in names("write-only-object", library)
    if not isinstance(e, Call) or not isinstance(e.callee, (Member, Name)):
        return False
    name = e.callee.name.rpartition(".")[2]
    if name in names("write-only-object-maker", library):
        return True
    if name not in names("writer-wrapper", library) or not e.arguments:
        return False
    inside = e.arguments[0].value
    return isinstance(inside, Literal) or is_write_only(state, inside)
