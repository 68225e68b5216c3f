"""As much of HTTP/1.1 as clients of models use: requests with a length, answers with a length or in chunks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import NamedTuple

_LARGEST_BODY = 64 * 1024 * 1024
_TLS = b"\x16"
"""How a handshake begins, which is none of ours."""


class Incoming(NamedTuple):
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


async def read_request(reader: asyncio.StreamReader) -> Incoming | None:
    """The next request of a connection, or None at its end. Header names are in lower case."""
    try:
        first = await reader.readexactly(1)
        if first == _TLS:
            return None
        line = first + await reader.readline()
        method, path, _ = line.decode("latin-1").split()
        headers = {}
        while (line := await reader.readline()) not in (b"\r\n", b""):
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.strip().lower()] = value.strip()
        length = int(headers.get("content-length", 0))
        if length > _LARGEST_BODY:
            return None
        if headers.get("transfer-encoding", "").lower() == "chunked":
            return Incoming(method, path, headers, await _chunked(reader))
        return Incoming(method, path, headers, await reader.readexactly(length))
    except (ValueError, asyncio.IncompleteReadError, ConnectionError):
        return None


async def _chunked(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int((await reader.readline()).split(b";")[0], 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body


class Outgoing:
    """Writes the answer to one request. `closing` is called before what may complete it for a client is written."""

    def __init__(self, writer: asyncio.StreamWriter, closing: Callable[[], None] = lambda: None) -> None:
        self._writer = writer
        self.closing = closing

    async def whole(self, status: int, body: bytes, content_type: str, headers: dict[str, str]) -> None:
        self.closing()
        self._head(status, {"content-type": content_type, "content-length": str(len(body)), **headers})
        self._writer.write(body)
        await self._writer.drain()

    async def begin(self, content_type: str, headers: dict[str, str]) -> None:
        self._head(200, {"content-type": content_type, "transfer-encoding": "chunked", **headers})
        await self._writer.drain()

    async def chunk(self, data: bytes) -> None:
        if data:
            self._writer.write(b"%x\r\n%s\r\n" % (len(data), data))
            await self._writer.drain()

    async def end(self) -> None:
        self.closing()
        self._writer.write(b"0\r\n\r\n")
        await self._writer.drain()

    def _head(self, status: int, headers: dict[str, str]) -> None:
        try:
            phrase = HTTPStatus(status).phrase
        except ValueError:
            phrase = "Status"
        lines = [f"HTTP/1.1 {status} {phrase}", *(f"{name}: {value}" for name, value in headers.items())]
        self._writer.write("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n")
