"""The trace of taint: the steps that it took from its source."""

from __future__ import annotations

from typing import Any, NamedTuple

_MOST_STEPS = 30


class Step(NamedTuple):
    """One step of taint on its way: `taint` is what came by, `kind` is source, suspicion (it may hold input),
    assign, call (of a function that is followed), library (a call of a known other one), unknown (a call of which
    nothing is known), checked (by a condition whose meaning is not known), join or propagate.

    The place is in bytes of the function at `placement`. A source has no `previous`.
    """

    taint: int
    placement: Any
    start: int
    end: int
    kind: str
    previous: tuple[Step, ...] = ()
    bound: Any = ()


def joined_trace(one_mask: int, one: Step | None, other_mask: int, other: Step | None) -> Step | None:
    """How both came; the first alone where it accounts for all."""
    if other is None or one is other or not other_mask & ~one_mask:
        return one or other
    if one is None or not one_mask & ~other_mask:
        return other
    return Step(one_mask | other_mask, one.placement, one.start, one.end, "join", (one, other))


def sources_of(step: Step | None, bits: int, placement: Any) -> list[tuple[int, int]]:
    """Where in one function taint of some bits came from; nothing where some of it came from elsewhere."""
    found: list[tuple[int, int]] = []
    stack = [] if step is None else [step]
    for _ in range(_MOST_STEPS):
        if not stack:
            return found
        each = stack.pop()
        if not each.previous:
            if each.placement is not placement:
                return []
            found.append((each.start, each.end))
        stack += (previous for previous in each.previous if previous.taint & bits)
    return []


SUSPICION = "suspicion"
UNKNOWN = "unknown"
CHECKED = "checked"
DESCENTS = frozenset({SUSPICION, UNKNOWN, CHECKED})
"""The kinds of steps after which taint is only possible."""


def descent(step: Step | None) -> Step | None:
    """The last step of a trace that made taint only possible; None where there is none."""
    for _ in range(_MOST_STEPS):
        if step is None or step.kind in DESCENTS:
            return step
        step = step.previous[0] if step.previous else None
    return None


def taint_path(step: Step | None, bits: int) -> list[Step]:
    """The steps that taint of some bits took, the source first."""
    found: list[Step] = []
    while step is not None and len(found) < _MOST_STEPS:
        if step.kind != "join":
            found.append(step)
        step = next((each for each in step.previous if each.taint & bits), None)
    return found[::-1]
