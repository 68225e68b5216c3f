"""The three wire protocols: how each frames an answer, an error and an end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Protocol

from tests.standin.replies import Recorded, Reply


class Wire(Protocol):
    """One vendor's protocol. Frames are bytes of the body of a streamed response."""

    name: str
    content_type: str

    def opening(self, request: Recorded, usage: tuple[int, int]) -> Iterator[bytes]: ...
    def piece(self, text: str) -> bytes: ...
    def refusal(self) -> Iterator[bytes]: ...
    def calling(self, reply: Reply) -> Iterator[bytes]: ...
    def ending(self, request: Recorded, reply: Reply, usage: tuple[int, int]) -> Iterator[bytes]: ...
    def broken(self) -> bytes: ...
    def failing(self) -> bytes: ...
    def error(self, status: int, message: str) -> bytes: ...
    def whole(self, request: Recorded, text: str, reply: Reply, usage: tuple[int, int]) -> bytes: ...


def _data(value: Any) -> bytes:
    return b"data: " + json.dumps(value).encode() + b"\n\n"


def _event(name: str, value: dict[str, Any]) -> bytes:
    return f"event: {name}\n".encode() + _data({"type": name, **value})


class OpenAI:
    name = "openai"
    content_type = "text/event-stream"

    def opening(self, request, usage):
        yield self._chunk({"role": "assistant", "content": ""})

    def piece(self, text):
        return self._chunk({"content": text})

    def refusal(self):
        yield self._chunk({"refusal": "I cannot help with that."})

    def calling(self, reply):
        for index, (name, arguments) in enumerate(reply.calls or ()):
            written = arguments if isinstance(arguments, str) else json.dumps(arguments)
            opening = {"index": index, "id": f"call_{index}", "type": "function"}
            yield self._chunk({"tool_calls": [{**opening, "function": {"name": name, "arguments": ""}}]})
            for part in (written[:9], written[9:]):
                yield self._chunk({"tool_calls": [{"index": index, "function": {"arguments": part}}]})

    def ending(self, request, reply, usage):
        reason = "tool_calls" if reply.calls else "length" if reply.stop == "length" else "stop"
        yield self._chunk({}, finish_reason=reason)
        yield _data({**self._base(), "choices": [], "usage": self._usage(request, usage)})
        yield b"data: [DONE]\n\n"

    def broken(self):
        return b'data: {"choices": [{"delta"\n\n'

    def failing(self):
        return _data({"error": {"message": "The server is overloaded", "type": "server_error", "code": None}})

    def error(self, status, message):
        kind = {401: "invalid_request_error", 429: "rate_limit_exceeded"}.get(status, "server_error")
        return json.dumps({"error": {"message": message, "type": kind, "param": None, "code": None}}).encode()

    def whole(self, request, text, reply, usage):
        message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
        if reply.refusal:
            message.update(content=None, refusal="I cannot help with that.")
        finish = "length" if reply.stop == "length" else "stop"
        choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
        body = {**self._base("chat.completion"), "choices": [choice], "usage": self._usage(request, usage)}
        return json.dumps(body).encode()

    def _chunk(self, delta: dict[str, Any], finish_reason: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason, "logprobs": None}
        return _data({**self._base(), "choices": [choice]})

    def _base(self, kind: str = "chat.completion.chunk") -> dict[str, Any]:
        return {"id": "chatcmpl-1", "object": kind, "created": 1, "model": "stand-in"}

    def _usage(self, request: Recorded, usage: tuple[int, int]) -> dict[str, Any]:
        counted = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
        return {**counted, "prompt_tokens_details": {"cached_tokens": request.cached}} if request.cached else counted


