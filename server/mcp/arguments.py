"""Answers wrong arguments of tools in one line that says what is expected."""

from __future__ import annotations

from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, InputRequiredResult
from pydantic import ValidationError

from reread.analyzers.shown.lines import line
from reread.server.exits import proposal


class StrictServer(MCPServer):
    """The server of the SDK; arguments that a tool does not have are refused, since they would count for nothing."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        known = {each.name: each.input_schema for each in await self.list_tools()}.get(name)
        properties = sorted(known.get("properties", {})) if known is not None else []
        unknown = sorted(arguments.keys() - set(properties)) if known is not None else []
        if unknown:
            raise ToolError(f"{name}: no argument {line(unknown[0], 100)!r}{proposal(unknown[0], properties)}")
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(f"{name}: {_described(error.__cause__)}") from error
            raise


def _described(error: ValidationError) -> str:
    """What is wrong with each argument, without the values, which may be anything."""
    return line("; ".join(f"{'.'.join(map(str, each['loc']))}: {_lower(each['msg'])}" for each in error.errors()), 400)


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
