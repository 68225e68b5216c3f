"""Where paths part and meet: conditions that are assumed, and environments that are joined."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.environment import Environment, joined_environments
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import (
    Expression,
    Literal,
)
from reread.analyzers.dataflow.memory.access_paths import sanitize
from reread.analyzers.dataflow.sanitizers.conditions import sanitized_where
from reread.analyzers.dataflow.sanitizers.correlated_guards import record_correlated


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


def assume(state: State, condition: Expression, holds: bool) -> None:
    """Sanitizes access paths where a condition holds, or where it does not."""
    constant = condition.value if isinstance(condition, Literal) else None
    if isinstance(constant, bool) and constant is not holds:
        state.is_reachable = False
        return
    if state.options.guards or state.specs.guards:
        for (root, path), bits in sanitized_where(state, condition, holds).items():
            sanitize(state, root, path, bits)
