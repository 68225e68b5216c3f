"""Answers wrong arguments of tools and prompts in one line that says what is expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.shared.exceptions import MCPError
from mcp.types import INVALID_PARAMS, CallToolResult, GetPromptResult, InputRequiredResult
from pydantic import ValidationError

from reread.analyzers.shown.lines import line
from reread.server.exits import no_such, proposal

_EXPECTED = {
    "missing": "is required",
    "list_type": "must be a list",
    "string_type": "must be a text",
    "string_too_short": "must have at least {min_length} characters",
    "string_too_long": "must have at most {max_length} characters",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
}
"""By the kind of error that pydantic names, with the values that it gives."""


class StrictServer(MCPServer):
    """The server of the SDK; arguments that a tool does not have are refused, since they would count for nothing."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        known = {each.name: each.input_schema.get("properties", {}) for each in await self.list_tools()}
        if problem := _unknown("tool", name, arguments, known):
            raise ToolError(problem)
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(f"{name}: {_described(error.__cause__)}") from error
            if isinstance(error.__cause__, ToolError):
                raise ToolError(f"{name}: {error.__cause__}") from error
            raise

    async def get_prompt(
        self, name: str, arguments: dict[str, Any] | None = None, context: Context[Any, Any] | None = None
    ) -> GetPromptResult | InputRequiredResult:
        prompts = await self.list_prompts()
        known = {each.name: [argument.name for argument in each.arguments or ()] for each in prompts}
        if problem := _unknown("prompt", name, arguments or {}, known):
            raise MCPError(INVALID_PARAMS, problem)
        return await super().get_prompt(name, arguments, context)


def _unknown(kind: str, name: str, arguments: Iterable[str], known: Mapping[str, Iterable[str]]) -> str:
    """What is wrong with the names of a request, in one line; "" if nothing is."""
    if name not in known:
        return no_such(kind, line(name, 100), known)
    properties = sorted(known[name])
    for each in sorted(set(arguments) - set(properties)):
        return f"{name}: no argument {line(each, 100)!r}{proposal(each, properties)}"
    return ""


def _described(error: ValidationError) -> str:
    """What is wrong with each argument, without the values, which may be anything."""
    return line("; ".join(f"{'.'.join(map(str, each['loc']))} {_expected(each)}" for each in error.errors()), 400)


def _expected(problem: Mapping[str, Any]) -> str:
    return _EXPECTED.get(problem["type"], "is not what the schema of the tool says").format(**problem.get("ctx", {}))
