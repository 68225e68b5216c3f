"""Tool calls that arrive in pieces, and other code shared by several providers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reread.analyzers.review.tool_calls import ToolCall

_MOST_CALLS = 16
_LONGEST = 4_000
"""Calls of one answer, and characters of the arguments of one: more than any model in its right mind writes."""


class Calls:
    """Puts calls together from their pieces. What is beyond measure is left out."""

    def __init__(self) -> None:
        self._parts: dict[int, list[str]] = {}

    def add(self, place: int, identifier: str | None, name: str | None, arguments: str | None) -> None:
        """The next piece of the call at a place of the answer. Raises TypeError for what is none."""
        if type(place) is not int or not all(isinstance(each, str | None) for each in (identifier, name, arguments)):
            raise TypeError("no call")
        if place not in self._parts and len(self._parts) == _MOST_CALLS:
            return
        part = self._parts.setdefault(place, ["", "", ""])
        part[0] = part[0] or (identifier or "")
        part[1] = part[1] or (name or "")
        part[2] = (part[2] + (arguments or ""))[:_LONGEST]

    @property
    def next(self) -> int:
        """The place of the next call, for an interface that sends each in one piece."""
        return len(self._parts)

    def whole(self) -> tuple[ToolCall, ...]:
        """The calls, each with an identifier of its own."""
        return tuple(
            ToolCall(identifier or f"call_{place}", name, arguments or "{}")
            for place, (identifier, name, arguments) in sorted(self._parts.items())
        )


def as_object(arguments: str) -> dict[str, Any]:
    """The arguments of a call as the interfaces want them back, which take nothing but an object."""
    try:
        read = json.loads(arguments)
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def is_about(message: str, words: Sequence[str]) -> bool:
    """Whether a vendor's message names one of them."""
    return any(word in message.lower() for word in words)
