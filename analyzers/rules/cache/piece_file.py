"""A file whose parts are read on demand, without counting towards the memory of the process."""

from __future__ import annotations

import mmap
import os
from typing import BinaryIO, Protocol


class Bytes(Protocol):
    """A source of bytes, by start and end."""

    def __getitem__(self, part: slice, /) -> bytes | bytearray: ...


class PieceFile:
    """The bytes of an open file, of which each slice is read again: `file[3:5]`, with both ends given.

    A mapped file is quicker by a microsecond a slice, but each page that was touched once is held in memory.
    """

    __slots__ = ("_descriptor", "_size")

    def __init__(self, stream: BinaryIO) -> None:
        self._descriptor = os.dup(stream.fileno())
        self._size = os.fstat(self._descriptor).st_size

    def __getitem__(self, part: slice) -> bytes:
        return os.pread(self._descriptor, max(0, min(part.stop, self._size) - part.start), part.start)

    def __del__(self) -> None:
        os.close(self._descriptor)


def opened(stream: BinaryIO) -> Bytes:
    """The bytes of a file, which may be closed or replaced then. Raises OSError, or ValueError for an empty one."""
    if hasattr(os, "pread"):
        return PieceFile(stream)
    return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
