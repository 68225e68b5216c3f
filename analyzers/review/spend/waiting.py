"""Waits for room in the limits: a request that does not fit now may fit once open ones used less than reserved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from reread.analyzers.review.provider import Usage
from reread.analyzers.review.spend.ledger import Call, Ledger, NoRoomYetError, SpendingLimits

LOOK = 0.5
"""Seconds between two looks at the reservations of other processes, which cannot wake anyone here."""


class ReservationQueue:
    """Reserves in the order of requests: a larger one that waits is not overtaken, so that each has its turn.

    All that share a ledger share one of these, on one event loop.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._lock = asyncio.Lock()
        self._settled = asyncio.Event()

    async def reserve(
        self,
        call: Call,
        usage: Usage,
        cost: float | None,
        limits: SpendingLimits,
        on_wait: Callable[[str], None] | None = None,
    ) -> int:
        """As `Ledger.reserve`, but where open calls may leave room it waits for them, and says so once."""
        async with self._lock:
            while True:
                self._settled.clear()
                try:
                    return self.ledger.reserve(call, usage, cost, limits)
                except NoRoomYetError as error:
                    if on_wait is not None:
                        on_wait(str(error))
                        on_wait = None
                try:
                    await asyncio.wait_for(self._settled.wait(), LOOK)
                except TimeoutError:
                    continue

    def settle(self, number: int, state: str, usage: Usage, cost: float | None, seconds: float) -> None:
        """As `Ledger.settle`; whoever waits looks again."""
        try:
            self.ledger.settle(number, state, usage, cost, seconds)
        finally:
            self._settled.set()
