"""Sinks inside of sinks: what one statement builds and runs, as in `execute(text(statement))`, is reported once.

So is what one source brings to several sinks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from reread.analyzers.findings import Finding, Related
from reread.analyzers.text import Document

if TYPE_CHECKING:
    from reread.analyzers.dataflow.domain.function_summary import TaintFlow

_ALSO = "It is used here, too"
_MOST_RELATED = 12
_Place: TypeAlias = "tuple[int, int, int, int]"


def reported(found: Iterable[tuple[TaintFlow, Finding | None]], *, nested: bool = False) -> list[Finding]:
    """What is said of the sinks that taint reaches, each finding once.

    Without `nested` those are left out whose sink is a part of what another sink of the same rule is given, of which
    something is said too.
    """
    pairs = [(flow, finding) for flow, finding in found if finding is not None]
    inner: frozenset[_Place] = frozenset() if nested else _inner([flow for flow, _ in pairs])
    return list(dict.fromkeys(finding for flow, finding in pairs if _place(flow) not in inner))


def one_of_each_source(findings: Sequence[Finding], rules: frozenset[str], document: Document) -> list[Finding]:
    """The findings with, of each of some rules, only the first of those that begin at the same place.

    The other sinks are related places of that one.
    """
    kept: dict[object, Finding] = {}
    for number, finding in enumerate(sorted(findings, key=lambda each: each.span)):
        alone = finding.rule not in rules or not finding.related
        key: object = number if alone else (finding.rule, finding.related[0][:2])
        first = kept.setdefault(key, finding)
        if first is not finding and len(first.related) < _MOST_RELATED:
            kept[key] = first._replace(
                related=(
                    *first.related,
                    Related(document.path or "", document.lines.line_of(finding.span.start), _ALSO),
                )
            )
    return list(kept.values())


def _place(flow: TaintFlow) -> _Place:
    """In this order: of those that begin together the longest is first."""
    return id(flow.placement), flow.sink.rule, flow.sink.start, -flow.sink.end


def _inner(flows: list[TaintFlow]) -> frozenset[_Place]:
    """The places that a longer sink of the same function and rule is around.

    One without a focus is all of a call, with the callbacks that it is given, and so around nothing.
    """
    focused = {_place(flow) for flow in flows if flow.sink.focused}
    inner = set()
    group, reach = (0, 0), -1
    for place in sorted({_place(flow) for flow in flows}):
        if place[:2] != group:
            group, reach = place[:2], -1
        end = -place[3]
        if end <= reach:
            inner.add(place)
        if place in focused:
            reach = max(reach, end)
    return frozenset(inner)
