"""The worker's side of the pipes: reads requests, runs each as a separate task, and answers.

A bug in one request fails that request. The worker ends at once when its standard input does, because the process that
started it is gone. The index survives this at any time.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO

import msgspec

from reread.analyzers import correlation, spans
from reread.analyzers.review import client_model
from reread.analyzers.review.privacy.audit import AuditError
from reread.analyzers.review.privacy.log_redaction import log_to
from reread.analyzers.review.spend.ledger import LedgerError
from reread.rag.index.damage import IndexUnavailableError
from reread.server import telemetry
from reread.server.configuration import load
from reread.server.logs import writing
from reread.server.rpc import protocol
from reread.server.worker import client_questions
from reread.server.worker.requests import CannotAnswerError, Requests

_log = logging.getLogger("reread.worker")

_FAREWELL = 0.7
"""Seconds that closing in good order may take; after that the process ends all the same."""


class Host:
    """Connects the pipes with the requests. `send` may be called from any thread."""

    def __init__(self, incoming: BinaryIO, outgoing: int) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._sending = threading.Lock()
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._requests = Requests(self.send)
        self._questions = client_questions.WaitingQuestions(self.send)

    async def run(self) -> None:
        """Answer until the input ends."""
        loop = asyncio.get_running_loop()
        ended = asyncio.Event()
        reader = threading.Thread(
            target=self._read_all,
            args=(lambda message: loop.call_soon_threadsafe(self._receive, message), ended, loop),
            name="reader",
            daemon=True,
        )
        reader.start()
        self.send(protocol.notification("ready", None))
        await ended.wait()
        for task in self._tasks.values():
            task.cancel()
        await self._requests.close()

    def send(self, message: protocol.Message) -> None:
        """Write a message. If the reader is gone, the input ends too, and until then errors are ignored."""
        data = memoryview(protocol.frame(message))
        with self._sending:
            try:
                while data:
                    data = data[os.write(self._outgoing, data) :]
            except BrokenPipeError:
                pass

    def _read_all(
        self, receive: Callable[[protocol.Message], object], ended: asyncio.Event, loop: asyncio.AbstractEventLoop
    ) -> None:
        """In a thread of its own, so that the end of the input is seen whatever the others do."""
        try:
            while (message := _read(self._incoming)) is not None and message.method != "exit":
                receive(message)
        except (OSError, ValueError, msgspec.MsgspecError):
            _log.exception("the input is not protocol")
        # Whatever the loop is busy with, this process does not outlive the one that started it.
        farewell = threading.Timer(_FAREWELL, os._exit, (0,))
        farewell.daemon = True
        farewell.start()
        try:
            loop.call_soon_threadsafe(ended.set)
        except RuntimeError:
            os._exit(0)

    def _receive(self, message: protocol.Message) -> None:
        if message.method == "$/cancelRequest":
            task = self._tasks.get(protocol.decode(message.params, protocol.Cancel).id)
            if task is not None:
                task.cancel()
        elif message.method == client_questions.ANSWER:
            self._questions.answered(message.params)
        elif isinstance(message.id, int) and isinstance(message.method, str):
            identifier = message.id
            with correlation.within(message.job or correlation.fresh()):
                task = asyncio.create_task(self._answer(identifier, message.method, message))
            self._tasks[identifier] = task
            task.add_done_callback(lambda _: self._tasks.pop(identifier, None))

    async def _answer(self, identifier: int, method: str, message: protocol.Message) -> None:
        try:
            with (
                spans.continued(message.span),
                spans.span(f"worker {method}", _level_of(method)),
                client_model.answered_by(self._questions.of(identifier)),
            ):
                result = await self._requests.answer(identifier, method, message.params)
            answer = protocol.response(identifier, result)
        except asyncio.CancelledError:
            answer = protocol.failure(identifier, protocol.REQUEST_CANCELLED, "cancelled")
        except CannotAnswerError as error:
            answer = protocol.failure(identifier, error.code, str(error))
        except (IndexUnavailableError, LedgerError, AuditError) as error:
            answer = protocol.failure(identifier, protocol.REQUEST_FAILED, str(error))
        except msgspec.MsgspecError as error:
            answer = protocol.failure(identifier, protocol.INVALID_PARAMS, str(error))
        except Exception as error:
            _log.exception("%s failed", method)
            answer = protocol.failure(identifier, protocol.INTERNAL_ERROR, f"{type(error).__name__}: {error}")
        self.send(answer)


def _level_of(method: str) -> int:
    """Requests that are made all the time, and take next to nothing, are for those who look closely."""
    return logging.DEBUG if method in ("openFolder", "closeFolder", "status") else logging.INFO


def main() -> int:
    """Run the worker on standard input and output; returns after the input has ended."""
    if hasattr(os, "umask"):
        # What the libraries of the index write holds code as well.
        os.umask(0o077)
    outgoing = _claim_output()
    log_to(sys.stderr, logging.WARNING, "reread worker: %(levelname)s: %(message)s")
    writing.start("worker")
    end_telemetry = telemetry.start("worker", load(None).settings.telemetry)
    # Ctrl-C in a terminal reaches this process too; its end is for the one that started it to decide.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Set before numpy is imported: its own threads would only take time from the editor's.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if hasattr(os, "nice"):
        os.nice(10)
    try:
        asyncio.run(Host(sys.stdin.buffer, outgoing).run())
    except OSError:
        # Nobody reads the answers any more.
        pass
    end_telemetry()
    sys.stderr.flush()
    # Threads may still be in the middle of something that nobody waits for.
    os._exit(0)


def _claim_output() -> int:
    """A copy of standard output for the protocol alone; whatever libraries print goes to standard error instead."""
    outgoing = os.dup(1)
    os.dup2(2, 1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(0, os.O_BINARY)
        msvcrt.setmode(outgoing, os.O_BINARY)
    return outgoing


def _read(incoming: BinaryIO) -> protocol.Message | None:
    """The next message, or None at the end of the input."""
    header = incoming.readline()
    if not header:
        return None
    length = protocol.length_of(header)
    incoming.readline()
    body = incoming.read(length)
    return protocol.parse(body) if len(body) == length else None
