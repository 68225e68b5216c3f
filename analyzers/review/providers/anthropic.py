"""Anthropic, and every endpoint that speaks its messages."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from reread.analyzers.network.clients import async_client
from reread.analyzers.review.description import Description, Models, Price
from reread.analyzers.review.provider import (
    BadRequestError,
    Completion,
    CutOffError,
    OverloadedError,
    ProviderError,
    RateLimitError,
    RefusalError,
    Request,
    Stop,
    TimeLimitError,
    Usage,
    error_of_status,
)
from reread.analyzers.review.providers._transport import error_of_transport, refusal, require_no_page, unreachable

if TYPE_CHECKING:
    import anthropic

_NAME = "anthropic"
_TOO_LONG = ("max_tokens", "model_context_window_exceeded")


def connect(base_url: str, key: str, options: Mapping[str, Any]) -> AnthropicProvider:
    return AnthropicProvider(base_url, key, options)


class AnthropicProvider:
    """Messages, streamed, with the answer's schema where the model knows schemas."""

    name = _NAME

    def __init__(self, base_url: str, key: str, options: Mapping[str, Any]) -> None:
        import anthropic
        import httpx2

        self.base_url = base_url
        self._options = dict(options)
        url = base_url or PROVIDER.official_url
        self._client = anthropic.AsyncAnthropic(
            api_key=key, base_url=url, max_retries=0, http_client=async_client(httpx2, url)
        )
        self._with_schema = True

    async def stream(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        while True:
            try:
                async with aclosing(self._attempt(request)) as pieces:
                    async for piece in pieces:
                        yield piece
                return
            except BadRequestError as error:
                # Older models and compatible endpoints know no schemas; the schema is in the prompt too.
                if not self._with_schema or "output" not in str(error):
                    raise
                self._with_schema = False

    async def prepare(self) -> None:
        """Nothing: what it takes was imported with this module."""

    async def close(self) -> None:
        await self._client.close()

    async def _attempt(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        import anthropic

        started = complete = False
        input_tokens = output_tokens = 0
        stop = Stop.END
        try:
            stream = await self._client.messages.create(**self._parameters(request))
            async with stream:
                require_no_page(_NAME, self.base_url, stream.response.headers.get("content-type", ""))
                async for event in stream:
                    started = True
                    if event.type == "message_start":
                        input_tokens = _input_tokens(event.message.usage)
                    elif event.type == "content_block_delta" and event.delta.type == "text_delta":
                        yield event.delta.text
                    elif event.type == "message_delta":
                        output_tokens = event.usage.output_tokens or 0
                        if event.delta.stop_reason == "refusal":
                            usage = Usage(input_tokens, output_tokens)
                            raise RefusalError("anthropic: the model refused to answer", usage=usage)
                        stop = Stop.LENGTH if event.delta.stop_reason in _TOO_LONG else Stop.END
                    elif event.type == "message_stop":
                        complete = True
        except anthropic.AnthropicError as error:
            raise _translated(error, self.base_url, started) from error
        except ProviderError:
            raise
        except Exception as error:
            translated = error_of_transport(_NAME, self.base_url, error, started=started)
            if translated is None:
                raise
            raise translated from error
        if not complete:
            raise CutOffError("anthropic: the answer ended before it was complete")
        yield Completion(stop, Usage(input_tokens, output_tokens))

    def _parameters(self, request: Request) -> dict[str, Any]:
        parameters: dict[str, Any] = {
            "model": request.model,
            "max_tokens": request.max_output_tokens,
            "system": request.system,
            "messages": [{"role": "user", "content": request.user}],
            "stream": True,
            "timeout": request.timeout,
            **self._options,
            **request.options,
        }
        if self._with_schema:
            format_ = {"type": "json_schema", "schema": dict(request.schema)}
            parameters["extra_body"] = {"output_config": {"format": format_}}
        return parameters


def _input_tokens(usage: Any) -> int:
    cached = (usage.cache_creation_input_tokens or 0) + (usage.cache_read_input_tokens or 0)
    total: int = (usage.input_tokens or 0) + cached
    return total


def _translated(error: anthropic.AnthropicError, base_url: str, started: bool) -> ProviderError:
    import anthropic

    if isinstance(error, anthropic.APITimeoutError):
        return TimeLimitError(f"{_NAME}: no answer in time")
    kind = _kind(error)
    if kind == "overloaded_error":
        return OverloadedError(f"{_NAME}: overloaded; try again later")
    if isinstance(error, anthropic.APIStatusError):
        # An error in the middle of a stream arrives under the HTTP status 200 of its beginning.
        status = error.status_code if error.status_code >= 400 else 429 if kind == "rate_limit_error" else 500
        return error_of_status(_NAME, "ANTHROPIC_API_KEY", status, _said(error), error.response.headers)
    if isinstance(error, anthropic.APIConnectionError):
        if started and refusal(_NAME, error) is None:
            return CutOffError(f"{_NAME}: the connection broke before the answer was complete")
        return unreachable(_NAME, base_url, error.__cause__ or error)
    if kind == "rate_limit_error":
        return RateLimitError(f"{_NAME}: too many requests or tokens: {error}")
    return OverloadedError(f"{_NAME}: the service broke off: {error}")


def _kind(error: anthropic.AnthropicError) -> str:
    body = getattr(error, "body", None)
    inner = body.get("error") if isinstance(body, dict) else None
    return str(inner.get("type", "")) if isinstance(inner, dict) else ""


def _said(error: anthropic.APIStatusError) -> str:
    inner = error.body.get("error") if isinstance(error.body, dict) else None
    return str(inner.get("message", "")) if isinstance(inner, dict) else error.message


PROVIDER = Description(
    name=_NAME,
    title="Anthropic",
    connect=connect,
    rank=1,
    key_variable="ANTHROPIC_API_KEY",
    url_variable="ANTHROPIC_BASE_URL",
    official_url="https://api.anthropic.com",
    libraries=("anthropic",),
    models=Models(
        default="claude-sonnet-4-6",
        small="claude-haiku-4-5",
        prices={
            "claude-sonnet-4-6": Price(3.0, 15.0),
            "claude-sonnet-4-5": Price(3.0, 15.0),
            "claude-haiku-4-5": Price(1.0, 5.0),
            "claude-opus-4-6": Price(5.0, 25.0),
            "claude-opus-4-5": Price(5.0, 25.0),
        },
    ),
)