class Anthropic:
    name = "anthropic"
    content_type = "text/event-stream"

    def opening(self, request, usage):
        yield _event("message_start", {"message": self._message([], None, (usage[0], 1), request)})
        yield _event("content_block_start", {"index": 0, "content_block": {"type": "text", "text": ""}})
        yield _event("ping", {})

    def piece(self, text):
        return _event("content_block_delta", {"index": 0, "delta": {"type": "text_delta", "text": text}})

    def refusal(self):
        yield _event("content_block_stop", {"index": 0})
        yield self._delta("refusal", 1)
        yield _event("message_stop", {})

    def calling(self, reply):
        for index, (name, arguments) in enumerate(reply.calls or (), 1):
            written = arguments if isinstance(arguments, str) else json.dumps(arguments)
            block = {"type": "tool_use", "id": f"toolu_{index}", "name": name, "input": {}}
            yield _event("content_block_start", {"index": index, "content_block": block})
            for part in (written[:9], written[9:]):
                delta = {"type": "input_json_delta", "partial_json": part}
                yield _event("content_block_delta", {"index": index, "delta": delta})
            yield _event("content_block_stop", {"index": index})

    def ending(self, request, reply, usage):
        yield _event("content_block_stop", {"index": 0})
        reason = "tool_use" if reply.calls else "max_tokens" if reply.stop == "length" else "end_turn"
        yield self._delta(reason, usage[1])
        yield _event("message_stop", {})

    def broken(self):
        return b'event: content_block_delta\ndata: {"type": "content_bl\n\n'

    def failing(self):
        return _event("error", {"error": {"type": "overloaded_error", "message": "Overloaded"}})

    def error(self, status, message):
        kinds = {401: "authentication_error", 403: "permission_error", 404: "not_found_error", 429: "rate_limit_error"}
        kind = kinds.get(status, "overloaded_error" if status == 529 else "api_error")
        return json.dumps({"type": "error", "error": {"type": kind, "message": message}}).encode()

    def whole(self, request, text, reply, usage):
        stop = "refusal" if reply.refusal else "max_tokens" if reply.stop == "length" else "end_turn"
        content = [{"type": "text", "text": text}]
        return json.dumps(self._message(content, stop, usage, request)).encode()

    def _message(
        self, content: list[Any], stop: str | None, usage: tuple[int, int], request: Recorded
    ) -> dict[str, Any]:
        kept = {"cache_read_input_tokens": request.cached, "cache_creation_input_tokens": request.written}
        counted: dict[str, Any] = {"input_tokens": usage[0], "output_tokens": usage[1]}
        # What a test lets the server say may be no number, or less than the cache has.
        if type(usage[0]) is int and usage[0] >= sum(kept.values()) > 0:
            counted |= {"input_tokens": usage[0] - sum(kept.values()), **kept}
        return {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "stand-in",
            "content": content,
            "stop_reason": stop,
            "stop_sequence": None,
            "usage": counted,
        }

    def _delta(self, stop: str, output: int) -> bytes:
        delta = {"stop_reason": stop, "stop_sequence": None}
        return _event("message_delta", {"delta": delta, "usage": {"output_tokens": output}})


class Ollama:
    name = "ollama"
    content_type = "application/x-ndjson"

    def opening(self, request, usage):
        yield from ()

    def piece(self, text):
        return self._line({"message": {"role": "assistant", "content": text}, "done": False})

    def refusal(self):
        # There is no such thing in this protocol: the model says it in words.
        yield self.piece("I cannot help with that.")
        yield from self.ending(None, Reply(), (1, 1))

    def calling(self, reply):
        calls = [{"function": {"name": name, "arguments": arguments}} for name, arguments in reply.calls or ()]
        if calls:
            yield self._line({"message": {"role": "assistant", "content": "", "tool_calls": calls}, "done": False})

    def ending(self, request, reply, usage):
        end = {"message": {"role": "assistant", "content": ""}, "done": True}
        reason = "length" if reply.stop == "length" else "stop"
        yield self._line({**end, "done_reason": reason, "prompt_eval_count": usage[0], "eval_count": usage[1]})

    def broken(self):
        return b'{"model": "stand-in", "mess\n'

    def failing(self):
        return json.dumps({"error": "model runner has unexpectedly stopped"}).encode() + b"\n"

    def error(self, status, message):
        return json.dumps({"error": message}).encode()

    def whole(self, request, text, reply, usage):
        body = {"message": {"role": "assistant", "content": text}, "done": True, "done_reason": "stop"}
        return self._line({**body, "prompt_eval_count": usage[0], "eval_count": usage[1]})

    def _line(self, value: dict[str, Any]) -> bytes:
        return json.dumps({"model": "stand-in", "created_at": "2026-01-01T00:00:00Z", **value}).encode() + b"\n"


WIRES: dict[str, Wire] = {
    "/v1/chat/completions": OpenAI(),
    "/chat/completions": OpenAI(),
    "/v1/messages": Anthropic(),
    "/api/chat": Ollama(),
}
