"""The interface of model providers, and their errors."""

from __future__ import annotations

import enum
from collections.abc import AsyncGenerator, Mapping
from typing import Any, NamedTuple, Protocol

from reread.analyzers.review.tool_calls import Tool, ToolCall, Turn


class Request(NamedTuple):
    """One question to a model. `schema` is the JSON schema of the answer; `timeout` in seconds without any progress.

    `system` is the same for all requests of a kind, and `shared` how many characters of `user`, from its beginning,
    further requests begin with as well: a provider may keep what it made of them. `options` are parameters that the
    model needs besides the usual ones. `tools` are what the model may call, unless `may_call` is False; `turns` are its
    earlier answers to this question that ended with calls.
    """

    model: str
    system: str
    user: str
    schema: Mapping[str, Any]
    schema_name: str
    max_output_tokens: int
    timeout: float
    options: Mapping[str, Any] = {}
    tools: tuple[Tool, ...] = ()
    turns: tuple[Turn, ...] = ()
    may_call: bool = True
    shared: int = 0


class Usage(NamedTuple):
    """Tokens that the provider counted. `known` is False if it did not say.

    Of the input tokens `cache_read` came from the provider's prompt cache, and `cache_written` were put into it.
    """

    input_tokens: int = 0
    output_tokens: int = 0
    known: bool = True
    cache_read: int = 0
    cache_written: int = 0

    def plus(self, other: Usage) -> Usage:
        """The sum of both, for several requests that make up one answer."""
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            cache_read=self.cache_read + other.cache_read,
            cache_written=self.cache_written + other.cache_written,
        )

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens


class Stop(enum.Enum):
    """Why a model stopped writing."""

    END = "end"
    LENGTH = "length"


class Completion(NamedTuple):
    """The end of a stream that was not cut. With `calls`, it is not an answer yet: the model requests lookups."""

    stop: Stop
    usage: Usage
    calls: tuple[ToolCall, ...] = ()


class Provider(Protocol):
    """A vendor. `base_url` is "" for the vendor's own endpoint."""

    name: str
    base_url: str

    async def prepare(self) -> None:
        """Import and connect what asking takes, which may take seconds: no time limit of a question is about it."""
        ...

    def stream(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        """Pieces of the answer as the model writes them, then one `Completion`.

        Raises ProviderError for all that goes wrong, at any moment. Closing the iterator (or cancelling the task)
        closes the connection.
        """
        ...

    async def close(self) -> None:
        """Release all connections."""
        ...


class ProviderError(Exception):
    """A failure that a person can resolve; the message is one clear line.

    - MissingKeyError, EndpointError, BadKeyError, ForbiddenError, UnknownModelError, BadRequestError: settings
    - RateLimitError, OverloadedError, UnreachableError: may work when tried again
    - PausedError: not asked at all, because it failed too often just now
    - TimeLimitError, CutOffError, OverlongError, RefusalError, NonsenseError: of this one answer
    - BudgetError: our own limits
    """

    retryable = False
    started = False
    """True when a part of the answer had arrived."""

    def __init__(self, message: str, *, retry_after: float | None = None, usage: Usage | None = None) -> None:
        super().__init__(_one_line(message))
        self.retry_after = retry_after
        self.usage = usage


class MissingKeyError(ProviderError):
    pass


class EndpointError(ProviderError):
    pass


class BadKeyError(ProviderError):
    pass


class ForbiddenError(ProviderError):
    pass


class UnknownModelError(ProviderError):
    pass


class BadRequestError(ProviderError):
    pass


class RateLimitError(ProviderError):
    retryable = True


class OverloadedError(ProviderError):
    retryable = True


class UnreachableError(ProviderError):
    retryable = True


class PausedError(ProviderError):
    pass


class TimeLimitError(ProviderError):
    pass


class CutOffError(ProviderError):
    pass


class OverlongError(ProviderError):
    pass


class RefusalError(ProviderError):
    pass


class NonsenseError(ProviderError):
    pass


class BudgetError(ProviderError):
    pass


_OUT_OF_CREDIT = (
    "insufficient_quota",
    "exceeded your current quota",
    "credit balance is too low",
    "insufficient credits",
    "insufficient balance",
)
"""What vendors say of an account without credit, under HTTP 400, 403 or 429: waiting does not help."""


def is_out_of_credit(message: str) -> bool:
    """True for a vendor's message about an account without credit."""
    return any(words in message.lower() for words in _OUT_OF_CREDIT)


def no_credit(provider: str, message: str = "") -> ForbiddenError:
    """The error for an account without credit, with what to do. `message` is the vendor's own, shortened here."""
    said = f": {_shortened(message)}" if message else ""
    what = "add credit to the account, or set review.provider or review.fallback to another one"
    return ForbiddenError(f"{provider}: the account has no credit left; {what}{said}")


def error_of_status(
    provider: str, key_name: str, status: int, message: str, headers: Mapping[str, str]
) -> ProviderError:
    """The error for an HTTP status of 400 or more. `message` is the vendor's own, shortened here."""
    said = f": {_shortened(message)}" if message else ""
    if status == 402 or (status in (400, 403, 429) and is_out_of_credit(message)):
        return no_credit(provider, message)
    if status == 401:
        return BadKeyError(f"{provider}: the key is not accepted{f'; check {key_name}' if key_name else said}")
    if status == 403:
        return ForbiddenError(f"{provider}: this key may not do that{said}")
    if status == 404:
        return UnknownModelError(f"{provider}: there is no such model or endpoint{said}")
    if status == 429:
        wait = retry_after(headers)
        again = f"; try again in {wait:.0f} s" if wait else ""
        return RateLimitError(f"{provider}: too many requests or tokens{again}{said}", retry_after=wait)
    if status in (408, 409) or status >= 500:
        return OverloadedError(f"{provider}: not available (HTTP {status}){said}", retry_after=retry_after(headers))
    if status == 413:
        return BadRequestError(f"{provider}: the request is too large{said}; lower review.context-tokens")
    return BadRequestError(f"{provider}: the request was rejected (HTTP {status}){said}")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait by the headers `retry-after-ms` and `Retry-After` (seconds or a date), or None.

    A date is compared with the response's own `Date`: the provider's clock and ours may differ by hours.
    """
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return max(0.0, float(milliseconds) / 1000)
        value = headers.get("retry-after", "")
        if value.replace(".", "", 1).isdigit():
            return float(value)
        if not value:
            return None
        import time
        from email.utils import parsedate_to_datetime

        there = headers.get("date", "")
        now = parsedate_to_datetime(there).timestamp() if there else time.time()
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, TypeError):
        return None


def _shortened(message: str) -> str:
    line = _one_line(message)
    return line if len(line) <= 200 else line[:199] + "…"


def _one_line(message: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in message).split())
