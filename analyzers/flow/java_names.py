"""What the names of Java's methods tell of them, by convention and by the interfaces of its library."""

from __future__ import annotations

import re

from reread.analyzers.flow.program import Expression, Member, Name

_FUNCTIONAL = frozenset({"accept", "apply", "applyAsInt", "call", "execute", "get", "handle", "run", "test"})
_ANSWERS = re.compile("(?:is|has)[A-Z]")


def may_call_lambda(callee: Expression) -> bool:
    """True for `f.apply`, where f may be a lambda: a method of an interface that has the one method."""
    return isinstance(callee, Member) and callee.name in _FUNCTIONAL


def is_lookup(callee: Expression) -> bool:
    """True for `table.get`: what comes out is what somebody put in. `Paths.get` is none."""
    if not isinstance(callee, Member) or callee.name not in ("get", "getOrDefault"):
        return False
    table = callee.object
    return not isinstance(table, Name) or not table.name[:1].isupper() or table.name.isupper()


def is_question(name: str) -> bool:
    """True for `isOpen`, `hasNext`: methods that give a truth value."""
    return _ANSWERS.match(name) is not None
