"""Loops, interpreted until the environment does not change any more."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.environment import Environment, same_environments
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.interpreter.assignment_targets import assign_to
from reread.analyzers.dataflow.interpreter.branches import assume, joined_paths, merge
from reread.analyzers.dataflow.interpreter.evaluation import evaluate
from reread.analyzers.dataflow.interpreter.operations import known_truth
from reread.analyzers.dataflow.ir.nodes import Expression, Loop
from reread.analyzers.dataflow.memory.access_paths import sanitize
from reread.analyzers.dataflow.memory.function_values import in_turn
from reread.analyzers.dataflow.memory.loop_entry import is_entered
from reread.analyzers.dataflow.memory.reads import iterated_element
from reread.analyzers.dataflow.sanitizers.guard_invalidation import invalidate
from reread.analyzers.dataflow.sanitizers.loop_guards import element_loop, sanitized_in_round, taint_before_round

_MOST_ROUNDS = 4


def element_of(state: State, iterable: Expression, target: Expression | None, through: AbstractValue) -> AbstractValue:
    """Any element of what a loop goes through."""
    value = iterated_element(state, through)
    if target is None or not state.options.guards:
        return value
    return state.hooks.loop_element(state, through, iterable, target, value)


def begin_round(state: State, statement: Loop, element: AbstractValue | None) -> None:
    """Assigns the element of a round to the target of the loop, or assumes its condition."""
    if statement.target is not None and element is not None:
        assign_to(state, statement.target, element, statement.target.start, statement.target.end)
        invalidate(state, statement.target, None)
    elif statement.condition is not None and not statement.once:
        assume(state, statement.condition, True)


def execute_loop(state: State, statement: Loop) -> None:
    value = None
    steps: list[AbstractValue] = []
    once = statement.once
    if statement.iterable is not None:
        through = evaluate(state, statement.iterable)
        value = element_of(state, statement.iterable, statement.target, through)
        once = is_entered(state, statement, through)
        steps = in_turn(through) if state.semantics.takes_in_turn else []
    each = element_loop(state, statement) if state.options.guards or state.specs.guards else None
    lost = 0
    if each is not None:
        state.memory.counters.append(each.counter)
    breaks: list[Environment] = []
    continues: list[Environment] = []
    state.frame.loops.append((breaks, continues))
    entry = state.env
    if statement.condition is not None and not statement.once:
        once = known_truth(state, evaluate(state, statement.condition)) is True
        entry = state.env
    for turn in range(len(steps) or _MOST_ROUNDS):
        state.env = entry.copy()
        state.is_reachable = True
        element = steps[turn] if steps else value
        if steps and statement.iterable is not None and statement.target is not None:
            element = state.hooks.loop_element(state, through, statement.iterable, statement.target, steps[turn])
        begin_round(state, statement, element)
        before = 0 if each is None else taint_before_round(state, each)
        state.evaluator.execute_block(state, statement.body)
        for env in continues:
            merge(state, env, True)
        continues.clear()
        if each is not None:
            lost = sanitized_in_round(state, each, before) if state.is_reachable else 0
        if state.is_reachable and statement.condition is not None:
            evaluate(state, statement.condition)
        if steps and state.is_reachable:
            entry = state.env
            continue
        if not state.is_reachable or same_environments(after := joined_paths(state, entry, state.env), entry):
            break
        entry = after
    ended = state.is_reachable
    state.frame.loops.pop()
    if once and ended:
        entry = state.env
    state.env, state.is_reachable = entry.copy(), ended if once else True
    if each is not None:
        state.memory.counters.pop()
        if lost:
            sanitize(state, *each.place, lost)
    if state.is_reachable and statement.condition is not None:
        assume(state, statement.condition, False)
    if state.is_reachable:
        state.evaluator.execute_block(state, statement.other)
    for env in breaks:
        merge(state, env, True)
