"""Asks the person behind a client by MCP elicitation: an agent cannot answer in their place."""

from __future__ import annotations

from mcp.server.mcpserver import AcceptedElicitation, Context, Elicit, ElicitationResult
from pydantic import BaseModel, Field

from reread.analyzers.shown.lines import message
from reread.server.mcp.session import Session


class Answer(BaseModel):
    """A person's answer."""

    confirmed: bool = Field(description="yes, do it")


YES = Answer(confirmed=True)
NO = Answer(confirmed=False)


def confirmation(context: Context, question: str) -> Answer | Elicit[Answer]:
    """The question, for a resolver to return; for a client that cannot ask a person the answer is no."""
    return Elicit(message(question), Answer) if _can_ask(context) else NO


def refusal(context: Context, outcome: ElicitationResult[Answer]) -> str:
    """An empty line where a person agreed, else why not."""
    if isinstance(outcome, AcceptedElicitation) and outcome.data.confirmed:
        return ""
    if not _can_ask(context):
        return "this client cannot ask a person, and only a person may decide this"
    return "the person at the client did not agree"


def session_of(context: Context) -> Session:
    """The session of the server, for resolvers, which are not closures over it."""
    session = context.request_context.lifespan_context
    assert isinstance(session, Session)
    return session


def _can_ask(context: Context) -> bool:
    capabilities = context.client_capabilities
    return capabilities is not None and capabilities.elicitation is not None
