"""Tool calls in the providers' APIs: the tools a model may call, its calls, and their results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Tool(NamedTuple):
    """A tool that a model may call. `parameters` is the JSON schema of its arguments, an object."""

    name: str
    description: str
    parameters: Mapping[str, Any]


class ToolCall(NamedTuple):
    """A call as the model wrote it; nothing in it is trusted. `arguments` are JSON, or what was meant to be."""

    identifier: str
    name: str
    arguments: str


class Turn(NamedTuple):
    """An answer that ended with calls, its other text, and the results of the calls, in their order."""

    text: str
    calls: tuple[ToolCall, ...]
    results: tuple[str, ...]
