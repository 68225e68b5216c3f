"""Shares vectors with processes that may not open the store: the process that has it open answers their queries.

Only one process may open a Chroma store. Where the socket is is in a file in the directory of the index, which only
its user can read; so does the token that every question begins with, since not every system guards sockets by folders.
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
import shutil
import socket
import struct
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

_ADDRESS = "vectors.json"
_LOCAL = sys.platform != "win32"
"""Whether sockets can be files here; elsewhere they are ports of loopback."""
_PATIENCE = 2.0
"""Seconds to wait for the other process; then there are no vectors this time."""
_MOST_BYTES = 1_000_000
_HEADER = struct.Struct("!II")
"""How many neighbours are asked for, and how many bytes follow."""

Nearest = Callable[[bytes, int], Sequence[tuple[str, float]]]
"""The keys nearest to a vector (float32, little-endian), at most so many, each with its cosine."""


class _Address(NamedTuple):
    """`place` is a path for a Unix socket, a port on loopback otherwise; `embedder` made the vectors."""

    place: str | int
    token: str
    embedder: str


class SharedVectors:
    """Answers the questions of other processes, in a thread of its own, until it is closed."""

    def __init__(self, directory: str, embedder: str, nearest: Nearest, *, local: bool = _LOCAL) -> None:
        """Listen. Raises OSError if that is not possible."""
        self._file = os.path.join(directory, _ADDRESS)
        self._nearest = nearest
        self._token = secrets.token_hex(32)
        _remove_folder(_known(directory))
        self._folder = ""
        place = self._bind_file() if local else ""
        if not place:
            self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            self._socket.bind(("127.0.0.1", 0))
        self._socket.listen(8)
        threading.Thread(target=self._serve, name="shared vectors", daemon=True).start()
        with open(os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            address = _Address(place or self._socket.getsockname()[1], self._token, embedder)
            json.dump(address._asdict(), file)

    def _bind_file(self) -> str:
        """The path of a socket file; "" where there can be none: a path may have no more than about a hundred bytes."""
        self._folder = tempfile.mkdtemp(prefix="reread-")
        place = os.path.join(self._folder, "vectors")
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.bind(place)
        except OSError:
            self._socket.close()
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = ""
            return ""
        return place

    def close(self) -> None:
        """Stop answering."""
        try:
            # Wakes the thread that waits for the next one.
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._socket.close()
        if os.path.exists(self._file):
            os.unlink(self._file)
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.settimeout(_PATIENCE)
                    self._answer(connection)
                except (OSError, EOFError, ValueError):
                    # Whoever that was has gone, or speaks something else.
                    pass

    def _answer(self, connection: socket.socket) -> None:
        token = _read(connection, len(self._token))
        if not hmac.compare_digest(token, self._token.encode()):
            return
        count, length = _HEADER.unpack(_read(connection, _HEADER.size))
        if length <= _MOST_BYTES:
            answer = json.dumps([list(pair) for pair in self._nearest(_read(connection, length), count)]).encode()
            connection.sendall(_HEADER.pack(count, len(answer)) + answer)


def ask(directory: str, embedder: str, vector: bytes, count: int) -> list[tuple[str, float]]:
    """The neighbours of a vector from the process that has the store open; nothing if there is none, or no answer."""
    address = _known(directory)
    if address is None or address.embedder != embedder:
        return []
    family = socket.AF_UNIX if isinstance(address.place, str) else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as connection:
            connection.settimeout(_PATIENCE)
            connection.connect(address.place if isinstance(address.place, str) else ("127.0.0.1", address.place))
            connection.sendall(address.token.encode() + _HEADER.pack(count, len(vector)) + vector)
            _, length = _HEADER.unpack(_read(connection, _HEADER.size))
            return [(str(key), float(cosine)) for key, cosine in json.loads(_read(connection, length))]
    except (OSError, EOFError, ValueError, TypeError):
        return []


def _known(directory: str) -> _Address | None:
    try:
        with open(os.path.join(directory, _ADDRESS), encoding="utf-8") as file:
            return _Address(**json.load(file))
    except (OSError, ValueError, TypeError):
        return None


def _remove_folder(address: _Address | None) -> None:
    """Of a process that was killed."""
    folder = os.path.dirname(address.place) if address is not None and isinstance(address.place, str) else ""
    if os.path.basename(folder).startswith("reread-") and os.path.dirname(folder) == tempfile.gettempdir():
        shutil.rmtree(folder, ignore_errors=True)


def _read(connection: socket.socket, length: int) -> bytes:
    """So many bytes. Raises EOFError, and ValueError for more than anybody sends."""
    if length > _MOST_BYTES:
        raise ValueError(f"{length} bytes")
    parts: list[bytes] = []
    while length > 0:
        part = connection.recv(length)
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
