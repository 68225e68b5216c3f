"""A front of a server on loopback: speaks TLS, asks for a token, and passes on what has it."""

from __future__ import annotations

import http.client
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

_PASSED_ON = ("content-type", "accept")


class Front:
    """What was refused so far, by status, and what came with the token."""

    def __init__(self) -> None:
        self.url = ""
        self.refused = 0
        self.passed = 0


@contextmanager
def front(behind: str, context: ssl.SSLContext, token: str) -> Iterator[Front]:
    """One before the server with the URL `behind`, which runs while the block does."""
    made = Front()
    port = urlsplit(behind).port

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            if self.headers.get("authorization") != f"Bearer {token}":
                made.refused += 1
                self.reply(401, b'{"error": "unauthorized", "message": "no token"}', "application/json")
                return
            made.passed += 1
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            headers = {name: self.headers[name] for name in _PASSED_ON if name in self.headers}
            connection.request(self.command, self.path, body, headers)
            answer = connection.getresponse()
            self.reply(answer.status, answer.read(), answer.getheader("content-type", "application/json"))
            connection.close()

        def reply(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - the standard library's names

        def log_message(self, *arguments: object) -> None:
            pass

    server = _Quiet(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    made.url = f"https://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that does not accept the certificate hangs up; that is what some tests want."""
