"""Answers a question from the cache, or from each provider of the chain in turn, with retries."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

import tenacity

from reread.analyzers.review.ask import conversation
from reread.analyzers.review.ask.cache import CachedAnswer, ResponseCache, key_of
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
from reread.analyzers.review.spend.waiting import ReservationQueue

__all__ = ["Answer", "AnswerLimits", "CachedClient", "Question"]

_ATTEMPTS = 4
_LONGEST_WAIT = 60.0
"""Seconds. A provider that asks for more is not waited for: the next of the chain is asked, or the person is shown how
long it would take."""

_OURS = (BudgetError, LedgerError, AuditError)
"""Our own refusals: no other provider would change them."""

_OF_THE_SETTINGS = (BadKeyError, EndpointError, ForbiddenError, MissingKeyError, UnknownModelError)
"""What fails once fails for the rest of the run."""


class CachedClient:
    """Sends the requests of one run. `lines` are the chain: each provider is tried if those before it fail. `panel` are
    additional models; `by` asks one of them.

    `failures` says what made a later one of the chain answer, one line each. With the name of a review in `within`,
    answers are kept for that review alone, and `earlier` are the runs that have begun it before.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        limits: AnswerLimits,
        *,
        run: str,
        turns: ReservationQueue,
        audit: AuditLog,
        cache: ResponseCache | None,
        panel: Sequence[Line] = (),
        within: str = "",
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.lines = tuple(lines)
        self.panel = tuple(panel)
        self.failures: dict[str, None] = {}
        self._caller = Caller(run, limits, turns, audit)
        self._cache = cache
        self._sleep = sleep
        self._hopeless: dict[tuple[int, str], ProviderError] = {}
        self._within = within
        self.earlier = self._begun(run) if within else ()

    def _begun(self, run: str) -> tuple[str, ...]:
        """The runs that have begun this review before; this one is one of them from now on."""
        if self._cache is None:
            return ()
        key = f"runs {self._within}"
        kept = self._cache.get(key)
        earlier = tuple(kept.text.split()) if kept is not None else ()
        self._cache.set(key, CachedAnswer(" ".join((*earlier, run))))
        return earlier

    def by(self, line: Line) -> CachedClient:
        """The same with another provider alone: what it takes counts to this run."""
        other = copy.copy(self)
        other.lines = (line,)
        other._hopeless = {}
        return other

    @property
    def tokens(self) -> int:
        """The tokens used by the run so far, input and output."""
        return self._caller.tokens

    @property
    def cost(self) -> float | None:
        """The same in US dollars; None as soon as the price of a call is not known."""
        return self._caller.cost

    @property
    def unpriced(self) -> tuple[str, ...]:
        """The models that were asked and whose price is not known."""
        return tuple(self._caller.unpriced)

    @property
    def list_priced(self) -> tuple[str, ...]:
        """The models whose cost is by their vendor's list, although somebody else was asked."""
        return tuple(self._caller.list_priced)

    def cached(self, question: Question) -> Answer | None:
        """The answer that was kept for the same question to any of the chain, or None."""
        kept = self.cached_for_plan(question)
        if kept is not None:
            self._caller.cached(self.lines[kept.line], question)
            self._set(question, kept, question.identity)
        return kept

    def cached_for_plan(self, question: Question) -> Answer | None:
        """The same for plans: nothing is entered into the ledger."""
        if self._cache is None:
            return None
        for identity in (
            (question.identity, question.similar_identity) if question.similar_identity else (question.identity,)
        ):
            for number, line in enumerate(self.lines):
                kept = self._cache.get(self._key(line, question, identity))
                if kept is None or not (identity == question.identity or question.fits(kept.text)):
                    continue
                if not kept.lookups or (question.evidence is not None and question.evidence.holds(kept.lookups)):
                    return Answer(kept.text, Stop.END, True, Usage(), 0.0, number, lookups=kept.lookups)
        return None

    def store(self, question: Question, answer: Answer) -> None:
        """Keep an answer for the next time; for answers that proved whole and usable."""
        if not answer.cached:
            self._set(question, answer, question.identity)
            if question.similar_identity:
                self._set(question, answer, question.similar_identity)

    def _set(self, question: Question, answer: Answer, identity: str) -> None:
        key = self._key(self.lines[answer.line], question, identity)
        kept = CachedAnswer(answer.text, answer.lookups)
        if self._cache is not None and self._cache.get(key) != kept:
            self._cache.set(key, kept, question.folder)

    def _key(self, line: Line, question: Question, identity: str) -> str:
        name, url = line.provider.name, line.provider.base_url
        asked = key_of(question.prompt, f"{name} {url}" if url else name, model_of(line, question), identity)
        return f"{asked} {self._within}" if self._within else asked

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
                answer = await conversation.answer(partial(self._retried, line, on_wait), question, on_text)
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

    async def _retried(self, line: Line, on_wait: OnWait | None, question: Question, on_text: OnText) -> Answer:
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
