"""The log and the telemetry of the language server: begun in a thread, and closed at its end."""

from __future__ import annotations

import threading
from collections.abc import Callable

from reread.server import telemetry
from reread.server.configuration import load
from reread.server.logs import writing

PAUSE = 1.0
"""Seconds after the start until it begins; what is logged before waits."""


class Observing:
    """What is logged from now on is kept; see `begin`."""

    def __init__(self) -> None:
        self._log = writing.start("server", queued=True)
        self._ends: list[Callable[[], None]] = []
        self._thread = threading.Thread(target=self._begin, name="reread-observing", daemon=True)

    def begin(self) -> None:
        """Write what was logged so far. In a thread: it reads settings, and imports libraries where they are wanted."""
        self._thread.start()

    def close(self) -> None:
        """Write and send what is left."""
        if self._thread.is_alive():
            self._thread.join()
        for end in (*self._ends, self._log.close):
            end()

    def _begin(self) -> None:
        self._log.listen()
        self._ends.append(telemetry.start("server", load(None).settings.telemetry))
