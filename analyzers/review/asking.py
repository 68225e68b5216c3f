"""Asks a model one question: cache, limits, audit, retries, time limit, ledger."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing, suppress
from typing import Any, NamedTuple

import tenacity

from reread.analyzers.review import models
from reread.analyzers.review.audit import AuditedPiece, AuditEntry, AuditLog, now
from reread.analyzers.review.cache import ResponseCache, key_of
from reread.analyzers.review.ledger import Call, Ledger, LedgerError, Limits
from reread.analyzers.review.prompts import Prompt
from reread.analyzers.review.provider import (
    Completion,
    CutOffError,
    Provider,
    ProviderError,
    Request,
    Stop,
    TimeLimitError,
    Usage,
)
from reread.analyzers.review.tokens import estimate

_ATTEMPTS = 4
_LONGEST_WAIT = 60.0
"""Seconds. A provider that asks for more is not waited for: the person is told how long it would take."""

_SDK_GRACE = 5.0
"""Seconds that the vendor's library gets beyond our own time limit, so that it is always ours that ends a wait."""


class Question(NamedTuple):
    """What is asked, and what the audit log says about it. `code` and `context` are the pieces that are sent.

    Questions of one `identity` are the same to the cache, however they are worded; "" is that of the wording.
    """

    kind: str
    prompt: Prompt
    schema: Mapping[str, Any]
    folder: str
    code: tuple[AuditedPiece, ...]
    context: tuple[AuditedPiece, ...]
    placeholders: int
    identity: str = ""


class Answer(NamedTuple):
    """What came back. `stop` LENGTH means that the limit of output tokens cut it; cached answers took 0 tokens."""

    text: str
    stop: Stop
    cached: bool
    usage: Usage
    cost: float | None


class AnswerLimits(NamedTuple):
    """Limits of one answer (tokens, seconds without progress) and of what all of them may take."""

    max_output_tokens: int
    timeout: float
    spending: Limits


