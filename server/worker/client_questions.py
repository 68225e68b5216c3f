"""Questions to the models of the program that started Reread: the worker asks, its client answers.

A question belongs to a request, and ends with it. It travels as the notification `clientQuestion`, its answer as
`clientAnswer`; `clientQuestionOver` says that the answer is no longer needed.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Callable
from typing import Any, Final

from msgspec import Raw, Struct, UnsetType

from reread.analyzers.review.client_model import AskClient, ClientAnswer, ClientQuestion
from reread.server.rpc import protocol

_log = logging.getLogger(__name__)

QUESTION: Final = "clientQuestion"
ANSWER: Final = "clientAnswer"
OVER: Final = "clientQuestionOver"


class NumberedQuestion(Struct, frozen=True):
    number: int
    question: ClientQuestion


class NumberedAnswer(Struct, frozen=True):
    """`answer` is None if the client cannot be asked."""

    number: int
    answer: ClientAnswer | None = None


class WaitingQuestions:
    """The worker's side: those that wait for an answer. All methods belong to one event loop."""

    def __init__(self, send: Callable[[protocol.Message], None]) -> None:
        self._send = send
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[ClientAnswer | None]] = {}

    def of(self, identifier: int) -> AskClient:
        """Asks on behalf of the request with this identifier."""

        async def ask(question: ClientQuestion) -> ClientAnswer | None:
            number = next(self._numbers)
            waiting: asyncio.Future[ClientAnswer | None] = asyncio.get_running_loop().create_future()
            self._waiting[number] = waiting
            value = protocol.encode(NumberedQuestion(number, question))
            self._send(protocol.notification(QUESTION, protocol.Partial(identifier, value)))
            try:
                return await waiting
            except asyncio.CancelledError:
                self._send(protocol.notification(OVER, protocol.Partial(identifier, protocol.encode(number))))
                raise
            finally:
                del self._waiting[number]

        return ask

    def answered(self, params: Raw | UnsetType) -> None:
        """Take in an answer; one without a waiting request is dropped."""
        found = protocol.decode(params, NumberedAnswer)
        waiting = self._waiting.get(found.number)
        if waiting is not None and not waiting.done():
            waiting.set_result(found.answer)


class AnsweredQuestions:
    """The client's side, for one request: has its questions answered, each in a task, until it ends."""

    def __init__(self, ask: AskClient | None, write: Callable[[protocol.Message], Any]) -> None:
        self._ask = ask
        self._write = write
        self._running: dict[int, asyncio.Task[None]] = {}

    @property
    def handlers(self) -> dict[str, Callable[[Raw], None]]:
        """The handlers for the worker's notifications."""
        return {QUESTION: self._on_question, OVER: self._over}

    def _on_question(self, raw: Raw) -> None:
        """A question has come."""
        found = protocol.decode(raw, NumberedQuestion)
        task = self._running[found.number] = asyncio.create_task(self._answer(found))
        task.add_done_callback(lambda _: self._running.pop(found.number, None))

    def _over(self, raw: Raw) -> None:
        """Nobody waits for the answer to a question any more."""
        task = self._running.get(protocol.decode(raw, int))
        if task is not None:
            task.cancel()

    def end(self) -> None:
        """The request is over, and with it all of its questions."""
        for task in self._running.values():
            task.cancel()

    async def _answer(self, found: NumberedQuestion) -> None:
        try:
            answer = await self._ask(found.question) if self._ask is not None else None
        except Exception:
            _log.exception("a question to the client failed")
            answer = ClientAnswer(problem="the client could not be asked, which is a bug; the log says more")
        self._write(protocol.notification(ANSWER, NumberedAnswer(found.number, answer)))
