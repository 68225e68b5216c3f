"""Functions that are passed on together with their arguments: threads, executors, `partial(f, a)`."""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Expression, Member, Name
from reread.analyzers.dataflow.memory.reads import any_element, element_at

_FUNCTION_AT: Mapping[str, int] = {
    **dict.fromkeys(("submit", "to_thread", "run_in_threadpool", "run_sync", "deferToThread", "spawn"), 0),
    **dict.fromkeys(("call_soon", "call_soon_threadsafe", "start_soon", "add_task", "enqueue", "callInThread"), 0),
    **dict.fromkeys(("run_in_executor", "call_later", "callLater"), 1),
}
"""At which of the arguments the function stands; those after it are what it is called with."""
_IN_TUPLE: Mapping[str, int] = {"Thread": 1, "Process": 1, "Timer": 1, "start_new_thread": 0, "apply_async": 0}
"""The same where what it is called with is one tuple: `args`."""
_GIVE_RESULT = frozenset({"submit", "to_thread", "run_in_threadpool", "run_sync", "run_in_executor", "apply_async"})
_NAMES = frozenset({"target", "func", "function"})


def call_passed_function(
    state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """Calls what is passed on; its result where that is what such a call gives, in the end."""
    if name in _FUNCTION_AT:
        at = _FUNCTION_AT[name]
        later = call.arguments[at + 1 :]
        values = arguments[at + 1 :]
    elif name in _IN_TUPLE:
        at = next((n for n, each in enumerate(call.arguments) if each.name in _NAMES), _IN_TUPLE[name])
        later, values = _of_tuple(state, at, call, arguments)
    else:
        return None
    if at >= len(arguments):
        return None
    result = state.evaluator.call_function(state, call.arguments[at].value, arguments[at], call, later, values)
    return result if name in _GIVE_RESULT else None


def _of_tuple(
    state: State, at: int, call: Call, arguments: list[AbstractValue]
) -> tuple[tuple[Argument, ...], list[AbstractValue]]:
    """What `args`, or the argument after the function, has in it."""
    for number, argument in enumerate(call.arguments):
        if argument.name == "args" or (not argument.name and number == at + 1):
            given = arguments[number]
            size = given.size or 1
            values = [
                element_at(state, given, place) if given.size else any_element(state, given) for place in range(size)
            ]
            return (Argument(argument.start, argument.end, argument.value),) * size, values
    return (), []


def partial(call: Call) -> tuple[Expression, tuple[Argument, ...]] | None:
    """`partial(f, a)`"""
    is_partial = isinstance(call.callee, (Name, Member)) and call.callee.name == "partial"
    return (call.arguments[0].value, call.arguments[1:]) if is_partial else None
