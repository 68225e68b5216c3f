"""A collector of telemetry on loopback: takes whatever is posted, or refuses, and keeps what came."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Posted(NamedTuple):
    path: str
    headers: dict[str, str]
    body: bytes


class Collector:
    """What came so far; `status` is what it answers, `location` where it says that it moved to."""

    def __init__(self) -> None:
        self.posted: list[Posted] = []
        self.url = ""
        self.status = 200
        self.location = ""
        self.came = threading.Condition()

    def bodies(self, path: str) -> list[bytes]:
        return [each.body for each in self.posted if each.path == path]


@contextmanager
def collector() -> Iterator[Collector]:
    """One that runs while the block does."""
    made = Collector()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            with made.came:
                made.posted.append(Posted(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                made.came.notify_all()
            self.send_response(made.status)
            if made.location:
                self.send_header("location", made.location)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
