"""Retries fixes once all findings of a review are known, so that no finding waits for them."""

from __future__ import annotations

import asyncio

from reread.analyzers.review.fix.fix_verifier import FixVerifier
from reread.analyzers.review.fix.fixer import Fixer, NoFixError
from reread.analyzers.review.fix.proposals import Proposal, tried
from reread.analyzers.review.provider import ProviderError
from reread.analyzers.review.run.outcome import Pending, ReviewRun


class FixRetry:
    """Has the project's tools verify fixes, and requests those that fail once more.

    Only for findings that are shown in the end: tools take time and questions money.
    """

    def __init__(self, run: ReviewRun, fixer: Fixer, bench: FixVerifier, concurrency: int) -> None:
        self._run = run
        self._fixer = fixer
        self._bench = bench
        self._slots = asyncio.Semaphore(concurrency)

    async def finish(self) -> None:
        """Settle the fixes that wait, and show their findings again with them."""
        async with asyncio.TaskGroup() as group:
            for pending in self._run.pending():
                group.create_task(self._settle(pending))

    async def _settle(self, pending: Pending) -> None:
        async with self._slots:
            proposal = await tried(pending.proposal, self._bench, self._run.note)
            if not proposal.holds and not self._run.stopped:
                proposal = await self._retried(pending, proposal)
        self._run.fixed(pending._replace(proposal=proposal))

    async def _retried(self, pending: Pending, rejected: Proposal) -> Proposal:
        """The better of a proposal that does not hold and another one."""
        unit = pending.unit
        try:
            second = await self._fixer.again(unit.subject, pending.finding, unit.shown, rejected)
        except NoFixError:
            return rejected
        except ProviderError as error:
            self._run.go_without(error, "a fix that did not hold was not repaired")
            return rejected
        if second.foreign:
            self._run.refused()
        return second if second.fix is not None else rejected
