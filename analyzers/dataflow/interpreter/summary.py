"""What is known of a function after it was followed: its summary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reread.analyzers.dataflow.domain.environment import Outcome
from reread.analyzers.dataflow.domain.request_state import NAMES
from reread.analyzers.dataflow.domain.value import Path, Symbol, Value
from reread.analyzers.dataflow.ir.nodes import FIXED, GETTER, Function
from reread.analyzers.dataflow.languages.go.functional_options import again
from reread.analyzers.dataflow.sanitizers.guard_subjects import ALL
from reread.analyzers.dataflow.summaries.identity_functions import passes_on, stays_inside

if TYPE_CHECKING:
    from reread.analyzers.dataflow.interpreter.closures import Closures

_GETTERS = frozenset({GETTER, "@property", "@cached_property", "@functools.cached_property", "@hybrid_property"})


def summary_of(run: Closures, function: Function) -> Outcome:
    """What following a function to its end has found, for those who call it and for the document."""
    effects: list[tuple[int, Path, Value]] = []
    for name, path in run.mutated:
        value = run.at_path(run.env.get(name), path)
        if path and _is_only_vouched(run, name, path):
            continue
        if name in run.roots and value is not None:
            effects.append((run.roots[name], path, value))
    around = run.world.variable
    outer = tuple(
        (name, value)
        for name, value in run.env.items()
        if name not in run.own
        and name not in ("this", "self")
        and (not name.startswith("\0") or name in NAMES)
        and value is not around(name)
    )
    lost: dict[tuple[int, Path], int] = {}
    for name, number in run.roots.items():
        for path in run.looked_at(number):
            bits = run.lost(Symbol(number, path), run.at_path(run.env.get(name), path))
            if bits:
                lost[number, path] = lost.get((number, path), ALL) & bits
    parameters = function.parameters[1 if run.receiver_is_first(function) else 0 :]
    return Outcome(
        tuple(run.hits.values()),
        tuple(run.reached.values()),
        tuple(run.symbols),
        run.enclosed(run.returned, None, run.own, [run.env]),
        tuple(effects),
        outer if function.name else (),
        tuple(parameter.name for parameter in parameters),
        run.env if not function.name else None,
        cleans=tuple((number, path, bits) for (number, path), bits in lost.items()),
        vouches=tuple((*place, bits) for place, bits in (run.vouching or {}).items()),
        accepts=tuple((*place, bits) for place, bits in (run.accepting or {}).items()),
        is_getter=not _GETTERS.isdisjoint(function.decorators),
        handed=tuple(run.handed),
        is_fixed=FIXED in function.decorators or (run.world.semantics.functions_are_fixed and not function.owner),
        rest=_number(parameter.spread and not parameter.keyed for parameter in parameters),
        keywords=_number(parameter.keyed for parameter in parameters),
        again=again(run, function),
        passes_on=passes_on(function, run.world.semantics.replaces_once),
        known_calls=run.known_calls,
        passed=run.passed,
        thrown=run.thrown,
        stays_inside=bool(function.name) and run.world.semantics.notes_inside and stays_inside(function),
    )


def _is_only_vouched(run: Closures, name: str, path: Path) -> bool:
    """True for a field that a check has looked at, and that has no other value than before."""
    value = run.env.get(name)
    field = value.fields.get(path[0]) if value is not None and value.fields else None
    if field is None or not field.lacks or field.fields or name not in run.roots:
        return False
    before = run.symbol_values.get(Symbol(run.roots[name], path))
    return not field.mask & ~(0 if before is None else before.mask)


def _number(chosen: Iterable[bool]) -> int:
    """The position of the first one that is true; -1 where there is none."""
    return next((number for number, each in enumerate(chosen) if each), -1)
