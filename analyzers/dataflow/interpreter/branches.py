"""Where paths part and meet: conditions that are assumed, and environments that are joined."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.environment import (
    Environment,
    joined_environments,
)
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.ir.nodes import (
    Expression,
    Literal,
)
from reread.analyzers.dataflow.memory.access_paths import sanitize
from reread.analyzers.dataflow.sanitizers.conditions import vouched
from reread.analyzers.dataflow.sanitizers.correlated_guards import note_implied


def merge(state: State, env: Environment, live: bool) -> None:
    """Goes on from here or from another end."""
    if live and state.live:
        state.env = joined_paths(state, state.env, env)
    elif live:
        state.env, state.live = env, True


def joined_paths(state: State, one: Environment, other: Environment) -> Environment:
    """The variables after either of two ways, with what some of them tell of the way that was taken."""
    after = joined_environments(one, other)
    if one is not other and state.world.guards:
        note_implied(one, other, after, state.masks)
    return after


def assume(state: State, condition: Expression, holds: bool) -> None:
    """Cleans what is known to be harmless where a condition holds, or where it does not."""
    constant = condition.value if isinstance(condition, Literal) else None
    if isinstance(constant, bool) and constant is not holds:
        state.live = False
        return
    if state.world.guards or state.marks.guards:
        for (root, path), bits in vouched(state, condition, holds).items():
            sanitize(state, root, path, bits)
