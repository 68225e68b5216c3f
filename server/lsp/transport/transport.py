"""Reads and writes messages as bytes: framing by Content-Length, a reading thread, and writing on the event loop.

pygls reads its input through its thread pool, three hops for each message; one thread with a blocking read needs one,
works on every platform and for sockets too, and continues reading while the loop is busy.
"""

from __future__ import annotations

import asyncio
import logging
import re
import threading
from collections.abc import Callable
from typing import Protocol

logger = logging.getLogger(__name__)

LARGEST_MESSAGE = 512 * 1024 * 1024
"""In bytes. A larger length is not an editor speaking."""


_LENGTH = re.compile(rb"content-length:[ \t]*(\d{1,12})\s*$", re.IGNORECASE)


class Readable(Protocol):
    def readline(self, size: int = -1, /) -> bytes: ...
    def read(self, size: int = -1, /) -> bytes: ...


class Writable(Protocol):
    def write(self, data: bytes, /) -> object: ...
    def flush(self) -> None: ...


class Transport:
    """One connection to one client. `write` is called on the event loop only."""

    def __init__(self, reader: Readable, writer: Writable) -> None:
        self._reader = reader
        self._writer = writer
        self._broken = False

    def start(self, on_message: Callable[[bytes], None], on_end: Callable[[], None]) -> None:
        """Begin to read. Both functions are called on the running loop, `on_end` once, after the last message."""
        loop = asyncio.get_running_loop()
        arguments = (loop, on_message, on_end)
        threading.Thread(target=self._read, args=arguments, name="reread-input", daemon=True).start()

    def write(self, body: bytes) -> None:
        """Send one message. When the client is gone this does nothing: the end of its input ends the server."""
        if self._broken:
            return
        try:
            self._writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
            self._writer.flush()
        except (OSError, ValueError) as error:
            self._broken = True
            logger.warning("the client no longer reads: %s", error)

    def close(self) -> None:
        """Send nothing more."""
        self._broken = True

    def _read(
        self, loop: asyncio.AbstractEventLoop, on_message: Callable[[bytes], None], on_end: Callable[[], None]
    ) -> None:
        try:
            while (body := read_message(self._reader)) is not None:
                loop.call_soon_threadsafe(on_message, body)
            loop.call_soon_threadsafe(on_end)
        except RuntimeError:
            logger.debug("the event loop is closed; reading ends")


def read_message(reader: Readable) -> bytes | None:
    """The body of the next message, or None at the end of the input.

    A length is looked for at the end of any line, so that after garbage the next whole message is found again.
    """
    length: int | None = None
    try:
        while line := reader.readline(65_536):
            if length is not None and not line.strip():
                body = reader.read(length)
                return body if len(body) == length else None
            match = _LENGTH.search(line)
            if match is not None and int(match[1]) <= LARGEST_MESSAGE:
                length = int(match[1])
            elif b":" not in line and line.strip():
                logger.warning("skipped a line of input that is not protocol: %r", line[:80])
    except (OSError, ValueError) as error:
        logger.warning("the input cannot be read any further: %s", error)
    return None
