"""The models of the MCP client that started `reread mcp`, reached by MCP sampling."""

from __future__ import annotations

from reread.analyzers.review.client_model import OWN_CHOICE, connected, no_address
from reread.analyzers.review.description import Description, Key, Models

METHOD = "sampling/createMessage"

PROVIDER = Description(
    name="sampling",
    title="the models of your MCP client",
    connect=connected("sampling", METHOD, "no MCP client that offers sampling started this review"),
    rank=11,
    setup="set review.provider where an MCP client that offers sampling starts `reread mcp`",
    key=Key.NEVER,
    official_url="sampling://its-models",
    url_of=no_address,
    by_client=True,
    models=Models(default=OWN_CHOICE),
)