class Asker:
    """Asks one model of one provider, on behalf of one run.

    `tokens` and `cost` add up what the run took; `cost` is None as soon as the price of a call is not known.
    """

    def __init__(
        self,
        provider: Provider,
        model: str,
        limits: AnswerLimits,
        *,
        run: str,
        ledger: Ledger,
        audit: AuditLog,
        cache: ResponseCache | None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.provider = provider
        self.model = model
        self.tokens = 0
        self.cost: float | None = 0.0
        self._limits = limits
        self._run = run
        self._ledger = ledger
        self._audit = audit
        self._cache = cache
        self._sleep = sleep
        self._price = models.price(provider.name, model, provider.base_url)

    def cached(self, question: Question) -> Answer | None:
        """The answer that was kept for the same question, or None."""
        text = self._cache.get(self._key(question)) if self._cache is not None else None
        if text is None:
            return None
        with suppress(LedgerError):
            # It costs nothing, so it may be shown even when it cannot be entered.
            self._ledger.record_cached(self._call(question))
        return Answer(text, Stop.END, True, Usage(), 0.0)

    def keep(self, question: Question, answer: Answer) -> None:
        """Keep an answer for the next time; for answers that proved whole and usable."""
        if self._cache is not None and not answer.cached:
            self._cache.set(self._key(question), answer.text)

    async def ask(
        self, question: Question, on_text: Callable[[str], None], on_wait: Callable[[str], None] | None = None
    ) -> Answer:
        """Ask, handing pieces of the answer to `on_text` as they come; raises ProviderError.

        Nothing is asked again once the answer has begun. Cancelling closes the connection and settles the ledger.
        """

        def before_sleep(state: tenacity.RetryCallState) -> None:
            if on_wait is not None and state.outcome is not None:
                on_wait(f"{state.outcome.exception()}; trying again in {state.upcoming_sleep:.0f} s")

        retrying = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception(_worth_another_try),
            wait=_wait,
            stop=tenacity.stop_after_attempt(_ATTEMPTS),
            sleep=self._sleep,
            before_sleep=before_sleep,
            reraise=True,
        )
        answer: Answer = await retrying(self._attempt, question, on_text)
        return answer

    async def _attempt(self, question: Question, on_text: Callable[[str], None]) -> Answer:
        prompt = question.prompt
        most = Usage(estimate(prompt.system) + estimate(prompt.user), self._limits.max_output_tokens)
        number = self._ledger.reserve(self._call(question), most, self._cost(most), self._limits.spending)
        begun = time.monotonic()
        pieces: list[str] = []
        state, usage = "failed", Usage()
        try:
            self._audit.append(self._audited(question))
            usage = Usage(most.input_tokens, 0)
            completion = await self._stream(prompt, question, pieces, on_text)
            state, usage = "done", completion.usage if completion.usage.known else _guess(most, pieces)
            return Answer("".join(pieces), completion.stop, False, usage, self._cost(usage))
        except ProviderError as error:
            usage = error.usage or (_guess(most, pieces) if pieces or isinstance(error, TimeLimitError) else Usage())
            error.started = bool(pieces)
            raise
        except asyncio.CancelledError:
            state, usage = "cancelled", _guess(most, pieces)
            raise
        finally:
            cost = self._cost(usage)
            with suppress(LedgerError):
                # The most that it can have taken stays entered, and neither answer nor cancellation gets lost.
                self._ledger.settle(number, state, usage, cost, time.monotonic() - begun)
            self.tokens += usage.tokens
            self.cost = None if self.cost is None or cost is None else self.cost + cost

    async def _stream(
        self, prompt: Prompt, question: Question, pieces: list[str], on_text: Callable[[str], None]
    ) -> Completion:
        limit = self._limits.timeout
        request = Request(
            self.model,
            prompt.system,
            prompt.user,
            question.schema,
            question.kind,
            self._limits.max_output_tokens,
            limit + _SDK_GRACE,
        )
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(limit) as deadline, aclosing(self.provider.stream(request)) as stream:
                async for piece in stream:
                    if isinstance(piece, Completion):
                        return piece
                    deadline.reschedule(loop.time() + limit)
                    pieces.append(piece)
                    on_text(piece)
        except TimeoutError as error:
            what = "stopped answering" if pieces else "did not answer"
            raise TimeLimitError(f"{self.provider.name}: {what} within {limit:g} s (review.timeout)") from error
        raise CutOffError(f"{self.provider.name}: the answer ended before it was complete")

    def _cost(self, usage: Usage) -> float | None:
        if usage.tokens == 0:
            return 0.0
        return self._price.of(usage.input_tokens, usage.output_tokens) if self._price is not None else None

    def _call(self, question: Question) -> Call:
        return Call(self._run, question.kind, self.provider.name, self.model, question.prompt.version)

    def _key(self, question: Question) -> str:
        where = f"{self.provider.name} {self.provider.base_url}" if self.provider.base_url else self.provider.name
        return key_of(question.prompt, where, self.model, question.identity)

    def _audited(self, question: Question) -> AuditEntry:
        prompt = question.prompt
        return AuditEntry(
            time=now(),
            run=self._run,
            kind=question.kind,
            folder=question.folder,
            provider=self.provider.name,
            endpoint=self.provider.base_url,
            model=self.model,
            prompt=prompt.version,
            code=question.code,
            context=question.context,
            size=len(prompt.system.encode()) + len(prompt.user.encode()),
            placeholders=question.placeholders,
        )


def _guess(most: Usage, pieces: list[str]) -> Usage:
    """What was probably counted when the provider did not say: the input, and what it wrote so far."""
    return Usage(most.input_tokens, estimate("".join(pieces)) if pieces else 0, known=False)


def _worth_another_try(error: BaseException) -> bool:
    if not isinstance(error, ProviderError) or not error.retryable or error.started:
        return False
    return error.retry_after is None or error.retry_after <= _LONGEST_WAIT


_backoff = tenacity.wait_exponential(multiplier=0.5, max=20) + tenacity.wait_random(0, 0.5)


def _wait(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome is not None else None
    if isinstance(error, ProviderError) and error.retry_after is not None:
        return error.retry_after
    return _backoff(state)
