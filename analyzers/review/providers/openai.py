"""OpenAI, and every endpoint that implements its chat completions API."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from reread.analyzers.network.clients import async_client
from reread.analyzers.review.description import Description, Key, Models, Price
from reread.analyzers.review.provider import (
    BadRequestError,
    Completion,
    CutOffError,
    NonsenseError,
    OverloadedError,
    ProviderError,
    RateLimitError,
    RefusalError,
    Request,
    Stop,
    TimeLimitError,
    Usage,
    error_of_status,
    is_out_of_credit,
    no_credit,
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
    import openai

_ABOUT_TOOLS = ("tools", "tool_choice", "tool use", "tool call", "function call")
_ABOUT_FORMAT = ("response_format", "json_schema", "json_object", "schema")


class Service(NamedTuple):
    """Who answers: the name by which requests are booked, the variable with its key, and its own address."""

    name: str
    key_variable: str
    official_url: str

    def connect(self, base_url: str, key: str, options: Mapping[str, Any]) -> OpenAIProvider:
        """The client of a service that speaks chat completions; a `Description` of another one takes it too."""
        return OpenAIProvider(self, base_url, key, options)


OPENAI = Service("openai", "OPENAI_API_KEY", "https://api.openai.com/v1")


class OpenAIProvider:
    """Chat completions, streamed, with the answer's schema where the endpoint knows schemas."""

    def __init__(self, service: Service, base_url: str, key: str, options: Mapping[str, Any]) -> None:
        import httpx2
        import openai

        self.name = service.name
        self.base_url = base_url
        self._service = service
        self._options = dict(options)
        # An endpoint of one's own often needs no key, but the library insists on one.
        url = base_url or service.official_url
        self._client = openai.AsyncOpenAI(
            api_key=key or "none", base_url=url, max_retries=0, http_client=async_client(httpx2, url)
        )
        self._formats = ["json_schema", "json_object", ""]
        self._with_usage = True
        self._with_tools = True

    async def stream(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        while True:
            asked = self._formats[0], self._with_usage, self._with_tools
            try:
                async with aclosing(self._attempt(request)) as pieces:
                    async for piece in pieces:
                        yield piece
                return
            except BadRequestError as error:
                # Many compatible endpoints do not know all of the interface, and say so with HTTP 400. Another request
                # may have learnt that meanwhile.
                same = asked == (self._formats[0], self._with_usage, self._with_tools)
                if same and not self._asks_for_less(str(error), request):
                    raise

    async def prepare(self) -> None:
        """Nothing: what it takes was imported with this module."""

    async def close(self) -> None:
        await self._client.close()

    async def _attempt(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        import openai

        started = False
        usage = Usage(known=False)
        stop: Stop | None = None
        calls = Calls()
        try:
            stream = await self._client.chat.completions.create(**self._parameters(request))
            async with stream:
                content_type = stream.response.headers.get("content-type", "")
                require_no_page(self.name, self.base_url, content_type)
                if content_type.startswith("application/json"):
                    # Some compatible endpoints do not know how to stream.
                    for piece in _whole(self.name, await stream.response.aread()):
                        yield piece
                    return
                async for chunk in stream:
                    started = True
                    if chunk.usage is not None:
                        usage = _usage(chunk.usage)
                    for choice in chunk.choices[:1]:
                        if getattr(choice.delta, "refusal", None) or choice.finish_reason == "content_filter":
                            raise RefusalError(f"{self.name}: the model refused to answer", usage=usage)
                        if choice.delta is not None and choice.delta.content:
                            yield words(choice.delta.content)
                        for part in (choice.delta and choice.delta.tool_calls) or ():
                            named = part.function
                            calls.add(part.index, part.id, named and named.name, named and named.arguments)
                        if choice.finish_reason:
                            stop = Stop.LENGTH if choice.finish_reason == "length" else Stop.END
        except openai.OpenAIError as error:
            raise _translated(error, self._service, self.base_url, started) from error
        except ProviderError:
            raise
        except Exception as error:
            translated = error_of_transport(self.name, self.base_url, error, started=started)
            if translated is None:
                raise
            raise translated from error
        if stop is None:
            known = usage if usage.known else None
            raise CutOffError(f"{self.name}: the answer ended before it was complete", usage=known)
        yield Completion(stop, usage, calls.whole())

    def _asks_for_less(self, message: str, request: Request) -> bool:
        """Leave out what the endpoint complains about; False when that was left out already."""
        if "stream_options" in message and self._with_usage:
            self._with_usage = False
            return True
        if self._with_tools and request.tools and not request.turns and is_about(message, _ABOUT_TOOLS):
            self._with_tools = False
            return True
        if len(self._formats) > 1 and is_about(message, _ABOUT_FORMAT):
            # The form of the answer is in the prompt too.
            self._formats.pop(0)
            return True
        return False

    def _parameters(self, request: Request) -> dict[str, Any]:
        parameters: dict[str, Any] = {
            "model": request.model,
            "messages": [
                {"role": "system", "content": request.system},
                {"role": "user", "content": request.user},
                *(message for turn in request.turns for message in _messages(turn)),
            ],
            "stream": True,
            "timeout": request.timeout,
            # The vendor's newer models reject the old name, other endpoints often know only that.
            ("max_tokens" if self.base_url else "max_completion_tokens"): request.max_output_tokens,
            **self._options,
            **request.options,
        }
        if self._with_usage:
            parameters["stream_options"] = {"include_usage": True}
        # As an extra part of the body: the library takes longer over the types of a schema than over all the rest.
        parameters["extra_body"] = {**self._format(request), **(_tools(request) if self._with_tools else {})}
        return parameters

    def _format(self, request: Request) -> dict[str, Any]:
        if self._formats[0] == "json_schema":
            schema = {"name": request.schema_name, "schema": dict(request.schema), "strict": True}
            return {"response_format": {"type": "json_schema", "json_schema": schema}}
        return {"response_format": {"type": self._formats[0]}} if self._formats[0] else {}


def _tools(request: Request) -> dict[str, Any]:
    if not request.tools:
        return {}
    tools = [
        {
            "type": "function",
            "function": {"name": tool.name, "description": tool.description, "parameters": tool.parameters},
        }
        for tool in request.tools
    ]
    return {"tools": tools} if request.may_call else {"tools": tools, "tool_choice": "none"}


def _messages(turn: Turn) -> Iterator[dict[str, Any]]:
    """An earlier answer with calls, and what they came to. Some servers reject arguments that are no JSON."""
    calls = [
        {
            "id": call.identifier,
            "type": "function",
            "function": {"name": call.name, "arguments": json.dumps(as_object(call.arguments))},
        }
        for call in turn.calls
    ]
    yield {"role": "assistant", "content": turn.text or None, "tool_calls": calls}
    for call, result in zip(turn.calls, turn.results, strict=True):
        yield {"role": "tool", "tool_call_id": call.identifier, "content": result}


class _Function(msgspec.Struct):
    name: str
    arguments: str = "{}"


class _Call(msgspec.Struct):
    function: _Function
    id: str = ""


class _Message(msgspec.Struct):
    content: str | None = ""
    refusal: str | None = None
    tool_calls: list[_Call] | None = None


def _usage(counts: Any) -> Usage:
    """What was counted; compatible services leave out what they do not know."""
    details = getattr(counts, "prompt_tokens_details", None)
    read = getattr(details, "cached_tokens", None) or 0
    return Usage(counts.prompt_tokens or 0, counts.completion_tokens or 0, cache_read=read)


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = "stop"


class _Details(msgspec.Struct):
    cached_tokens: int | None = None


class _Counts(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: _Details | None = None


class _Body(msgspec.Struct):
    choices: list[_Choice]
    usage: _Counts | None = None


def _whole(name: str, body: bytes) -> Iterator[str | Completion]:
    """What an answer that came at once says."""
    try:
        decoded = msgspec.json.decode(body, type=_Body)
        choice = decoded.choices[0]
    except (msgspec.MsgspecError, IndexError, UnicodeDecodeError, RecursionError) as error:
        raise NonsenseError(f"{name}: the answer is not in the form that was agreed") from error
    counts = decoded.usage
    usage = _usage(counts) if counts is not None else Usage(known=False)
    if choice.message.refusal or choice.finish_reason == "content_filter":
        raise RefusalError(f"{name}: the model refused to answer", usage=usage)
    yield choice.message.content or ""
    calls = Calls()
    for place, call in enumerate(choice.message.tool_calls or ()):
        calls.add(place, call.id, call.function.name, call.function.arguments)
    stop = Stop.LENGTH if choice.finish_reason == "length" else Stop.END
    yield Completion(stop, usage, calls.whole())


def _translated(error: openai.OpenAIError, service: Service, base_url: str, started: bool) -> ProviderError:
    import openai

    name = service.name
    if isinstance(error, openai.APITimeoutError):
        return TimeLimitError(f"{name}: no answer in time")
    if isinstance(error, openai.APIStatusError):
        return error_of_status(name, service.key_variable, error.status_code, error.message, error.response.headers)
    if isinstance(error, openai.APIConnectionError):
        if started and refusal(name, error) is None:
            return CutOffError(f"{name}: the connection broke before the answer was complete")
        return unreachable(name, base_url, error.__cause__ or error)
    kind = str(getattr(error, "code", None) or getattr(error, "type", None) or "")
    if is_out_of_credit(f"{kind} {error}"):
        return no_credit(name, str(error))
    if "rate_limit" in kind:
        return RateLimitError(f"{name}: too many requests or tokens: {error}")
    return OverloadedError(f"{name}: the service broke off: {error}")


# These models think before they write, out of the same limit of output tokens.
_LITTLE = {"reasoning_effort": "low"}

PROVIDER = Description(
    name=OPENAI.name,
    title="OpenAI, or any service that speaks its chat completions",
    connect=OPENAI.connect,
    rank=2,
    key=Key.OFFICIAL,
    key_variable=OPENAI.key_variable,
    url_variable="OPENAI_BASE_URL",
    official_url=OPENAI.official_url,
    libraries=("openai",),
    has_tools=True,
    models=Models(
        default="gpt-5-mini",
        small="gpt-5-nano",
        prices={
            "gpt-5.1": Price(1.25, 10.0, cache_read=0.1),
            "gpt-5": Price(1.25, 10.0, cache_read=0.1),
            "gpt-5-mini": Price(0.25, 2.0, cache_read=0.1),
            "gpt-5-nano": Price(0.05, 0.4, cache_read=0.1),
            "gpt-4.1": Price(2.0, 8.0, cache_read=0.25),
            "gpt-4.1-mini": Price(0.4, 1.6, cache_read=0.25),
            "gpt-4.1-nano": Price(0.1, 0.4, cache_read=0.25),
            "gpt-4o": Price(2.5, 10.0, cache_read=0.5),
            "gpt-4o-mini": Price(0.15, 0.6, cache_read=0.5),
        },
        options={"gpt-5.1": _LITTLE, "gpt-5": _LITTLE, "gpt-5-mini": _LITTLE, "gpt-5-nano": _LITTLE},
    ),
)
