"""Orders a model's findings where not all of them are shown."""

from __future__ import annotations

from collections.abc import Iterable

from reread.analyzers.findings import Finding, sort_key


def worth(finding: Finding) -> tuple[int, float, tuple[int, int, str, str]]:
    """The sort key of findings: the most severe first, then the most certain."""
    return (-finding.severity.rank, -finding.confidence, sort_key(finding))


def best(findings: Iterable[Finding], most: int) -> list[Finding]:
    """The first so many, by their worth."""
    return sorted(findings, key=worth)[:most]
