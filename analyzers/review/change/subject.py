"""The subject of a review: a unit in its document."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.review.change.units import ReviewUnit
from reread.analyzers.review.privacy.pii import NOTHING, Personal
from reread.analyzers.review.settings import Guideline
from reread.analyzers.text import Document


class Subject(NamedTuple):
    """A unit in its document. `relative` is the document's path in the workspace folder, with `/`.

    `personal` is what is kept back of it besides secrets, `guidelines` are the team's for this file. `leads` are hints
    of rules in the unit that a model is asked about.
    """

    folder: str
    relative: str
    document: Document
    unit: ReviewUnit
    personal: Personal = NOTHING
    guidelines: tuple[Guideline, ...] = ()
    leads: tuple[Finding, ...] = ()

    def __str__(self) -> str:
        return f"{self.relative}: {self.unit.name}" if self.unit.name else self.relative
