"""One request to one provider: limits, ledger, audit, time limit, and the answer as it streams in."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import aclosing, suppress
from typing import Any, NamedTuple

from reread.analyzers.network.proxies import proxy_for, without_credentials
from reread.analyzers.review.ask.pool import Line
from reread.analyzers.review.availability import official_url
from reread.analyzers.review.description import Price
from reread.analyzers.review.privacy.audit import AuditedPiece, AuditEntry, AuditLog, now
from reread.analyzers.review.prompts import Prompt
from reread.analyzers.review.provider import (
    Completion,
    CutOffError,
    ProviderError,
    Request,
    Stop,
    TimeLimitError,
    Usage,
)
from reread.analyzers.review.spend import models
from reread.analyzers.review.spend.ledger import Call, LedgerError, Limits
from reread.analyzers.review.spend.tokens import CHARACTERS_PER_TOKEN, estimate, share
from reread.analyzers.review.spend.waiting import Turns

_SDK_GRACE = 5.0
"""Seconds that the vendor's library gets beyond our own time limit, so that it is always ours that ends a wait."""

_SHORT = frozenset({"triage", "refute"})
"""Kinds of questions whose answer is a few words: for the small model, and for the place that is kept for them."""

_SHORT_ANSWER = 1_024
"""Tokens. Much more than a short answer has, but some models think first, out of the same limit."""

_SLACK = 1.5
"""How far an answer may go beyond its limit by our estimate of tokens, which counts some text for more than vendors do.
A service that keeps to the limit never gets there."""


class Question(NamedTuple):
    """What is asked, and what the audit log says about it. `code` and `context` are the pieces that are sent.

    `kind` is "triage", "review", "refute" or "fix". Questions of one `identity` are the same to the cache, however they
    are worded; "" is that of the wording. Of those that are `alike`, an answer to one is one to the other if it `fits`.
    """

    kind: str
    prompt: Prompt
    schema: Mapping[str, Any]
    folder: str
    code: tuple[AuditedPiece, ...]
    context: tuple[AuditedPiece, ...]
    placeholders: int
    identity: str = ""
    alike: str = ""
    fits: Callable[[str], bool] = lambda text: True

    @property
    def short(self) -> bool:
        """True for a question that the small model answers in a few words."""
        return self.kind in _SHORT


class Answer(NamedTuple):
    """What came back. `stop` LENGTH means that the limit of output tokens cut it; cached answers took 0 tokens.

    `line` is the number of the one in the chain that answered.
    """

    text: str
    stop: Stop
    cached: bool
    usage: Usage
    cost: float | None
    line: int = 0


class AnswerLimits(NamedTuple):
    """Limits of one answer (tokens, seconds without progress, seconds in all) and of what all of them may take."""

    max_output_tokens: int
    timeout: float
    spending: Limits
    total_timeout: float = 900.0


class Room:
    """How much an answer may still say. `full` is True once it has gone on past its limit of tokens, with some slack:
    not every service keeps to the limit that it was sent.
    """

    def __init__(self, tokens: int) -> None:
        self.full = False
        self._left = tokens * _SLACK

    def take(self, piece: str) -> str:
        """The part of the next piece that there is room for."""
        size = share(piece)
        if size <= self._left:
            self._left -= size
            return piece
        self.full = True
        return piece[: int(self._left * (CHARACTERS_PER_TOKEN if piece.isascii() else 1))]


OnText = Callable[[str], None]
OnWait = Callable[[str], None]


