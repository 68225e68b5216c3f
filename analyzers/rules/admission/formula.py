"""The expected precision of a rule, from the readings of its findings and of its kind, and the resulting admission."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

LEAST_RIGHT = 0.70
"""How often a rule of the profile `quiet` has to be right."""
LEAST_RIGHT_OF_ERRORS = 0.85
_STRENGTH = 1
"""As how many readings the kind of a rule counts beside those of its own."""


class Counts(NamedTuple):
    """The findings that were read, counted by judgement."""

    right: int = 0
    debatable: int = 0
    wrong: int = 0

    @property
    def read(self) -> int:
        return sum(self)


def total(counts: Iterable[Counts]) -> Counts:
    return Counts(*map(sum, zip(*counts, strict=True)))


def since_correction(rounds: Mapping[int, Counts], corrected: int) -> Mapping[int, Counts]:
    """The rounds that count: those after a correction, where one has read what was corrected, else all."""
    return {number: counts for number, counts in rounds.items() if number > corrected} or rounds


def pooled(counts: Counts) -> float:
    """How often a kind is right (0 to 1), by all that was read of it; a half while nothing was."""
    return (counts.right + 1) / (counts.read + 2)


def expected(counts: Counts, kind: float) -> float:
    """How often a rule will be right (0 to 1): the mean of a Beta posterior, whose prior is what its kind says."""
    return (counts.right + _STRENGTH * kind) / (counts.read + _STRENGTH)
