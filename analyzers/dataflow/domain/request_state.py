"""Objects that all handlers of a request share, whatever each calls it: `res.locals`, `g`, what a `Context` carries."""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.dataflow.ir.nodes import Expression, Member, Name
from reread.analyzers.dataflow.ir.temporaries import temporary
from reread.analyzers.dataflow.models.library_names import names

LOCALS, STATE, CONTEXT = temporary("locals"), temporary("state"), temporary("context")
NAMES = (LOCALS, STATE, CONTEXT)
"""What they are called among the variables of a module."""


def shared_name(e: Expression, known: Mapping[str, tuple[str, frozenset[str]]], library: str) -> str:
    """The variable that stands for such an object; "" for all else."""
    if not isinstance(e, Member):
        return ""
    variable, owners = known.get(e.name, ("", frozenset()))
    owner = e.object
    if isinstance(owner, Member) and owner.name in names("application-field", library):
        owner = owner.object
    return variable if isinstance(owner, Name) and owner.name in owners else ""
