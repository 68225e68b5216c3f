"""Reads the findings of an answer as they arrive, from the cache or from a model."""

from __future__ import annotations

from collections.abc import Callable

from reread.analyzers.review.answer.answer import AnswerReader
from reread.analyzers.review.answer.schema import ModelFinding
from reread.analyzers.review.ask.cached_client import Answer, CachedClient, Question
from reread.analyzers.review.ask.provider_call import OnWait
from reread.analyzers.review.provider import NonsenseError, OverlongError, Stop


async def read_answer(
    asker: CachedClient,
    question: Question,
    kept: Answer | None,
    found: Callable[[ModelFinding], None],
    on_wait: OnWait | None = None,
) -> Answer:
    """Hand on the findings of an answer as they become whole; raises ProviderError.

    `kept` is an answer that was kept; None asks. Those that were whole have been handed on when an error is raised.
    """
    reader = AnswerReader()

    def read(text: str) -> None:
        for said in reader.feed(text):
            found(said)

    if kept is not None:
        read(kept.text)
    answer = kept or await asker.ask(question, read, on_wait)
    for said in reader.finish():
        found(said)
    _require_whole(answer, reader)
    return answer


def _require_whole(answer: Answer, reader: AnswerReader) -> None:
    if answer.stop is Stop.LENGTH:
        raise OverlongError("the model's answer was cut at review.max-output-tokens; what was whole is shown")
    if reader.overlong:
        raise NonsenseError("the model's answer has no end")
    if not answer.text.strip():
        raise NonsenseError("the model's answer is empty")
    if not reader.closed or reader.malformed:
        raise NonsenseError("the model's answer is not in the form that was asked for")
