"""A second process that reads, parses and embeds during a long run, while this one writes.

Chroma holds the interpreter lock while it takes vectors in, so that threads would only wait for each other.
"""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from reread.rag import embedders
from reread.rag.index.catalogue import Catalogue
from reread.rag.index.damage import DamagedCatalogueError
from reread.rag.index.preparing import Batch, PendingFile, prepare_all

_AHEAD = 2
"""Batches that the process may be ahead of the writer."""
_HEADER = 8
"""Bytes before each message: its length."""


class PreparationProcess:
    """The process of one run. It ends with its input, so that it does not outlive the one that started it."""

    @staticmethod
    def available() -> bool:
        """Whether there is a processor for it, and a Python to start it with."""
        return (os.cpu_count() or 1) > 1 and not getattr(sys, "frozen", False)

    def __init__(self, folder: str, embedder: str, catalogue: str = "") -> None:
        """Start it. Vectors that the `catalogue` (a path) knows are not made again."""
        self._folder, self._embedder = folder, embedder
        # `-P`: no modules of the current folder, which may be a repository.
        command = [
            sys.executable,
            "-P",
            "-m",
            "reread.rag.index.preparation_main",
            folder,
            embedder,
            catalogue,
        ]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._waiting: deque[list[PendingFile]] = deque()

    def prepared(self, batches: Iterator[list[PendingFile]]) -> Iterator[tuple[list[PendingFile], Batch]]:
        """The batches, prepared, in order. When the process dies, those that it had are prepared here, no more."""
        try:
            while True:
                while len(self._waiting) <= _AHEAD and (batch := next(batches, None)) is not None:
                    self._waiting.append(batch)
                    self._send(batch)
                if not self._waiting:
                    return
                done = self._receive()
                yield self._waiting.popleft(), done
        except (OSError, EOFError):
            while self._waiting:
                batch = self._waiting.popleft()
                yield batch, prepare_all(self._folder, batch, self._embedder, None)

    def close(self) -> None:
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    pass
        self._process.wait()

    def _send(self, batch: list[PendingFile]) -> None:
        assert self._process.stdin is not None
        _write(self._process.stdin, batch)

    def _receive(self) -> Batch:
        assert self._process.stdout is not None
        batch = _read(self._process.stdout)
        assert isinstance(batch, Batch)
        return batch


def main(folder: str, name: str, catalogue: str) -> None:
    """The process's side: batches of files in, prepared batches out, until the input ends."""
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    own = embedders.default()
    embedder = own if own.name == name else None
    unknown = _unknown(catalogue)
    while True:
        try:
            batch = _read(sys.stdin.buffer)
            _write(outgoing, prepare_all(folder, batch, name, embedder, unknown))  # type: ignore[arg-type]
        except (EOFError, BrokenPipeError):
            os._exit(0)


def _unknown(catalogue: str) -> Callable[[list[str]], Iterable[str]]:
    """Which of some keys the catalogue does not know; all of them while it cannot be read."""
    try:
        known = Catalogue(catalogue, writer=False)
    except DamagedCatalogueError:
        return iter

    def unknown(keys: list[str]) -> Iterable[str]:
        try:
            return known.unknown_vectors(keys)
        except sqlite3.Error:
            return keys

    return unknown


def _write(pipe: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(_HEADER, "big"))
    pipe.write(data)
    pipe.flush()


def _read(pipe: IO[bytes]) -> object:
    """The next message of the process at the other end, which is our own. Raises EOFError."""
    length = int.from_bytes(pipe.read(_HEADER), "big")
    data = pipe.read(length) if length else b""
    if not data or len(data) < length:
        raise EOFError
    return pickle.loads(data)
