"""What streams of Java give of the elements that they go through, where it is known which these are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, Fields
from reread.analyzers.dataflow.ir.nodes import Call, Member, Name
from reread.analyzers.dataflow.memory.reads import any_element, read_field

_TO_LIST = frozenset({"toList", "toUnmodifiableList"})


def _elements(receiver: AbstractValue, start: int, end: int) -> AbstractValue:
    fields = receiver.fields or {}
    kept: Fields = {str(at - start): fields[str(at)] for at in range(start, end) if str(at) in fields}
    return AbstractValue(receiver.taint, receiver.trace, kept, size=max(end - start, 0), constant=receiver.constant)


def _first(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """An `Optional` is as a list of one element."""
    return _elements(receiver, 0, 1) if receiver.size and not arguments else None


def _any(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    return (
        AbstractValue(fields={"0": any_element(state, receiver)}, size=1) if receiver.size and not arguments else None
    )


def _skipped(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    number = arguments[0].literal if len(arguments) == 1 else None
    if receiver.size is None or not isinstance(number, int) or number < 0:
        return None
    return _elements(receiver, number, receiver.size)


def _limited(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    number = arguments[0].literal if len(arguments) == 1 else None
    if receiver.size is None or not isinstance(number, int) or number < 0:
        return None
    return _elements(receiver, 0, min(number, receiver.size))


def _listed(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    """`stream.toList()`, `stream.collect(Collectors.toList())`."""
    if receiver.size is None or not isinstance(call.callee, Member):
        return None
    if call.callee.name == "toList" and not arguments:
        return receiver
    made_by = call.arguments[0].value if len(arguments) == 1 else None
    callee = made_by.callee if isinstance(made_by, Call) else None
    name = callee.name if isinstance(callee, (Member, Name)) else ""
    return receiver if name in _TO_LIST else None


def _or_else(state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue | None:
    if receiver.size is None or len(arguments) != 1:
        return None
    return read_field(state, receiver, "0") if receiver.size else arguments[0]


STREAMS: Mapping[str, Known] = {
    "findFirst": _first,
    "findAny": _any,
    "orElse": _or_else,
    "skip": _skipped,
    "limit": _limited,
    **dict.fromkeys(("collect", "toList"), _listed),
}


Known = Callable[[State, Call, AbstractValue, list[AbstractValue]], AbstractValue | None]
