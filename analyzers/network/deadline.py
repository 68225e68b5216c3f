"""A time limit for a whole request of a blocking client.

The library's time limits apply to each read, so a server that sends a byte now and then could keep a request open
forever. When the time is over, the sockets of the request are shut down, which ends the blocked read.
"""

from __future__ import annotations

import socket
import threading
from typing import Any

from reread.analyzers.network.errors import OverdueError


class Deadline:
    """Begins when it is made. `trace` is for the library's extension of that name; `end` it in any case."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._over = False
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def trace(self, event: str, information: dict[str, Any]) -> None:
        """Notes the connections that are made for the request."""
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            self.follow(information.get("return_value"))

    def follow(self, stream: Any) -> None:
        """Shut this connection too when the time is over."""
        found = stream.get_extra_info("socket") if stream is not None else None
        if found is None:
            return
        with self._lock:
            self._sockets.append(found)
            over = self._over
        if over:
            _shut(found)

    def check(self, error: BaseException | None) -> None:
        """Raises OverdueError when the time was over."""
        if self._over:
            raise OverdueError(f"the answer was not complete within {self._seconds:g} s") from error

    def end(self) -> None:
        """The request is over."""
        self._timer.cancel()

    def _cut(self) -> None:
        with self._lock:
            self._over = True
            sockets = tuple(self._sockets)
        for each in sockets:
            _shut(each)


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # It is closed already.
