"""Functions that are handed over with what they are called with: threads, executors, callbacks, folds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, Value, joined, without
from reread.analyzers.dataflow.interpreter.partial_application import prepared
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Member, Name

if TYPE_CHECKING:
    from reread.analyzers.dataflow.interpreter.resolved_calls import KnownCalls

_FUNCTION_AT: Mapping[str, int] = {
    **dict.fromkeys(("submit", "to_thread", "run_in_threadpool", "run_sync", "deferToThread", "spawn"), 0),
    **dict.fromkeys(("call_soon", "call_soon_threadsafe", "start_soon", "add_task", "enqueue", "callInThread"), 0),
    **dict.fromkeys(("run_in_executor", "call_later", "callLater"), 1),
}
"""At which of the arguments the function stands; those after it are what it is called with."""
_IN_TUPLE: Mapping[str, int] = {"Thread": 1, "Process": 1, "Timer": 1, "start_new_thread": 0, "apply_async": 0}
"""The same where what it is called with is one tuple: `args`."""
_GIVE_RESULT = frozenset({"submit", "to_thread", "run_in_threadpool", "run_sync", "run_in_executor", "apply_async"})
_NUMBERS = frozenset({"int", "float", "len", "bool", "ord", "hash", "UUID", "Decimal"})
"""Functions that make numbers."""
_NAMES = frozenset({"target", "func", "function"})
_FOLDS = frozenset({"reduce", "reduceRight"})
_MOST_FOLDED = 8
"""Elements of a list that are folded one by one."""


def handed_over(name: str, call: Call, receiver: Value, arguments: list[Value], run: KnownCalls) -> Value | None:
    """Calls what is handed over; its result where that is what such a call gives, in the end."""
    if name in _FUNCTION_AT:
        at = _FUNCTION_AT[name]
        later = call.arguments[at + 1 :]
        values = arguments[at + 1 :]
    elif name in _IN_TUPLE:
        at = next((n for n, each in enumerate(call.arguments) if each.name in _NAMES), _IN_TUPLE[name])
        later, values = _of_tuple(at, call, arguments, run)
    else:
        return None
    if at >= len(arguments):
        return None
    result = called_with(call.arguments[at].value, arguments[at], call, later, values, run)
    return result if name in _GIVE_RESULT else None


def _of_tuple(at: int, call: Call, arguments: list[Value], run: KnownCalls) -> tuple[tuple[Argument, ...], list[Value]]:
    """What `args`, or the argument after the function, has in it."""
    for number, argument in enumerate(call.arguments):
        if argument.name == "args" or (not argument.name and number == at + 1):
            given = arguments[number]
            size = given.size or 1
            values = [run.element_at(given, place) if given.size else run.element(given) for place in range(size)]
            return (Argument(argument.start, argument.end, argument.value),) * size, values
    return (), []


def called_with(
    e: Expression, function: Value, call: Call, arguments: tuple[Argument, ...], values: list[Value], run: KnownCalls
) -> Value | None:
    """What a function gives that is called with these values; None where it is not known."""
    if function.closure is not None:
        return run.call_closure(function.closure, values, arguments)
    if isinstance(e, Name) and e.name in _NUMBERS and e.name not in run.env:
        return without(run.union(values), run.masks.safe_numbers)
    given = prepared(e, run)
    if given is not None:
        before = [run.value(each.value) for each in given[1]]
        return called_with(given[0], run.peek(given[0]), call, (*given[1], *arguments), [*before, *values], run)
    once = Call(call.start, call.end, e, arguments)
    outcome = run.outcome_for(once) if isinstance(e, (Name, Member)) else None
    if outcome is None or outcome.failed:
        return None
    instance = e.object if isinstance(e, Member) else None
    return run.applied(outcome, once, CLEAN if instance is None else run.peek(instance), values, instance)


def reduced(name: str, receiver: Value, arguments: list[Value], run: KnownCalls) -> Value | None:
    """What a fold with a start value comes to: two rounds show what goes from one to the next."""
    if name not in _FOLDS:
        return None
    if receiver.size and run.world.semantics.folds_receiver and (known := _one_by_one(name, receiver, arguments, run)):
        return known
    if not run.world.semantics.folds_receiver and len(arguments) == 3:
        elements, start = arguments[1:]
    elif run.world.semantics.folds_receiver and len(arguments) == 2:
        elements, start = receiver, arguments[1]
    else:
        return None
    function = arguments[0].closure
    if function is None:
        return None
    element = run.element(elements)
    once = joined(start, run.call_closure(function, [start, element, CLEAN, elements], ()))
    # What is clean here is not what a rule says of parameters that anybody may fill.
    again = once if once.mask or once.fields else CONSTANT
    return joined(once, run.call_closure(function, [again, element, CLEAN, elements], ()))


def _one_by_one(name: str, receiver: Value, arguments: list[Value], run: KnownCalls) -> Value | None:
    """What a fold of a list comes to of which all elements are known."""
    function = arguments[0].closure
    size = receiver.size or 0
    if function is None or size > _MOST_FOLDED or receiver.mask or not (receiver.fields or receiver.constant):
        return None
    elements = [run.read(receiver, str(at)) for at in range(size)]
    if name == "reduceRight":
        elements.reverse()
    result, rest = (arguments[1], elements) if len(arguments) == 2 else (elements[0], elements[1:])
    for element in rest:
        known = result if result.mask or result.fields or result.closure is not None else CONSTANT
        result = run.call_closure(function, [known, element, CONSTANT, receiver], ())
    return result


def called_by_others(name: str, call: Call, receiver: Value, arguments: list[Value], run: KnownCalls) -> Value | None:
    """What `f.call(this, x)`, `f.apply(this, [x])` and `Reflect.apply(f, this, [x])` give; None for all other calls."""
    callee = call.callee
    if not isinstance(callee, Member) or not arguments or any(each.spread for each in call.arguments):
        return None
    if name == "call":
        return called_with(callee.object, receiver, call, call.arguments[1:], arguments[1:], run)
    is_reflected = isinstance(callee.object, Name) and callee.object.name == "Reflect"
    if len(arguments) != (3 if is_reflected else 2):
        return None
    e, function = (call.arguments[0].value, arguments[0]) if is_reflected else (callee.object, receiver)
    listed = arguments[-1]
    place = call.arguments[-1]
    if listed.size is None:
        values = [listed]
        given: tuple[Argument, ...] = (Argument(place.start, place.end, place.value, spread=True),)
        if function.closure is not None:
            given, values = (), [run.element(listed)] * 4
    else:
        values = [run.read(listed, str(at)) for at in range(listed.size)]
        given = (Argument(place.start, place.end, place.value),) * listed.size
    return called_with(e, function, call, given, values, run)
