"""One request to one provider: limits, ledger, audit, time limit, and the answer as it streams in."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import aclosing, suppress
from typing import Any, NamedTuple

from reread.analyzers.network.proxies import proxy_for, without_credentials
from reread.analyzers.review import prompts
from reread.analyzers.review.ask.evidence import Evidence, Looked
from reread.analyzers.review.ask.pool import Line
from reread.analyzers.review.availability import has_tools, official_url
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
from reread.analyzers.review.spend.ledger import Call, LedgerError, SpendingLimits
from reread.analyzers.review.spend.waiting import ReservationQueue
from reread.analyzers.review.tokens import CHARACTERS_PER_TOKEN, estimate, share
from reread.analyzers.review.tool_calls import ToolCall, Turn
from reread.analyzers.spans import Data, span

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
    """A question, and the audit log entry about it. `code` and `context` are the pieces that are sent.

    `kind` is its purpose in the ledger ("review", "refute", "judge"). Questions of one `identity` are the same to the
    cache, however they are worded; "" is that of the wording. Of those that are `alike`, an answer to one is one to the
    other if it `fits`. `evidence` is what may be looked up for the answer, `turns` what was by now; None: nothing.
    `shared` is how much of the prompt other questions begin with as well (characters).
    """

    kind: str
    prompt: Prompt
    schema: Mapping[str, Any]
    folder: str
    code: tuple[AuditedPiece, ...]
    context: tuple[AuditedPiece, ...]
    placeholders: int
    identity: str = ""
    similar_identity: str = ""
    fits: Callable[[str], bool] = lambda text: True
    evidence: Evidence | None = None
    turns: tuple[Turn, ...] = ()
    may_call: bool = True
    shared: int = 0

    @property
    def short(self) -> bool:
        """True for a question that the small model answers in a few words."""
        return self.kind in _SHORT


class Answer(NamedTuple):
    """An answer. `stop` LENGTH means that the limit of output tokens cut it; cached answers took 0 tokens.

    `line` is the number of the one in the chain that answered. With `calls` the model wants to look something up first;
    `lookups` are those that the answer rests on.
    """

    text: str
    stop: Stop
    cached: bool
    usage: Usage
    cost: float | None
    line: int = 0
    calls: tuple[ToolCall, ...] = ()
    lookups: tuple[Looked, ...] = ()


class AnswerLimits(NamedTuple):
    """Limits of one answer (tokens, seconds without progress, seconds in all) and of the total of all answers."""

    max_output_tokens: int
    timeout: float
    spending: SpendingLimits
    total_timeout: float = 900.0


class AnswerLimit:
    """The remaining length of an answer.

    `full` is True once it exceeds its limit of tokens, with some slack: not every service respects the limit that it
    was sent.
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


_MOST_COUNTED = 100_000_000
"""Tokens that a provider may say one answer took."""

OnText = Callable[[str], None]
OnWait = Callable[[str], None]


