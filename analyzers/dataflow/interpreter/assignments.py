"""Statements that assign: what a variable gets, and which other names its object has from then on."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, collapse
from reread.analyzers.dataflow.interpreter.assignment_targets import assign_to
from reread.analyzers.dataflow.interpreter.evaluation import evaluate
from reread.analyzers.dataflow.interpreter.expressions import with_condition
from reread.analyzers.dataflow.interpreter.operations import apply_operator
from reread.analyzers.dataflow.interpreter.partial_application import record_partial
from reread.analyzers.dataflow.interpreter.taint_transfer import apply_assignment_sources, check_sinks
from reread.analyzers.dataflow.ir.nodes import Assign, Call, Expression, Index, Name, Parts
from reread.analyzers.dataflow.memory.access_paths import access_path, add_alias, add_taint
from reread.analyzers.dataflow.memory.declared_types import narrowed_by_type, with_type
from reread.analyzers.dataflow.memory.function_values import with_function_name
from reread.analyzers.dataflow.memory.reads import peek
from reread.analyzers.dataflow.memory.taint import union
from reread.analyzers.dataflow.memory.write_only_objects import record_written_object
from reread.analyzers.dataflow.sanitizers.guard_invalidation import invalidate
from reread.analyzers.dataflow.sanitizers.made_paths import record_made


def execute_assign(state: State, statement: Assign) -> None:
    value = with_function_name(state, statement.value, evaluate(state, statement.value))
    if statement.operator == "<-":
        send(state, statement.target, value)
        return
    if statement.operator:
        value = apply_operator(state, statement.operator, [evaluate(state, statement.target), value], statement)
    if statement.type:
        value = narrowed_by_type(state, statement.type, value)
        if state.semantics.types_are_classes and (not value.constant or state.semantics.constants_are_typed):
            value = with_type(state, value, state.declarations.class_of(statement.type))
    if state.options.guards:
        value = state.hooks.assigned_value(state, statement, value)
    if not isinstance(statement.value, Name):
        value = with_condition(state, value, statement.value)
    value = apply_assignment_sources(state, statement, value)
    sinks = state.specs.at.get((statement.start, statement.end))
    if sinks and sinks[2]:
        target = statement.target
        check_sinks(
            state, sinks[2], union(state, [value, peek(state, target.key)]) if isinstance(target, Index) else value
        )
    assign_to(state, statement.target, value, statement.start, statement.end)
    record_made(state, statement)
    invalidate(state, statement.target, statement.value)
    if state.options.guards:
        state.hooks.after_write(state, statement, value)
    if isinstance(statement.value, Call):
        record_partial(state, statement.value)
        state.hooks.after_assignment(state, statement.target, statement.value)
    if isinstance(statement.target, Name) and not statement.operator:
        record_alias(state, statement.target.name, statement.value, value, statement.type)
        record_written_object(state, statement.target.name, statement.value)


def record_alias(state: State, name: str, e: Expression, value: AbstractValue, type_: str) -> None:
    """`a = b` gives an object another name, and after `p := &x` what `*p` is assigned is in x.

    What is copied gets no other name.
    """
    state.memory.copied_structs.discard(name)
    if state.hooks.is_copied(state, e, type_):
        state.memory.copied_structs.add(name)
    elif isinstance(e, Name):
        if value.fields or value.type or value.size is not None:
            add_alias(state, name, e.name)
    elif isinstance(e, Parts) and e.type == "&" and isinstance(e.parts[0], Name):
        add_alias(state, name, e.parts[0].name)


def send(state: State, channel: Expression, value: AbstractValue) -> None:
    """Puts a value into a channel, where whoever has it finds it."""
    evaluate(state, channel)
    place = access_path(state, channel)
    if place is not None:
        add_taint(state, place, collapse(value))
