"""Sinks inside of sinks: what one statement builds and runs, as in `execute(text(statement))`, is reported once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from reread.analyzers.findings import Finding

if TYPE_CHECKING:
    from reread.analyzers.dataflow.domain.function_summary import TaintFlow

_Reached: TypeAlias = "tuple[TaintFlow, Finding]"


def reported(found: Iterable[tuple[TaintFlow, Finding | None]], *, nested: bool = False) -> list[Finding]:
    """What is said of the sinks that taint reaches, each finding once.

    Without `nested` those are left out whose sink is a part of what another sink of the same rule is given, which the
    same source reaches, and of which something is said that is as severe and as certain.
    """
    pairs = [(flow, finding) for flow, finding in found if finding is not None]
    inner = frozenset[int]() if nested else frozenset(map(id, _inner(pairs)))
    return list(dict.fromkeys(finding for flow, finding in pairs if id(flow) not in inner))


def _inner(pairs: Sequence[_Reached]) -> Iterator[TaintFlow]:
    """The flows to sinks that a longer sink is around."""
    alike: dict[object, list[_Reached]] = {}
    for flow, finding in pairs:
        source = finding.related[0][:2] if finding.related else None
        alike.setdefault((id(flow.placement), flow.sink.rule, source), []).append((flow, finding))
    for group in alike.values():
        for level in {_weight(finding) for _, finding in group} if len(group) > 1 else ():
            yield from _within([each for each in group if _weight(each[1]) >= level], level)


def _within(group: Sequence[_Reached], level: tuple[int, float]) -> Iterator[TaintFlow]:
    """Those of a level that lie in others. A sink without a focus is all of a call, with the callbacks that it is
    given, and so around nothing.
    """
    focused = {_place(flow) for flow, _ in group if flow.sink.focused}
    reach, before = -1, (-1, -1)
    # Of those that begin together the longest is first.
    for place, flow, finding in sorted(((_place(flow), flow, finding) for flow, finding in group), key=_order):
        if place != before and before in focused:
            reach = max(reach, before[1])
        before = place
        if place[1] <= reach and _weight(finding) == level:
            yield flow


def _order(each: tuple[tuple[int, int], TaintFlow, Finding]) -> tuple[int, int]:
    (start, end), _, _ = each
    return start, -end


def _place(flow: TaintFlow) -> tuple[int, int]:
    return flow.sink.start, flow.sink.end


def _weight(finding: Finding) -> tuple[int, float]:
    return finding.severity.rank, finding.confidence
