"""Confidence intervals of figures, and of the difference of two settings, by the bootstrap over cases."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence

from reread.server.evaluation.intervals import LEVEL, Interval
from reread.server.evaluation.metrics import Counts, total

RESAMPLES = 2_000
"""For a difference; figures, of which there are many, are drawn half as often."""

_SEED = 24

Figure = Callable[[Counts], float | None]


def interval(counts: Sequence[Counts], figure: Figure) -> Interval | None:
    """A figure over cases with its 95 % interval. None if there is no such figure."""
    value = figure(total(counts))
    if value is None:
        return None
    packed = _Packed(counts)
    chooser = random.Random(_SEED)
    drawn = (figure(packed.total(chooser.choices(packed.values, k=len(counts)))) for _ in range(RESAMPLES // 2))
    return Interval(value, *_edges([each for each in drawn if each is not None]))


def difference(one: Sequence[Counts], other: Sequence[Counts], figure: Figure) -> Interval | None:
    """The difference of a figure over the same cases, in the same order: of the other less the first.

    None if one of them has no such figure. The same cases give the same interval. Resamples without the figure are left
    out.
    """
    first, second = figure(total(one)), figure(total(other))
    if first is None or second is None:
        return None
    chooser = random.Random(_SEED)
    packed = _Packed(one), _Packed(other)
    places = range(len(one))
    found = []
    for _ in range(RESAMPLES):
        chosen = chooser.choices(places, k=len(one))
        drawn = [figure(each.total(map(each.values.__getitem__, chosen))) for each in packed]
        if drawn[0] is not None and drawn[1] is not None:
            found.append(drawn[1] - drawn[0])
    return Interval(second - first, *_edges(found))


def _edges(found: list[float]) -> tuple[float, float]:
    found.sort()
    edge = (1 - LEVEL) / 2
    return found[int(edge * (len(found) - 1))], found[int((1 - edge) * (len(found) - 1) + 0.5)]


class _Packed:
    """The counts of cases as one number each: adding numbers is ten times as fast as adding counts."""

    def __init__(self, counts: Sequence[Counts]) -> None:
        # No sum of as many of them overflows into the next field.
        largest = max((max(each.found, each.wrong, each.missed) for each in counts), default=0)
        self._width = (largest * len(counts)).bit_length()
        self._mask = (1 << self._width) - 1
        self.values = [each.found << 2 * self._width | each.wrong << self._width | each.missed for each in counts]

    def total(self, drawn: Iterable[int]) -> Counts:
        value = sum(drawn)
        return Counts(value >> 2 * self._width, value >> self._width & self._mask, value & self._mask)
