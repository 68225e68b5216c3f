"""What a review comes to, and what one that is running has come to so far."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Finding, with_fingerprints
from reread.analyzers.review.judging import Drop, Shortlist
from reread.analyzers.review.provider import (
    BadRequestError,
    CutOffError,
    NonsenseError,
    PausedError,
    ProviderError,
    RefusalError,
    TimeLimitError,
)
from reread.analyzers.review.questions import Subject
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.suppressions import Suppression, find, is_suppressed
from reread.analyzers.syntax import parse

OnFinding = Callable[[Subject, Finding], None]
OnProgress = Callable[[str, int, int], None]

_OF_ONE_ANSWER = (RefusalError, CutOffError, NonsenseError, BadRequestError)
"""Failures that say nothing about the next unit. After any other one, asking on would only fail again."""

_TIMEOUTS_TO_STOP = 2


class UnitState(enum.Enum):
    """How the review of a unit went. PASSED: the small model saw nothing in it that deserves a review."""

    ASKED = "asked"
    CACHED = "cached"
    PASSED = "passed"
    INCOMPLETE = "incomplete"


class Review(NamedTuple):
    """What reviewing some units came to. `findings` are sorted by document and place; `dropped` says why how often.

    `notes` are what went wrong without any harm to the review.
    """

    findings: tuple[tuple[Subject, Finding], ...]
    states: tuple[UnitState, ...]
    problems: tuple[str, ...]
    dropped: Counter[Drop]
    over_limit: int
    notes: tuple[str, ...] = ()


class Run:
    """A review of some units while it goes on. `stopped` says that asking on would only fail again."""

    def __init__(
        self,
        settings: ReviewSettings,
        subjects: Sequence[Subject],
        on_finding: OnFinding,
        on_progress: OnProgress | None,
    ) -> None:
        self.states = [UnitState.INCOMPLETE] * len(subjects)
        self.stopped = False
        self._on_finding = on_finding
        self._on_progress = on_progress
        self._shortlist = Shortlist(settings.selection.per_file, settings.selection.per_review)
        self._first: dict[str, Subject] = {}
        for subject in subjects:
            self._first.setdefault(subject.document.uri, subject)
        self._problems: dict[object, str] = {}
        self._notes: dict[str, None] = {}
        self._suppressions = {uri: _suppressions_of(subject) for uri, subject in self._first.items()}
        self._dropped: Counter[Drop] = Counter()
        self._timeouts = 0
        self._done = 0

    def suppressed(self, subject: Subject, finding: Finding | Drop) -> Finding | Drop:
        """The finding, unless an ignore comment silences it."""
        comments = self._suppressions[subject.document.uri]
        silenced = isinstance(finding, Finding) and is_suppressed(finding, comments, subject.document)
        return Drop.SUPPRESSED if silenced else finding

    def judged(self, subject: Subject, finding: Finding | Drop) -> None:
        """Show a finding if it is worth it, or count why it is not."""
        if isinstance(finding, Drop):
            self._dropped[finding] += 1
            return
        uri = subject.document.uri
        if self._shortlist.add(uri, finding):
            numbered = with_fingerprints(self._shortlist.best()[uri], subject.document, subject.relative)
            same = (entry for entry in numbered if (entry.rule, entry.span) == (finding.rule, finding.span))
            self._on_finding(subject, next(same))

    def failed(self, subject: Subject, error: ProviderError) -> None:
        """Note why a unit is not done, each reason once, and whether there is any point in going on."""
        if isinstance(error, _OF_ONE_ANSWER):
            where = f"{subject.relative}:{subject.document.lines.line_of(subject.unit.span.start) + 1}"
            self._problems[where, str(error)] = f"{where}: {error}"
            return
        # What stops everything fails several open requests at once, each with figures of its own.
        self._problems.setdefault(type(error), str(error))
        self._timeouts += isinstance(error, TimeLimitError)
        if not isinstance(error, TimeLimitError) or self._timeouts >= _TIMEOUTS_TO_STOP:
            self.stopped = True

    def noted(self, line: str) -> None:
        """Note what went wrong and could be done without."""
        self._notes[line] = None

    def waiting(self, subject: Subject) -> None:
        self.note(f"{subject.relative}: {subject.unit.name}" if subject.unit.name else subject.relative)

    def progressed(self, subject: Subject) -> None:
        self._done += 1
        self.waiting(subject)

    def note(self, message: str) -> None:
        """Say what is going on."""
        if self._on_progress is not None:
            self._on_progress(message, self._done, len(self.states))

    def result(self) -> Review:
        best = self._shortlist.best()
        findings: list[tuple[Subject, Finding]] = []
        for uri, subject in self._first.items():
            numbered = with_fingerprints(best.get(uri, ()), subject.document, subject.relative)
            findings += [(subject, finding) for finding in numbered]
        problems = self._reasons()
        # What stopped the review is behind the failures of the short questions too.
        notes = () if self.stopped else tuple(note for note in self._notes if note not in problems)
        states = tuple(self.states)
        return Review(tuple(findings), states, problems, self._dropped, self._shortlist.left_out, notes)

    def _reasons(self) -> tuple[str, ...]:
        """The problems; that a provider is left alone says nothing beside why it is."""
        reasons = {key: line for key, line in self._problems.items() if key is not PausedError}
        return tuple((reasons or self._problems).values())


def _suppressions_of(subject: Subject) -> tuple[Suppression, ...]:
    document = subject.document
    mentioned = "reread:" in document.text or "nosem" in document.text
    return find(document, parse(document)) if mentioned else ()
