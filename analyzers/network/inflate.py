"""Decompresses in bounded pieces, so that a small input never expands to more than one piece at a time."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

from reread.analyzers.network.errors import EncodedError

_PIECE = 256 * 1024
"""Bytes."""
_GZIP = 16


class Decoder(Protocol):
    """Turns bytes as they were sent into those that are meant."""

    def feed(self, data: bytes) -> Iterator[bytes]: ...
    def finish(self) -> Iterator[bytes]: ...


def decoder_of(encoding: str) -> Decoder:
    """The decoder for a `content-encoding`. Raises EncodedError for one that cannot be opened with a limit."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return Plain()
    if name in ("gzip", "x-gzip"):
        return Inflater(zlib.MAX_WBITS | _GZIP)
    if name == "deflate":
        return Inflater(zlib.MAX_WBITS)
    raise EncodedError(f"the answer is compressed with {name}, which was not asked for")


class Plain:
    """Bytes that are not compressed."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data

    def finish(self) -> Iterator[bytes]:
        yield from ()


class Inflater:
    """gzip and zlib data. `deflate` without the header of zlib, as some servers send it, is known by its first byte."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._stream = zlib.decompressobj(window)
        self._begun = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        if not self._begun and data:
            self._begun = True
            if self._window == zlib.MAX_WBITS and data[0] & 0x0F != zlib.DEFLATED:
                self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
        while data and not self._stream.eof:
            try:
                piece = self._stream.decompress(data, _PIECE)
            except zlib.error as error:
                raise EncodedError(f"the answer is not the compressed data that it says it is: {error}") from error
            data = self._stream.unconsumed_tail
            if piece:
                yield piece

    def finish(self) -> Iterator[bytes]:
        # Up to a piece may still be inside, when the last input ended at a full piece.
        while self._begun and not self._stream.eof:
            piece = self._stream.decompress(self._stream.unconsumed_tail, _PIECE)
            if not piece:
                raise EncodedError("the compressed answer is not complete")
            yield piece
