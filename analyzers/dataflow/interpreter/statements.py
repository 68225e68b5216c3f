"""Statements: branches, `try`, `return` and definitions."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.environment import Environment, joined_environments
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, AbstractValue, Fields, joined
from reread.analyzers.dataflow.interpreter.branches import Assumed, assume, merge, merge_sides
from reread.analyzers.dataflow.interpreter.closures import forget_shared_variables, interpret_uncalled
from reread.analyzers.dataflow.interpreter.evaluation import evaluate
from reread.analyzers.dataflow.interpreter.operations import known_truth
from reread.analyzers.dataflow.interpreter.return_guards import record_return_guards
from reread.analyzers.dataflow.interpreter.taint_transfer import check_sinks, enter_ranges
from reread.analyzers.dataflow.ir.nodes import (
    THROWN,
    Block,
    Call,
    Define,
    Evaluate,
    Expression,
    If,
    Leave,
    Literal,
    Member,
    Name,
    Parts,
    Statement,
    Try,
)
from reread.analyzers.dataflow.memory.access_paths import sanitize
from reread.analyzers.dataflow.memory.callees import is_of_library
from reread.analyzers.dataflow.memory.closure_values import record_return
from reread.analyzers.dataflow.memory.reads import narrowed_by_types
from reread.analyzers.dataflow.sanitizers.doubts import doubted
from reread.analyzers.dataflow.sanitizers.made_paths import check_made
from reread.analyzers.dataflow.sanitizers.name_words import leaves, refuses
from reread.analyzers.dataflow.sanitizers.parsers import sanitize_parsed

_VARIABLES_A_STEP = 50
"""Variables that take as long to copy and join, at a branch, as one step of another kind."""


def execute_block(state: State, statements: Block) -> None:
    last = statements[-1] if statements else None
    outer, state.at_exit = state.at_exit, False
    for statement in statements:
        if not state.is_reachable:
            break
        is_exit = statement is last and outer
        state.at_exit = is_exit or (isinstance(statement, Leave) and statement.kind == "return")
        execute(state, statement)
        for watch in state.frame.try_environments:
            watch.append(state.env.copy())
    state.at_exit = outer


def execute(state: State, statement: Statement) -> None:
    state.count_step()
    in_force = state.in_force
    inside, clean = in_force.taint, in_force.sanitized
    if state.specs.ranges:
        enter_ranges(state, statement)
    state.evaluator.statements[type(statement)](state, statement)
    in_force.taint, in_force.sanitized = inside, clean


def execute_evaluate(state: State, statement: Evaluate) -> None:
    """An expression as a statement: what it is evaluated for are its effects."""
    evaluate(state, statement.value)
    if state.semantics.parsers_raise and state.options.guards:
        sanitize_parsed(state, statement.value)
    if state.options.guards:
        doubt_refused(state, statement.value)


def doubt_refused(state: State, e: Expression) -> None:
    """After `validate_path(x)`, by its name, `x` may be fine: else it might not have come back.

    A sink does what it does whatever it is called, and what a function of a known library does is known.
    """
    while isinstance(e, Parts) and len(e.parts) == 1:
        e = e.parts[0]
    callee = e.callee if isinstance(e, Call) else None
    if not isinstance(e, Call) or not isinstance(callee, (Name, Member)) or not refuses(callee.name):
        return
    if state.resolved_call != (e.start, e.end) and not _is_sink(state, e) and not is_of_library(state, callee):
        found = doubted(state, (each.value for each in e.arguments))
        check_made(state, ((root, state.taint_bits.lowers) for root, _ in found), e)
        mask = state.taint_bits.unseen if state.options.trusts_names else state.taint_bits.lowers
        for root, path in found:
            sanitize(state, root, path, mask, e)


def _is_sink(state: State, call: Call) -> bool:
    places = [(call.start, call.end), *((each.value.start, each.value.end) for each in call.arguments)]
    return any(specs is not None and bool(specs[2]) for specs in map(state.specs.at.get, places))


def execute_if(state: State, statement: If) -> None:
    """A branch, and those that follow it by `else if`, one after the other: there are chains of more branches than
    Python can make calls within each other. Where the ways meet, they are joined once for each.
    """
    ends: list[tuple[Environment, bool, Assumed, Assumed]] = []
    while True:
        decided = known_truth(state, evaluate(state, statement.condition))
        if decided is not None and not isinstance(statement.condition, Literal):
            rest = statement.then if decided else statement.other
        else:
            before = state.env
            state.env = before.copy()
            held = assume(state, statement.condition, True)
            execute_block(state, statement.then)
            then, then_live = state.env, state.is_reachable
            state.env, state.is_reachable = before, True
            failed = assume(state, statement.condition, False)
            if may_leave(statement.then) or may_leave(statement.other):
                held = {}
            ends.append((then, then_live, held, failed))
            rest = statement.other
        following = rest[0] if len(rest) == 1 and state.is_reachable else None
        if not isinstance(following, If):
            break
        statement = following
        state.count_step()
        if state.specs.ranges:
            enter_ranges(state, statement)
    execute_block(state, rest)
    for then, then_live, held, failed in reversed(ends):
        state.count_step(len(state.env) // _VARIABLES_A_STEP)
        merge_sides(state, then, then_live, held, failed)


def may_leave(statements: Block) -> bool:
    """Whether a block calls something that may not come back, as its name says."""
    for each in statements:
        call = each.value if isinstance(each, Evaluate) else None
        if isinstance(call, Call) and isinstance(call.callee, (Name, Member)) and leaves(call.callee.name):
            return True
    return False


def execute_leave(state: State, statement: Leave) -> None:
    if state.has_reducer and statement.kind == "return" and not state.closures.stack:
        # What is shown is shown again after each event.
        interpret_uncalled(state)
    if statement.value is not None:
        value = evaluate(state, statement.value)
        specs = state.specs.at.get((statement.start, statement.end))
        if specs and specs[2] and (statement.value.start, statement.value.end) != (statement.start, statement.end):
            check_sinks(state, specs[2], value)
        if statement.kind == "raise":
            state.recorded.thrown = value if state.recorded.thrown is CLEAN else joined(state.recorded.thrown, value)
        if statement.kind == "return":
            record_return(state, narrowed_by_types(state, value, statement.types) if statement.types else value)
            if not state.closures.stack:
                record_return_guards(state, statement.value, value)
    if statement.kind == "return":
        state.frame.exits.append(state.env)
    elif statement.kind in ("break", "continue") and state.frame.loops:
        state.frame.loops[-1][statement.kind == "continue"].append(state.env.copy())
    state.is_reachable = False


def execute_try(state: State, statement: Try) -> None:
    watch: list[Environment] = [state.env.copy()]
    state.frame.try_environments.append(watch)
    around, state.recorded.thrown = state.recorded.thrown, CLEAN
    before = state.frame.returned
    execute_block(state, statement.body)
    thrown_value, state.recorded.thrown = state.recorded.thrown, around
    state.frame.try_environments.pop()
    normal, reachable = state.env, state.is_reachable
    thrown = watch[0]
    for env in watch[1:]:
        thrown = joined_environments(thrown, env)
    everything = joined_environments(thrown, normal)
    ends = [(normal, reachable)]
    for handler in statement.handlers:
        state.env, state.is_reachable = {**thrown, THROWN: thrown_value}, True
        execute_block(state, handler)
        state.env.pop(THROWN, None)
        ends.append((state.env, state.is_reachable))
        everything = joined_environments(everything, state.env)
    state.env, state.is_reachable = ends[0]
    for env, alive in ends[1:]:
        merge(state, env, alive)
    if not statement.last:
        return
    ending, ended = state.env, state.is_reachable
    given, state.frame.returned = state.frame.returned, before
    state.env, state.is_reachable = {**everything, THROWN: thrown_value}, True
    execute_block(state, statement.last)
    state.env.pop(THROWN, None)
    if state.is_reachable:
        # Else it leaves by itself, whatever was given back before.
        more, state.frame.returned = state.frame.returned, given
        if more is not before:
            record_return(state, more)
    if ended:
        state.env, state.is_reachable = ending, True
        execute_block(state, statement.last)
    else:
        state.is_reachable = False


def execute_define(state: State, statement: Define) -> None:
    if len(statement.functions) == 1 and not statement.body and statement.functions[0].name == statement.name:
        function = statement.functions[0]
        if not function.owner:
            forget_shared_variables(state, function)
            state.env[statement.name] = AbstractValue(closure=function)
            state.closures.uncalled[id(function)] = (function, state.env)
            return
    if statement.body or statement.functions:
        # Of functions and methods that are interpreted by themselves only the name is here.
        define_class(state, statement)
    for function in statement.functions:
        state.closures.uncalled[id(function)] = (function, state.env)


def define_class(state: State, statement: Define) -> None:
    """What a class assigns as it is defined are fields: of the class, and of its objects until they change them."""
    before, inner = state.env, state.memory.classes
    state.env, state.memory.classes = dict(before), {}
    state.env.pop("this", None)
    execute_block(state, statement.body)
    after, found = state.env, state.memory.classes
    fields: Fields = {name: value for name, value in after.items() if name != "this" and value is not before.get(name)}
    if "this" in after:
        fields.update(after["this"].fields or {})
    if state.semantics.classes_are_open:
        # Switches of a class are there for others to turn.
        fields = {name: CONSTANT if isinstance(each.literal, bool) else each for name, each in fields.items()}
    made = AbstractValue(fields={name: value for name, value in fields.items() if name not in found} or None)
    state.memory.classes = {**inner, **found, statement.name: made}
    state.env = {**before, **found, statement.name: made}
