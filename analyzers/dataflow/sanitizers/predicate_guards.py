"""Functions kept in variables that say yes or no of what they are given: `known.test(x)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name
from reread.analyzers.dataflow.sanitizers.guard_subjects import Places, place_without

if TYPE_CHECKING:
    from reread.analyzers.dataflow.interpreter.expressions import Expressions

_ASKED = frozenset({"test", "apply"})
_CLASS = "Predicate"


def predicate(call: Call, holds: bool, values: Expressions) -> Places:
    """What the answer of a lambda or a method vouches for: `known.test(x)`, `known.negate().test(x)`."""
    callee = call.callee
    if not isinstance(callee, Member) or callee.name not in _ASKED or len(call.arguments) != 1:
        return {}
    function, holds = _turned(callee.object, holds)
    closure = values.variable(function.name).closure if isinstance(function, Name) else None
    e = call.arguments[0].value
    bits = 0 if closure is None else values.vouched_by(closure, values.peek(e), holds)
    return place_without(e, values, bits) if bits else {}


def _turned(function: Expression, holds: bool) -> tuple[Expression, bool]:
    """The function itself, and what it says where `function.negate()` or `Predicate.not(function)` says something."""
    if isinstance(function, Call) and isinstance(function.callee, Member):
        callee = function.callee
        if callee.name == "negate" and not function.arguments:
            return _turned(callee.object, not holds)
        of_class = isinstance(callee.object, Name) and callee.object.name == _CLASS
        if callee.name == "not" and of_class and len(function.arguments) == 1:
            return _turned(function.arguments[0].value, not holds)
    return function, holds
