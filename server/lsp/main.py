"""Starts the language server on standard input and output or on a TCP port."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import socket
import sys
from typing import BinaryIO, NoReturn

from reread.analyzers.review.privacy.log_redaction import log_to
from reread.server.lsp.memory import one_arena
from reread.server.lsp.transport.observing import PAUSE, Observing


def run(*, tcp: str = "", log_level: str = "warning") -> NoReturn:
    """Serve one client, then end the process.

    `tcp` is "HOST:PORT" to listen on for that client; port 0 takes a free one, which is written to standard error.
    Raises ValueError for any other form, and OSError when nobody can listen there.
    """
    # Importing makes many objects that stay; collecting garbage meanwhile would take a tenth of the start.
    gc.disable()
    one_arena()
    _log_to_standard_error(log_level)
    observing = Observing()
    reader, writer = _accept(tcp) if tcp else _take_standard_streams()

    from reread.server.lsp.transport.generated_code import cached_code

    with cached_code():
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
        asyncio.get_running_loop().call_later(PAUSE, observing.begin)
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
