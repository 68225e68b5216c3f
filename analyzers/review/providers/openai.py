"""OpenAI, and every endpoint that speaks its chat completions."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

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
)
from reread.analyzers.review.providers._transport import error_of_transport, refusal, require_no_page, unreachable

if TYPE_CHECKING:
    import openai

_NAME = "openai"
_ABOUT_FORMAT = ("response_format", "json_schema", "json_object", "schema")


def connect(base_url: str, key: str, options: Mapping[str, Any]) -> OpenAIProvider:
    return OpenAIProvider(base_url, key, options)


class OpenAIProvider:
    """Chat completions, streamed, with the answer's schema where the endpoint knows schemas."""

    name = _NAME

    def __init__(self, base_url: str, key: str, options: Mapping[str, Any]) -> None:
        import httpx2
        import openai

        self.base_url = base_url
        self._options = dict(options)
        # An endpoint of one's own often needs no key, but the library insists on one.
        url = base_url or PROVIDER.official_url
        self._client = openai.AsyncOpenAI(
            api_key=key or "none", base_url=url, max_retries=0, http_client=async_client(httpx2, url)
        )
        self._formats = ["json_schema", "json_object", ""]
        self._with_usage = True

    async def stream(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        while True:
            asked = self._formats[0], self._with_usage
            try:
                async with aclosing(self._attempt(request)) as pieces:
                    async for piece in pieces:
                        yield piece
                return
            except BadRequestError as error:
                # Many compatible endpoints do not know all of the interface, and say so with HTTP 400. Another request
                # may have learnt that meanwhile.
                if asked == (self._formats[0], self._with_usage) and not self._asks_for_less(str(error)):
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
        try:
            stream = await self._client.chat.completions.create(**self._parameters(request))
            async with stream:
                content_type = stream.response.headers.get("content-type", "")
                require_no_page(_NAME, self.base_url, content_type)
                if content_type.startswith("application/json"):
                    # Some compatible endpoints do not know how to stream.
                    for piece in _whole(await stream.response.aread()):
                        yield piece
                    return
                async for chunk in stream:
                    started = True
                    if chunk.usage is not None:
                        usage = Usage(chunk.usage.prompt_tokens or 0, chunk.usage.completion_tokens or 0)
                    for choice in chunk.choices[:1]:
                        if getattr(choice.delta, "refusal", None) or choice.finish_reason == "content_filter":
                            raise RefusalError("openai: the model refused to answer", usage=usage)
                        if choice.delta is not None and choice.delta.content:
                            yield choice.delta.content
                        if choice.finish_reason:
                            stop = Stop.LENGTH if choice.finish_reason == "length" else Stop.END
        except openai.OpenAIError as error:
            raise _translated(error, self.base_url, started) from error
        except ProviderError:
            raise
        except Exception as error:
            translated = error_of_transport(_NAME, self.base_url, error, started=started)
            if translated is None:
                raise
            raise translated from error
        if stop is None:
            raise CutOffError("openai: the answer ended before it was complete", usage=usage if usage.known else None)
        yield Completion(stop, usage)

    def _asks_for_less(self, message: str) -> bool:
        """Leave out what the endpoint complains about; False when that was left out already."""
        if "stream_options" in message and self._with_usage:
            self._with_usage = False
            return True
        if len(self._formats) > 1 and any(word in message.lower() for word in _ABOUT_FORMAT):
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
        if self._formats[0] == "json_schema":
            schema = {"name": request.schema_name, "schema": dict(request.schema), "strict": True}
            parameters["extra_body"] = {"response_format": {"type": "json_schema", "json_schema": schema}}
        elif self._formats[0]:
            parameters["extra_body"] = {"response_format": {"type": self._formats[0]}}
        return parameters


class _Message(msgspec.Struct):
    content: str | None = ""
    refusal: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = "stop"


class _Counts(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Body(msgspec.Struct):
    choices: list[_Choice]
    usage: _Counts | None = None


def _whole(body: bytes) -> Iterator[str | Completion]:
    """What an answer that came at once says."""
    try:
        decoded = msgspec.json.decode(body, type=_Body)
        choice = decoded.choices[0]
    except (msgspec.MsgspecError, IndexError, UnicodeDecodeError, RecursionError) as error:
        raise NonsenseError(f"{_NAME}: the answer is not in the form that was agreed") from error
    counts = decoded.usage
    usage = Usage(counts.prompt_tokens, counts.completion_tokens) if counts is not None else Usage(known=False)
    if choice.message.refusal or choice.finish_reason == "content_filter":
        raise RefusalError(f"{_NAME}: the model refused to answer", usage=usage)
    yield choice.message.content or ""
    yield Completion(Stop.LENGTH if choice.finish_reason == "length" else Stop.END, usage)


def _translated(error: openai.OpenAIError, base_url: str, started: bool) -> ProviderError:
    import openai

    if isinstance(error, openai.APITimeoutError):
        return TimeLimitError(f"{_NAME}: no answer in time")
    if isinstance(error, openai.APIStatusError):
        return error_of_status(_NAME, "OPENAI_API_KEY", error.status_code, error.message, error.response.headers)
    if isinstance(error, openai.APIConnectionError):
        if started and refusal(_NAME, error) is None:
            return CutOffError(f"{_NAME}: the connection broke before the answer was complete")
        return unreachable(_NAME, base_url, error.__cause__ or error)
    kind = str(getattr(error, "code", None) or getattr(error, "type", None) or "")
    if "rate_limit" in kind:
        return RateLimitError(f"{_NAME}: too many requests or tokens: {error}")
    return OverloadedError(f"{_NAME}: the service broke off: {error}")


# These models think before they write, out of the same limit of output tokens.
_LITTLE = {"reasoning_effort": "low"}

PROVIDER = Description(
    name=_NAME,
    title="OpenAI, or any service that speaks its chat completions",
    connect=connect,
    rank=2,
    key=Key.OFFICIAL,
    key_variable="OPENAI_API_KEY",
    url_variable="OPENAI_BASE_URL",
    official_url="https://api.openai.com/v1",
    libraries=("openai",),
    models=Models(
        default="gpt-5-mini",
        small="gpt-5-nano",
        prices={
            "gpt-5.1": Price(1.25, 10.0),
            "gpt-5": Price(1.25, 10.0),
            "gpt-5-mini": Price(0.25, 2.0),
            "gpt-5-nano": Price(0.05, 0.4),
            "gpt-4.1": Price(2.0, 8.0),
            "gpt-4.1-mini": Price(0.4, 1.6),
            "gpt-4.1-nano": Price(0.1, 0.4),
            "gpt-4o": Price(2.5, 10.0),
            "gpt-4o-mini": Price(0.15, 0.6),
        },
        options={"gpt-5.1": _LITTLE, "gpt-5": _LITTLE, "gpt-5-mini": _LITTLE, "gpt-5-nano": _LITTLE},
    ),
)
