"""A server of one fixed answer, byte by byte if need be: for what no honest server would send."""

from __future__ import annotations

import select
import socket
import threading


class RawServer:
    """Answers each connection with the same bytes after its first request; use it with `with`.

    With `drip` the answer is followed by that byte string again and again, until the client goes away, or so many
    `times`: then `dripped` is set, and the client is waited for with the connection open.
    """

    def __init__(self, answer: bytes, drip: bytes = b"", times: int | None = None) -> None:
        self.received = b""
        self.left = threading.Event()
        self.dripped = threading.Event()
        self._answer, self._drip, self._times = answer, drip, times
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> RawServer:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        # Closing does not wake up who accepts; a connection does.
        self._stopping = True
        with socket.create_connection(self._listener.getsockname()):
            self._thread.join(120)
        self._listener.close()

    _stopping = False

    def _run(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection:
                if self._stopping:
                    return
                try:
                    self._serve(connection)
                except OSError:
                    self.left.set()

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(120)
        while b"\r\n\r\n" not in (data := connection.recv(65_536)):
            if not data:
                return
            self.received += data
        self.received += data
        connection.sendall(self._answer)
        sent = 0
        while self._drip and not self._stopping:
            connection.sendall(self._drip)
            sent += 1
            if sent == self._times:
                self.dripped.set()
            # Whoever goes away is seen at once.
            patience = 20 if sent == self._times else 0
            if select.select([connection], [], [], patience)[0] and not connection.recv(65_536):
                self.left.set()
                return
