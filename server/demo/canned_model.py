"""The server of the canned model: chat completions on loopback, in the form of OpenAI's API."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from types import TracebackType
from typing import Any, NamedTuple

from reread.server.demo import canned_answers
from reread.server.demo.canned_answers import CannedAnswer

MODEL = "canned-demo"
LABEL = "canned model of the demo, knows this sample only"

_HOST = "127.0.0.1"
_PATH = "/v1/chat/completions"
_PIECE = 24
"""Characters that are sent at once."""

_LARGEST = 4_000_000
_SECONDS = 30.0
"""For which a client may be silent."""


class Answered(NamedTuple):
    """A request that was answered, and the tokens of question and answer."""

    answer: CannedAnswer
    tokens: int


class CannedModel:
    """Runs inside `with`, in a thread. Raises OSError there when it cannot listen.

    `delay` is the time in seconds between two pieces of an answer, for people who watch.
    """

    def __init__(self, delay: float = 0.0) -> None:
        self.answered: list[Answered] = []
        self.delay = delay
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> CannedModel:
        self._server = _Server(self)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="canned-model", daemon=True
        )
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()

    @property
    def url(self) -> str:
        """The base URL of the API."""
        assert self._server is not None
        return f"http://{_HOST}:{self._server.server_address[1]}/v1"


class _Server(ThreadingTCPServer):
    """Not the HTTP server of the standard library, which asks a name server for the name of this machine first."""

    daemon_threads = True

    def __init__(self, model: CannedModel) -> None:
        self.model = model
        super().__init__((_HOST, 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no error."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _SECONDS
    server: _Server

    def do_GET(self) -> None:
        if self.path == "/v1/models":
            self._whole(
                HTTPStatus.OK, {"object": "list", "data": [{"id": MODEL, "object": "model", "owned_by": "demo"}]}
            )
        else:
            self._failed(HTTPStatus.NOT_FOUND, f"no such path: {self.path}")

    def do_POST(self) -> None:
        if self.path != _PATH:
            self._failed(HTTPStatus.NOT_FOUND, f"no such path: {self.path}")
            return
        try:
            length = int(self.headers.get("content-length", ""))
            if not 0 <= length <= _LARGEST:
                raise ValueError
            asked = json.loads(self.rfile.read(length))
            messages = asked["messages"]
            system = "\n".join(each["content"] for each in messages if each["role"] == "system")
            prompt = "\n".join(each["content"] for each in messages if each["role"] == "user")
        except (ValueError, KeyError, TypeError):
            self._failed(HTTPStatus.BAD_REQUEST, "the body is no request for a chat completion")
            return
        answer = canned_answers.answer(prompt)
        usage = _usage((len(system) + len(prompt)) // 4, len(answer.text) // 4)
        self.server.model.answered.append(Answered(answer, usage["total_tokens"]))
        if asked.get("stream"):
            self._stream(answer.text, usage)
        else:
            message = {"role": "assistant", "content": answer.text, "refusal": None}
            choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
            self._whole(HTTPStatus.OK, {**_base("chat.completion"), "choices": [choice], "usage": usage})

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing: the terminal is the demo's."""

    def _stream(self, text: str, usage: dict[str, int]) -> None:
        self._head(HTTPStatus.OK, "text/event-stream", "transfer-encoding", "chunked")
        for event in _events(text, usage):
            data = f"data: {event}\n\n".encode()
            self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
            time.sleep(self.server.model.delay)
        self.wfile.write(b"0\r\n\r\n")

    def _failed(self, status: HTTPStatus, message: str) -> None:
        error = {"message": message, "type": "invalid_request_error", "param": None, "code": None}
        self._whole(status, {"error": error})

    def _whole(self, status: HTTPStatus, content: dict[str, Any]) -> None:
        body = json.dumps(content).encode()
        self._head(status, "application/json", "content-length", str(len(body)))
        self.wfile.write(body)

    def _head(self, status: HTTPStatus, content_type: str, length: str, value: str) -> None:
        self.send_response(status)
        self.send_header("content-type", content_type)
        self.send_header(length, value)
        # So that no thread waits for another request of a client that stays.
        self.send_header("connection", "close")
        self.end_headers()


def _events(text: str, usage: dict[str, int]) -> Iterator[str]:
    yield _chunk({"role": "assistant", "content": ""})
    for start in range(0, len(text), _PIECE):
        yield _chunk({"content": text[start : start + _PIECE]})
    yield _chunk({}, "stop")
    yield json.dumps({**_base("chat.completion.chunk"), "choices": [], "usage": usage})
    yield "[DONE]"


def _chunk(delta: dict[str, str], finish_reason: str | None = None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason, "logprobs": None}
    return json.dumps({**_base("chat.completion.chunk"), "choices": [choice]})


def _base(kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-demo", "object": kind, "created": int(time.time()), "model": MODEL}


def _usage(question: int, answer: int) -> dict[str, int]:
    return {"prompt_tokens": question, "completion_tokens": answer, "total_tokens": question + answer}
