"""Starts the language server on standard input and output or on a TCP port."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import socket
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO, NoReturn

from reread.analyzers.review.privacy.log_redaction import log_to
from reread.server import telemetry
from reread.server.configuration import load
from reread.server.logs import writing
from reread.server.lsp.memory import one_arena

_PAUSE = 1.0
"""Seconds after the start until log and telemetry begin; what is logged before waits."""


def run(*, tcp: str = "", log_level: str = "warning") -> NoReturn:
    """Serve one client, then end the process.

    `tcp` is "HOST:PORT" to listen on for that client; port 0 takes a free one, which is written to standard error.
    Raises ValueError for any other form, and OSError when nobody can listen there.
    """
    # Importing makes many objects that stay; collecting garbage meanwhile would take a tenth of the start.
    gc.disable()
    one_arena()
    _log_to_standard_error(log_level)
    observing = _Observing()
    reader, writer = _accept(tcp) if tcp else _take_standard_streams()

    from reread.server.lsp.transport.lazy_classes import import_types

    import_types()
    from reread.server.lsp.server import Server
    from reread.server.lsp.transport.transport import Transport

    gc.freeze()
    # An analysis makes many objects that go away by themselves. Looking for cycles each 700 would take a seventh of it.
    gc.set_threshold(50_000, 20, 20)
    gc.enable()
    # An edit takes the interpreter's lock several times, and waits that long for it while a thread runs the data-flow
    # analysis.
    sys.setswitchinterval(0.0005)

    async def serve() -> int:
        # The thread that writes takes its time to begin, which the first findings need.
        asyncio.get_running_loop().call_later(_PAUSE, observing.begin)
        return await Server().serve(Transport(reader, writer))

    code = 1
    try:
        code = asyncio.run(serve())
    except KeyboardInterrupt:
        code = 130
    finally:
        observing.close()
        logging.shutdown()
        # Threads may still be in an analysis, which nobody waits for any more.
        os._exit(code)


def _log_to_standard_error(level: str) -> None:
    log_to(sys.stderr, level.upper(), "%(levelname)s %(name)s: %(message)s")
    # At INFO pygls logs every message in full, the user's code; its warnings are about what clients do all the time.
    logging.getLogger("pygls").setLevel(logging.ERROR)


def _take_standard_streams() -> tuple[BinaryIO, BinaryIO]:
    """Copies of standard input and output for the protocol alone.

    What else reads standard input from now on finds it empty, and what else is printed goes to standard error.
    """
    reader = os.fdopen(os.dup(0), "rb")
    writer = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return reader, writer


def _accept(address: str) -> tuple[BinaryIO, BinaryIO]:
    """Wait for the one client."""
    host, separator, port = address.rpartition(":")
    if not separator or not port.isdigit():
        raise ValueError(f"{address!r} is not HOST:PORT")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host.strip("[]") or "127.0.0.1", int(port)), family=family) as listener:
        sys.stderr.write(f"reread server: listening on {host}:{listener.getsockname()[1]}\n")
        sys.stderr.flush()
        connection, _ = listener.accept()
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection.makefile("rb"), connection.makefile("wb")


class _Observing:
    """The log and the telemetry: what is logged from now on is kept; see `begin`."""

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
