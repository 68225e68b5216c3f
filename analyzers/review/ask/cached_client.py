"""Asks a question: answers that were kept first, then each provider of the chain in turn, each several times."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import tenacity

from reread.analyzers.review.ask.cache import ResponseCache, key_of
from reread.analyzers.review.ask.pool import Line
from reread.analyzers.review.ask.provider_call import Answer, AnswerLimits, Caller, OnText, OnWait, Question, model_of
from reread.analyzers.review.privacy.audit import AuditError, AuditLog
from reread.analyzers.review.provider import (
    BadKeyError,
    BudgetError,
    EndpointError,
    ForbiddenError,
    MissingKeyError,
    PausedError,
    ProviderError,
    Stop,
    UnknownModelError,
    Usage,
)
from reread.analyzers.review.spend.ledger import LedgerError
from reread.analyzers.review.spend.waiting import Turns

__all__ = ["Answer", "AnswerLimits", "Asker", "Question"]

_ATTEMPTS = 4
_LONGEST_WAIT = 60.0
"""Seconds. A provider that asks for more is not waited for: the next of the chain is asked, or the person is shown how
long it would take."""

_OURS = (BudgetError, LedgerError, AuditError)
"""Our own refusals: no other provider would change them."""

_OF_THE_SETTINGS = (BadKeyError, EndpointError, ForbiddenError, MissingKeyError, UnknownModelError)
"""What fails once fails for the rest of the run."""


class Asker:
    """Asks on behalf of one run. `lines` are the chain: the first is asked, the others when those before fail.

    `failures` says what made a later one of the chain answer, one line each.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        limits: AnswerLimits,
        *,
        run: str,
        turns: Turns,
        audit: AuditLog,
        cache: ResponseCache | None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.lines = tuple(lines)
        self.failures: dict[str, None] = {}
        self._caller = Caller(run, limits, turns, audit)
        self._cache = cache
        self._sleep = sleep
        self._hopeless: dict[tuple[int, str], ProviderError] = {}

    @property
    def tokens(self) -> int:
        """What the run took so far, input and output."""
        return self._caller.tokens

    @property
    def cost(self) -> float | None:
        """The same in US dollars; None as soon as the price of a call is not known."""
        return self._caller.cost

    @property
    def unpriced(self) -> tuple[str, ...]:
        """The models that were asked and whose price is not known."""
        return tuple(self._caller.unpriced)

    def cached(self, question: Question) -> Answer | None:
        """The answer that was kept for the same question to any of the chain, or None."""
        kept = self.kept(question)
        if kept is not None:
            self._caller.cached(self.lines[kept.line], question)
            self._set(question, kept, question.identity)
        return kept

    def kept(self, question: Question) -> Answer | None:
        """The same for plans: nothing is entered into the ledger."""
        if self._cache is None:
            return None
        for identity in (question.identity, question.alike) if question.alike else (question.identity,):
            for number, line in enumerate(self.lines):
                text = self._cache.get(_key(line, question, identity))
                if text is not None and (identity == question.identity or question.fits(text)):
                    return Answer(text, Stop.END, True, Usage(), 0.0, number)
        return None

    def keep(self, question: Question, answer: Answer) -> None:
        """Keep an answer for the next time; for answers that proved whole and usable."""
        if not answer.cached:
            self._set(question, answer, question.identity)
            if question.alike:
                self._set(question, answer, question.alike)

    def _set(self, question: Question, answer: Answer, identity: str) -> None:
        key = _key(self.lines[answer.line], question, identity)
        if self._cache is not None and self._cache.get(key) != answer.text:
            self._cache.set(key, answer.text)

    async def ask(self, question: Question, on_text: OnText, on_wait: OnWait | None = None) -> Answer:
        """Ask, handing pieces of the answer to `on_text` as they come; raises ProviderError.

        Nothing is asked again once an answer has begun. Cancelling closes the connection and settles the ledger.
        """
        failed: list[ProviderError] = []
        for number, line in enumerate(self.lines):
            key = (number, model_of(line, question))
            try:
                if key in self._hopeless:
                    raise self._hopeless[key]
                answer = await self._retried(line, question, on_text, on_wait)
            except ProviderError as error:
                if isinstance(error, _OURS) or error.started:
                    raise
                if isinstance(error, _OF_THE_SETTINGS):
                    self._hopeless[key] = error
                failed.append(error)
                if on_wait is not None and number + 1 < len(self.lines):
                    on_wait(f"{error}; asking {self.lines[number + 1].provider.name}")
            else:
                self.failures.update(dict.fromkeys(f"{error}; {line.provider.name} was asked" for error in failed))
                return answer._replace(line=number)
        raise _combined(failed)

    async def _retried(self, line: Line, question: Question, on_text: OnText, on_wait: OnWait | None) -> Answer:
        """The answer of one provider. Its place is held while it is waited for, so that others do not hurry it."""

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
        async with line.gate.place(short=question.short):
            answer: Answer = await retrying(self._caller.request, line, question, on_text, on_wait)
            return answer


def _combined(failed: Sequence[ProviderError]) -> ProviderError:
    """One error for a chain of which each has failed: of the kind of the first, saying what all of them said."""
    first, *others = [error for error in failed if not isinstance(error, PausedError)] or failed
    if others:
        return type(first)("; ".join(dict.fromkeys(map(str, failed))), retry_after=first.retry_after)
    return first


def _key(line: Line, question: Question, identity: str) -> str:
    name, url = line.provider.name, line.provider.base_url
    return key_of(question.prompt, f"{name} {url}" if url else name, model_of(line, question), identity)


def _worth_another_try(error: BaseException) -> bool:
    if not isinstance(error, ProviderError) or not error.retryable or error.started:
        return False
    return error.retry_after is None or error.retry_after <= _LONGEST_WAIT


_backoff = tenacity.wait_exponential(multiplier=0.5, max=20) + tenacity.wait_random(0, 0.5)


def _wait(state: tenacity.RetryCallState) -> float:
    """Seconds to wait: as long as the provider asks for, and never less than the back-off."""
    error = state.outcome.exception() if state.outcome is not None else None
    asked = error.retry_after if isinstance(error, ProviderError) else None
    return max(asked or 0.0, _backoff(state))
