"""Traces, metrics and errors, for operators who run Reread for others.

All of it is off until the user's own settings set an address, and the libraries are extras. Only names, counts and
durations are sent: no code, no paths, no texts of errors.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reread.server.settings import TelemetrySettings

_log = logging.getLogger(__name__)

Close = Callable[[], None]
"""Sends what is left, within about half a second."""


_active: set[str] = set()
"""The parts that export in this process: none may do so twice."""


def start(role: str, settings: TelemetrySettings) -> Close:
    """Export from now on what the settings say and nothing exports yet. Nothing is imported where they say nothing.
    Never raises.
    """
    from reread.analyzers import parts

    closing: dict[str, Close] = {}
    for part, wanted in (("telemetry", settings.endpoint), ("sentry", settings.sentry_dsn)):
        if not wanted or part in _active:
            continue
        try:
            parts.require(part)
            closing[part] = _begin(part, role, settings)
            _active.add(part)
        except parts.PartMissingError as error:
            _log.warning("%s", error)
        except Exception:
            # An address that is none, for one. Telemetry never keeps Reread from its work.
            _log.exception("%s cannot be started", part)
    return lambda: _close(closing)


def _begin(part: str, role: str, settings: TelemetrySettings) -> Close:
    if part == "telemetry":
        from reread.server.telemetry import tracing

        return tracing.start(role, settings.endpoint, settings.headers_variable)
    from reread.server.telemetry import sentry

    return sentry.start(role, settings.sentry_dsn)


def _close(closing: dict[str, Close]) -> None:
    for part, close in closing.items():
        _active.discard(part)
        try:
            close()
        except Exception:
            _log.exception("telemetry cannot be closed")
