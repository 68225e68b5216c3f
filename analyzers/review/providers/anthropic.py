"""Anthropic, and every endpoint that implements its Messages API."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator, Mapping
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
from reread.analyzers.review.providers._calls import Calls, as_object, is_about
from reread.analyzers.review.providers._transport import (
    error_of_transport,
    refusal,
    require_no_page,
    unreachable,
    words,
)
from reread.analyzers.review.tool_calls import Turn

if TYPE_CHECKING:
    import anthropic

_NAME = "anthropic"
_ABOUT_TOOLS = ("tools", "tool_choice", "tool use", "tool_use")
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
        self._with_tools = True

    async def stream(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        while True:
            try:
                async with aclosing(self._attempt(request)) as pieces:
                    async for piece in pieces:
                        yield piece
                return
            except BadRequestError as error:
                # Older models and compatible endpoints know no schemas, or no tools; the schema is in the prompt too.
                if self._with_tools and request.tools and not request.turns and is_about(str(error), _ABOUT_TOOLS):
                    self._with_tools = False
                elif self._with_schema and "output" in str(error):
                    self._with_schema = False
                else:
                    raise

    async def prepare(self) -> None:
        """Nothing: what it takes was imported with this module."""

    async def close(self) -> None:
        await self._client.close()

    async def _attempt(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        import anthropic

        started = complete = False
        usage = Usage()
        stop = Stop.END
        calls = Calls()
        try:
            stream = await self._client.messages.create(**self._parameters(request))
            async with stream:
                require_no_page(_NAME, self.base_url, stream.response.headers.get("content-type", ""))
                async for event in stream:
                    started = True
                    if event.type == "message_start":
                        usage = _input(event.message.usage)
                    elif event.type == "content_block_start" and event.content_block.type == "tool_use":
                        calls.add(event.index, event.content_block.id, event.content_block.name, "")
                    elif event.type == "content_block_delta" and event.delta.type == "text_delta":
                        yield words(event.delta.text)
                    elif event.type == "content_block_delta" and event.delta.type == "input_json_delta":
                        calls.add(event.index, "", "", event.delta.partial_json)
                    elif event.type == "message_delta":
                        usage = usage._replace(output_tokens=event.usage.output_tokens or 0)
                        if event.delta.stop_reason == "refusal":
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
        yield Completion(stop, usage, calls.whole())

    def _parameters(self, request: Request) -> dict[str, Any]:
        parameters: dict[str, Any] = {
            "model": request.model,
            "max_tokens": request.max_output_tokens,
            "system": [_cached_block(request.system)],
            "messages": [
                {"role": "user", "content": _content(request)},
                *(message for turn in request.turns for message in _messages(turn)),
            ],
            "stream": True,
            "timeout": request.timeout,
            **self._options,
            **request.options,
        }
        extra = _tools(request) if self._with_tools else {}
        if self._with_schema:
            extra["output_config"] = {"format": {"type": "json_schema", "schema": dict(request.schema)}}
        return {**parameters, "extra_body": extra} if extra else parameters


def _tools(request: Request) -> dict[str, Any]:
    if not request.tools:
        return {}
    tools = [
        {"name": tool.name, "description": tool.description, "input_schema": dict(tool.parameters)}
        for tool in request.tools
    ]
    # Offered to the end: the interface wants them as long as there are calls among the messages.
    return {"tools": tools} if request.may_call else {"tools": tools, "tool_choice": {"type": "none"}}


def _messages(turn: Turn) -> Iterator[dict[str, Any]]:
    """An earlier answer with calls, and what they came to."""
    said = [{"type": "text", "text": turn.text}] if turn.text.strip() else []
    calls = [
        {"type": "tool_use", "id": call.identifier, "name": call.name, "input": as_object(call.arguments)}
        for call in turn.calls
    ]
    yield {"role": "assistant", "content": [*said, *calls]}
    results = [
        {"type": "tool_result", "tool_use_id": call.identifier, "content": result}
        for call, result in zip(turn.calls, turn.results, strict=True)
    ]
    yield {"role": "user", "content": results}


def _content(request: Request) -> str | list[dict[str, Any]]:
    """The prompt; what further requests begin with as well is a block of its own, up to which the service keeps it."""
    if not request.shared:
        return request.user
    parts = request.user[: request.shared], request.user[request.shared :]
    first, *rest = [part for part in parts if part.strip()]
    return [_cached_block(first), *({"type": "text", "text": part} for part in rest)]


def _cached_block(text: str) -> dict[str, Any]:
    """A block up to which the service keeps the prompt for a few minutes, for requests that begin with the same."""
    return {"type": "text", "text": text, "cache_control": {"type": "ephemeral"}}


def _input(usage: Any) -> Usage:
    """The input tokens: the service counts those of its cache apart."""
    read, written = usage.cache_read_input_tokens or 0, usage.cache_creation_input_tokens or 0
    return Usage((usage.input_tokens or 0) + read + written, cache_read=read, cache_written=written)


def _price(given: float, taken: float) -> Price:
    return Price(given, taken, cache_read=0.1, cache_write=1.25)


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
        return error_of_status(_NAME, "ANTHROPIC_API_KEY", status, _error_message(error), error.response.headers)
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


def _error_message(error: anthropic.APIStatusError) -> str:
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
    has_tools=True,
    models=Models(
        default="claude-sonnet-4-6",
        small="claude-haiku-4-5",
        prices={
            "claude-sonnet-4-6": _price(3.0, 15.0),
            "claude-sonnet-4-5": _price(3.0, 15.0),
            "claude-haiku-4-5": _price(1.0, 5.0),
            "claude-opus-4-6": _price(5.0, 25.0),
            "claude-opus-4-5": _price(5.0, 25.0),
        },
    ),
)
