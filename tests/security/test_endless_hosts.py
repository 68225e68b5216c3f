"""A host of pull requests whose lists never end takes no more of a run than its bounds.

Who: whoever answers at the address of the host. What must not happen: `reread pr` asks, waits or keeps answers without
end, although each single answer is within its limits.
"""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reread.server.pull_requests.bounds import Bounds
from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.host import Host
from reread.server.pull_requests.hosts import descriptions
from reread.server.pull_requests.hosts.bitbucket_server import _time
from reread.server.pull_requests.rest import Rest

HOSTS = ("bitbucket", "bitbucket-server", "gitea", "github", "gitlab")


class EndlessHost:
    """Answers all that it is asked with a page of any host that has a next one."""

    def __init__(self) -> None:
        self.asked = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                self.rfile.read(int(self.headers.get("content-length", 0)))
                outer.asked += 1
                following = f"{outer.url}{self.path.partition('?')[0]}?page={outer.asked}"
                body = json.dumps(_page(self.path, outer.asked, following)).encode()
                self.send_response(200)
                for name, value in (
                    ("content-type", "application/json"),
                    ("content-length", str(len(body))),
                    ("link", f'<{following}>; rel="next"'),
                    ("etag", f'"{outer.asked}"'),
                ):
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET  # noqa: N815

            def log_message(self, *arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> EndlessHost:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def _page(path: str, number: int, following: str) -> object:
    nodes = {"nodes": [], "pageInfo": {"hasNextPage": True, "endCursor": str(number)}}
    page = {"values": [], "next": following, "isLastPage": False, "nextPageStart": number}
    in_graphql = {
        "data": {"repository": {"pullRequest": dict.fromkeys(("reviewThreads", "comments", "reviews"), nodes)}}
    }
    names_a_list = path.partition("?")[0].rsplit("/", 1)[-1] in (
        "notes",
        "discussions",
        "reviews",
        "comments",
        "labels",
    )
    return [] if names_a_list and "pullrequests" not in path else {**page, **in_graphql}


@pytest.fixture
def endless() -> Iterator[EndlessHost]:
    with EndlessHost() as host:
        yield host


@pytest.fixture
def connect(endless) -> Iterator[Callable[..., Host]]:
    """Connects to a host, by a clock that goes on by so many seconds at each look."""
    with ExitStack() as connections:

        def connected(name: str, bounds: Bounds, seconds: float = 0.0) -> Host:
            ticks = itertools.count()
            rest = Rest(endless.url, {}, wait=lambda _: None, bounds=bounds, clock=lambda: next(ticks) * seconds)
            return descriptions()[name].connect(connections.enter_context(rest), "acme/shop")

        yield connected


@pytest.mark.parametrize("name", HOSTS)
def test_a_list_without_end_ends(endless, connect, name):
    host = connect(name, Bounds(requests=30))
    with pytest.raises(HostError, match="more than 30 requests in one run"):
        host.threads(12)
    assert endless.asked == 30


@pytest.mark.parametrize("name", HOSTS)
def test_so_do_many_small_waits(endless, connect, name):
    host = connect(name, Bounds(seconds=600), seconds=60)
    with pytest.raises(HostError, match="longer than 10 minutes in all"):
        host.notes(12)
    assert 5 <= endless.asked <= 11


def test_and_what_is_kept_of_many_answers(connect):
    host = connect("bitbucket", Bounds(size=4_000))
    with pytest.raises(HostError, match="larger than 0 MB in all"):
        host.threads(12)


@pytest.mark.parametrize("name", HOSTS)
def test_with_more_room_it_would_go_on(endless, connect, name):
    host = connect(name, Bounds(requests=90))
    with pytest.raises(HostError, match="more than 90"):
        host.threads(12)
    assert endless.asked == 90


@pytest.mark.parametrize("milliseconds", [None, 0, 10**17, -(10**17), 10**300, 2**63])
def test_a_time_that_no_calendar_has_is_none(milliseconds):
    assert _time(milliseconds) == ""


def test_a_time_is_written_as_others_write_it():
    assert _time(1_700_000_000_000) == "2023-11-14T22:13:20+00:00"
