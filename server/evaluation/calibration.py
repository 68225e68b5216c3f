"""Calibration: whether confidence equals the probability of being right, as a curve, an error and a fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from reread.server.evaluation.metrics import matched
from reread.server.evaluation.values import Judged

BINS = 10

Sample = tuple[float, bool]
"""A confidence, and whether the finding was right."""


class Bin(NamedTuple):
    """The findings with a confidence from `low` on and below `low + 1 / BINS`; the last one has those with 1 too."""

    low: float
    findings: int
    confidence: float
    precision: float


class Step(Struct, frozen=True):
    """Of a fitted curve: from `confidence` on findings are right with this `precision`; it was made from `count`."""

    confidence: float
    precision: float
    count: int


def samples(cases: Iterable[Judged]) -> list[Sample]:
    """The confidences of all findings but the repeated ones, which are neither right nor wrong."""
    found: list[Sample] = []
    for judged in cases:
        for answer, outcome in zip(judged.answers, matched(judged), strict=True):
            found += ((answer.findings[place].confidence, True) for place, _ in outcome.pairs)
            found += ((answer.findings[place].confidence, False) for place in outcome.wrong)
    return found


def curve(given: Sequence[Sample]) -> list[Bin]:
    """The bins that have findings, each with their mean confidence and their precision."""
    bins: dict[int, list[Sample]] = {}
    for sample in given:
        # Rounded, since .3 * 10 is less than 3.
        bins.setdefault(min(int(round(sample[0] * BINS, 9)), BINS - 1), []).append(sample)
    return [
        Bin(
            number / BINS,
            len(inside),
            sum(confidence for confidence, _ in inside) / len(inside),
            sum(right for _, right in inside) / len(inside),
        )
        for number, inside in sorted(bins.items())
    ]


def expected_error(bins: Sequence[Bin]) -> float | None:
    """The expected calibration error: how far confidence and precision are apart, weighted by count; None without."""
    count = sum(each.findings for each in bins)
    return sum(each.findings * abs(each.confidence - each.precision) for each in bins) / count if count else None


def fitted(given: Sequence[Sample]) -> tuple[Step, ...]:
    """The isotonic regression of the samples: the curve that never falls with the least squared error.

    Made by pooling adjacent violators.
    """
    by_confidence: dict[float, list[int]] = {}
    for confidence, right in given:
        pool = by_confidence.setdefault(confidence, [0, 0])
        pool[0] += int(right)
        pool[1] += 1
    pools: list[tuple[float, int, int]] = []
    for start, (hits, count) in sorted(by_confidence.items()):
        while pools and pools[-1][1] * count >= hits * pools[-1][2]:
            start, before, size = pools.pop()
            hits, count = hits + before, count + size
        pools.append((start, hits, count))
    return tuple(Step(start, hits / count, count) for start, hits, count in pools)


def calibrated(steps: Sequence[Step], confidence: float) -> float | None:
    """The precision of a confidence by a fit; below the first step that of the first. None without a fit."""
    precision = steps[0].precision if steps else None
    for step in steps:
        if step.confidence <= confidence:
            precision = step.precision
    return precision
