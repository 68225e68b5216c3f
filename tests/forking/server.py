"""Imports what a worker imports, then forks a worker for each connection: `python -m tests.forking.server SOCKET FD`.

A connection brings the three descriptors of the worker's standard streams, and its folder and environment. It gets the
code with which the worker ended; where it is closed before that, the worker is killed.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import selectors
import signal
import socket
import sys
import traceback

from reread.analyzers.rules import ruleset

MODULES = (
    "anthropic",
    "chromadb.api.rust",
    "openai",
    "openai.resources.chat",
    "reread.analyzers.review.ask.batches",
    "reread.analyzers.engine.engine",
    "reread.rag.index.store",
    "reread.rag.workspace_index",
    "reread.server.review.plan",
    "reread.server.worker.host",
)
_MOST = 1 << 20
"""Bytes of a request; an environment has some thousand."""


class Forks:
    """The connections, each with the worker that was forked for it."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self._selector = selectors.DefaultSelector()
        self._connections: dict[int, socket.socket] = {}
        self._ended, write = os.pipe()
        os.set_blocking(write, False)
        os.set_blocking(self._ended, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)

    def run(self) -> None:
        """Forks until standard input ends."""
        for each in (sys.stdin.fileno(), self._ended, self._listener):
            self._selector.register(each, selectors.EVENT_READ, None)
        while True:
            for key, _ in self._selector.select():
                if key.fileobj == sys.stdin.fileno():
                    self._end()
                    return
                if key.fileobj is self._listener:
                    self._accept()
                elif key.fileobj == self._ended:
                    self._reap()
                elif key.data in self._connections:
                    # Nobody writes a second time: whoever asked for the worker is gone.
                    os.kill(key.data, signal.SIGKILL)
                    self._selector.unregister(key.fileobj)

    def _accept(self) -> None:
        connection, _ = self._listener.accept()
        data, descriptors, _, _ = socket.recv_fds(connection, _MOST, 3)
        if not data:
            connection.close()  # It was ended before it said what it wants.
            return
        request = json.loads(data)
        identifier = os.fork()
        if identifier == 0:
            connection.close()
            self._close()
            _become_worker(request, descriptors)
        for each in descriptors:
            os.close(each)
        self._connections[identifier] = connection
        self._selector.register(connection, selectors.EVENT_READ, identifier)

    def _reap(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.read(self._ended, 1 << 10)
        with contextlib.suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                connection = self._connections.pop(ended[0])
                with contextlib.suppress(KeyError):
                    self._selector.unregister(connection)
                with contextlib.suppress(OSError):
                    connection.sendall(str(os.waitstatus_to_exitcode(ended[1])).encode())
                connection.close()

    def _close(self) -> None:
        """Leaves nothing of this open in a worker: its end is seen when its own streams are closed."""
        signal.set_wakeup_fd(-1)
        for each in (*self._connections.values(), self._listener, self._selector):
            each.close()

    def _end(self) -> None:
        for identifier in self._connections:
            os.kill(identifier, signal.SIGKILL)


def _become_worker(request: dict[str, object], descriptors: list[int]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for target, source in enumerate(descriptors):
        os.dup2(source, target)
        os.close(source)
    os.chdir(str(request["folder"]))
    os.environ.clear()
    os.environ.update(request["environment"])  # type: ignore[call-overload]
    from reread.server.worker.host import main

    try:
        main()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(1)


def serve(place: str, told: int) -> None:
    """Listens at a place, and writes "ready" to a descriptor."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    for name in MODULES:
        __import__(name)
    ruleset.load()
    assert len(os.listdir("/proc/self/task")) == 1, "a process with threads cannot be forked"
    gc.collect()
    gc.freeze()
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(place)
        listener.listen(64)
        os.write(told, b"ready")
        os.close(told)
        Forks(listener).run()


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
