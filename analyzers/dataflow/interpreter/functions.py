"""Interpreting one function from its start: its parameters, its body and what runs last."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.environment import joined_environments
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary, StepLimitExceeded
from reread.analyzers.dataflow.domain.language import Generators, Scoping
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import class_type, optional_class
from reread.analyzers.dataflow.interpreter.assignment_targets import bind_parameter, receiver_is_first
from reread.analyzers.dataflow.interpreter.closures import interpret_uncalled
from reread.analyzers.dataflow.interpreter.return_guards import record_fall_through
from reread.analyzers.dataflow.interpreter.statements import execute_block
from reread.analyzers.dataflow.interpreter.summary import summary_of
from reread.analyzers.dataflow.ir.nodes import (
    Function,
)
from reread.analyzers.dataflow.ir.scopes import own_names
from reread.analyzers.dataflow.memory.generators import NONE, numbered_yields
from reread.analyzers.dataflow.memory.symbols import parameter_value
from reread.analyzers.dataflow.sanitizers import shared_secret


def interpret_function(state: State, function: Function) -> FunctionSummary:
    """Interprets a function from its start and summarizes it."""
    try:
        enter_function(state, function)
        state.at_exit = True
        execute_block(state, function.body)
        leave_function(state)
        return summary_of(state, function)
    except (StepLimitExceeded, RecursionError):
        return FunctionSummary(failed=True)


def enter_function(state: State, function: Function) -> None:
    shared_secret.enter(state)
    state.local_names = own_names(function, state.semantics.scoping is Scoping.TYPED)
    state.is_module = not function.name
    state.frame.yield_order = numbered_yields(function) if state.semantics.generators is Generators.IN_TURN else NONE
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
