"""Watches what this process does: what it starts, where it connects to, what it writes and reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.analyzers.review.hostile.attacks import CANARY

_STARTS = ("subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork", "os.startfile", "pty.spawn")
_CHANGES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Watch:
    """`seen` is what happened that may not, a line each."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.port = 0
        self.own = ""

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith((*_STARTS, "webbrowser.")):
            self.seen.append(f"{event} {arguments!r}")
        elif event == "socket.connect":
            if arguments[1][:2] != ("127.0.0.1", self.port):
                self.seen.append(f"{event} {arguments[1]!r}")
        elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
            if CANARY in repr(arguments):
                self.seen.append(f"{event} {arguments!r}")
        elif event == "open" or event.startswith(_CHANGES):
            path = os.fsdecode(arguments[0]) if isinstance(arguments[0], (str, bytes)) else ""
            writes = event != "open" or bool((arguments[2] or 0) & _WRITING)
            if CANARY in path or (writes and path and not path.startswith((self.own, os.devnull))):
                self.seen.append(f"{event} {path}")


_current: Watch | None = None


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _current is not None:
        _current(event, arguments)


_installed = False


@contextmanager
def watched(port: int, own: str) -> Iterator[Watch]:
    """Watches this process: it may connect to the stand-in's port and write below its `own` folder, and nothing else."""
    global _current, _installed
    if not _installed:
        # A hook cannot be taken away again.
        sys.addaudithook(_hook)
        _installed = True
    watch = Watch()
    watch.port, watch.own = port, own
    _current = watch
    try:
        yield watch
    finally:
        _current = None
