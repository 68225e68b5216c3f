"""The summary of a function that was interpreted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reread.analyzers.dataflow.domain.facets import Path
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary
from reread.analyzers.dataflow.domain.request_state import NAMES
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, Symbol
from reread.analyzers.dataflow.interpreter.assignment_targets import receiver_is_first
from reread.analyzers.dataflow.ir.nodes import FIXED, GETTER, Function
from reread.analyzers.dataflow.ir.temporaries import Temporary
from reread.analyzers.dataflow.memory.access_paths import read_path
from reread.analyzers.dataflow.memory.closure_values import with_closure_values
from reread.analyzers.dataflow.memory.symbols import known_paths, lost_bits
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.guard_subjects import ALL
from reread.analyzers.dataflow.sanitizers.identity_functions import passes_on


def summary_of(state: State, function: Function) -> FunctionSummary:
    """What interpreting a function to its end has found, for those who call it and for the document."""
    effects: list[tuple[int, Path, AbstractValue]] = []
    for name, path in state.memory.mutated:
        value = read_path(state, state.env.get(name), path)
        if path and _is_only_sanitized(state, name, path):
            continue
        if name in state.parameters and value is not None:
            effects.append((state.parameters[name], path, value))
    around = state.variables.variable
    outer = tuple(
        (name, value)
        for name, value in state.env.items()
        if name not in state.local_names
        and name not in ("this", "self")
        and (not isinstance(name, Temporary) or name in NAMES)
        and value is not around(name)
    )
    lost: dict[tuple[int, Path], int] = {}
    for name, number in state.parameters.items():
        for path in known_paths(state, number):
            bits = lost_bits(state, Symbol(number, path), read_path(state, state.env.get(name), path))
            if bits:
                lost[number, path] = lost.get((number, path), ALL) & bits
    parameters = function.parameters[1 if receiver_is_first(state, function) else 0 :]
    return FunctionSummary(
        tuple(state.recorded.flows.values()),
        tuple(state.recorded.symbolic_flows.values()),
        tuple(state.memory.symbols),
        with_closure_values(state, state.frame.returned, None, state.local_names, [state.env]),
        tuple(effects),
        outer if function.name else (),
        tuple(parameter.name for parameter in parameters),
        state.env if not function.name else None,
        sanitizes=tuple((number, path, bits) for (number, path), bits in lost.items()),
        sanitizes_if_true=tuple((*place, bits) for place, bits in (state.recorded.sanitized_if_true or {}).items()),
        sanitizes_if_false=tuple((*place, bits) for place, bits in (state.recorded.sanitized_if_false or {}).items()),
        is_getter=not _getters(state.semantics.library).isdisjoint(function.decorators),
        higher_order_calls=tuple(state.recorded.higher_order_calls),
        is_fixed=FIXED in function.decorators or (state.semantics.functions_are_fixed and not function.owner),
        rest=_number(parameter.spread and not parameter.keyed for parameter in parameters),
        keywords=_number(parameter.keyed for parameter in parameters),
        reinterpreted=state.hooks.reinterpreted(state, function),
        is_identity=passes_on(function, state.semantics),
        call_taint=state.recorded.call_taint,
        middleware_request=state.middleware_request,
        thrown=state.recorded.thrown,
        stays_inside=_stays_inside(state, function),
    )


@cache
def _getters(library: str) -> frozenset[str]:
    return frozenset({GETTER, *(f"@{name}" for name in names("getter-decorator", library))})


def _is_only_sanitized(state: State, name: str, path: Path) -> bool:
    """True for a field that a check has looked at, and that has no other value than before."""
    value = state.env.get(name)
    field = value.fields.get(path[0]) if value is not None and value.fields else None
    if field is None or not field.sanitized or field.fields or name not in state.parameters:
        return False
    before = state.memory.symbol_values.get(Symbol(state.parameters[name], path))
    return not field.taint & ~(0 if before is None else before.taint)


def _stays_inside(state: State, function: Function) -> bool:
    stays_inside = state.semantics.functions.stays_inside
    return bool(function.name) and stays_inside is not None and stays_inside(function)


def _number(chosen: Iterable[bool]) -> int:
    """The position of the first one that is true; -1 where there is none."""
    return next((number for number, each in enumerate(chosen) if each), -1)
