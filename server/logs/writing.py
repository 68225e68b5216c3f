"""Has the log records of this process written to its file, by the user's settings."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from queue import SimpleQueue
from typing import Any

from reread.analyzers import correlation, owned_files, retention
from reread.server.logs.lines import OWN, LineFormatter, is_own

LARGEST = 1_000_000
"""Bytes of a file; after that it becomes `<name>.1`, and what was there before is gone."""
LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR, "off": 100}


def folder() -> str:
    """Where the files are. Not created."""
    return retention.LOGS.place


class Log:
    """The log that `start` began. `listen` and `close` belong to a queued one, and do nothing for others."""

    def __init__(self, handler: logging.Handler, listener: QueueListener | None, level: int) -> None:
        self._handler = handler
        self._level = level
        self._listener = listener
        self._listens = False

    def listen(self) -> None:
        """Begin to write what was logged so far, and go on, in a thread."""
        if self._listener is not None and not self._listens:
            self._listens = True
            self._listener.start()

    def close(self) -> None:
        """Write what is not written yet, and no more."""
        self.listen()
        own = logging.getLogger(OWN)
        own.removeHandler(self._handler)
        own.setLevel(self._level)
        logging.getLogger().removeHandler(self._handler)
        if self._listener is not None:
            self._listener.stop()
            for handler in self._listener.handlers:
                handler.close()
        self._handler.close()


def start(role: str, *, queued: bool = False) -> Log:
    """Write what is logged from now on. A `queued` log waits for `listen`; then a thread of its own writes."""
    file = _File(os.path.join(folder(), f"{role}-{os.getpid()}.jsonl"), role)
    handler: logging.Handler = file
    listener = None
    if queued:
        waiting: SimpleQueue[Any] = SimpleQueue()
        handler = _Queue(waiting)
        listener = QueueListener(waiting, file)
    handler.addFilter(_correlated)
    logging.getLogger().addHandler(handler)
    own = logging.getLogger(OWN)
    before = own.level
    own.setLevel(min(own.getEffectiveLevel(), logging.INFO))
    return Log(handler, listener, before)


def _correlated(record: logging.LogRecord) -> bool:
    record.job = correlation.current()
    return True


class _Queue(QueueHandler):
    """Hands records over as they are: the other thread formats them, and needs their errors for it."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        return record


class _File(RotatingFileHandler):
    """Makes the file with the first record that is wanted, so that most commands make none."""

    def __init__(self, path: str, role: str) -> None:
        super().__init__(path, maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=True)
        self._lines = LineFormatter(role)
        self.setFormatter(self._lines)
        self._least: int | None = None
        self.addFilter(self.is_wanted)

    def is_wanted(self, record: logging.LogRecord) -> bool:
        """Libraries are heard when they warn."""
        least = self._wanted() if is_own(record.name) else max(self._wanted(), logging.WARNING)
        return record.levelno >= least

    def _wanted(self) -> int:
        """The lowest level that is written. The settings are read with the first record, not at the start."""
        if self._least is None:
            from reread.server.configuration import load

            # A repository has no say in what is kept of other work: no folder is given.
            settings = load(None).settings.logs
            self._least, self._lines.code = LEVELS[settings.level], settings.code
            if self._least < logging.INFO:
                logging.getLogger(OWN).setLevel(self._least)
        return self._least

    def emit(self, record: logging.LogRecord) -> None:
        # A hundred newer processes may have taken away the file of one that was idle meanwhile.
        if self.stream is not None and not os.path.exists(self.baseFilename):
            self.stream.close()
            self.stream = None  # as the standard library has it before the first record
        super().emit(record)

    def _open(self) -> TextIOWrapper:
        parent = os.path.dirname(self.baseFilename)
        owned_files.make_folder(parent)
        retention.LOGS.prune()
        descriptor = owned_files.opener(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        return open(descriptor, "a", encoding="utf-8", errors="backslashreplace")

    def close(self) -> None:
        # What a full disk had no room for is written once more here.
        with suppress(OSError):
            super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the standard library's name
        """A full disk is no reason to fail, nor to fill standard error."""
