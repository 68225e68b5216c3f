"""Where paths part and meet: conditions that are assumed, and environments that are joined."""

from __future__ import annotations

from typing import TypeAlias

from reread.analyzers.dataflow.domain.environment import Environment, joined_environments
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import (
    Expression,
    Literal,
)
from reread.analyzers.dataflow.memory.access_paths import sanitize
from reread.analyzers.dataflow.sanitizers import shared_secret
from reread.analyzers.dataflow.sanitizers.conditions import sanitized_where
from reread.analyzers.dataflow.sanitizers.correlated_guards import record_correlated
from reread.analyzers.dataflow.sanitizers.made_paths import asks_for_nothing, check_made


def merge(state: State, env: Environment, reachable: bool) -> None:
    """Goes on from here or from another end."""
    if reachable and state.is_reachable:
        state.env = joined_paths(state, state.env, env)
    elif reachable:
        state.env, state.is_reachable = env, True


def joined_paths(state: State, one: Environment, other: Environment) -> Environment:
    """The variables after either of two ways, with what some of them tell of the way that was taken."""
    after = joined_environments(one, other)
    if one is not other and state.options.guards:
        record_correlated(one, other, after, state.taint_bits)
    return after


Assumed: TypeAlias = "dict[str, tuple[AbstractValue | None, AbstractValue]]"
"""The variables whose taint a condition made only possible, each with its value before and after."""


def assume(state: State, condition: Expression, holds: bool) -> Assumed:
    """Sanitizes access paths where a condition holds, or where it does not."""
    constant = condition.value if isinstance(condition, Literal) else None
    if isinstance(constant, bool) and constant is not holds:
        state.is_reachable = False
        return {}
    assumed: Assumed = {}
    if state.options.guards or state.specs.guards:
        found = sanitized_where(state, condition, holds)
        if found and state.memory.made:
            checked = [(root, bits) for (root, path), bits in found.items() if not path]
            check_made(state, [each for each in checked if not asks_for_nothing(condition, each[0])], condition)
        for (root, path), bits in found.items():
            if shared_secret.is_place(root):
                shared_secret.know(state)
                continue
            before = state.env.get(root)
            sanitize(state, root, path, bits, condition)
            after = state.env.get(root)
            if after is not None and after is not before and bits & state.taint_bits.lowers == bits:
                assumed[root] = assumed.get(root, (before,))[0], after
    return assumed


def merge_sides(state: State, then: Environment, then_live: bool, held: Assumed, failed: Assumed) -> None:
    """Goes on from here or from the other side of a condition. What a check whose meaning is not known has left on both
    sides, whatever it said, is what it was before: `if verify(x): log(x)`.
    """
    same = {}
    if held and failed and then_live and state.is_reachable:
        for name, (before, after) in held.items():
            other = failed.get(name)
            if other is not None and then.get(name) is after and state.env.get(name) is other[1]:
                same[name] = before
    merge(state, then, then_live)
    for name, before in same.items():
        if before is None:
            state.env.pop(name, None)
        else:
            state.env[name] = before
