"""Objects that all handlers of a request share, whatever each calls it: `res.locals`, `g`, what a `Context` carries."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reread.analyzers.flow.program import Expression, Member, Name

LOCALS, STATE, CONTEXT = "\0locals", "\0state", "\0context"
NAMES = (LOCALS, STATE, CONTEXT)
"""What they are called among the variables of a module."""

_JAVASCRIPT: Mapping[str, tuple[str, frozenset[str]]] = {
    "locals": (LOCALS, frozenset({"res", "response", "reply", "app", "server", "req", "request"})),
    "state": (STATE, frozenset({"ctx", "context", "request", "req"})),
}
_PYTHON: Mapping[str, tuple[str, frozenset[str]]] = {
    "g": ("g", frozenset({"flask", "quart"})),
    "state": (STATE, frozenset({"request", "req", "websocket"})),
    "ctx": (STATE, frozenset({"request", "req"})),
}
_OF_LANGUAGE = {"javascript": _JAVASCRIPT, "typescript": _JAVASCRIPT, "tsx": _JAVASCRIPT, "python": _PYTHON}
FILLED = re.compile(
    rb"\.(?:locals|state|ctx)(?:\.\w+|\[[^\]\n]+\])\s*=[^=]|\bg\.\w+\s*=[^=]|\bcontext\.WithValue\("
    rb"|\b\w*(?:c|[cC]tx|[cC]ontext)\.(?:Set|Locals)\(\"\w+\","
)
"""Finds code that may put something into one."""


def shared_name(e: Expression, language: str) -> str:
    """The variable that stands for such an object; "" for all else."""
    if not isinstance(e, Member):
        return ""
    variable, owners = _OF_LANGUAGE.get(language, {}).get(e.name, ("", frozenset()))
    owner = e.object
    if isinstance(owner, Member) and owner.name == "app":
        owner = owner.object
    return variable if isinstance(owner, Name) and owner.name in owners else ""
