"""Paths of Python: what they are put together of."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name, Operation, Text
from reread.analyzers.dataflow.models.library_names import names

_PATH_MAKERS = names("path-maker")
_PATH_METHODS = names("path-method")


def parts_of_path(e: Expression) -> list[Expression]:
    """What a path is put together of; nothing for all other expressions."""
    if isinstance(e, Call) and isinstance(e.callee, (Name, Member)):
        given = [argument.value for argument in e.arguments]
        if e.callee.name in _PATH_METHODS and isinstance(e.callee, Member):
            return [e.callee.object, *given]
        return given if e.callee.name in _PATH_MAKERS else []
    if isinstance(e, Operation) and e.operator in ("/", "+"):
        return list(e.operands)
    return list(e.parts) if isinstance(e, Text) else []
