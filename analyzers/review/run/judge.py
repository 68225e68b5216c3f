"""Processes a finding: places it by its quote, tries to refute it, verifies its fix, and shows it if it holds."""

from __future__ import annotations

import asyncio

from reread.analyzers.findings import Finding
from reread.analyzers.review.answer.ranking import Drop, placed, weighed
from reread.analyzers.review.answer.schema import ModelFinding, Refutation
from reread.analyzers.review.ask.batches import UnitQuestion
from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.ask.evidence import Gather
from reread.analyzers.review.ask.guidelines import with_guideline
from reread.analyzers.review.fix.fix_verifier import FixVerifier
from reread.analyzers.review.fix.proposals import Proposal, proposed
from reread.analyzers.review.provider import ProviderError
from reread.analyzers.review.run.outcome import Pending, ReviewRun
from reread.analyzers.review.run.triage import refutation
from reread.analyzers.review.settings import ReviewSettings

_LONE_MARGIN = 0.1
"""How much surer than others a finding must be that only one of several looks has."""


class Judge:
    """Judges the findings of one review. `unsure` are the places of units of which a finding could not be tried."""

    def __init__(
        self,
        asker: CachedClient,
        settings: ReviewSettings,
        bench: FixVerifier,
        run: ReviewRun,
        gather: Gather | None = None,
    ) -> None:
        self.unsure: set[int] = set()
        self._asker = asker
        self._settings = settings
        self._bench = bench
        self._run = run
        self._gather = gather

    def placed(self, unit: UnitQuestion, said: ModelFinding) -> Finding | Drop:
        """The finding at its place, unless it has none or an ignore comment silences it."""
        minimum = self._settings.selection.minimum_confidence
        finding = placed(unit.subject, said, unit.redactor, minimum)
        if isinstance(finding, Finding):
            finding = with_guideline(finding, said, unit.subject.guidelines)
        return self._run.suppressed(unit.subject, finding)

    async def judge(self, unit: UnitQuestion, said: ModelFinding, *, again: bool = False, lone: bool = False) -> None:
        """Place a finding, try to refute it while its fix is tried, and show what holds.

        With `again` it is dropped where a finding that is shown says the same. A `lone` one, which only one of several
        looks has, has to be confirmed by the second pass, and to be surer than others.
        """
        run = self._run
        finding = self.placed(unit, said)
        if again and isinstance(finding, Finding) and run.reports(unit.subject, finding):
            finding = Drop.REPEATED
        proposal = None
        if isinstance(finding, Finding):
            # In a thread: the rules run over the code with the fix applied.
            trying = asyncio.to_thread(self._proposal, unit, said)
            trial, proposal = await asyncio.gather(self._trial(unit, said), trying)
            finding = self._weighed(finding, trial, lone)
        if not isinstance(finding, Finding) or proposal is None:
            run.judged(unit.subject, finding)
            return
        if proposal.foreign:
            run.refused()
        if proposal.holds and not self._bench.tools:
            finding = finding._replace(fixes=proposal.shown)
        else:
            run.wait(Pending(unit, finding, proposal))
        run.judged(unit.subject, finding)

    def _weighed(self, finding: Finding, trial: Refutation | None, lone: bool) -> Finding | Drop:
        minimum = self._settings.selection.minimum_confidence
        if lone:
            minimum = min(1.0, minimum + _LONE_MARGIN)
            if trial is not None and trial.verdict != "real":
                return Drop.REFUTED
        if trial is None:
            return finding if finding.confidence >= minimum else Drop.LOW_CONFIDENCE
        return weighed(finding, trial, minimum)

    def _proposal(self, unit: UnitQuestion, said: ModelFinding) -> Proposal | None:
        """The fix that comes with a finding, if one does."""
        if not said.edits:
            return None
        title = f"Apply the model's fix: {unit.redactor.restore(said.title).strip() or 'edit'}"
        pieces = (*unit.question.code, *unit.question.context)
        return proposed(unit.subject, title, said.edits, unit.redactor, pieces, self._bench)

    async def _trial(self, unit: UnitQuestion, said: ModelFinding) -> Refutation | None:
        """What the second pass says; None when it is off or fails: then the finding is as sure as its model was."""
        if not self._settings.second_pass:
            return None
        try:
            return await self._refutation(unit, said)
        except ProviderError as error:
            self.unsure.add(unit.place)
            self._run.went_wrong([unit], error)
            return None

    async def _refutation(self, unit: UnitQuestion, said: ModelFinding) -> Refutation:
        restore = unit.redactor.restore
        texts = {name: restore(getattr(said, name)) for name in ("title", "message", "failure", "why", "quote")}
        plain = said.model_copy(update=texts)
        note = self._run.note
        gather = self._gather if self._settings.evidence != "off" else None
        evidence = gather(unit.redactor, unit.subject.personal) if gather is not None else None
        asked = unit.question._replace(evidence=evidence)
        return await refutation(self._asker, unit.subject, plain, unit.shown, asked, unit.redactor, note)
