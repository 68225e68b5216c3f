"""Streams an answer as partial results of the protocol."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reread.server.lsp.client.client import Client

_PAUSE = 0.25
"""Seconds between two partial results: a page is drawn anew for each."""


class PartialResults:
    """Sends the current part of a text, at most every `_PAUSE` seconds, to a client that gave a `partialResultToken`.

    Each value is a whole result, made by `result` of all words so far: it takes the place of the one before.
    """

    def __init__(self, client: Client, token: Any, result: Callable[[str], dict[str, Any]]) -> None:
        self._client = client
        self._token = token if isinstance(token, str | int) and not isinstance(token, bool) else None
        self._result = result
        self._text = ""
        self._pause: asyncio.TimerHandle | None = None
        self._sent = 0

    def add(self, words: str) -> None:
        """Take in more words."""
        self._text += words
        if self._token is not None and self._pause is None:
            self._send()

    def close(self) -> None:
        """Send nothing any more: the answer itself comes, or none."""
        self._token = None
        if self._pause is not None:
            self._pause.cancel()

    def _send(self) -> None:
        self._pause = None
        if self._token is None or self._sent == len(self._text):
            return
        self._sent = len(self._text)
        self._client.connection.tell("$/progress", {"token": self._token, "value": self._result(self._text)})
        self._pause = asyncio.get_running_loop().call_later(_PAUSE, self._send)
