"""Models of the program that started Reread (an editor or an MCP client), which gives one answer at a time."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from msgspec import Struct

from reread.analyzers.review.provider import (
    Completion,
    ForbiddenError,
    MissingKeyError,
    NonsenseError,
    Request,
    Stop,
    Usage,
)

OWN_CHOICE = "default model"
"""Stands for the model that the client takes by itself."""

_LARGEST = 4 * 1024 * 1024
"""Characters of an answer that are read."""


class ClientQuestion(Struct, frozen=True):
    """A question to a client, by a `method` of its protocol; `model` is "" for the client's own choice."""

    method: str
    model: str
    system: str
    user: str
    max_output_tokens: int


class ClientAnswer(Struct, frozen=True):
    """The answer of a client, or the `problem` in one line. `cut`: its limit of tokens ended it.

    Tokens are None if the client does not tell them.
    """

    text: str = ""
    problem: str = ""
    cut: bool = False
    input_tokens: int | None = None
    output_tokens: int | None = None


AskClient = Callable[[ClientQuestion], Awaitable[ClientAnswer | None]]
"""Asks the program that started us; None where it cannot be asked by this method. Cancelling withdraws the question."""

_client: ContextVar[AskClient | None] = ContextVar("asked", default=None)


@contextmanager
def answered_by(ask: AskClient) -> Iterator[None]:
    """Inside, and in all tasks that are started there, questions go to this client."""
    token = _client.set(ask)
    try:
        yield
    finally:
        _client.reset(token)


class ClientProvider:
    """The provider `name`, which asks by `method`.

    `missing` says in one line which program would have to have started Reread.
    """

    def __init__(self, name: str, method: str, missing: str) -> None:
        self.name = name
        self.base_url = ""
        self._method = method
        self._missing = missing

    async def prepare(self) -> None:
        """Nothing: the client is there already, or is not."""

    async def close(self) -> None:
        """Nothing: the connection is the client's."""

    async def stream(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        ask = _client.get()
        model = "" if request.model == OWN_CHOICE else request.model
        question = ClientQuestion(self._method, model, request.system, request.user, request.max_output_tokens)
        answer = await ask(question) if ask is not None else None
        if answer is None:
            raise MissingKeyError(f"{self.name}: {self._missing}")
        if answer.problem:
            raise ForbiddenError(f"{self.name}: {answer.problem}")
        if len(answer.text) > _LARGEST:
            raise NonsenseError(f"{self.name}: the client answered with more than an answer can be")
        yield answer.text
        yield Completion(Stop.LENGTH if answer.cut else Stop.END, _usage(answer))


def connected(name: str, method: str, missing: str) -> Callable[[str, str, Mapping[str, Any]], ClientProvider]:
    """`Description.connect` of a provider that asks the client."""
    return lambda base_url, key, options: ClientProvider(name, method, missing)


def no_address(base_url: str) -> str:
    """`Description.url_of` of such a provider: nothing that a user writes is an address of a client."""
    return ""


def _usage(answer: ClientAnswer) -> Usage:
    if answer.input_tokens is None or answer.output_tokens is None:
        return Usage(known=False)
    return Usage(answer.input_tokens, answer.output_tokens)
