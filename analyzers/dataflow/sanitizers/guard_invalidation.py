"""Conditions kept in variables, once what they are about has another value: `ok = x in KNOWN`, then `x = y`."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import Call, Choice, Collection, Expression, Name, Text
from reread.analyzers.dataflow.ir.traversal import parts_of
from reread.analyzers.dataflow.sanitizers.correlated_guards import CorrelatedGuard, with_test


def invalidate(state: State, target: Expression, given: Expression | None) -> None:
    """Forgets the conditions about the variables that are assigned to, unless they get what is made of themselves."""
    names = frozenset(_assigned(target))
    if given is not None:
        names -= _names_in(state, given)
    if not names:
        return
    for name, value in tuple(state.env.items()):
        test = value.test
        if test is not None and not names.isdisjoint(_about(state, test)):
            state.env[name] = with_test(value, None)


def _assigned(target: Expression) -> list[str]:
    if isinstance(target, Collection):
        return [name for entry in target.entries for name in _assigned(entry.value)]
    return [target.name] if isinstance(target, Name) else []


def _about(state: State, test: Expression | CorrelatedGuard) -> frozenset[str]:
    if isinstance(test, CorrelatedGuard):
        return frozenset(root for places in test[:2] if places for root, _ in places)
    if isinstance(test, Call) and state.semantics.partial_call(test) is not None:
        return frozenset()
    return _names_in(state, test)


def _names_in(state: State, e: Expression) -> frozenset[str]:
    """The names in an expression, without those of closures; found out once."""
    known = state.memory.names_in.get(id(e))
    if known is None:
        found: set[str] = set()
        stack = [e]
        while stack:
            each = stack.pop()
            if isinstance(each, Name):
                found.add(each.name)
            elif isinstance(each, Text):
                stack += each.parts
            elif isinstance(each, Choice):
                stack += (each.condition, each.then, each.other)
            elif isinstance(each, Collection):
                stack += (entry.value for entry in each.entries)
            else:
                stack += parts_of(each)
        known = state.memory.names_in[id(e)] = frozenset(found)
    return known
