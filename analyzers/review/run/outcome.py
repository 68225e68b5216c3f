"""The outcome of a review, and the interim outcome of a running one."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Finding, with_fingerprints
from reread.analyzers.review.answer.agreement import is_similar
from reread.analyzers.review.answer.ranking import Drop, Shortlist
from reread.analyzers.review.ask.batches import UnitQuestion
from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.fix.proposals import Proposal
from reread.analyzers.review.provider import (
    BadRequestError,
    BudgetError,
    CutOffError,
    NonsenseError,
    OverlongError,
    PausedError,
    ProviderError,
    RefusalError,
    TimeLimitError,
)
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.suppressions import Suppression, find, is_suppressed
from reread.analyzers.syntax import parse
from reread.analyzers.text import Span

OnFinding = Callable[[Subject, Finding], None]
OnProgress = Callable[[str, int, int], None]

_OF_ONE_ANSWER = (RefusalError, CutOffError, OverlongError, NonsenseError, BadRequestError)
"""Failures that say nothing about the next unit. After any other one, asking on would only fail again."""

_OF_SEVERAL = (BadRequestError, BudgetError, NonsenseError, OverlongError, RefusalError)
"""Failures of a question about several units that need not be those of a question about one."""

_TIMEOUTS_TO_STOP = 2
_OUT_OF_FORM_TO_STOP = 3
"""Answers in a row: a model that gives so many has not understood what it is asked."""

_LEFT = f"; after {_OUT_OF_FORM_TO_STOP} such answers in a row it was not asked about the rest"


class UnitState(enum.Enum):
    """How the review of a unit went. PASSED: the small model saw nothing in it that deserves a review."""

    REVIEWED = "reviewed"
    CACHED = "cached"
    PASSED = "passed"
    INCOMPLETE = "incomplete"


class AnsweredLead(NamedTuple):
    """A hint of a rule that a model decided. `words` is one line: how it fails, or why it does not."""

    subject: Subject
    finding: Finding
    holds: bool
    words: str


class Review(NamedTuple):
    """The result of reviewing some units. `findings` are sorted by document and place; `dropped` says why how often.

    `notes` are what went wrong without any harm to the review, `refused` how many fixes would have edited a file that
    the model was not shown. `change` is how the look at the change as a whole went; None: there was none. `leads` are
    the hints of rules that the model decided, in the order of the units.
    """

    findings: tuple[tuple[Subject, Finding], ...]
    states: tuple[UnitState, ...]
    problems: tuple[str, ...]
    dropped: Counter[Drop]
    over_limit: int
    notes: tuple[str, ...] = ()
    refused: int = 0
    change: UnitState | None = None
    leads: tuple[AnsweredLead, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every unit, and the change as a whole where it was to be looked at, was reviewed."""
        return UnitState.INCOMPLETE not in (*self.states, self.change)


class Pending(NamedTuple):
    """A finding that is shown, and its proposed fix, which needs further verification."""

    unit: UnitQuestion
    finding: Finding
    proposal: Proposal

    @property
    def uri(self) -> str:
        return self.unit.subject.document.uri


