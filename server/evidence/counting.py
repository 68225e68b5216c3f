"""The evidence on a rule: what became of its findings, and whether other lines of the same files fared otherwise.

How often findings are mended is a share with a Beta posterior (a uniform prior). Other lines of the same files have
theirs, and the two are compared by the normal approximation of their difference.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from statistics import NormalDist
from typing import NamedTuple

from reread.server.evidence.following import CONTROLS, Ended, Fate

MOST_OF_A_RULE = 25
"""Findings of a rule that count in one repository, so that none speaks for all."""
_NORMAL = NormalDist()
_ALMOST_ALL = 0.95


class Tally(NamedTuple):
    """How many lines ended in each way."""

    fixed: int = 0
    left: int = 0
    gone: int = 0
    open: int = 0

    @property
    def share(self) -> float:
        """How often a line is mended rather than left (0 to 1): the mean of the posterior."""
        return (self.fixed + 1) / (self.fixed + self.left + 2)

    @property
    def variance(self) -> float:
        return self.share * (1 - self.share) / (self.fixed + self.left + 3)

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share lies with a probability of 90 %."""
        width = _NORMAL.inv_cdf(_ALMOST_ALL) * self.variance**0.5
        return max(0.0, self.share - width), min(1.0, self.share + width)


class Evidence(NamedTuple):
    """What histories say of a rule: its findings, and other lines of the same files beside them."""

    rule: str
    repositories: int
    found: Tally
    others: Tally

    @property
    def lift(self) -> float:
        """By how much more often findings are mended than other lines change (-1 to 1)."""
        return self.found.share - self.others.share

    @property
    def certainty(self) -> float:
        """How probable it is that they are mended more often at all (0 to 1)."""
        return _NORMAL.cdf(self.lift / (self.found.variance + self.others.variance) ** 0.5)


def of_repository(ended: Iterable[Ended]) -> Mapping[str, tuple[Tally, Tally]]:
    """The counts of one repository: of the findings of each rule, and of the lines beside them."""
    by_rule: dict[tuple[str, bool], list[Ended]] = {}
    for each in ended:
        by_rule.setdefault((each.rule, each.is_control), []).append(each)
    return {
        rule: (_tally(by_rule.get((rule, False), ())), _tally(by_rule.get((rule, True), ()), per_finding=CONTROLS))
        for rule in sorted({rule for rule, _ in by_rule})
    }


def combined(repositories: Iterable[Mapping[str, tuple[Tally, Tally]]]) -> list[Evidence]:
    """The evidence on each rule from all repositories, that with the highest lift first."""
    found: dict[str, list[tuple[Tally, Tally]]] = {}
    for each in repositories:
        for rule, tallies in each.items():
            found.setdefault(rule, []).append(tallies)
    evidence = [
        Evidence(rule, len(several), _total(own for own, _ in several), _total(other for _, other in several))
        for rule, several in found.items()
    ]
    return sorted(evidence, key=lambda each: (-each.lift, each.rule))


def _tally(ended: Iterable[Ended], per_finding: int = 1) -> Tally:
    """Of more than count, those are left out that come last by their texts."""
    chosen = sorted(ended, key=_order)[: MOST_OF_A_RULE * per_finding]
    fates = Counter(each.fate for each in chosen)
    return Tally(*(fates[fate] for fate in (Fate.FIXED, Fate.LEFT, Fate.GONE, Fate.OPEN)))


def _order(ended: Ended) -> bytes:
    return hashlib.blake2b(f"{ended.where.unit} {ended.where.line}".encode(errors="replace")).digest()


def _total(tallies: Iterable[Tally]) -> Tally:
    return Tally(*map(sum, zip(*tallies, strict=True)))