class Caller:
    """Makes the requests of one run. `tokens` and `cost` add up what it took; `cost` is None once a price is not known,
    and `unpriced` are the models whose price is not; of those that are `list_priced` it is the vendor's, although
    somebody else answers.
    """

    def __init__(self, run: str, limits: AnswerLimits, turns: ReservationQueue, audit: AuditLog) -> None:
        self.tokens = 0
        self.cost: float | None = 0.0
        self.unpriced: dict[str, None] = {}
        self.list_priced: dict[str, None] = {}
        self._run = run
        self._limits = limits
        self._reservations = turns
        self._audit = audit

    def cached(self, line: Line, question: Question) -> None:
        """Enter an answer that was kept; it costs nothing, so it may be shown even when it cannot be entered."""
        with suppress(LedgerError):
            self._reservations.ledger.record_cached(self._call(line, question))

    async def request(self, line: Line, question: Question, on_text: OnText, on_wait: OnWait | None) -> Answer:
        """Ask once; raises ProviderError. However it ends, breaker and ledger are notified."""
        await line.provider.prepare()
        request = self._as_request(line, question)
        given = input_tokens(request)
        kept = given if question.shared else estimate(request.system)
        most = Usage(given, request.max_output_tokens, cache_written=kept)
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
        with span(
            "model call", purpose=question.kind, provider=line.provider.name, model=model_of(line, question)
        ) as data:
            return await self._reserved(line, question, most, on_text, on_wait, data)

    async def _reserved(
        self, line: Line, question: Question, most: Usage, on_text: OnText, on_wait: OnWait | None, data: Data
    ) -> Answer:
        price = models.price(line.provider.name, model_of(line, question), line.provider.base_url)
        call, limits = self._call(line, question), self._limits.spending
        number = await self._reservations.reserve(call, most, _cost(price, most), limits, on_wait)
        begun = time.monotonic()
        pieces: list[str] = []
        state, usage = "failed", Usage()
        try:
            self._audit.append(self._audited(line, question))
            usage = Usage(most.input_tokens, 0)
            completion = await self._stream(line, question, pieces, on_text)
            state, usage = "done", _believed(completion.usage, most, pieces)
            text = "".join(pieces)
            return Answer(text, completion.stop, False, usage, _cost(price, usage), calls=completion.calls)
        except ProviderError as error:
            taken = bool(pieces) or isinstance(error, TimeLimitError)
            usage = _believed(error.usage, most, pieces) if error.usage else _guess(most, pieces) if taken else Usage()
            error.started = bool(pieces)
            raise
        except asyncio.CancelledError:
            state, usage = "cancelled", _guess(most, pieces)
            raise
        finally:
            cost = _cost(price, usage)
            data["cached_input_tokens"] = usage.cache_read
            data |= {"input_tokens": usage.input_tokens, "output_tokens": usage.output_tokens, "cost": cost}
            with suppress(LedgerError):
                # The most that it can have taken stays entered, and neither answer nor cancellation gets lost.
                self._reservations.settle(number, state, usage, cost, time.monotonic() - begun)
            self.tokens += usage.tokens
            self.cost = None if self.cost is None or cost is None else self.cost + cost
            self._remember_price(line, model_of(line, question), cost)

    def _remember_price(self, line: Line, model: str, cost: float | None) -> None:
        if cost is None:
            self.unpriced[model] = None
        elif cost and models.is_list_price(line.provider.name, model, line.provider.base_url):
            self.list_priced[model] = None

    async def _stream(self, line: Line, question: Question, pieces: list[str], on_text: OnText) -> Completion:
        name, limits = line.provider.name, self._limits
        loop = asyncio.get_running_loop()
        end = loop.time() + limits.total_timeout
        room = AnswerLimit(self._output_limit(question))
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
        tools = question.evidence.tools if question.evidence is not None and has_tools(line.provider.name) else ()
        return Request(
            model,
            _system(question, offered=bool(tools)),
            question.prompt.user,
            question.schema,
            question.kind,
            self._output_limit(question),
            self._limits.timeout + _SDK_GRACE,
            models.options(line.provider.name, model),
            tools,
            question.turns,
            question.may_call,
            question.shared,
        )

    def _output_limit(self, question: Question) -> int:
        most = self._limits.max_output_tokens
        return min(most, _SHORT_ANSWER) if question.short else most

    def _call(self, line: Line, question: Question) -> Call:
        return Call(self._run, question.kind, line.provider.name, model_of(line, question), question.prompt.version)

    def _audited(self, line: Line, question: Question) -> AuditEntry:
        request = self._as_request(line, question)
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
            prompt=f"{question.prompt.version}+{prompts.LOOKUPS}" if request.tools else question.prompt.version,
            code=question.code,
            context=question.context,
            size=sum(len(text.encode(errors="replace")) for text in _texts(request)),
            placeholders=question.placeholders,
            intent=question.prompt.intent,
        )


def _system(question: Question, *, offered: bool) -> str:
    system = question.prompt.system
    return f"{system}\n\n{prompts.render(prompts.LOOKUPS, {}, ()).system}" if offered else system


def input_tokens(request: Request) -> int:
    """About how many tokens a request sends."""
    return sum(map(estimate, _texts(request)))


def _texts(request: Request) -> Iterator[str]:
    """Everything of a request that is words or data."""
    yield request.system
    yield request.user
    for tool in request.tools:
        yield f"{tool.name} {tool.description} {dict(tool.parameters)}"
    for turn in request.turns:
        yield turn.text
        yield from (f"{call.name} {call.arguments}" for call in turn.calls)
        yield from turn.results


def model_of(line: Line, question: Question) -> str:
    """The model of the line that answers the question."""
    return line.small if question.short and line.small else line.model


def _cost(price: Price | None, usage: Usage) -> float | None:
    if usage.tokens == 0:
        return 0.0
    return price.of(usage.input_tokens, usage.output_tokens, usage.cache_read, usage.cache_written) if price else None


def _believed(said: Usage, most: Usage, pieces: list[str]) -> Usage:
    """What the provider counted, but for counts that cannot be: limits must hold whatever a server says."""
    guess = _guess(most, pieces)
    if not said.known:
        return guess
    given = _count(said.input_tokens, guess.input_tokens)
    return Usage(
        given,
        _count(said.output_tokens, guess.output_tokens),
        cache_read=_share(said.cache_read, given),
        cache_written=_share(said.cache_written, given),
    )


def _count(said: int, own: int) -> int:
    """A count if it can be one, nothing only where we count nothing; else our own."""
    return said if type(said) is int and min(own, 1) <= said <= _MOST_COUNTED else own


def _share(said: int, whole: int) -> int:
    """A part of a count if it can be one, else none of it."""
    return said if type(said) is int and 0 <= said <= whole else 0


def _guess(most: Usage, pieces: list[str]) -> Usage:
    """What was probably counted when the provider did not say: the input, and what it wrote so far."""
    return Usage(most.input_tokens, estimate("".join(pieces)) if pieces else 0, known=False)