class ReviewRun:
    """A running review of some units by a model, and perhaps by others of a panel. A model is `left` when further
    requests to it would only fail again.
    """

    def __init__(
        self,
        settings: ReviewSettings,
        subjects: Sequence[Subject],
        on_finding: OnFinding,
        on_progress: OnProgress | None,
        asker: CachedClient,
    ) -> None:
        self._asker = asker
        self._left: set[CachedClient] = set()
        self._total = len(subjects)
        self._states: dict[int, UnitState] = {}
        self._on_finding = on_finding
        self._on_progress = on_progress
        self._shortlist = Shortlist(settings.selection.per_file, settings.selection.per_review)
        self._first: dict[str, Subject] = {}
        for subject in subjects:
            self._first.setdefault(subject.document.uri, subject)
        self._problems: dict[object, str] = {}
        self._places: dict[str, dict[str, int]] = {}
        self._notes: dict[tuple[str, object], str] = {}
        self._without: Counter[str] = Counter()
        self._suppressions = {uri: _suppressions_of(subject) for uri, subject in self._first.items()}
        self._dropped: Counter[Drop] = Counter()
        self._pending: dict[tuple[str, str, Span], Pending] = {}
        self._refused = 0
        self._timeouts: Counter[CachedClient] = Counter()
        self._out_of_form: Counter[CachedClient] = Counter()
        self._why_left: set[str] = set()
        self._explained: set[CachedClient | str] = set()
        self._change: UnitState | None = None

    @property
    def stopped(self) -> bool:
        """Whether the model that is asked for all but the looks of a panel is left."""
        return self.left(self._asker)

    def left(self, asker: CachedClient) -> bool:
        """Whether a model is asked no more."""
        return asker in self._left

    def suppressed(self, subject: Subject, finding: Finding | Drop) -> Finding | Drop:
        """The finding, unless an ignore comment silences it."""
        comments = self._suppressions[subject.document.uri]
        silenced = isinstance(finding, Finding) and is_suppressed(finding, comments, subject.document)
        return Drop.SUPPRESSED if silenced else finding

    def dropped(self, reason: Drop) -> None:
        """Count a finding that is not shown."""
        self._dropped[reason] += 1

    def judged(self, subject: Subject, finding: Finding | Drop) -> None:
        """Show a finding if it is worth it, or count why it is not."""
        if isinstance(finding, Drop):
            self.dropped(finding)
            return
        if self._shortlist.add(subject.document.uri, finding):
            self._show(subject, finding)

    def wait(self, pending: Pending) -> None:
        """Remember a finding whose fix is not ready to be shown."""
        self._pending.setdefault((pending.uri, pending.finding.rule, pending.finding.span), pending)

    def pending(self) -> list[Pending]:
        """The findings whose fixes are not ready, of those that are shown by what is known so far."""
        best = self._shortlist.best()
        return [pending for pending in self._pending.values() if pending.finding in best.get(pending.uri, ())]

    def fixed(self, pending: Pending) -> None:
        """Show a finding again whose fix is ready."""
        fixed = pending.finding._replace(fixes=pending.proposal.shown)
        if fixed.fixes and self._shortlist.replace(pending.uri, fixed):
            self._show(pending.unit.subject, fixed)

    def refused(self) -> None:
        """Count a fix that would have edited a file which the model was not shown."""
        self._refused += 1

    def _show(self, subject: Subject, finding: Finding) -> None:
        best = self._shortlist.best()[subject.document.uri]
        numbered = with_fingerprints(best, subject.document, subject.relative)
        same = (entry for entry in numbered if (entry.rule, entry.span) == (finding.rule, finding.span))
        self._on_finding(subject, next(same))

    def retracted(self, units: Sequence[UnitQuestion]) -> None:
        """Forget what was found in units: they are asked about again."""
        for unit in units:
            self._shortlist.remove(unit.subject.document.uri, unit.subject.unit.span)
        places = {unit.place for unit in units}
        self._pending = {key: each for key, each in self._pending.items() if each.unit.place not in places}

    def answered(self, asker: CachedClient, error: ProviderError | None = None) -> None:
        """A model answered about units, or failed to: one that does not keep to the form, again and again, is left."""
        if error is None:
            self._out_of_form[asker] = 0
        self._out_of_form[asker] += isinstance(error, NonsenseError)
        if error is not None and self._out_of_form[asker] == _OUT_OF_FORM_TO_STOP:
            self._left.add(asker)
            self._why_left.add(str(error))

    def asks_alone(self, asker: CachedClient, units: Sequence[UnitQuestion], error: ProviderError) -> bool:
        """Whether units that were asked about together are to be asked about one by one."""
        return len(units) > 1 and isinstance(error, _OF_SEVERAL) and not self.left(asker)

    def failed(self, units: Sequence[UnitQuestion], error: ProviderError) -> None:
        """The units are not done, and why."""
        self.went_wrong(units, error)
        self.settled(units, UnitState.INCOMPLETE)

    def went_wrong(
        self, units: Sequence[UnitQuestion], error: ProviderError, where: str = "", asker: CachedClient | None = None
    ) -> None:
        """Note what went wrong with units, each reason once, and whether there is any point in asking on.

        `where` names the units; "" is the place of the first one. `asker` is the one of a panel whose failure it is.
        """
        asker = asker or self._asker
        self._explain(asker, error)
        if isinstance(error, _OF_ONE_ANSWER):
            places = self._places.setdefault(str(error), {})
            places.setdefault(where or _where(units), min((unit.place for unit in units), default=0))
            # Answers come in any order.
            problem = _at(sorted(places, key=lambda each: places[each]), error)
            self._problems[str(error)] = problem + (_LEFT if str(error) in self._why_left else "")
            return
        # What stops everything fails several open requests at once, each with figures of its own.
        self._problems.setdefault((asker, type(error)), str(error))
        if isinstance(error, BudgetError):
            return  # A smaller question may still have room.
        self._timeouts[asker] += isinstance(error, TimeLimitError)
        if not isinstance(error, TimeLimitError) or self._timeouts[asker] >= _TIMEOUTS_TO_STOP:
            self._left.add(asker)

    def go_without(self, error: ProviderError, what: str = "") -> None:
        """Note what could not be had and can be done without, each reason once; "" is what the error names itself."""
        self._explain(what, error)
        of_one = isinstance(error, _OF_ONE_ANSWER)
        reason = str(error) if of_one else type(error)
        self._notes.setdefault((what, reason), f"{what}: {error}" if what else str(error))
        self._without[what] += 1 if of_one else _OUT_OF_FORM_TO_STOP

    def _explain(self, what: CachedClient | str, error: ProviderError) -> None:
        if not isinstance(error, PausedError):
            self._explained.add(what)

    def goes_without(self, what: str) -> bool:
        """Whether what could not be had before is not asked for again."""
        return self._without[what] >= _OUT_OF_FORM_TO_STOP

    def waiting(self, units: Sequence[UnitQuestion]) -> None:
        """Say what is being asked about."""
        more = f" and {len(units) - 1} more" if len(units) > 1 else ""
        self.note(f"{units[0].subject}{more}")

    def settled(self, units: Sequence[UnitQuestion], state: UnitState) -> None:
        """The units are done, each once."""
        for unit in units:
            self._states[unit.place] = state
            self.note(str(unit.subject))

    def change_settled(self, state: UnitState) -> None:
        """The look at the change as a whole is done."""
        self._change = state

    def reports(self, subject: Subject, finding: Finding) -> bool:
        """Whether a finding of the same place and meaning is on the list."""
        known = self._shortlist.of(subject.document.uri)
        return any(is_similar(finding, each, subject.document) for each in known)

    def note(self, message: str) -> None:
        """Say what is going on."""
        if self._on_progress is not None:
            self._on_progress(message, len(self._states), self._total)

    def result(self) -> Review:
        best = self._shortlist.best()
        findings: list[tuple[Subject, Finding]] = []
        for uri, subject in self._first.items():
            numbered = with_fingerprints(best.get(uri, ()), subject.document, subject.relative)
            findings += [(subject, finding) for finding in numbered]
        problems = self._reasons(self._problems.items())
        # What stopped the review is behind the failures of the short questions too.
        notes = (
            () if self.stopped else tuple(note for note in self._reasons(self._notes.items()) if note not in problems)
        )
        states = tuple(self._states.get(place, UnitState.INCOMPLETE) for place in range(self._total))
        left_out = self._shortlist.left_out
        counted = (self._dropped, left_out, notes, self._refused, self._change)
        return Review(tuple(findings), states, problems, *counted)

    def _reasons(self, reasons: Collection[tuple[object, str]]) -> tuple[str, ...]:
        """The reasons for people; that a provider is left alone says nothing beside why it is."""
        paused = {(each, PausedError) for each in self._explained}
        return tuple(line for key, line in reasons if key not in paused)


def _at(places: Iterable[str], error: ProviderError) -> str:
    """What went wrong in the same way, once: a model that answers with nonsense does so wherever it is asked."""
    first, *others = places
    more = f" and {len(others)} other place{'s' if len(others) > 1 else ''}" if others else ""
    return f"{first}{more}: {error}"


def _where(units: Sequence[UnitQuestion]) -> str:
    first = units[0].subject
    more = f" and {len(units) - 1} more" if len(units) > 1 else ""
    return f"{first.relative}:{first.document.lines.line_of(first.unit.span.start) + 1}{more}"


def _suppressions_of(subject: Subject) -> tuple[Suppression, ...]:
    document = subject.document
    mentioned = "reread:" in document.text or "nosem" in document.text
    return find(document, parse(document)) if mentioned else ()