class Caller:
    """Makes the requests of one run. `tokens` and `cost` add up what it took; `cost` is None once a price is not known,
    and `unpriced` are the models whose price is not.
    """

    def __init__(self, run: str, limits: AnswerLimits, turns: Turns, audit: AuditLog) -> None:
        self.tokens = 0
        self.cost: float | None = 0.0
        self.unpriced: dict[str, None] = {}
        self._run = run
        self._limits = limits
        self._turns = turns
        self._audit = audit

    def cached(self, line: Line, question: Question) -> None:
        """Enter an answer that was kept; it costs nothing, so it may be shown even when it cannot be entered."""
        with suppress(LedgerError):
            self._turns.ledger.record_cached(self._call(line, question))

    async def request(self, line: Line, question: Question, on_text: OnText, on_wait: OnWait | None) -> Answer:
        """Ask once; raises ProviderError. However it ends, breaker and ledger are notified."""
        prompt = question.prompt
        await line.provider.prepare()
        most = Usage(estimate(prompt.system) + estimate(prompt.user), self._output_limit(question))
        breaker = line.gate.breaker
        await breaker.pass_()
        outcome: BaseException | None = None
        try:
            await line.gate.wait_for_rate(most.tokens, on_wait)
            return await self._entered(line, question, most, on_text, on_wait)
        except BaseException as error:
            outcome = error
            raise
        finally:
            breaker.ended(outcome)

    async def _entered(
        self, line: Line, question: Question, most: Usage, on_text: OnText, on_wait: OnWait | None
    ) -> Answer:
        """Between the ledger's reservation and its settlement."""
        price = models.price(line.provider.name, model_of(line, question), line.provider.base_url)
        call, limits = self._call(line, question), self._limits.spending
        number = await self._turns.reserve(call, most, _cost(price, most), limits, on_wait)
        begun = time.monotonic()
        pieces: list[str] = []
        state, usage = "failed", Usage()
        try:
            self._audit.append(self._audited(line, question))
            usage = Usage(most.input_tokens, 0)
            completion = await self._stream(line, question, pieces, on_text)
            state, usage = "done", completion.usage if completion.usage.known else _guess(most, pieces)
            return Answer("".join(pieces), completion.stop, False, usage, _cost(price, usage))
        except ProviderError as error:
            usage = error.usage or (_guess(most, pieces) if pieces or isinstance(error, TimeLimitError) else Usage())
            error.started = bool(pieces)
            raise
        except asyncio.CancelledError:
            state, usage = "cancelled", _guess(most, pieces)
            raise
        finally:
            cost = _cost(price, usage)
            with suppress(LedgerError):
                # The most that it can have taken stays entered, and neither answer nor cancellation gets lost.
                self._turns.settle(number, state, usage, cost, time.monotonic() - begun)
            self.tokens += usage.tokens
            self.cost = None if self.cost is None or cost is None else self.cost + cost
            if cost is None:
                self.unpriced[model_of(line, question)] = None

    async def _stream(self, line: Line, question: Question, pieces: list[str], on_text: OnText) -> Completion:
        name, limits = line.provider.name, self._limits
        loop = asyncio.get_running_loop()
        end = loop.time() + limits.total_timeout
        room = Room(self._output_limit(question))
        try:
            async with (
                asyncio.timeout_at(min(end, loop.time() + limits.timeout)) as deadline,
                aclosing(line.provider.stream(self._as_request(line, question))) as stream,
            ):
                async for piece in stream:
                    if isinstance(piece, Completion):
                        return piece
                    deadline.reschedule(min(end, loop.time() + limits.timeout))
                    kept = room.take(piece)
                    pieces.append(kept)
                    on_text(kept)
                    if room.full:
                        # The connection is closed; what there is of the answer is treated as any that was cut.
                        return Completion(Stop.LENGTH, Usage(known=False))
        except TimeoutError as error:
            if loop.time() >= end:
                said = f"the answer was not complete within {limits.total_timeout:g} s (review.total-timeout)"
                raise TimeLimitError(f"{name}: {said}") from error
            what = "stopped answering" if pieces else "did not answer"
            raise TimeLimitError(f"{name}: {what} within {limits.timeout:g} s (review.timeout)") from error
        raise CutOffError(f"{name}: the answer ended before it was complete")

    def _as_request(self, line: Line, question: Question) -> Request:
        model = model_of(line, question)
        return Request(
            model,
            question.prompt.system,
            question.prompt.user,
            question.schema,
            question.kind,
            self._output_limit(question),
            self._limits.timeout + _SDK_GRACE,
            models.options(line.provider.name, model),
        )

    def _output_limit(self, question: Question) -> int:
        most = self._limits.max_output_tokens
        return min(most, _SHORT_ANSWER) if question.short else most

    def _call(self, line: Line, question: Question) -> Call:
        return Call(self._run, question.kind, line.provider.name, model_of(line, question), question.prompt.version)

    def _audited(self, line: Line, question: Question) -> AuditEntry:
        prompt = question.prompt
        # The address itself, also where it is the vendor's own: no redirect is followed, so nobody else gets it.
        url = line.provider.base_url or official_url(line.provider.name)
        return AuditEntry(
            time=now(),
            run=self._run,
            kind=question.kind,
            folder=question.folder,
            provider=line.provider.name,
            endpoint=without_credentials(url),
            proxy=without_credentials(proxy_for(url)),
            model=model_of(line, question),
            prompt=prompt.version,
            code=question.code,
            context=question.context,
            size=len(prompt.system.encode()) + len(prompt.user.encode()),
            placeholders=question.placeholders,
        )


def model_of(line: Line, question: Question) -> str:
    """The model of the line that answers the question."""
    return line.small if question.short and line.small else line.model


def _cost(price: Price | None, usage: Usage) -> float | None:
    if usage.tokens == 0:
        return 0.0
    return price.of(usage.input_tokens, usage.output_tokens) if price is not None else None


def _guess(most: Usage, pieces: list[str]) -> Usage:
    """What was probably counted when the provider did not say: the input, and what it wrote so far."""
    return Usage(most.input_tokens, estimate("".join(pieces)) if pieces else 0, known=False)
