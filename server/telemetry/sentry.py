"""Reports errors to Sentry: their type and place in Reread's code; no text, no variables, no source."""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Callable
from typing import Any

import httpx
import sentry_sdk
from sentry_sdk.consts import EndpointType
from sentry_sdk.envelope import Envelope
from sentry_sdk.transport import Transport
from sentry_sdk.types import Event
from sentry_sdk.utils import Dsn

from reread.analyzers import correlation
from reread.analyzers.network.clients import client
from reread.analyzers.network.limits import ResponseLimits
from reread.server import __version__

_LIMITS = ResponseLimits(body=64 * 1024, seconds=5.0)


class _Transport(Transport):
    """Sends by our own HTTP client, in the thread of whoever reports: errors of ours are rare."""

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__(options)
        address = Dsn(options["dsn"]).to_auth(f"reread/{__version__}")
        self._path = address.get_api_url(EndpointType.ENVELOPE)
        self._client: httpx.Client = client(
            httpx,
            self._path,
            limits=_LIMITS,
            headers={"x-sentry-auth": address.to_header(), "content-type": "application/x-sentry-envelope"},
            timeout=2.0,
        )

    def capture_envelope(self, envelope: Envelope) -> None:
        try:
            self._client.post(self._path, content=envelope.serialize())
        except Exception:
            # Whatever a library says of a connection: an error that cannot be reported is still in the log.
            return

    def kill(self) -> None:
        self._client.close()


class _Handler(logging.Handler):
    """Reports each error of ours that is logged with where it was."""

    def __init__(self, target: sentry_sdk.Client) -> None:
        super().__init__(logging.ERROR)
        self._target = target

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1] is not None:
            self._target.capture_event(event_of(record, record.exc_info[1]))


def event_of(record: logging.LogRecord, error: BaseException) -> Event:
    """The event to send for an error."""
    frames = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False)
    shown = [
        {"filename": os.path.basename(frame.filename), "function": frame.name, "lineno": frame.lineno}
        for frame in frames
    ]
    thrown = {"type": type(error).__name__, "module": type(error).__module__, "stacktrace": {"frames": shown}}
    return {
        "level": "error",
        "logger": record.name,
        "exception": {"values": [thrown]},
        "tags": {"job": correlation.current()},
    }


def start(role: str, dsn: str) -> Callable[[], None]:
    """Report errors from now on; what is given ends it. Raises sentry_sdk's BadDsn."""
    target = sentry_sdk.Client(
        dsn=dsn,
        transport=_Transport,
        release=f"reread@{__version__}",
        environment=role,
        server_name="",
        default_integrations=False,
        auto_enabling_integrations=False,
        include_local_variables=False,
        include_source_context=False,
        max_breadcrumbs=0,
        auto_session_tracking=False,
        send_client_reports=False,
        shutdown_timeout=0.5,
    )
    handler = _Handler(target)
    logging.getLogger("reread").addHandler(handler)

    def close() -> None:
        logging.getLogger("reread").removeHandler(handler)
        target.close()

    return close
