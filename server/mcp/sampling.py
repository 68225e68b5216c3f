"""Has a model of the MCP client answer, by sampling: a request that the client may show to a person first.

The protocol of 2026 has no server requests any more, so clients that use it have no model to ask.
"""

from __future__ import annotations

from mcp.server.mcpserver import Context
from mcp.shared.exceptions import MCPError, NoBackChannelError
from mcp.shared.message import ServerMessageMetadata
from mcp.types import (
    CreateMessageRequest,
    CreateMessageRequestParams,
    CreateMessageResult,
    ModelHint,
    ModelPreferences,
    SamplingMessage,
    TextContent,
)

from reread.analyzers.review.client_model import AskClient, ClientAnswer, ClientQuestion
from reread.analyzers.shown.lines import line

_METHOD = "sampling/createMessage"


def client_of(context: Context) -> AskClient:
    """Asks the client whose request this is."""

    async def ask(question: ClientQuestion) -> ClientAnswer | None:
        capabilities = context.client_capabilities
        if question.method != _METHOD or capabilities is None or capabilities.sampling is None:
            return None
        request = CreateMessageRequest(params=_params(question))
        about = ServerMessageMetadata(related_request_id=context.request_id)
        try:
            answer = await context.session.send_request(request, CreateMessageResult, metadata=about)
        except NoBackChannelError:
            return ClientAnswer(problem="in the client's version of the protocol no server can ask for sampling")
        except MCPError as error:
            return ClientAnswer(problem=f"the client refused: {line(str(error))}")
        if not isinstance(answer.content, TextContent):
            return ClientAnswer(problem=f"the client answered with {line(answer.content.type)} instead of text")
        return ClientAnswer(answer.content.text, cut=answer.stop_reason == "maxTokens")

    return ask


def _params(question: ClientQuestion) -> CreateMessageRequestParams:
    wanted = ModelPreferences(hints=[ModelHint(name=question.model)]) if question.model else None
    return CreateMessageRequestParams(
        messages=[SamplingMessage(role="user", content=TextContent(type="text", text=question.user))],
        system_prompt=question.system,
        model_preferences=wanted,
        include_context="none",
        max_tokens=question.max_output_tokens,
    )
