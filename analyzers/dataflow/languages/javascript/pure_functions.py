"""Functions of JavaScript that start nothing and show nothing to anybody, and calls that keep a text."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.nodes import Call, Expression, Function, Literal, Member, Name
from reread.analyzers.dataflow.ir.traversal import calls_in
from reread.analyzers.dataflow.models.library_names import names

_INSIDE = names("effect-free")
"""Calls that start nothing, and show nothing to anybody."""
_SHOWN = frozenset({"console", "Math", "JSON", "Object", "Date", "Number"})
"""Objects whose methods do the same, or write to the terminal."""


def stays_inside(function: Function) -> bool:
    """True for a body that only computes and remembers: nothing in it goes to a shell, a database or another host."""
    return all(_is_inside(call.callee) for call in calls_in(function.body))


def _is_inside(callee: Expression) -> bool:
    if isinstance(callee, Member) and isinstance(callee.object, Name) and callee.object.name in _SHOWN:
        return True
    return isinstance(callee, (Name, Member)) and callee.name in _INSIDE


def replaces_once(call: Call) -> bool:
    """True for `text.replace("a", "b")`, which replaces only the first place."""
    first = call.arguments[0].value if call.arguments else None
    is_text = isinstance(first, Literal) and isinstance(first.value, str) and not first.value.startswith("/")
    return is_text and isinstance(call.callee, (Name, Member)) and call.callee.name == "replace"
