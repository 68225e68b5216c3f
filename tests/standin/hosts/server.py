"""The server of a stand-in: routes, authorisation, pages, ETags and faults, which all hosts have in common."""

from __future__ import annotations

import enum
import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.standin.hosts.state import OWN, Comment, Pull

TOKEN = "a-token-of-nobody"
FEW = 7
"""Entries of a page: far fewer than the real hosts give, so that there are always several pages."""


class Fault(enum.Enum):
    """What happens to one request. After `LOST` and `BAD_GATEWAY_AFTER` it was done all the same."""

    LIMITED = "429 with Retry-After"
    EXHAUSTED = "403 with no requests left"
    SECONDARY = "403 for a secondary rate limit"
    BAD_GATEWAY = "502 before anything is done"
    BAD_GATEWAY_AFTER = "502 after it is done"
    LOST = "the connection ends after it is done"


class RefusedError(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class Request:
    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    data: Any
    status: int = 0


@dataclass
class Reply:
    data: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Route = tuple[str, str, Callable[..., Reply]]


class HostStandIn:
    """Start it with `with`. `fault` is asked before each request and says what happens to it."""

    prefix = ""
    longest = 65_536

    def __init__(self, pull: Pull) -> None:
        self.pull = pull
        self.account = OWN
        self.most_per_page = FEW
        self.keeps_notes = False
        self.requests: list[Request] = []
        self.fault: Callable[[Request], Fault | None] = lambda request: None
        self._lock = threading.Lock()
        self._server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        """Its address; one at which nobody listens for a stand-in that is asked without a socket."""
        port = self._server.server_port if self._server is not None else 9
        return f"http://127.0.0.1:{port}{self.prefix}"

    @property
    def changes(self) -> list[Request]:
        """The requests that were more than questions."""
        return [each for each in self.requests if each.method != "GET" and not self.is_question(each)]

    def is_question(self, request: Request) -> bool:
        return False

    def __enter__(self) -> HostStandIn:
        outer = self

        class Handler(_Handler):
            standin = outer

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *exception: object) -> None:
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()

    @contextmanager
    def faults(self, *planned: Fault, of: str = "") -> Iterator[None]:
        """The next requests whose method and path match end in these."""
        waiting = list(planned)

        def fault(request: Request) -> Fault | None:
            if waiting and re.search(of, f"{request.method} {request.path}"):
                return waiting.pop(0)
            return None

        self.fault = fault
        yield
        self.fault = lambda request: None
        assert not waiting, f"never met: {waiting}"

    # What a host implements.

    def routes(self) -> Sequence[Route]:
        raise NotImplementedError

    def is_authorised(self, headers: Mapping[str, str]) -> bool:
        return headers.get("authorization") == f"Bearer {TOKEN}"

    def limited(self, fault: Fault) -> Reply:
        if fault is Fault.LIMITED:
            return Reply({"message": "Too many requests"}, 429, {"retry-after": "3"})
        if fault is Fault.EXHAUSTED:
            return Reply({"message": "API rate limit exceeded"}, 403, {"x-ratelimit-remaining": "0"})
        return Reply({"message": "You have exceeded a secondary rate limit."}, 403)

    # For the hosts.

    def answer(self, request: Request) -> Reply:
        if not self.is_authorised(request.headers):
            return Reply({"message": "Bad credentials"}, 401)
        for method, pattern, handle in self.routes():
            match = re.fullmatch(self.prefix + pattern, request.path)
            if match and method == request.method:
                try:
                    return handle(request, *map(unquote, match.groups()))
                except RefusedError as error:
                    return Reply({"message": str(error)}, error.status)
        return Reply({"message": "Not Found"}, 404)

    def page(self, request: Request, items: Sequence[Any], size: str = "per_page") -> Reply:
        """One page, with the address of the next one in the header."""
        count = min(int(request.query.get(size, self.most_per_page)), self.most_per_page)
        page = int(request.query.get("page", 1))
        some = items[(page - 1) * count : page * count]
        if page * count >= len(items):
            return Reply(some)
        origin = self.url.removesuffix(self.prefix)
        query = "&".join(f"{name}={value}" for name, value in {**request.query, "page": str(page + 1)}.items())
        return Reply(some, headers={"link": f'<{origin}{request.path}?{query}>; rel="next"'})

    def require_number(self, number: str) -> None:
        if int(number) != self.pull.number:
            raise RefusedError(404, "Not Found")

    def opened(self, request: Request, state: str, data: Callable[[], Any]) -> list[Any]:
        """What the list of those in a state has."""
        if request.query.get("state") != state:
            raise RefusedError(422, "state is missing")
        return [data()] if self.pull.state == "open" else []

    def merged(self, head: object, how: str) -> None:
        """Merges, if that is the head that is meant."""
        if head != self.pull.head:
            raise RefusedError(409, "Head branch was modified. Review and try the merge again.")
        self.pull.state, self.pull.merged_as = "merged", how

    def require_body(self, body: object, status: int = 422) -> str:
        if not isinstance(body, str) or not body.strip():
            raise RefusedError(status, "body can't be blank")
        if len(body) > self.longest:
            raise RefusedError(status, f"body is too long (maximum is {self.longest} characters)")
        return body

    def added(self, body: str, path: str = "", line: int = 0, review: int = 0, first: int = 0) -> Comment:
        """A new comment by the account of the token."""
        head = self.pull.head if path else ""
        made = Comment(
            next(self.pull.ids), self.account, body, path, line, line, head, review=review, first=first or line
        )
        (self.pull.comments if path else self.pull.notes).append(made)
        return made

    def comment(self, number: str) -> Comment:
        for each in (*self.pull.comments, *self.pull.notes):
            if each.id == int(number):
                return each
        raise RefusedError(404, "Not Found")

    def deleted(self, number: str) -> Reply:
        """Without a comment on the whole, if the host deletes any."""
        found = self.own(number)
        if self.keeps_notes:
            raise RefusedError(403, "You are not allowed to delete comments")
        self.pull.notes.remove(found)
        return Reply(None, 204)

    def own(self, number: str) -> Comment:
        found = self.comment(number)
        if found.author != self.account:
            raise RefusedError(403, "You cannot change a comment of others")
        return found


