"""Transports that limit and check responses, for both generations of the HTTP library.

The vendors' libraries use a successor of the library that Reread uses; both have the same interface, so the module is a
parameter here (`library`). No redirect is followed, whatever a client or a vendor's library requests.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from reread.analyzers.network.deadline import Deadline
from reread.analyzers.network.errors import AnswerRefusedError, RedirectedError
from reread.analyzers.network.limits import Meter, ResponseLimits

_DECODED = frozenset({b"content-encoding", b"content-length"})
_CHARSET = re.compile(rb"charset=\s*\"?([\w.:-]+)")
_CHARSETS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"latin-1", b"windows-1252"})
_NOT_MODIFIED = 304
"""The one status among those of redirects that leads nowhere: what the client has is still so."""


class GuardedAsyncTransport:
    """Around a transport of an `AsyncClient`."""

    def __init__(self, library: Any, inner: Any, limits: ResponseLimits) -> None:
        self._library = library
        self._inner = inner
        self._limits = limits

    async def handle_async_request(self, request: Any) -> Any:
        request.headers["accept-encoding"] = "identity"
        response = await self._inner.handle_async_request(request)
        try:
            meter = _meter(request, response, self._limits)
        except AnswerRefusedError:
            await response.aclose()
            raise
        return _decoded(self._library, response, _async_stream(self._library)(response.stream, meter))

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def __aenter__(self) -> GuardedAsyncTransport:
        await self._inner.__aenter__()
        return self

    async def __aexit__(self, *exception: Any) -> None:
        await self._inner.__aexit__(*exception)


class GuardedTransport:
    """Around a transport of a `Client`, which blocks: the time for a whole request is limited here too."""

    def __init__(self, library: Any, inner: Any, limits: ResponseLimits) -> None:
        self._library = library
        self._inner = inner
        self._limits = limits

    def handle_request(self, request: Any) -> Any:
        request.headers["accept-encoding"] = "identity"
        deadline = Deadline(self._limits.seconds)
        request.extensions = {**request.extensions, "trace": deadline.trace}
        try:
            response = self._inner.handle_request(request)
            deadline.follow(response.extensions.get("network_stream"))
        except BaseException as error:
            deadline.end()
            deadline.check(error)
            raise
        try:
            meter = _meter(request, response, self._limits)
        except AnswerRefusedError:
            deadline.end()
            response.close()
            raise
        return _decoded(self._library, response, _stream(self._library)(response.stream, meter, deadline))

    def close(self) -> None:
        self._inner.close()

    def __enter__(self) -> GuardedTransport:
        self._inner.__enter__()
        return self

    def __exit__(self, *exception: Any) -> None:
        self._inner.__exit__(*exception)


def _meter(request: Any, response: Any, limits: ResponseLimits) -> Meter:
    if 300 <= response.status_code < 400 and response.status_code != _NOT_MODIFIED:
        raise _redirected(str(request.url), response)
    headers: Mapping[str, str] = response.headers
    return Meter(response.status_code, headers, limits)


def _redirected(url: str, response: Any) -> RedirectedError:
    """The error says what was asked and where it leads, without paths and queries, which may hold anything."""
    try:
        location = urljoin(url, response.headers.get("location", ""))
        target = _origin(location)
    except ValueError:
        location, target = "", "somewhere"
    said = f"{_origin(url)} redirects to {target} (HTTP {response.status_code}), which is not followed"
    return RedirectedError(said, location)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _decoded(library: Any, response: Any, stream: Any) -> Any:
    """The response with its stream replaced by one that is decoded already."""
    encoded = "content-encoding" in response.headers
    headers = [
        (name, _plain_type(value) if name.lower() == b"content-type" else value)
        for name, value in response.headers.raw
        if not encoded or name.lower() not in _DECODED
    ]
    return library.Response(response.status_code, headers=headers, stream=stream, extensions=response.extensions)


def _plain_type(value: bytes) -> bytes:
    """A content type, with its charset only if that is one of text: the library decodes by any codec of Python's,
    among them compressions, and some that take quadratic time.
    """
    kind, _, rest = value.partition(b";")
    charset = _CHARSET.search(rest)
    return value if charset is not None and charset[1].lower() in _CHARSETS else kind


@cache
def _async_stream(library: Any) -> Any:
    base: Any = library.AsyncByteStream

    class BoundedAsyncStream(base):  # type: ignore[misc]
        """The bytes of an answer as they are meant. The library takes streams of its own class only."""

        def __init__(self, inner: Any, meter: Meter) -> None:
            self._inner = inner
            self._meter = meter

        async def __aiter__(self) -> AsyncIterator[bytes]:
            async for data in self._inner:
                for piece in self._meter.feed(data):
                    yield piece
                if self._meter.full:
                    return
            for piece in self._meter.finish():
                yield piece

        async def aclose(self) -> None:
            await self._inner.aclose()

    return BoundedAsyncStream


@cache
def _stream(library: Any) -> Any:
    base: Any = library.SyncByteStream

    class BoundedStream(base):  # type: ignore[misc]
        """The same for a client that blocks."""

        def __init__(self, inner: Any, meter: Meter, deadline: Deadline) -> None:
            self._inner = inner
            self._meter = meter
            self._deadline = deadline

        def __iter__(self) -> Iterator[bytes]:
            try:
                for data in self._inner:
                    yield from self._meter.feed(data)
                    if self._meter.full:
                        return
                self._deadline.check(None)
                yield from self._meter.finish()
            except Exception as error:
                self._deadline.check(error)
                raise

        def close(self) -> None:
            self._deadline.end()
            self._inner.close()

    return BoundedStream
