"""Two runs whose requests are interleaved as a schedule says, against a stand-in that is asked without a socket."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import parse_qsl, urlsplit

import httpx

from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.host import Description, Host
from reread.server.pull_requests.posting import Posting, Review
from reread.server.pull_requests.rest import Rest
from tests.standin.hosts import Fault, HostStandIn
from tests.standin.hosts.server import TOKEN, Reply, Request

_ATTEMPTS = 6
_UNCHANGING = ("/user", "/version", "/application-properties")
"""What is the same whenever it is asked. Of these, `cached_property` of Python 3.11 lets one thread wait for another."""


class Turns:
    """Lets one of several runs send its next request while the others wait. `choose` picks it from those that go on."""

    def __init__(self, choose: Callable[[Sequence[int]], int]) -> None:
        self._choose = choose
        self._back = threading.Semaphore(0)
        self._go: list[threading.Semaphore] = []
        self._ended: set[int] = set()
        self._errors: list[BaseException] = []
        self.taken: list[int] = []

    def wait(self, run: int) -> None:
        """Called by a run before each request."""
        self._back.release()
        self._go[run].acquire()

    def play(self, runs: Sequence[Callable[[], object]]) -> None:
        """Plays all runs to their end, and raises what one of them raised."""
        self._go = [threading.Semaphore(0) for _ in runs]
        threads = [threading.Thread(target=self._run, args=(place, run)) for place, run in enumerate(runs)]
        for thread in threads:
            thread.start()
            self._back.acquire()
        while going := [place for place in range(len(runs)) if place not in self._ended]:
            run = self._choose(going)
            self.taken.append(run)
            self._go[run].release()
            self._back.acquire()
        for thread in threads:
            thread.join()
        for error in self._errors:
            raise error

    def _run(self, place: int, run: Callable[[], object]) -> None:
        try:
            run()
        except BaseException as error:
            self._errors.append(error)
        self._ended.add(place)
        self._back.release()


class DirectClient:
    """Asks a stand-in as an HTTP client would, after `before` was called."""

    def __init__(self, standin: HostStandIn, before: Callable[[], None]) -> None:
        self._standin = standin
        self._before = before

    def request(
        self,
        method: str,
        address: str,
        *,
        headers: Mapping[str, str],
        params: Mapping[str, object] | None = None,
        json: object = None,
    ) -> httpx.Response:
        parts = urlsplit(address)
        query = {**dict(parse_qsl(parts.query)), **{name: str(value) for name, value in (params or {}).items()}}
        request = Request(method, parts.path, query, headers, _copied(json))
        if not parts.path.endswith(_UNCHANGING):
            self._before()
        fault = self._standin.fault(request)
        if fault is Fault.BAD_GATEWAY:
            return httpx.Response(502)
        reply = self._standin.answer(request)
        request.status = reply.status
        self._standin.requests.append(request)
        if fault is Fault.LOST:
            raise httpx.ReadError("the connection has ended")
        return httpx.Response(502) if fault is Fault.BAD_GATEWAY_AFTER else _response(reply)

    def close(self) -> None:
        """There is nothing to close."""


class Unserved:
    """A connection to a stand-in that no socket serves: how runs get their hosts."""

    def __init__(self, standin: HostStandIn, description: Description) -> None:
        self.standin = standin
        self.description = description

    def host(self, before: Callable[[], None] = lambda: None) -> Host:
        headers = self.description.headers(TOKEN)
        rest = Rest(self.standin.url, headers, wait=lambda seconds: None)
        rest._client.close()
        standin = self.standin
        client = DirectClient(standin, before)
        rest._client = _WithHeaders(client, headers)
        return self.description.connect(rest, "acme/shop")

    def run(self, review: Review, before: Callable[[], None] = lambda: None) -> None:
        """One run, started again where the host was broken for too long."""
        for attempt in range(_ATTEMPTS):
            posting = Posting(self.host(before), self.description.longest, 12, wait=lambda seconds: None)
            try:
                posting.bring(review)
                return
            except HostError:
                if attempt == _ATTEMPTS - 1:
                    raise


class _WithHeaders:
    def __init__(self, client: DirectClient, headers: Mapping[str, str]) -> None:
        self._client = client
        self._headers = {name.lower(): value for name, value in headers.items()}

    def request(self, method: str, address: str, *, headers: Mapping[str, str], **given: object) -> httpx.Response:
        return self._client.request(method, address, headers={**self._headers, **headers}, **given)

    def close(self) -> None:
        self._client.close()


def _copied(data: object) -> object:
    return None if data is None else json.loads(json.dumps(data))


def _response(reply: Reply) -> httpx.Response:
    headers = dict(reply.headers)
    if isinstance(reply.data, str):
        return httpx.Response(reply.status, headers={**headers, "content-type": "text/plain"}, text=reply.data)
    content = b"" if reply.data is None else json.dumps(reply.data).encode()
    return httpx.Response(reply.status, headers={**headers, "content-type": "application/json"}, content=content)
