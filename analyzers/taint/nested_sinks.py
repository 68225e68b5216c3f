"""Sinks inside of sinks: what one statement builds and runs, as in `execute(text(statement))`, is told once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from reread.analyzers.findings import Finding

if TYPE_CHECKING:
    from reread.analyzers.dataflow.domain.environment import Hit

_Place: TypeAlias = "tuple[int, int, int, int]"


def told(found: Iterable[tuple[Hit, Finding | None]], *, nested: bool = False) -> list[Finding]:
    """What is said of the sinks that taint reaches, each finding once.

    Without `nested` those are left out whose sink is a part of what another sink of the same rule is given, of which
    something is said too.
    """
    pairs = [(hit, finding) for hit, finding in found if finding is not None]
    inner: frozenset[_Place] = frozenset() if nested else _inner([hit for hit, _ in pairs])
    return list(dict.fromkeys(finding for hit, finding in pairs if _place(hit) not in inner))


def _place(hit: Hit) -> _Place:
    """In this order: of those that begin together the longest is first."""
    return id(hit.unit), hit.sink.rule, hit.sink.start, -hit.sink.end


def _inner(hits: list[Hit]) -> frozenset[_Place]:
    """The places that a longer sink of the same function and rule is around.

    One without a focus is all of a call, with the callbacks that it is handed, and so around nothing.
    """
    focused = {_place(hit) for hit in hits if hit.sink.focused}
    inner = set()
    group, reach = (0, 0), -1
    for place in sorted({_place(hit) for hit in hits}):
        if place[:2] != group:
            group, reach = place[:2], -1
        end = -place[3]
        if end <= reach:
            inner.add(place)
        if place in focused:
            reach = max(reach, end)
    return frozenset(inner)
