"""Errors for refused responses, whichever HTTP library received them."""

from __future__ import annotations

_LONGEST = 200


class AnswerRefusedError(Exception):
    """An answer that is not read any further; the message is one clear line."""

    def __init__(self, message: str) -> None:
        line = "".join(letter if letter.isprintable() else " " for letter in message)
        super().__init__(line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…")


class RedirectedError(AnswerRefusedError):
    """The server points to another address, `location`, where nothing was sent."""

    def __init__(self, message: str, location: str = "") -> None:
        super().__init__(message)
        self.location = location


class OversizedError(AnswerRefusedError):
    """The response, one event of it, or its decompressed content exceeds the limits."""


class EncodedError(AnswerRefusedError):
    """The response is compressed in a way that was not requested and cannot be decompressed within limits."""


class OverdueError(AnswerRefusedError):
    """The answer was not complete within the time for the whole request."""
