"""Merges several sinks of one source into one displayed finding, which counts and locates the others.

For display alone: every sink keeps its fingerprint, severity and standing, is suppressed, dismissed and counted by
itself, and decides the exit code by itself. So only findings that differ only in their place are merged.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from reread.analyzers.findings import Finding, Related

Item = TypeVar("Item")

_ALSO = "The same source reaches a sink here, too"
_MOST_NAMED = 12
"""Further places that are named one by one."""


def grouped(items: Iterable[tuple[Finding, Hashable, Item]]) -> Iterator[list[Item]]:
    """The items whose findings are one to a person, together, in the order of the first of each.

    Each comes with its finding and with everything else in which merged items agree: file, standing.
    """
    groups: dict[Hashable, list[Item]] = {}
    for number, (finding, standing, item) in enumerate(items):
        source = _source_of(finding)
        same = (number,) if source is None else (finding.rule, finding.severity, finding.confidence, *source, standing)
        groups.setdefault(same, []).append(item)
    yield from groups.values()


def headed(first: Finding, others: Sequence[tuple[str, int]]) -> Finding:
    """The finding that stands for itself and for those at `others`, paths (absolute) with lines from 0."""
    if not others:
        return first
    sinks = "another sink" if len(others) == 1 else f"{len(others):,} more sinks"
    related = (*first.related, *(Related(path, line, _ALSO) for path, line in others[:_MOST_NAMED]))
    return first._replace(message=f"{first.message} (and {sinks} of the same source)", related=related)


def _source_of(finding: Finding) -> tuple[str, int] | None:
    """The path and line of the source of a taint flow; None for what is none, or has a fix for its own place."""
    first = finding.related[0] if finding.related and not finding.fixes else None
    return (first.path, first.line) if first is not None and first.flow == "before" else None
