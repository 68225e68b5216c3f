"""An answer with the lookups that the model requests first; each round is a separate request."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from reread.analyzers.review.ask.evidence import Evidence, Inquiry
from reread.analyzers.review.ask.provider_call import Answer, OnText, Question
from reread.analyzers.review.provider import ProviderError, Usage

Request = Callable[[Question, OnText], Awaitable[Answer]]

_FREE: float | None = 0.0


async def answer(request: Request, question: Question, on_text: OnText) -> Answer:
    """The answer to a question, after the lookups that it rests on; raises ProviderError.

    `on_text` is given the text of an answer alone, not what a model says before a lookup; where one breaks off, what
    there is of it.
    """
    if question.evidence is None or not question.evidence.tools:
        return await request(question, on_text)
    return await _with(question.evidence, request, question, on_text)


async def _with(evidence: Evidence, request: Request, question: Question, on_text: OnText) -> Answer:
    inquiry = Inquiry(evidence)
    asked, used, cost = question, Usage(), _FREE
    # One round more than lookups: when they are spent, the last may call nothing.
    for _ in range(evidence.number + 1):
        asked = asked._replace(may_call=inquiry.may_go_on)
        said: list[str] = []
        try:
            got = await request(asked, said.append)
        except ProviderError:
            on_text("".join(said))
            raise
        used = used.plus(got.usage)
        cost = None if cost is None or got.cost is None else cost + got.cost
        if not got.calls or not asked.may_call:
            break
        turn = await asyncio.to_thread(inquiry.answered, got.text, got.calls)
        context = (*question.context, *inquiry.shown)
        asked = asked._replace(turns=(*asked.turns, turn), context=context)
    on_text(got.text)
    return got._replace(usage=used, cost=cost, lookups=tuple(inquiry.looked))
