"""A figure with its confidence interval, and the interval of a share."""

from __future__ import annotations

import math
from statistics import NormalDist

from msgspec import Struct

LEVEL = 0.95
_DEVIATIONS = NormalDist().inv_cdf((1 + LEVEL) / 2)


class Interval(Struct, frozen=True):
    """A figure, and the 95 % confidence interval around it."""

    value: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Of a difference: True when the interval leaves out 0."""
        return self.low > 0 or self.high < 0


def share(part: int, whole: int, runs: int = 1) -> Interval | None:
    """A share with its interval by Wilson; None of nothing.

    Several `runs` over the same cases count as one: they say little more of other cases than one run does.
    """
    if not whole:
        return None
    value, count = part / whole, whole / max(runs, 1)
    square = _DEVIATIONS**2 / count
    middle = (value + square / 2) / (1 + square)
    half = math.sqrt(square * (value * (1 - value) + square / 4)) / (1 + square)
    return Interval(value, max(0.0, middle - half), min(1.0, middle + half))
