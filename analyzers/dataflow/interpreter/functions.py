"""Interpreting one function from its start: its parameters, its body and what runs last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reread.analyzers.dataflow.domain.environment import joined_environments
from reread.analyzers.dataflow.domain.file_context import steps_of
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary, StepLimitExceeded
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import class_type, optional_class
from reread.analyzers.dataflow.domain.value import CLEAN
from reread.analyzers.dataflow.interpreter.assignment_targets import bind_parameter, receiver_is_first
from reread.analyzers.dataflow.interpreter.closures import interpret_uncalled
from reread.analyzers.dataflow.interpreter.return_guards import record_fall_through
from reread.analyzers.dataflow.interpreter.statements import execute_block
from reread.analyzers.dataflow.interpreter.summary import summary_of
from reread.analyzers.dataflow.ir.nodes import Block, Function
from reread.analyzers.dataflow.ir.scopes import names_given_in, own_names
from reread.analyzers.dataflow.memory.symbols import parameter_value
from reread.analyzers.dataflow.sanitizers import shared_secret

_STEPS_OF_STATEMENT = 200
"""Steps that each statement of a module may take, however many those before it took, besides those for its length."""


def interpret_function(state: State, function: Function) -> FunctionSummary:
    """Interprets a function from its start and summarizes it."""
    try:
        enter_function(state, function)
        state.at_exit = True
        if state.is_module:
            given_up = execute_module(state, function.body)
            return summary_of(state, function)._replace(failed=given_up)
        execute_block(state, function.body)
        leave_function(state)
        return summary_of(state, function)
    except (StepLimitExceeded, RecursionError):
        return FunctionSummary(failed=True)


def execute_module(state: State, block: Block) -> bool:
    """The code of a module: a statement that takes too many steps is given up alone. True where one was."""
    options, given_up = state.options, False
    for statement in block:
        share = _STEPS_OF_STATEMENT + steps_of(statement.end - statement.start)
        state.options = options._replace(most_steps=max(options.most_steps, state.steps + share))
        state.at_exit = statement is block[-1]
        if not _is_done(state, partial(execute_block, state, (statement,))):
            given_up = True
            for name in names_given_in((statement,)):
                state.env[name] = CLEAN
    state.options = options._replace(most_steps=max(options.most_steps, state.steps + _STEPS_OF_STATEMENT))
    return not _is_done(state, partial(leave_function, state)) or given_up


def _is_done(state: State, run: Callable[[], None]) -> bool:
    """Runs code of a module; False where it takes too many steps, with the state as it was but for the variables."""
    before = state.copied()
    try:
        run()
    except (StepLimitExceeded, RecursionError):
        state.go_back(before)
        # What is being done, of which nothing is between statements of a module.
        for stack in (
            *(state.frame.loops, state.frame.try_environments),
            *(state.closures.stack, state.in_force.open_sinks, state.recorded.yields),
        ):
            stack.clear()
        return False
    return True


def enter_function(state: State, function: Function) -> None:
    shared_secret.enter(state)
    state.local_names = own_names(function, state.semantics.names_may_be_fields)
    state.is_module = not function.name
    state.frame.yield_order = state.hooks.yield_order(function)
    if function.owner and not receiver_is_first(state, function):
        for name in ("this", "self"):
            state.env[name] = parameter_value(state, -1, class_type(function.owner))
    first = receiver_is_first(state, function)
    for number, parameter in enumerate(function.parameters):
        index = number - 1 if first else number
        value = parameter_value(state, index, optional_class(function.owner) if first and number == 0 else None)
        bind_parameter(state, parameter, value, index, (0, function.end - function.start))
        state.parameters[parameter.name] = index
    if function.owner and not first:
        state.parameters["this"] = state.parameters["self"] = -1


def leave_function(state: State) -> None:
    """What runs last: functions defined inside that nothing has called."""
    if state.is_reachable:
        state.frame.exits.append(state.env)
        record_fall_through(state)
    if state.frame.exits:
        # Behind a `throw` there is nothing that comes back.
        state.env, *others = state.frame.exits
        for exit_ in others:
            state.env = joined_environments(state.env, exit_) if exit_ is not state.env else state.env
    state.is_reachable = True
    interpret_uncalled(state)
