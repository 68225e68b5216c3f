"""Size limits for responses, enforced while a response arrives, so that none is held that exceeds them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reread.analyzers.network.errors import OversizedError
from reread.analyzers.network.inflate import decoder_of


class ResponseLimits(NamedTuple):
    """Bytes after decompression: of a whole answer, of one event of a stream, and of the body of an error.

    The body of an error is cut there, as its status says what matters; anything else that is larger is refused.
    `seconds` is the time for a whole request of a client that blocks; those of an event loop have theirs there.
    """

    body: int = 32 * 1024 * 1024
    event: int = 1024 * 1024
    error: int = 64 * 1024
    seconds: float = 300.0


_EVENT_END = re.compile(rb"\r\n\r\n|\n\n|\r\r")
_LINE_END = re.compile(rb"\n")
_LONGEST_END = 4


class Meter:
    """Passes on the bytes of one answer as they are meant, and raises AnswerRefusedError when they are too many.

    `full` is True once the body of an error has been cut: the rest is not to be read.
    """

    def __init__(self, status: int, headers: Mapping[str, str], limits: ResponseLimits) -> None:
        self.full = False
        self._limits = limits
        self._cuts = status >= 400
        self._decoder = decoder_of(headers.get("content-encoding", ""))
        self._end = _end_of_events(headers.get("content-type", ""))
        self._total = 0
        self._event = 0
        self._tail = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The decoded pieces of what arrived; none of them is larger than a few hundred kilobytes."""
        for piece in self._decoder.feed(data):
            yield self._counted(piece)
            if self.full:
                return

    def finish(self) -> Iterator[bytes]:
        """The remaining data of the decoder. Raises EncodedError when the compressed data are not complete."""
        if not self.full:
            for piece in self._decoder.finish():
                yield self._counted(piece)

    def _counted(self, piece: bytes) -> bytes:
        self._total += len(piece)
        if self._cuts:
            beyond = self._total - self._limits.error
            self.full = beyond >= 0
            return piece[: len(piece) - beyond] if beyond > 0 else piece
        if self._total > self._limits.body:
            raise OversizedError(f"the answer is larger than {_megabytes(self._limits.body)}")
        if self._end is not None:
            self._count_event(piece)
        return piece

    def _count_event(self, piece: bytes) -> None:
        known = len(self._tail)
        text = self._tail + piece
        start = -self._event
        longest = 0
        for match in self._end.finditer(text) if self._end is not None else ():
            longest = max(longest, match.end() - known - start)
            start = match.end() - known
        self._event = len(piece) - start
        # The end of an event may be split between this piece and the next, and none is counted twice.
        self._tail = text[max(known + start, len(text) - _LONGEST_END + 1, 0) :]
        if max(longest, self._event) > self._limits.event:
            raise OversizedError(f"one event of the answer is larger than {_megabytes(self._limits.event)}")


def _end_of_events(content_type: str) -> re.Pattern[bytes] | None:
    """What ends an event. Streams are read as such whatever their type says, so only JSON is taken for one whole."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        return None
    return _LINE_END if kind in ("application/x-ndjson", "application/jsonl") else _EVENT_END


def _megabytes(size: int) -> str:
    return f"{size / 1_048_576:g} MB"
