"""Precision, recall and F1 over cases and groups of cases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from reread.server.evaluation.classes import class_of
from reread.server.evaluation.matching import Fits, Matched, by_place_and_class, match
from reread.server.evaluation.values import Judged


class Counts(Struct, frozen=True):
    """True positives, false positives, false negatives, and findings that repeat a true positive."""

    found: int = 0
    wrong: int = 0
    missed: int = 0
    repeated: int = 0

    def plus(self, other: Counts) -> Counts:
        return Counts(
            self.found + other.found,
            self.wrong + other.wrong,
            self.missed + other.missed,
            self.repeated + other.repeated,
        )

    @property
    def precision(self) -> float | None:
        """None without a finding."""
        return _share(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float | None:
        """None without an annotation."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float | None:
        """None without findings and annotations."""
        return _share(2 * self.found, 2 * self.found + self.wrong + self.missed)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def total(counts: Iterable[Counts]) -> Counts:
    result = Counts()
    for each in counts:
        result = result.plus(each)
    return result


def matched(judged: Judged, fits: Fits = by_place_and_class) -> list[Matched]:
    """The outcome of each run of a case."""
    return [match(answer.findings, judged.case.annotations, fits) for answer in judged.answers]


def counts_of(judged: Judged, fits: Fits = by_place_and_class) -> Counts:
    """The counts of a case over all runs."""
    return total(
        Counts(len(each.pairs), len(each.wrong), len(each.missed), len(each.repeated)) for each in matched(judged, fits)
    )


def grouped(groups: Iterable[str], counts: Iterable[Counts]) -> dict[str, list[Counts]]:
    """The counts of cases by the name of their group, which is given for each case."""
    found: dict[str, list[Counts]] = {}
    for group, each in zip(groups, counts, strict=True):
        found.setdefault(group, []).append(each)
    return dict(sorted(found.items()))


def kind_of(category: str) -> str:
    """The class that a category means, "general" for one that means none and "unknown" for an unknown one."""
    kind = class_of(category)
    return "unknown" if kind is None else kind or "general"


class Clean(NamedTuple):
    """The findings on clean changes over all runs: the `answers`, those of them with findings, and all findings."""

    answers: int
    flagged: int
    findings: int


def on_clean_changes(cases: Iterable[Judged]) -> Clean:
    counts = [len(answer.findings) for judged in cases if not judged.case.annotations for answer in judged.answers]
    return Clean(len(counts), sum(map(bool, counts)), sum(counts))


def repeatability(cases: Iterable[Judged]) -> float | None:
    """Of the findings of each two runs of a case, the share that both have: intersections by unions (Jaccard), summed.

    Findings are the same when they quote the same lines and are of the same class. None without two runs or findings.
    """
    both = either = 0
    for judged in cases:
        runs = [
            {(each.place, class_of(each.category) or each.category) for each in answer.findings}
            for answer in judged.answers
        ]
        for place, one in enumerate(runs):
            for other in runs[place + 1 :]:
                both += len(one & other)
                either += len(one | other)
    return _share(both, either)
