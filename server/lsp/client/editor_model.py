"""Has a model of the editor answer, by a Reread request; docs/providers.md describes it."""

from __future__ import annotations

from typing import Any

from reread.analyzers.review.client_model import AskClient, ClientAnswer, ClientQuestion
from reread.analyzers.shown.lines import message
from reread.server.lsp.client.client import Client, ClientError, Connection


def of(client: Client) -> AskClient:
    """Asks the editor, if it says that it answers such a request."""

    async def ask(question: ClientQuestion) -> ClientAnswer | None:
        able = question.method in {f"reread/{name}" for name in client.session.client.own}
        return await _answered(client.connection, question) if able else None

    return ask


async def _answered(connection: Connection, question: ClientQuestion) -> ClientAnswer:
    params = {
        "model": question.model,
        "system": question.system,
        "user": question.user,
        "maxOutputTokens": question.max_output_tokens,
    }
    try:
        return _read(await connection.ask(question.method, params))
    except ClientError as error:
        return ClientAnswer(problem=message(str(error)))


def _read(answer: Any) -> ClientAnswer:
    """An answer of the client, whatever it is."""
    if not isinstance(answer, dict):
        return ClientAnswer(problem="the editor did not answer with an object")
    if problem := answer.get("problem"):
        return ClientAnswer(problem=message(str(problem)))
    text = answer.get("text")
    if not isinstance(text, str):
        return ClientAnswer(problem="the answer of the editor has no text")
    tokens = (_count(answer.get(name)) for name in ("inputTokens", "outputTokens"))
    return ClientAnswer(text, "", answer.get("cut") is True, *tokens)


def _count(value: Any) -> int | None:
    return value if type(value) is int else None
