"""Limits for one endpoint: parallel requests, requests and tokens per minute, and a circuit breaker.

The state belongs to the process, not to one review: two reviews at once share the limits, and a provider that failed a
moment ago is left alone by the next review too. The next process learns of it (`health`): that one sends a single
question first. All of it belongs to one event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import NamedTuple

import pybreaker
from aiolimiter import AsyncLimiter

from reread.analyzers.network.health import Health
from reread.analyzers.review.provider import (
    CutOffError,
    OverloadedError,
    PausedError,
    ProviderError,
    RateLimitError,
    TimeLimitError,
    UnreachableError,
)

_MINUTE = 60.0
_FAILURES_TO_PAUSE = 5
_PAUSE = 30.0
"""Seconds that a provider which failed so often in a row is left alone before one question tries it again."""

_OF_THE_SERVICE = (CutOffError, OverloadedError, RateLimitError, TimeLimitError, UnreachableError)
"""Failures that say something about the health of the service; the others are about the question or the settings."""


class TrafficLimits(NamedTuple):
    """Questions that may be open at once, and requests and tokens a minute (0: no limit)."""

    concurrency: int = 4
    requests_per_minute: int = 0
    tokens_per_minute: int = 0


class Breaker:
    """Opens after several failures in a row, and lets one question through when the pause is over.

    Where `health` knows of trouble from before, the first question is such a trial, and the others wait for it.
    """

    def __init__(
        self, name: str, health: Health | None = None, *, failures: int = _FAILURES_TO_PAUSE, pause: float = _PAUSE
    ) -> None:
        self._name = name
        self._health = health
        self._storage = pybreaker.CircuitMemoryStorage(pybreaker.STATE_CLOSED)
        self._breaker = pybreaker.CircuitBreaker(
            failures, pause, state_storage=self._storage, throw_new_error_on_trip=False
        )
        self._trial: asyncio.Event | None = None
        self._last = health.trouble() if health is not None else ""
        if self._last:
            self._breaker.half_open()

    @property
    def state(self) -> str:
        """ "closed" (all goes through), "open" (nothing does) or "half-open" (one question tries)."""
        return self._breaker.current_state

    async def pass_(self) -> None:
        """Say that a request is about to be sent, once a trial that is going on has ended; raises PausedError when it
        must not be sent.
        """
        while True:
            if self.state == pybreaker.STATE_OPEN and self._remaining() <= 0:
                self._breaker.half_open()
            if self.state == pybreaker.STATE_OPEN:
                again = f"; it is asked again in {max(1.0, self._remaining()):.0f} s"
                raise PausedError(f"{self._name}: not asked, since it failed too often{again} ({self._last})")
            if self._trial is None:
                break
            await self._trial.wait()
        if self.state == pybreaker.STATE_HALF_OPEN:
            self._trial = asyncio.Event()

    def ended(self, error: BaseException | None) -> None:
        """Say how the request ended. What is no failure of the service, such as a cancellation, changes nothing."""
        if self._trial is not None:
            self._trial.set()
            self._trial = None
        if error is None:
            with suppress(pybreaker.CircuitBreakerError):
                self._breaker.call(_nothing)
            if self._health is not None and self._last:
                self._health.answered()
            self._last = ""
        elif isinstance(error, _OF_THE_SERVICE):
            self._last = str(error).removeprefix(f"{self._name}: ")
            if self._health is not None:
                self._health.failed(self._last)
            with suppress(pybreaker.CircuitBreakerError, ProviderError):
                self._breaker.call(_raise, error)

    def _remaining(self) -> float:
        opened = self._storage.opened_at
        passed = (datetime.now(UTC) - opened).total_seconds() if opened is not None else 0.0
        return self._breaker.reset_timeout - passed


class Gate:
    """The gate that every request to one endpoint passes."""

    def __init__(self, limits: TrafficLimits, breaker: Breaker) -> None:
        self.breaker = breaker
        self._slots = asyncio.Semaphore(limits.concurrency)
        # A long answer keeps its place for minutes. One of several places is for the short questions only: findings
        # wait for them that the model has written already.
        self._long = asyncio.Semaphore(limits.concurrency - (limits.concurrency > 2))
        self._requests = AsyncLimiter(limits.requests_per_minute, _MINUTE) if limits.requests_per_minute else None
        self._tokens = AsyncLimiter(limits.tokens_per_minute, _MINUTE) if limits.tokens_per_minute else None

    @asynccontextmanager
    async def place(self, *, short: bool) -> AsyncIterator[None]:
        """One of the places for questions that are open at once; `short` ones do not wait for the long."""
        if short:
            async with self._slots:
                yield
        else:
            async with self._long, self._slots:
                yield

    async def wait_for_rate(self, tokens: int, on_wait: Callable[[str], None] | None = None) -> None:
        """Until the limits a minute allow one more request of about so many tokens."""
        for limiter, amount, name in (
            (self._requests, 1, "review.requests-per-minute"),
            (self._tokens, tokens, "review.tokens-per-minute"),
        ):
            if limiter is None:
                continue
            # A question larger than the limit takes all of a minute, rather than never being asked.
            amount = min(amount, int(limiter.max_rate))
            if on_wait is not None and not limiter.has_capacity(amount):
                on_wait(f"waiting for {name} ({limiter.max_rate:g})")
            await limiter.acquire(amount)


def _nothing() -> None:
    return None


def _raise(error: BaseException) -> None:
    raise error
