"""Calls: of closures, of functions with a summary, and of all others, of which their names say something."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.type_ref import LOOP_BODY, TypeRef
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, AbstractValue, ClosureValue, without
from reread.analyzers.dataflow.interpreter.closures import call_closure
from reread.analyzers.dataflow.interpreter.evaluation import evaluate, evaluate_with_specs
from reread.analyzers.dataflow.interpreter.library_calls import library_call
from reread.analyzers.dataflow.interpreter.partial_application import completed, record_arguments
from reread.analyzers.dataflow.interpreter.resolved_calls import resolved_call
from reread.analyzers.dataflow.interpreter.substitution import higher_order_result, record_higher_order_call
from reread.analyzers.dataflow.interpreter.table_calls import call_table
from reread.analyzers.dataflow.interpreter.taint_transfer import apply_source, check_sinks, enter_range
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Index, Literal, Member, Name, Text
from reread.analyzers.dataflow.memory.access_paths import sanitized_bits
from reread.analyzers.dataflow.memory.callees import is_repeatable, summary_for
from reread.analyzers.dataflow.memory.closure_values import write_back_arguments
from reread.analyzers.dataflow.memory.declared_types import narrowed_by_callee
from reread.analyzers.dataflow.memory.middleware import record_passed
from reread.analyzers.dataflow.memory.modelled_calls import modelled_call
from reread.analyzers.dataflow.memory.reads import peek, read_field
from reread.analyzers.dataflow.memory.taint import union

_MOST_OF_TABLE = 8


def evaluate_call(state: State, call: Call) -> AbstractValue:
    """The value of a call; what a source names gives its taint when it is called, unless the source is exact."""
    result = _called(state, call)
    specs = state.specs.at.get((call.callee.start, call.callee.end))
    if specs is not None and specs[0]:
        for source in specs[0]:
            if not source.exact:
                result = apply_source(state, source, result, call)
    return result


def _called(state: State, call: Call) -> AbstractValue:
    call = completed(state, call)
    callee = call.callee
    receiver = CLEAN
    if isinstance(callee, Member):
        receiver = evaluate(state, callee.object)
        evaluate_callee_specs(state, callee)
        function = read_field(state, receiver, callee.name) if receiver.fields else CLEAN
    else:
        function = evaluate(state, callee)
    is_own = state.options.guards and is_local_call(state, call, receiver)
    if is_own:
        # A method that only has the name of one that does more.
        state.recorded.local_arguments.update((each.start, each.end) for each in call.arguments)
    if receiver.type and state.taint_bits.own_methods:
        record_own_method(state, call, receiver.type)
    arguments = evaluate_arguments(state, call)
    record_arguments(state, call, arguments)
    if not is_own:
        check_call_sinks(state, call, arguments, receiver if isinstance(callee, Member) else function)
    if state.steps and state.specs.loose_sinks:
        check_loose_sinks(state, call, arguments)
    means = state.semantics
    target = called_function(state, call, receiver, function)
    if (function.type or isinstance(callee, Index)) and means.functions_are_values:
        result = call_table(state, function, call, arguments)
        if result is not None:
            state.resolved_call = (call.start, call.end)
            return result
    if target.type is LOOP_BODY and state.recorded.yields:
        state.recorded.yields[-1].append(arguments)
        return CLEAN
    if target.closure is not None:
        return closure_call(state, call, target.closure, arguments)
    passed_on = record_higher_order_call(state, target, arguments)
    if passed_on >= 0:
        record_passed(state, target, call, arguments)
    if state.options.mutators:
        name = callee.name if isinstance(callee, (Name, Member)) else ""
        kept = state.hooks.keeps_given(state, name, call, receiver, arguments)
        if kept is not None:
            return kept
    if state.options.guards and (parts := tagged(call)) is not None and summary_for(state, call) is not None:
        arguments = [CONSTANT, *(evaluate(state, part) for part in parts)]
        call = call._replace(arguments=tuple(Argument(e.start, e.end, e) for e in (callee, *parts)))
    known = modelled_call(state, call, receiver, arguments) if state.specs.summaries else None
    if known is None:
        known = resolved_call(state, call, receiver, arguments)
    result = library_call(state, call, receiver, function, arguments) if known is None else known
    if known is not None:
        state.resolved_call = (call.start, call.end)
        if result.taint and receiver.fields and is_repeatable(call, means.library):
            # A check of what this gave has left what it sanitizes.
            result = without(result, sanitized_bits(state, call))
    if passed_on >= 0 and known is None:
        result = higher_order_result(state, target, passed_on, result)
    return narrowed_by_callee(state, call, result) if state.taint_bits.safe_numbers and result.taint else result


def called_function(state: State, call: Call, receiver: AbstractValue, function: AbstractValue) -> AbstractValue:
    """What a call calls: the function of the callee, or the receiver where that is a lambda."""
    if receiver.closure is not None:
        return receiver if state.semantics.functions.calls_lambda(call.callee) else function
    return receiver if receiver.symbol is not None and may_be_lambda(state, call) else function


def closure_call(state: State, call: Call, closure: ClosureValue, arguments: list[AbstractValue]) -> AbstractValue:
    """The result of a call of a closure, or of any closure of a table."""
    if isinstance(call.callee, Index) and len(table := table_closures(state, call.callee)) > 1:
        results = [call_closure(state, each, arguments, call.arguments) for each in table]
        return union(state, results)
    if (parts := tagged(call)) is not None:
        arguments = [CONSTANT, *(evaluate(state, part) for part in parts)]
        call = call._replace(arguments=tuple(Argument(e.start, e.end, e) for e in (call.callee, *parts)))
    result = call_closure(state, closure, arguments, call.arguments, written=state.options.guards)
    if state.closures.changed_arguments:
        write_back_arguments(state, call)
    state.resolved_call = (call.start, call.end)
    return result


def may_be_lambda(state: State, call: Call) -> bool:
    """True for a method that is called on a parameter, where that may be a lambda."""
    callee = call.callee
    return state.semantics.functions.may_call_lambda(call) or (
        isinstance(callee, Member) and state.functions.is_functional(callee.name)
    )


def is_local_call(state: State, call: Call, receiver: AbstractValue) -> bool:
    """True for a call of a function or method of this file that starts nothing and asks nobody."""
    callee = call.callee
    if state.semantics.functions.stays_inside is None or not isinstance(callee, (Name, Member)):
        return False
    type_ = receiver.type if isinstance(callee, Member) else None
    if isinstance(callee, Member) and type_ is None:
        return False
    if type_ is None and callee.name in state.env:
        return False
    summary = state.functions.summary_of(type_, callee.name)
    return summary is not None and summary.stays_inside and not summary.failed and not summary.is_elsewhere


def record_own_method(state: State, call: Call, type_: TypeRef) -> None:
    """Remembers the places of a call of a method that this file has: a sink there means another one of its name."""
    name = call.callee.name if isinstance(call.callee, Member) else ""
    summaries = [state.functions.summary_of(each, name) for each in type_.each] if name else [None]
    if all(each is not None and not each.failed and not each.is_elsewhere for each in summaries):
        state.recorded.own_method_calls.add((call.start, call.end, False))
        state.recorded.own_method_calls.update((each.value.start, each.value.end, True) for each in call.arguments)


def table_closures(state: State, callee: Index) -> list[ClosureValue]:
    """The functions of a table, any of which may be called: `steps[name](x)`."""
    if peek(state, callee.key).literal is not UNKNOWN or isinstance(callee.key, Literal):
        return []
    fields = peek(state, callee.object).fields or {}
    return [each.closure for each in fields.values() if each.closure is not None][:_MOST_OF_TABLE]


def evaluate_arguments(state: State, call: Call) -> list[AbstractValue]:
    """The values of the arguments; of those that Go writes with a verb such as `%d` only numbers are left."""
    plain = state.semantics.texts.numeric_arguments(call) if state.options.guards else ()
    if not plain:
        return [evaluate_argument(state, each) for each in call.arguments]
    # Before a sink looks at one, but not inside of it.
    state.recorded.numeric_arguments.update(
        (each.start, each.end) for at, each in enumerate(call.arguments) if at in plain
    )
    values = [evaluate_argument(state, each) for each in call.arguments]
    return [without(each, state.taint_bits.safe_numbers) if at in plain else each for at, each in enumerate(values)]


def evaluate_callee_specs(state: State, callee: Member) -> None:
    """The callee is no value of its own, but a rule may speak about it."""
    if (callee.start, callee.end) in state.specs.at:
        evaluate(state, callee)


def evaluate_argument(state: State, argument: Argument) -> AbstractValue:
    inside, clean, trace = state.in_force.taint, state.in_force.sanitized, state.in_force.trace
    for spec in state.specs.ranges:
        if spec.loose and spec.start <= argument.start and argument.end <= spec.end:
            enter_range(state, spec)
    if argument.value.start != argument.start or argument.value.end != argument.end:
        specs = state.specs.at.get((argument.start, argument.end))
        value = evaluate(state, argument.value) if specs is None else evaluate_with_specs(state, argument.value, *specs)
    else:
        value = evaluate(state, argument.value)
    state.in_force.taint, state.in_force.sanitized, state.in_force.trace = inside, clean, trace
    return value


def check_call_sinks(state: State, call: Call, arguments: list[AbstractValue], receiver: AbstractValue) -> None:
    """A sink that is a call is reached by its arguments and by its object."""
    specs = state.specs.at.get((call.start, call.end))
    if not specs or not specs[2]:
        return
    sinks = [sink for sink in specs[2] if not sink.focused]
    if sinks:
        closures = [union(state, [value]) for value in arguments]
        check_sinks(state, sinks, union(state, [receiver, *closures]))


def check_loose_sinks(state: State, call: Call, arguments: list[AbstractValue]) -> None:
    for sink in state.specs.loose_sinks:
        if call.start <= sink.start and sink.end <= call.end:
            for argument, value in zip(call.arguments, arguments, strict=True):
                if sink.start <= argument.start and argument.end <= sink.end:
                    check_sinks(state, [sink], value)


def tagged(call: Call) -> list[Expression] | None:
    """The values that a tag gets beside the texts: of ``tag`a${b}` ``. None for all other calls."""
    text = call.arguments[0].value if len(call.arguments) == 1 else None
    if not isinstance(text, Text) or text.start != call.callee.end:
        return None
    return [part for part in text.parts if not isinstance(part, Literal)]
