"""Sends REST requests to one host: within its rate limits, with safe retries and conditional requests.

A request that changes something is repeated only where repeating it does no harm. If the response to any other request
is lost, `UnsureError` is raised, and the caller checks the state first.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from reread.analyzers.network.clients import client
from reread.analyzers.network.errors import AnswerRefusedError, RedirectedError
from reread.analyzers.network.limits import ResponseLimits
from reread.analyzers.network.proxies import without_credentials
from reread.analyzers.shown.lines import line
from reread.server.pull_requests import advice as advices
from reread.server.pull_requests.advice import Advice
from reread.server.pull_requests.bounds import Bounds, RunMeter
from reread.server.pull_requests.errors import HostError, RefusedError, UnsureError
from reread.server.pull_requests.shapes import text

_ATTEMPTS = 5
_TIMEOUT = 30.0
_LONGEST_WAIT = 300.0
"""Seconds that are waited in all for a host that asks for it."""
_SECONDARY_WAIT = 60.0
"""Seconds, where a limit is exceeded and no time is named."""
_BROKEN = frozenset({500, 502, 503, 504})
_MOST_PAGES = 200
_NOT_FOUND = 404
_SAFE = frozenset({"GET", "PUT", "PATCH", "DELETE"})
"""Methods that do the same when they are done twice, as we use them."""


class Answer(NamedTuple):
    """`data` is the decoded JSON, or the text of anything else; `next` is the address of the next page, or ""."""

    status: int
    data: Any
    headers: Mapping[str, str]

    @property
    def is_web_page(self) -> bool:
        """True for what is meant for a browser, which no API answers."""
        return "text/html" in self.headers.get("content-type", "")

    @property
    def next(self) -> str:
        for part in self.headers.get("link", "").split(","):
            address, _, rest = part.partition(";")
            if 'rel="next"' in rest:
                return address.strip().strip("<>")
        return ""


class Rest:
    """A connection to the API at `url`. `wait` sleeps; `pause` is how long, in seconds, before each change.

    All requests together stay within the `bounds`: HostError is raised where a host makes more of them.
    """

    def __init__(
        self,
        url: str,
        headers: Mapping[str, str],
        *,
        advice: Advice = Advice(),  # noqa: B008 - it is frozen
        pause: float = 0.0,
        wait: Callable[[float], None] = time.sleep,
        bounds: Bounds = Bounds(),  # noqa: B008 - it is frozen
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        import httpx

        self.url = url.rstrip("/")
        self._errors = (httpx.TransportError,)
        self._wrong_address = httpx.InvalidURL
        self._wait = wait
        self._advice = advice
        self._pause = pause
        self._waited = 0.0
        self._meter = RunMeter(bounds, clock)
        self._cache: dict[tuple[str, str], tuple[str, Answer]] = {}
        try:
            self._client = client(
                httpx,
                self.url,
                limits=ResponseLimits(seconds=_TIMEOUT),
                headers=headers,
                timeout=httpx.Timeout(_TIMEOUT),
            )
        except (httpx.InvalidURL, ImportError, UnicodeError) as error:
            raise HostError(f"{without_credentials(url)}: cannot be asked: {error}") from error

    def __enter__(self) -> Rest:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._client.close()

    def get(self, path: str, *, accept: str = "application/json", **query: str | int) -> Answer:
        """The resource at a path. With the same question again, the host only says whether it has changed."""
        return self._ask("GET", path, None, query, accept)

    def get_if_there(self, path: str) -> Any:
        """The data at a path; None if the host has nothing there."""
        try:
            return self.get(path).data
        except RefusedError as error:
            if error.status != _NOT_FOUND:
                raise
            return None

    def pages(self, path: str, **query: str | int) -> Iterator[Any]:
        """The entries of all pages of a list that names its next page in the header `Link`."""
        answer = self._ask("GET", path, None, query, "application/json")
        for _ in range(_MOST_PAGES):
            yield from self.entries(answer)
            if not answer.next:
                return
            answer = self.get(self.own(answer.next))
        raise HostError(f"{path}: the list does not end")

    def entries(self, answer: Answer) -> list[Any]:
        """The entries of one page. Raises HostError for anything but a list."""
        if not isinstance(answer.data, list):
            raise HostError("the host answers with something else than a list")
        return answer.data

    def own(self, address: str) -> str:
        """An address that the host names, if it is on that host.

        Raises HostError otherwise, because no other server may get the token.
        """
        try:
            absolute = urljoin(self.url + "/", address)
            leads_away = urlsplit(absolute)[:2] != urlsplit(self.url)[:2]
        except ValueError as error:
            raise HostError("the host leads to an address that is none") from error
        if leads_away:
            raise HostError(f"the host leads to {without_credentials(absolute)}, which is not followed")
        return absolute

    def send(self, method: str, path: str, data: object = None) -> Answer:
        """Changes something. Raises RefusedError, and UnsureError if it may have happened or not."""
        if self._pause:
            self._wait(self._pause)
        return self._ask(method, path, data, {}, "application/json")

    def ask_again(self, path: str, data: object) -> Answer:
        """A question that is sent by POST and changes nothing."""
        return self._ask("POST", path, data, {}, "application/json", safe=True)

    def _ask(
        self, method: str, path: str, data: object, query: Mapping[str, object], accept: str, safe: bool = False
    ) -> Answer:
        safe = safe or method in _SAFE
        problem = ""
        for attempt in range(_ATTEMPTS):
            try:
                response = self._request(method, path, data, query, accept)
            except self._errors as error:
                problem = f"{self.url}: no answer: {line(str(error)) or type(error).__name__}"
            except RedirectedError as error:
                raise HostError(self._moved(f"{method} {urlsplit(path).path}", error.location)) from error
            except (AnswerRefusedError, self._wrong_address) as error:
                raise HostError(f"{self.url}: {error}") from error
            else:
                if (delay := _limited(response)) is not None:
                    self._hold(delay)
                    problem = f"{self.url}: the rate limit is exceeded"
                    continue
                if response.status not in _BROKEN:
                    return self._accepted(response, method, path)
                problem = f"{self.url}: HTTP {response.status}"
            if not safe:
                raise UnsureError(problem)
            self._wait(2.0**attempt)
        raise HostError(problem)

    def _request(self, method: str, path: str, data: object, query: Mapping[str, object], accept: str) -> Answer:
        headers = {"accept": accept}
        address = path if "://" in path else self.url + path
        key = f"{address} {sorted(query.items())}", accept
        kept = self._cache.get(key) if method == "GET" else None
        if kept is not None:
            headers["if-none-match"] = kept[0]
        body = {} if data is None else {"json": data}
        given = {"params": query} if query else {}
        self._meter.request(self.url)
        response = self._client.request(method, address, headers=headers, **given, **body)
        self._meter.answer(self.url, len(response.content))
        if response.status_code == 304 and kept is not None:
            return kept[1]
        answer = Answer(response.status_code, _decoded(response), dict(response.headers))
        # An ETag is often that of the body alone, which does not change when a page is added behind it.
        may_go_on = isinstance(answer.data, list) and not answer.next
        if method == "GET" and answer.status == 200 and not may_go_on and (tag := response.headers.get("etag")):
            self._cache[key] = tag, answer
        return answer

    def _accepted(self, answer: Answer, method: str, path: str) -> Answer:
        if answer.is_web_page and answer.status != _NOT_FOUND:
            raise HostError(advices.web_page(self.url))
        if answer.status < 300:
            return answer
        asked, said = f"{method} {urlsplit(path).path}", _error_message("" if answer.is_web_page else answer.data)
        raise RefusedError(advices.refused(answer.status, asked, self.url, said, self._advice), answer.status)

    def _moved(self, asked: str, location: str) -> str:
        """What a redirect means. Only an address on the same host is asked what it is called now."""
        name = advices.name_in(location)
        number = "" if name else advices.numbered(location)
        try:
            own = self.own(number or location)
            name = text(self.get(own).data, "full_name") if number else name
        except HostError:
            name = ""
        return advices.moved(asked, location, name)

    def _hold(self, seconds: float) -> None:
        self._waited += seconds
        if self._waited > _LONGEST_WAIT:
            raise HostError(f"{self.url}: the rate limit is exceeded for another {seconds:.0f} s")
        self._wait(seconds)


def _limited(answer: Answer) -> float | None:
    """How long, in seconds, the host wants to be left alone; None if it does not say that."""
    headers = answer.headers
    exhausted = headers.get("x-ratelimit-remaining") == "0"
    secondary = "rate limit" in _error_message(answer.data).lower()
    if answer.status != 429 and not (answer.status == 403 and (exhausted or secondary or "retry-after" in headers)):
        return None
    if (named := _number(headers.get("retry-after"))) is not None:
        return named
    reset = _number(headers.get("x-ratelimit-reset") or headers.get("ratelimit-reset"))
    if exhausted and reset is not None:
        return max(1.0, reset - _time_there(headers))
    return _SECONDARY_WAIT


def _time_there(headers: Mapping[str, str]) -> float:
    """The time by the clock of the host, in seconds since 1970: ours may be wrong by hours."""
    try:
        return parsedate_to_datetime(headers.get("date", "")).timestamp()
    except (ValueError, OverflowError):
        return time.time()


def _number(text: str | None) -> float | None:
    try:
        return max(0.0, float(text)) if text else None
    except ValueError:
        return None


def _decoded(response: Any) -> Any:
    if "json" not in response.headers.get("content-type", ""):
        return response.text
    try:
        return json.loads(response.content) if response.content else None
    except (ValueError, RecursionError):
        return response.text


def _error_message(data: Any) -> str:
    """What an error says, in one line."""
    if isinstance(data, dict):
        found = data.get("message") or data.get("error") or data.get("errors") or ""
        if isinstance(found, dict | list):
            found = found.get("message", found) if isinstance(found, dict) else found
        return line(found if isinstance(found, str) else json.dumps(found), 200)
    return line(str(data or ""), 200)
