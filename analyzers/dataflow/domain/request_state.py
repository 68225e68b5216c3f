"""Objects that all handlers of a request share, whatever each calls it: `res.locals`, `g`, what a `Context` carries."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reread.analyzers.dataflow.ir.nodes import Expression, Member, Name
from reread.analyzers.dataflow.ir.temporaries import temporary

LOCALS, STATE, CONTEXT = map(temporary, ("locals", "state", "context"))
NAMES = (LOCALS, STATE, CONTEXT)
"""What they are called among the variables of a module."""

FILLED = re.compile(
    rb"\.(?:locals|state|ctx)(?:\.\w+|\[[^\]\n]+\])\s*=[^=]|\bg\.\w+\s*=[^=]|\bcontext\.WithValue\("
    rb"|\b\w*(?:c|[cC]tx|[cC]ontext)\.(?:Set|Locals)\(\"\w+\","
)
"""Finds code that may put something into one."""


def shared_name(e: Expression, known: Mapping[str, tuple[str, frozenset[str]]]) -> str:
    """The variable that stands for such an object; "" for all else."""
    if not isinstance(e, Member):
        return ""
    variable, owners = known.get(e.name, ("", frozenset()))
    owner = e.object
    if isinstance(owner, Member) and owner.name == "app":
        owner = owner.object
    return variable if isinstance(owner, Name) and owner.name in owners else ""
