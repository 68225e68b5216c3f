"""Calls of which a library model says what they do to values."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.facets import ELEMENT, Path
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_specs import LibrarySummary
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    AbstractValue,
    collapse,
    joined,
    tainted_with,
    with_field,
)
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member
from reread.analyzers.dataflow.memory.access_paths import access_path, add_taint, write_path
from reread.analyzers.dataflow.memory.reads import any_element, read_field
from reread.analyzers.dataflow.memory.taint import trace_step

_ARGUMENT = "argument "


def modelled_call(
    state: State, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """The result of a call by its library summaries, whose effects are applied; None for a call without any."""
    summaries = state.specs.summaries.get((call.start, call.end))
    if summaries is None:
        return None
    result = CLEAN
    for summary in summaries:
        if summary.origin:
            value = _origin(state, summary, call, receiver, arguments)
            result = _passed(state, summary, call, value, result)
    return result


def _origin(
    state: State, summary: LibrarySummary, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue:
    """The value that a summary takes, as it gives it on."""
    base, path = _port(summary.origin)
    value = receiver
    if base.startswith(_ARGUMENT):
        at = _position(call, base)
        value = arguments[at] if at is not None else CLEAN
    for key in path:
        value = any_element(state, value) if key is ELEMENT else read_field(state, value, str(key))
    if summary.kind == "taint":
        value = collapse(value)
        value = AbstractValue(value.taint, trace_step(state, value, call.start, call.end, "call"))
    return value


def _passed(
    state: State, summary: LibrarySummary, call: Call, value: AbstractValue, result: AbstractValue
) -> AbstractValue:
    """Puts a value where a summary says; gives the result of the call after that."""
    base, path = _port(summary.target)
    if base == "result":
        if path:
            return with_field(result, path, value)
        if summary.kind == "taint":
            return tainted_with(result, value)
        return value if result is CLEAN else joined(result, value)
    target = _expression(call, base)
    place = None if target is None else access_path(state, target)
    if place is not None:
        root, known = place
        if path and known is not None:
            write_path(state, root, (*known, *path), value)
        else:
            add_taint(state, (root, known or ()), collapse(value))
    return result


def _expression(call: Call, base: str) -> Expression | None:
    if base.startswith(_ARGUMENT):
        at = _position(call, base)
        return None if at is None else call.arguments[at].value
    return call.callee.object if isinstance(call.callee, Member) else None


def _position(call: Call, base: str) -> int | None:
    """Which argument a call gives for a port: by its keyword, or by its position among those without one."""
    wanted = base.removeprefix(_ARGUMENT)
    plain = 0
    for at, argument in enumerate(call.arguments):
        if argument.name == wanted or (not argument.name and str(plain) == wanted):
            return at
        plain += not argument.name
    return None


def _port(text: str) -> tuple[str, Path]:
    """The base of a port and the fields from there: `argument 0[].name`."""
    base, *steps = text.replace("[]", ".[]").split(".")
    return base, tuple(ELEMENT if step == "[]" else step for step in steps)