class _Handler(BaseHTTPRequestHandler):
    standin: HostStandIn
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *arguments: object) -> None:
        pass

    def _handle(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        raw = self.rfile.read(length)
        parts = urlsplit(self.path)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, parts.path, query, headers, json.loads(raw) if raw else None)
        with self.standin._lock:
            fault = self.standin.fault(request)
            if fault in (Fault.LIMITED, Fault.EXHAUSTED, Fault.SECONDARY):
                reply = self.standin.limited(fault)
            elif fault is Fault.BAD_GATEWAY:
                reply = Reply("<html>Bad Gateway</html>", 502)
            else:
                reply = self.standin.answer(request)
            if fault is Fault.BAD_GATEWAY_AFTER:
                reply = Reply("<html>Bad Gateway</html>", 502)
            request.status = reply.status
            self.standin.requests.append(request)
        if fault is Fault.LOST:
            self.close_connection = True
            return
        self._write(request, reply)

    def _write(self, request: Request, reply: Reply) -> None:
        is_text = isinstance(reply.data, str)
        body = reply.data.encode() if is_text else b"" if reply.data is None else json.dumps(reply.data).encode()
        tag = f'W/"{hashlib.sha1(body).hexdigest()}"'
        if request.method == "GET" and reply.status == 200:
            reply.headers["etag"] = tag
            if request.headers.get("if-none-match") == tag:
                request.status = reply.status = 304
                body = b""
        if "date" in reply.headers:
            self.send_response_only(reply.status)
        else:
            self.send_response(reply.status)
        kind = reply.headers.pop("content-type", "text/plain" if is_text else "application/json")
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _handle  # noqa: N815
