"""The definitions reviewed in this session, and whether they have changed since."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reread.analyzers.review.change.units import ReviewUnit


class Standing(Enum):
    """The review status of a definition; the value is for people. STALE ones were changed since their review."""

    REVIEWED = "reviewed"
    STALE = "changed since its review"
    NOT_REVIEWED = "not reviewed"


class ReviewedDefinitions:
    """By the key of the document and the name of the definition: what it meant when it was reviewed.

    A definition means the same until more of it changes than comments and formatting.
    """

    def __init__(self) -> None:
        self._meanings: dict[tuple[str, str], str] = {}

    def add(self, key: str, units: Iterable[ReviewUnit]) -> None:
        """A review of these units is complete."""
        for unit in units:
            self._meanings[key, unit.name] = unit.meaning

    def standing(self, key: str, unit: ReviewUnit) -> Standing:
        meaning = self._meanings.get((key, unit.name))
        if meaning is None:
            return Standing.NOT_REVIEWED
        return Standing.REVIEWED if meaning == unit.meaning else Standing.STALE
