"""Whether two settings differ: confidence intervals by the paired bootstrap over cases."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reread.server.evaluation.metrics import Counts, total

RESAMPLES = 2_000
_LEVEL = 0.95
_SEED = 24


class Interval(NamedTuple):
    """The difference of a figure (the other less the first), and the 95 % confidence interval around it."""

    difference: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """True when the interval leaves out 0."""
        return self.low > 0 or self.high < 0


def difference(
    one: Sequence[Counts], other: Sequence[Counts], figure: Callable[[Counts], float | None]
) -> Interval | None:
    """The difference of a figure over the same cases, in the same order. None if one of them has no such figure.

    The same cases give the same interval. Resamples without the figure are left out.
    """
    first, second = figure(total(one)), figure(total(other))
    if first is None or second is None:
        return None
    chooser = random.Random(_SEED)
    places = range(len(one))
    found = []
    for _ in range(RESAMPLES):
        chosen = chooser.choices(places, k=len(one))
        drawn = figure(total(one[place] for place in chosen)), figure(total(other[place] for place in chosen))
        if drawn[0] is not None and drawn[1] is not None:
            found.append(drawn[1] - drawn[0])
    found.sort()
    edge = (1 - _LEVEL) / 2
    low, high = found[int(edge * (len(found) - 1))], found[int((1 - edge) * (len(found) - 1) + 0.5)]
    return Interval(second - first, low, high)
