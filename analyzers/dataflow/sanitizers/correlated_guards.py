"""What a flag, a message or a list of errors says of other variables: `if x not in KNOWN: error = "unknown"`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.environment import Environment
from reread.analyzers.dataflow.domain.facets import Path
from reread.analyzers.dataflow.domain.taint_bits import TaintBits, lost
from reread.analyzers.dataflow.domain.value import AbstractValue, deep_taint
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name
from reread.analyzers.dataflow.models.library_names import names
from reread.analyzers.dataflow.sanitizers.guard_subjects import SanitizedPaths

_DEEPEST = 3
Sides = tuple[SanitizedPaths | None, SanitizedPaths | None]
"""What other places lack where a value is empty or false, and where it is not; None where it cannot be that."""


class CorrelatedGuard(NamedTuple):
    """In the place of the condition that a value is the result of: what it says by being empty, or by not being so.

    `counted` where it is the number of elements that says so.
    """

    empty: SanitizedPaths | None
    filled: SanitizedPaths | None
    counted: bool = False
    start: int = -1
    end: int = -1


_NOTHING: Sides = ({}, {})
FILLED = CorrelatedGuard(None, {}, True)
"""Of a list to which something was added"""


def record_correlated(one: Environment, other: Environment, after: Environment, taint_bits: TaintBits) -> None:
    """Where two ways meet: what a variable tells of the way that was taken, it tells of what was checked on it."""
    gone: dict[int, SanitizedPaths] = {}
    for name, value in one.items():
        against = other.get(name)
        if against is None or value is against:
            continue
        known = after[name]
        both = _sides(value), _sides(against)
        if both == (_NOTHING, _NOTHING):
            if known.test is not None and value.test != against.test:
                after[name] = with_test(known, None)
            continue
        for way, env in enumerate((one, other)) if not gone else ():
            gone[way] = _lost(env, after, taint_bits)
        empty, filled = (_agreed([_more(side[at], gone[way]) for way, side in enumerate(both)]) for at in (0, 1))
        says_nothing = empty == {} and filled == {}
        counted = _is_counted(value) or _is_counted(against)
        after[name] = with_test(known, None if says_nothing else CorrelatedGuard(empty, filled, counted))


def _more(places: SanitizedPaths | None, lost: SanitizedPaths) -> SanitizedPaths | None:
    """What a way says by itself, besides what a value says."""
    if places is None:
        return None
    return {place: places.get(place, 0) | lost.get(place, 0) for place in {**places, **lost}}


def _agreed(ways: list[SanitizedPaths | None]) -> SanitizedPaths | None:
    """What holds whichever of the ways was taken that can have been."""
    possible = [each for each in ways if each is not None]
    if len(possible) < 2:
        return possible[0] if possible else None
    one, other = possible
    return {place: bits for place in one if (bits := one[place] & other.get(place, 0))}


def _is_counted(value: AbstractValue) -> bool:
    return value.test.counted if isinstance(value.test, CorrelatedGuard) else value.size is not None


def _sides(value: AbstractValue) -> Sides:
    if isinstance(value.test, CorrelatedGuard):
        return value.test.empty, value.test.filled
    if value.literal is not UNKNOWN:
        return (None, {}) if value.literal else ({}, None)
    if value.size is not None and not value.taint:
        return (None, {}) if value.size else ({}, None)
    return {}, {}


def _lost(way: Environment, after: Environment, taint_bits: TaintBits) -> SanitizedPaths:
    """What variables and their fields did not have at the end of one way, and have after both."""
    found: SanitizedPaths = {}
    for name, value in way.items():
        joined = after[name]
        if joined is value:
            continue
        missing, bits = lost(deep_taint(joined)[0], deep_taint(value)[0]), 0
        while missing:
            bits |= missing & taint_bits.full
            missing >>= taint_bits.width
        if bits:
            found[name, ()] = taint_bits.spread(bits)
        if value.fields:
            found.update(((name, path), sanitized) for path, sanitized in _lacking(value, joined, ()))
    return found


def _lacking(value: AbstractValue, joined: AbstractValue | None, path: Path) -> Iterator[tuple[Path, int]]:
    for key, field in (value.fields or {}).items():
        after = None if joined is None or joined.fields is None else joined.fields.get(key)
        if field is after:
            continue
        if field.sanitized and (after is None or after.sanitized != field.sanitized):
            yield (*path, key), field.sanitized
        if field.fields and len(path) < _DEEPEST:
            yield from _lacking(field, after, (*path, key))


def with_test(value: AbstractValue, test: CorrelatedGuard | None) -> AbstractValue:
    return AbstractValue(
        value.taint,
        value.trace,
        value.fields,
        value.closure,
        value.type,
        value.symbol,
        value.constant,
        test,  # type: ignore[arg-type]
        value.literal,
        value.size,
        value.sanitized,
    )


def record_filled(e: Expression, env: Environment) -> None:
    """Something was put into a list or a dictionary, which is not empty any more."""
    if isinstance(e, Name) and e.name in env:
        env[e.name] = with_test(env[e.name], FILLED)


def record_added(call: Call, env: Environment, library: str) -> None:
    """The same for what is put there by a method."""
    if isinstance(call.callee, Member) and call.callee.name in names("error-list-adder", library):
        record_filled(call.callee.object, env)
