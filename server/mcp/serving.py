"""Runs the server: on standard input and output, or over HTTP on this machine with a token."""

from __future__ import annotations

import hmac
import sys

from starlette.types import ASGIApp, Receive, Scope, Send

from reread.server.mcp.application import application
from reread.server.mcp.session import Session

_HOST = "127.0.0.1"


def on_standard_streams(root: str) -> None:
    """Serve one client until it closes the stream."""
    application(Session(root)).run("stdio")


def on_http(root: str, port: int, token: str) -> None:
    """Serve clients on a port of this machine (0: any that is free, said on standard error) until interrupted."""
    import socket

    import uvicorn

    app = _Guarded(application(Session(root)).streamable_http_app(host=_HOST), token)
    listening = socket.create_server((_HOST, port))
    sys.stderr.write(f"reread: serving http://{_HOST}:{listening.getsockname()[1]}/mcp\n")
    sys.stderr.flush()
    configuration = uvicorn.Config(app, log_level="warning", access_log=False)
    uvicorn.Server(configuration).run(sockets=[listening])


class _Guarded:
    """An ASGI application that answers nobody without the token (RFC 6750, section 2.1)."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._expected = f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._is_allowed(scope):
            headers = [(b"www-authenticate", b"Bearer"), (b"content-length", b"0")]
            await send({"type": "http.response.start", "status": 401, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return
        await self._app(scope, receive, send)

    def _is_allowed(self, scope: Scope) -> bool:
        given: bytes = dict(scope["headers"]).get(b"authorization", b"")
        return hmac.compare_digest(given, self._expected)
