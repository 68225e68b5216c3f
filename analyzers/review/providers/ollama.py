"""Ollama's native API: its OpenAI-compatible API cannot set the context size and silently truncates long prompts."""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from reread.analyzers.network.clients import async_client
from reread.analyzers.network.errors import AnswerRefusedError
from reread.analyzers.review.description import Description, Key, Models, Price
from reread.analyzers.review.provider import (
    BadRequestError,
    Completion,
    CutOffError,
    NonsenseError,
    OverloadedError,
    OverlongError,
    ProviderError,
    Request,
    Stop,
    TimeLimitError,
    UnknownModelError,
    Usage,
    error_of_status,
)
from reread.analyzers.review.providers._calls import Calls, as_object
from reread.analyzers.review.providers._transport import error_of_transport, require_no_page, unreachable
from reread.analyzers.review.tokens import estimate
from reread.analyzers.review.tool_calls import Turn

if TYPE_CHECKING:
    import httpx

_NAME = "ollama"


def connect(base_url: str, key: str, options: Mapping[str, Any]) -> OllamaProvider:
    return OllamaProvider(base_url, int(options.get("context_size", 16_384)))


class OllamaProvider:
    """`/api/chat`, streamed, with the answer's schema and the context size in tokens that is to be used."""

    name = _NAME

    def __init__(self, base_url: str, context_size: int) -> None:
        import httpx

        self.base_url = base_url
        self._context_size = context_size
        self._client = async_client(httpx, base_url)
        self._context_sizes: dict[str, int] = {}
        self._without_tools: set[str] = set()

    async def stream(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        if request.model in self._without_tools and not request.turns:
            request = request._replace(tools=())
        try:
            async with aclosing(self._attempt(request)) as pieces:
                async for piece in pieces:
                    yield piece
        except BadRequestError as error:
            if not request.tools or request.turns or "does not support tools" not in str(error):
                raise
            self._without_tools.add(request.model)
            async with aclosing(self._attempt(request._replace(tools=()))) as pieces:
                async for piece in pieces:
                    yield piece

    async def _attempt(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        import httpx

        started = False
        calls = Calls()
        try:
            context_size = await self._usable_context(request)
            body = _body(request, context_size)
            async with self._client.stream("POST", "/api/chat", json=body, timeout=request.timeout) as response:
                if response.status_code >= 400:
                    raise await _error_of(response, request.model)
                require_no_page(_NAME, self.base_url, response.headers.get("content-type", ""))
                async for line in response.aiter_lines():
                    if not line.strip():
                        continue
                    started = True
                    chunk = _parsed(line)
                    if chunk.error:
                        raise OverloadedError(f"ollama: the model broke off: {chunk.error}")
                    if chunk.message.content:
                        yield chunk.message.content
                    for call in chunk.message.tool_calls or ():
                        named = call.function
                        calls.add(calls.next, "", named.name, bytes(named.arguments).decode(errors="replace"))
                    if chunk.done:
                        yield _completion(chunk, context_size)._replace(calls=calls.whole())
                        return
        except httpx.TimeoutException as error:
            raise TimeLimitError("ollama: no answer in time") from error
        except AnswerRefusedError as error:
            raise error_of_transport(_NAME, self.base_url, error, started=started) or error from error
        except httpx.HTTPError as error:
            if started:
                raise CutOffError("ollama: the connection broke before the answer was complete") from error
            hint = "; start it with `ollama serve`, or set OLLAMA_HOST"
            raise unreachable(_NAME, self.base_url, error, hint) from error
        raise CutOffError("ollama: the answer ended before it was complete")

    async def prepare(self) -> None:
        """Nothing: what it takes was imported with this module."""

    async def close(self) -> None:
        await self._client.aclose()

    async def _usable_context(self, request: Request) -> int:
        """The context size to ask for; raises BadRequestError when the prompt and the answer do not fit into it."""
        if request.model not in self._context_sizes:
            self._context_sizes[request.model] = await self._model_context(request)
        size = min(self._context_size, self._context_sizes[request.model])
        looked_up = sum(estimate(result) for turn in request.turns for result in turn.results)
        needed = estimate(request.system) + estimate(request.user) + looked_up + request.max_output_tokens
        if needed > size:
            raise BadRequestError(
                f"ollama: about {needed} tokens do not fit into the context of {size} of {request.model}; "
                "raise review.ollama-context-size or lower review.max-output-tokens and review.context-tokens"
            )
        return size

    async def _model_context(self, request: Request) -> int:
        response = await self._client.post("/api/show", json={"model": request.model}, timeout=request.timeout)
        if response.status_code == 404 and "model" in response.text:
            raise UnknownModelError(f"ollama: there is no model {request.model} yet; run `ollama pull {request.model}`")
        if response.status_code >= 400:
            raise await _error_of(response, request.model)
        try:
            information = msgspec.json.decode(response.content, type=_Shown).model_info
        except (msgspec.MsgspecError, RecursionError):
            return self._context_size
        sizes = [size for key, size in information.items() if key.endswith(".context_length") and isinstance(size, int)]
        return min(sizes, default=self._context_size)


class _Function(msgspec.Struct):
    name: str
    arguments: msgspec.Raw = msgspec.Raw(b"{}")


class _Call(msgspec.Struct):
    function: _Function


class _Message(msgspec.Struct):
    content: str = ""
    tool_calls: list[_Call] | None = None


class _Chunk(msgspec.Struct):
    message: _Message = msgspec.field(default_factory=_Message)
    done: bool = False
    done_reason: str = ""
    prompt_eval_count: int = 0
    eval_count: int = 0
    error: str = ""


class _Shown(msgspec.Struct):
    model_info: dict[str, Any] = {}


def _body(request: Request, context_size: int) -> dict[str, Any]:
    return {
        "model": request.model,
        "messages": [
            {"role": "system", "content": request.system},
            {"role": "user", "content": request.user},
            *(message for turn in request.turns for message in _messages(turn)),
        ],
        "stream": True,
        # Newer versions then reject what does not fit, instead of cutting it in silence.
        "truncate": False,
        **_form(request),
        "options": {
            "num_ctx": context_size,
            "num_predict": request.max_output_tokens,
            "temperature": 0,
            "seed": 0,
        },
    }


def _form(request: Request) -> dict[str, Any]:
    """The form of the answer, or tools: with a form a model can write nothing else, so it could call none of them."""
    if not request.tools or not request.may_call:
        return {"format": dict(request.schema)}
    tools = [
        {"name": tool.name, "description": tool.description, "parameters": dict(tool.parameters)}
        for tool in request.tools
    ]
    return {"tools": [{"type": "function", "function": tool} for tool in tools]}


def _messages(turn: Turn) -> Iterator[dict[str, Any]]:
    """An earlier answer with calls, and what they came to."""
    calls = [{"function": {"name": call.name, "arguments": as_object(call.arguments)}} for call in turn.calls]
    yield {"role": "assistant", "content": turn.text, "tool_calls": calls}
    for call, result in zip(turn.calls, turn.results, strict=True):
        yield {"role": "tool", "tool_name": call.name, "content": result}


def _parsed(line: str) -> _Chunk:
    try:
        return msgspec.json.decode(line, type=_Chunk)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise NonsenseError("ollama: the answer is not in the form that was agreed") from error


def _completion(chunk: _Chunk, context_size: int) -> Completion:
    usage = Usage(chunk.prompt_eval_count, chunk.eval_count)
    if chunk.prompt_eval_count >= context_size:
        raise OverlongError(f"ollama: the prompt was cut to the context of {context_size} tokens", usage=usage)
    return Completion(Stop.LENGTH if chunk.done_reason == "length" else Stop.END, usage)


async def _error_of(response: httpx.Response, model: str) -> ProviderError:
    text = (await response.aread()).decode(errors="replace")
    try:
        message = msgspec.json.decode(text, type=_Chunk).error or text
    except (msgspec.MsgspecError, RecursionError):
        message = text
    if response.status_code == 404 and "model" in message:
        return UnknownModelError(f"ollama: there is no model {model} yet; run `ollama pull {model}`")
    return error_of_status(_NAME, "", response.status_code, message, response.headers)


def ollama_url(host: str) -> str:
    """The address to ask, from all that OLLAMA_HOST may hold: a host, host:port, an address to listen on, a URL."""
    scheme, separator, rest = host.strip().rstrip("/").partition("://")
    if not separator:
        scheme, rest = "http", scheme
    rest = rest or "127.0.0.1"
    address, slash, path = rest.partition("/")
    if address.startswith("[") and not address.endswith("]"):
        name, _, port = address.rpartition(":")
    elif address.count(":") == 1:
        name, _, port = address.partition(":")
    else:
        name, port = address, ""
    # An address to listen on says nothing about where to ask.
    name = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]", "": "127.0.0.1"}.get(name, name)
    port = port or {"http": "11434", "https": "443"}.get(scheme, "")
    return f"{scheme}://{name}:{port}{slash}{path}"


def _stays_here(base_url: str, models: tuple[str, ...]) -> bool:
    """True on this machine, but for models that Ollama runs at its maker's."""
    is_hosted = any(model.endswith(("-cloud", ":cloud")) for model in models)
    return _is_loopback(urlsplit(base_url).hostname or "") and not is_hosted


def _is_loopback(host: str) -> bool:
    """Without names below `localhost`: who resolves them is not known."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


PROVIDER = Description(
    name=_NAME,
    title="Ollama, on this machine or where `OLLAMA_HOST` points",
    connect=connect,
    setup="start Ollama and set OLLAMA_HOST",
    rank=3,
    key=Key.NEVER,
    url_variable="OLLAMA_HOST",
    url_of=ollama_url,
    stays_here=_stays_here,
    has_context_size=True,
    has_tools=True,
    priced_everywhere=True,
    models=Models(default="qwen2.5-coder:7b", prices={"*": Price(0.0, 0.0)}),
)
