"""The standing of findings: new, known, held back or dismissed, the same for everyone.

A finding that somebody dismissed stays away. One of a model whose confidence fell below `LEAST_CONFIDENCE` by verdicts
on similar ones is held back: it fails no run and is a hint, but it is counted. Verdicts on similar code never hold back
what a rule says, which is not a guess: they change its confidence alone. A hint that a model refuted is dismissed, and
one that it confirmed is as severe as its rule, until their code changes (`lead_verdicts.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Finding, Source
from reread.server import trusted
from reread.server.known import baseline, in_force, lead_verdicts
from reread.server.known.baseline import Baseline, Lines
from reread.server.known.feedback import Event
from reread.server.known.lead_verdicts import NO_VERDICTS, LeadVerdict, LeadVerdicts
from reread.server.known.signatures import Signature, signatures
from reread.server.known.similarity import Verdicts, code_of

LEAST_CONFIDENCE = 0.5


class Standing(NamedTuple):
    """`dismissed` is the reason ("" for none), where somebody dismissed the finding, else None. `held_back` is True for
    a guess that is not new only for verdicts on similar ones. `confirmed` is a model's verdict that makes it more than
    a hint.
    """

    new: bool = True
    dismissed: str | None = None
    confidence: float = 1.0
    held_back: bool = False
    confirmed: LeadVerdict | None = None

    def applied(self, finding: Finding) -> Finding:
        """The finding with its confidence and, where a model confirmed it, the severity of its rule."""
        if self.confirmed is not None:
            finding = lead_verdicts.confirmed(finding, self.confirmed)
        return finding._replace(confidence=self.confidence)


class Known:
    """All that is known from before in one workspace folder."""

    def __init__(
        self,
        old: Baseline = baseline.EMPTY,
        events: Sequence[Event] = (),
        folder: str = "",
        leads: LeadVerdicts = NO_VERDICTS,
    ) -> None:
        self.baseline = old
        self.events = tuple(events)
        self.leads = leads
        self.verdicts = Verdicts(events)
        self._reasons = {each.signature: each.reason for each in events if each.verdict == "dismissed"}
        self._dismissed = Baseline(_latest(events), Lines(folder).of if folder else None)

    @property
    def is_empty(self) -> bool:
        return not (self.baseline.known or self.events or self.leads.all)

    @property
    def can_dismiss(self) -> bool:
        """Whether any finding is dismissed or refuted at all."""
        return bool(self._reasons or self.leads.all)

    def is_same(self, other: Known) -> bool:
        """Whether all findings stand as by another."""
        return (self.events, self.baseline.known, self.leads.all) == (
            other.events,
            other.baseline.known,
            other.leads.all,
        )

    def standings(self, path: str, findings: Sequence[Finding], text: str) -> list[Standing]:
        """How the findings in the text of a file stand, in their order."""
        found = signatures(findings, text)
        old = self.baseline.matched(path, found)
        dismissed = self._dismissed.matched(path, found) if self._reasons else [False] * len(found)
        return [self._standing(*each, text) for each in zip(findings, found, old, dismissed, strict=True)]

    def dismissals(self, path: str, findings: Sequence[Finding], text: str) -> list[bool]:
        """Which of the findings somebody dismissed, or a model refuted."""
        if not self.can_dismiss:
            return [False] * len(findings)
        found = signatures(findings, text)
        dismissed = self._dismissed.matched(path, found)
        return [
            gone or ((lead := self.leads.of(each, signature, text)) is not None and not lead.holds)
            for each, signature, gone in zip(findings, found, dismissed, strict=True)
        ]

    def _standing(self, finding: Finding, signature: Signature, old: bool, dismissed: bool, text: str) -> Standing:
        confidence = self.verdicts.confidence(finding.confidence, finding.rule, code_of(finding, text), finding.message)
        held_back = finding.source is Source.MODEL and confidence < min(LEAST_CONFIDENCE, finding.confidence)
        reason = self._reason(signature) if dismissed else None
        alone = held_back and not (old or dismissed)
        lead = self.leads.of(finding, signature, text)
        if lead is not None and not lead.holds and reason is None:
            return Standing(False, f"the model refuted it: {lead.words}", confidence)
        return Standing(not (old or held_back or dismissed), reason, confidence, alone, lead)

    def _reason(self, signature: Signature) -> str:
        if signature in self._reasons:
            return self._reasons[signature]
        same = (reason for each, reason in self._reasons.items() if each[:2] == signature[:2])
        return next(same, "")


def load(folder: str, baseline_file: str = "") -> Known:
    """The known findings of a workspace folder, with the baseline there or another.

    Raises BaselineError, FeedbackError.
    """
    verdicts = in_force.verdicts(trusted.read_from(folder))
    return Known(baseline.load(folder, baseline_file), verdicts, folder, lead_verdicts.load(folder))


def _latest(events: Iterable[Event]) -> dict[str, list[Signature]]:
    """The signatures of what is dismissed, by path: the last verdict on a finding counts, whoever gave it."""
    last: dict[tuple[str, Signature], Event] = {}
    for each in sorted(events, key=lambda each: each.at):
        last[each.path, each.signature] = each
    found: dict[str, list[Signature]] = {}
    for (path, signature), each in last.items():
        if each.verdict == "dismissed":
            found.setdefault(path, []).append(signature)
    return found
