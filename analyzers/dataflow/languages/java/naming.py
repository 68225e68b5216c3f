"""What the names of Java's methods tell of them, by convention and by the interfaces of its library."""

from __future__ import annotations

import re

from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name

_FUNCTIONAL = frozenset({"accept", "apply", "applyAsInt", "call", "execute", "get", "handle", "run", "test"})
_MADE_OF_LAMBDA = frozenset(
    {"andThen", "compose", "negate", "and", "or", "reversed", "thenComparing", "equals", "hashCode", "toString"}
)
_LOOKUPS = frozenset({"get", "getOrDefault", "getProperty", "getRequiredProperty"})
_ANSWERS = re.compile("(?:is|has)[A-Z]")


def may_call_lambda(call: Call) -> bool:
    """True for `f.apply(x)`, where f may be a lambda: a method of an interface that has the one method.

    `get` of such an interface is given nothing; with a key it is that of a table.
    """
    callee = call.callee
    return isinstance(callee, Member) and callee.name in _FUNCTIONAL and not (callee.name == "get" and call.arguments)


def calls_lambda(callee: Expression) -> bool:
    """True for `f.say(x)` where f is a lambda, whatever interface it is of; not for what makes another one of it."""
    return isinstance(callee, Member) and callee.name not in _MADE_OF_LAMBDA


def is_lookup(callee: Expression) -> bool:
    """True for `table.get`: what comes out is what somebody put in. `Paths.get` is none."""
    if not isinstance(callee, Member) or callee.name not in _LOOKUPS:
        return False
    table = callee.object
    return not isinstance(table, Name) or not table.name[:1].isupper() or table.name.isupper()


def is_question(name: str) -> bool:
    """True for `isOpen`, `hasNext`: methods that give a truth value."""
    return _ANSWERS.match(name) is not None


def is_matcher(call: Call) -> bool:
    """True for `pattern.matcher(x)`, which says something of x when it is asked."""
    return isinstance(call.callee, Member) and call.callee.name == "matcher" and len(call.arguments) == 1
