"""What is known of a function after it was followed: its summary."""

from __future__ import annotations

from collections.abc import Iterable

from reread.analyzers.dataflow.domain.environment import Outcome
from reread.analyzers.dataflow.domain.request_state import NAMES
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import Path, Symbol, Value
from reread.analyzers.dataflow.interpreter.assignment_targets import receiver_is_first
from reread.analyzers.dataflow.ir.nodes import FIXED, GETTER, Function
from reread.analyzers.dataflow.languages.go.functional_options import again
from reread.analyzers.dataflow.memory.access_paths import read_path
from reread.analyzers.dataflow.memory.closure_values import with_closure_values
from reread.analyzers.dataflow.memory.symbols import known_paths, lost_bits
from reread.analyzers.dataflow.sanitizers.guard_subjects import ALL
from reread.analyzers.dataflow.summaries.identity_functions import passes_on, stays_inside

_GETTERS = frozenset({GETTER, "@property", "@cached_property", "@functools.cached_property", "@hybrid_property"})


def summary_of(state: State, function: Function) -> Outcome:
    """What following a function to its end has found, for those who call it and for the document."""
    effects: list[tuple[int, Path, Value]] = []
    for name, path in state.mutated:
        value = read_path(state, state.env.get(name), path)
        if path and _is_only_vouched(state, name, path):
            continue
        if name in state.roots and value is not None:
            effects.append((state.roots[name], path, value))
    around = state.world.variable
    outer = tuple(
        (name, value)
        for name, value in state.env.items()
        if name not in state.own
        and name not in ("this", "self")
        and (not name.startswith("\0") or name in NAMES)
        and value is not around(name)
    )
    lost: dict[tuple[int, Path], int] = {}
    for name, number in state.roots.items():
        for path in known_paths(state, number):
            bits = lost_bits(state, Symbol(number, path), read_path(state, state.env.get(name), path))
            if bits:
                lost[number, path] = lost.get((number, path), ALL) & bits
    parameters = function.parameters[1 if receiver_is_first(state, function) else 0 :]
    return Outcome(
        tuple(state.hits.values()),
        tuple(state.reached.values()),
        tuple(state.symbols),
        with_closure_values(state, state.returned, None, state.own, [state.env]),
        tuple(effects),
        outer if function.name else (),
        tuple(parameter.name for parameter in parameters),
        state.env if not function.name else None,
        cleans=tuple((number, path, bits) for (number, path), bits in lost.items()),
        vouches=tuple((*place, bits) for place, bits in (state.vouching or {}).items()),
        accepts=tuple((*place, bits) for place, bits in (state.accepting or {}).items()),
        is_getter=not _GETTERS.isdisjoint(function.decorators),
        handed=tuple(state.handed),
        is_fixed=FIXED in function.decorators or (state.world.semantics.functions_are_fixed and not function.owner),
        rest=_number(parameter.spread and not parameter.keyed for parameter in parameters),
        keywords=_number(parameter.keyed for parameter in parameters),
        again=again(state, function),
        passes_on=passes_on(function, state.world.semantics.replaces_once),
        known_calls=state.known_calls,
        passed=state.passed,
        thrown=state.thrown,
        stays_inside=bool(function.name) and state.world.semantics.notes_inside and stays_inside(function),
    )


def _is_only_vouched(state: State, name: str, path: Path) -> bool:
    """True for a field that a check has looked at, and that has no other value than before."""
    value = state.env.get(name)
    field = value.fields.get(path[0]) if value is not None and value.fields else None
    if field is None or not field.lacks or field.fields or name not in state.roots:
        return False
    before = state.symbol_values.get(Symbol(state.roots[name], path))
    return not field.mask & ~(0 if before is None else before.mask)


def _number(chosen: Iterable[bool]) -> int:
    """The position of the first one that is true; -1 where there is none."""
    return next((number for number, each in enumerate(chosen) if each), -1)
